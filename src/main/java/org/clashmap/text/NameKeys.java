package org.clashmap.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys under which spellings of one name meet. {@link #fold} is the strict key: case, marks, apostrophes, hyphens and
 * full stops make no difference, letters do. {@link #skeleton} is the loose one, safe only within an administrative or
 * distance constraint: in one oblast 0.9 % of distinct names share a skeleton, nation-wide every tenth.
 *
 * <p>Folding keeps й and ї apart from и and і, which tell names apart; ё becomes е and ґ becomes г, which writers leave
 * out. Arabic loses its vowel marks and the variants of alef. Linear time, thread-safe.
 */
public final class NameKeys {
    /**
     * What a character folds to; {@link #DROP} and {@link #SPACE} are outcomes, 0 means "look closer". Found when a
     * character is first met, since finding all costs a start some 60 ms; two threads that do so find the same.
     */
    private static final char[] FOLDED = new char[0x2100];

    private static final char NOT_YET = 0xffff;
    private static final char DROP = 1;
    private static final char SPACE = ' ';
    private static final String APOSTROPHES = "'’ʼ`′ʻ´ʹ‘‛ʾʿ\"“”„«»″ʺˮ·";
    private static final String SEPARATORS = "-‐‑‒–—_/,()[];:•\u00a0";

    static {
        Arrays.fill(FOLDED, NOT_YET);
    }

    private static final Pattern JOINT_BEFORE_V = Pattern.compile("[oi]v(k|$| |s)");
    private static final Pattern ADJECTIVE_END = Pattern.compile("sk(?:oi|[io])( |$)");
    private static final Pattern POSSESSIVE_END = Pattern.compile("([vn])o( |$)");
    private static final Pattern NEUTER_END = Pattern.compile("oi( |$)");

    private NameKeys() {}

    /** The strict key of a name; empty when nothing of it is left. */
    public static String fold(CharSequence name) {
        char[] in = name.toString().toCharArray();
        char[] out = new char[in.length * 2];
        return new String(out, 0, fold(in, in.length, out));
    }

    /**
     * As {@link #fold(CharSequence)}, for the first {@code length} characters of a buffer, into one of at least twice
     * that length.
     *
     * @return how many characters the key has
     */
    public static int fold(char[] name, int length, char[] out) {
        int end = 0;
        int word = 0;
        for (int i = 0; i < length; i++) {
            char c = name[i];
            if (c >= '\u0300' && c < '\u0370') {
                // A loose combining mark: only composing tells й from и with a mark that means nothing.
                return foldComposed(new String(name, 0, length), out);
            }
            char folded = folded(c);
            if (folded == '.') {
                // "U.S." is one word, "St. Petersburg" and "St.Petersburg" are two.
                folded = word == 1 ? DROP : SPACE;
                word = 0;
            }
            if (folded == SPACE) {
                if (end > 0 && out[end - 1] != SPACE) {
                    out[end++] = SPACE;
                }
                word = 0;
            } else if (folded != DROP) {
                word++;
                if (folded != 0) {
                    out[end++] = folded;
                } else {
                    end = spellOut(c, out, end);
                }
            }
        }
        return end > 0 && out[end - 1] == SPACE ? end - 1 : end;
    }

    private static int foldComposed(String name, char[] out) {
        StringBuilder rest = new StringBuilder(name.length());
        for (char c : Normalizer.normalize(name, Normalizer.Form.NFC).toCharArray()) {
            if (c < '\u0300' || c >= '\u0370') {
                rest.append(c);
            }
        }
        return fold(rest.toString().toCharArray(), rest.length(), out);
    }

    private static int spellOut(char c, char[] out, int length) {
        String spelled = switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'þ', 'Þ' -> "th";
            default -> String.valueOf(c).toLowerCase(Locale.ROOT);
        };
        spelled.getChars(0, spelled.length(), out, length);
        return length + spelled.length();
    }

    private static char folded(char c) {
        if (c >= FOLDED.length) {
            return foldSlowly(c);
        }
        char folded = FOLDED[c];
        if (folded == NOT_YET) {
            folded = foldSlowly(c);
            FOLDED[c] = folded;
        }
        return folded;
    }

    private static char foldSlowly(char c) {
        if (APOSTROPHES.indexOf(c) >= 0) {
            return DROP;
        }
        if (c <= ' ' || SEPARATORS.indexOf(c) >= 0 || Character.isSpaceChar(c)) {
            return SPACE;
        }
        if (c == '.') {
            return '.';
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\u0640') {
            return DROP;
        }
        return foldLetter(Character.toLowerCase(c));
    }

    private static char foldLetter(char c) {
        return switch (c) {
            case 'й', 'ї' -> c;
            case 'ё', 'ѐ' -> 'е';
            case 'ґ' -> 'г';
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ı' -> 'i';
            case 'ħ' -> 'h';
            case 'ə' -> 'a';
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة' -> 'ه';
            // Spelt out as two letters.
            case 'ß', 'ẞ', 'æ', 'œ', 'þ' -> 0;
            default -> withoutMarks(c);
        };
    }

    private static char withoutMarks(char c) {
        return c < 0x80
                ? c
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }

    /** True when the first letter is Cyrillic. */
    public static boolean isCyrillic(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetter(c)) {
                return UnicodeScript.of(c) == UnicodeScript.CYRILLIC;
            }
        }
        return false;
    }

    /**
     * The loose key of a folded name in Latin letters: g and h, y, i, j and e, w and v, doubled letters, German sch, the
     * Ukrainian and Russian endings -ivka and -ovka, -ske and -skoe, and the given names in which the two languages
     * differ most make no difference.
     */
    public static String skeleton(String foldedLatin) {
        StringBuilder key = new StringBuilder(foldedLatin.length());
        String name = ' ' + foldedLatin;
        name = name.replace("schtsch", "shch")
                .replace("chtch", "shch")
                .replace("tsch", "ch")
                .replace("tch", "ch")
                .replace("shch", "sh")
                .replace("sch", "sh");
        name = name.replace("kh", "h").replace("gh", "h").replace("ck", "k").replace("tz", "ts");
        name = name.replace("ou", "u").replace("oo", "u").replace("ee", "i");
        for (int i = 0; i < name.length(); i++) {
            char c = switch (name.charAt(i)) {
                case 'g' -> 'h';
                case 'y', 'e', 'j' -> 'i';
                case 'w' -> 'v';
                case 'q' -> 'k';
                case 'x' -> 'h';
                default -> name.charAt(i);
            };
            int last = key.length() - 1;
            if (last >= 0 && key.charAt(last) == 'i' && (c == 'a' || c == 'o' || c == 'u')) {
                // The glide before a vowel: "Kostiantyn", "Zelyonoye".
                key.setLength(last);
                last--;
            }
            if (last < 0 || key.charAt(last) != c) {
                key.append(c);
            }
        }
        String loose = key.toString();
        if (loose.indexOf('v') > 0) {
            loose = JOINT_BEFORE_V.matcher(loose).replaceAll("v$1");
        }
        if (loose.contains("sk")) {
            loose = ADJECTIVE_END.matcher(loose).replaceAll("ski$1");
        }
        if (loose.contains("zhsk")) {
            loose = loose.replace("zhsk", "zsk");
        }
        if (loose.endsWith("o") || loose.contains("o ")) {
            loose = POSSESSIVE_END.matcher(loose).replaceAll("$1i$2");
        }
        if (loose.contains("oi")) {
            loose = NEUTER_END.matcher(loose).replaceAll("i$1");
        }
        return loose.replace(" mikol", " nikol")
                .replace(" ol", " al")
                .replace("mikol", "nikol")
                .replace("konstant", "kostant")
                .strip();
    }
}
