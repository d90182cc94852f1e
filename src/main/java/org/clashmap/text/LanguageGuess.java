package org.clashmap.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a text by its letters and small words. The alphabet with the most letters decides first. Of Cyrillic,
 * "і ї є ґ" are Ukrainian and "ы э ъ ё" Russian, and where a short text has neither, small words decide. Of Latin, small
 * words and the marks on letters of words in lower case (names keep theirs in any language) tell French and Spanish from
 * English. Linear time. Other languages are taken for the nearest of these.
 *
 * @param language the guess
 */
public record LanguageGuess(Language language) {
    private static final String UKRAINIAN = "іїєґІЇЄҐ";
    private static final String RUSSIAN = "ыэъёЫЭЪЁ";
    private static final Set<String> UKRAINIAN_WORDS = Set.of("та", "що", "й", "під", "від", "не", "до", "у");
    private static final Set<String> RUSSIAN_WORDS = Set.of("и", "что", "из", "от", "как", "или", "для", "под");

    /** Past tenses ("заявив", "заявил") and nouns of action ("влучання", "попадание"). */
    private static final Pattern UKRAINIAN_END = Pattern.compile("\\p{L}{2}(?:ив|ав|ння)$");

    private static final Pattern RUSSIAN_END = Pattern.compile("\\p{L}{2}(?:ил|ал|ние|ния|нии)$");

    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "of", "and", "to", "was", "were", "that", "for", "with", "by", "at", "from", "is", "are", "has",
            "have", "said", "on", "in", "his", "their", "killed", "near", "after", "two", "three", "its", "this", "who",
            "been");
    private static final Set<String> FRENCH_WORDS = Set.of(
            "le", "les", "du", "des", "et", "dans", "une", "est", "sont", "ont", "été", "sur", "pour", "par", "avec",
            "au", "aux", "à", "près", "selon", "ce", "cette", "deux", "trois", "leur", "leurs", "plus", "entre",
            "après", "vers", "qui", "sans", "morts", "blessés", "en", "la", "de", "un", "tués", "ses", "était");
    private static final Set<String> SPANISH_WORDS = Set.of(
            "el", "los", "las", "del", "y", "una", "por", "con", "fue", "fueron", "según", "cerca", "al", "su", "sus",
            "para", "como", "más", "dos", "tres", "entre", "tras", "desde", "hasta", "hacia", "muertos", "heridos",
            "en", "la", "de", "un", "que", "sobre", "lo", "ha", "han", "dejó", "deja", "norte", "sur");
    private static final String FRENCH_MARKS = "çèêœàùûîôë";
    private static final String SPANISH_MARKS = "ñáíóú¿¡";
    /** French letters before an apostrophe: "d'Alep", "l'est", "qu'un". */
    private static final Set<String> ELIDED = Set.of("d", "l", "n", "s", "j", "c", "qu");
    /** A word says more than a marked letter, which loans and names have too. */
    private static final int WORD = 2;
    /** A sentence with fewer letters, or fewer of another language's own, says nothing by itself. */
    private static final int LEAST_LETTERS = 12;

    private static final int LEAST_MARKS = 2;

    /** Letters by alphabet. */
    private record Letters(int latin, int cyrillic, int arabic) {
        static Letters of(String text) {
            int latin = 0;
            int cyrillic = 0;
            int arabic = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isLetter(c)) {
                    Character.UnicodeScript script = Character.UnicodeScript.of(c);
                    latin += script == Character.UnicodeScript.LATIN ? 1 : 0;
                    cyrillic += script == Character.UnicodeScript.CYRILLIC ? 1 : 0;
                    arabic += script == Character.UnicodeScript.ARABIC ? 1 : 0;
                }
            }
            return new Letters(latin, cyrillic, arabic);
        }
    }

    public static LanguageGuess of(String text) {
        Letters letters = Letters.of(text);
        if (letters.arabic > Math.max(letters.latin, letters.cyrillic)) {
            return new LanguageGuess(Language.AR);
        }
        return new LanguageGuess(letters.cyrillic > letters.latin ? ofCyrillic(text) : ofLatin(text));
    }

    /**
     * The language of a part of a text whose language is known: the same, unless most of its letters are of another
     * alphabet, or it is Cyrillic with letters that only the other of Ukrainian and Russian has.
     */
    static Language ofPart(String text, Span part, Language whole) {
        int latin = 0;
        int cyrillic = 0;
        int arabic = 0;
        for (int i = part.start(); i < part.end(); i++) {
            char c = text.charAt(i);
            if (c < 0x41) {
                continue;
            }
            latin += c < 0x250 ? 1 : 0;
            cyrillic += c >= 0x400 && c < 0x530 ? 1 : 0;
            arabic += c >= 0x620 && c < 0x6d4 ? 1 : 0;
        }
        int most = Math.max(latin, Math.max(cyrillic, arabic));
        boolean same = most == (whole.isSlavic() ? cyrillic : whole == Language.AR ? arabic : latin);
        if (most < LEAST_LETTERS || (same && !whole.isSlavic())) {
            return whole;
        }
        if (!same) {
            return of(part.of(text)).language();
        }
        String own = whole == Language.UK ? UKRAINIAN : RUSSIAN;
        String other = whole == Language.UK ? RUSSIAN : UKRAINIAN;
        String letters = part.of(text);
        boolean turns = count(letters, other) >= LEAST_MARKS && count(letters, own) == 0;
        return !turns ? whole : whole == Language.UK ? Language.RU : Language.UK;
    }

    private static Language ofCyrillic(String text) {
        int ukrainian = count(text, UKRAINIAN);
        int russian = count(text, RUSSIAN);
        if (ukrainian == russian) {
            for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1)) {
                ukrainian += UKRAINIAN_WORDS.contains(word)
                                || UKRAINIAN_END.matcher(word).find()
                        ? 1
                        : 0;
                russian += RUSSIAN_WORDS.contains(word)
                                || RUSSIAN_END.matcher(word).find()
                        ? 1
                        : 0;
            }
        }
        // "і" is one Ukrainian letter in twenty: a text without any is more likely Russian.
        return ukrainian > russian ? Language.UK : Language.RU;
    }

    private static Language ofLatin(String text) {
        int english = 0;
        int french = 0;
        int spanish = 0;
        for (String word : text.split("[^\\p{L}\\p{M}]+", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            english += ENGLISH_WORDS.contains(lower) ? WORD : 0;
            french += FRENCH_WORDS.contains(lower) || ELIDED.contains(word) ? WORD : 0;
            spanish += SPANISH_WORDS.contains(lower) ? WORD : 0;
            if (word.equals(lower)) {
                french += count(word, FRENCH_MARKS);
                spanish += count(word, SPANISH_MARKS);
            }
        }
        if (Math.max(french, spanish) <= english) {
            return Language.EN;
        }
        return french > spanish ? Language.FR : Language.ES;
    }

    private static int count(String text, String letters) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }
}
