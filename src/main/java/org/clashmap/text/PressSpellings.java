package org.clashmap.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads Ukrainian names as the press of other countries writes them back to the national romanisation: German "Tschassiw
 * Jar", French "Tchassiv Iar", Polish "Czasiw Jar", Spanish "Jersón" and the scientific "Černihiv" of Czech and Italian
 * texts. One table for each way of writing; the letters of a word tell which tables can have been used. Like
 * {@link CaseForms} it guesses: German s may be z or s, sch may be sh or zh. A caller keeps the readings that are names of
 * places where people write Cyrillic.
 *
 * <p>Linear in the length of a name; at most {@value #MOST} readings for each table. Thread-safe.
 */
public final class PressSpellings {
    private static final int MOST = 12;

    /**
     * One way of writing.
     *
     * @param glide the letter for й at the start of a word, where the national table writes y
     * @param groups letter groups, a longer one before its beginning
     * @param readings what each group stands for
     */
    private record Table(char glide, List<String> groups, List<List<String>> readings) {
        static Table of(char glide, String... pairs) {
            List<String> groups = new ArrayList<>();
            List<List<String>> readings = new ArrayList<>();
            for (int i = 0; i < pairs.length; i += 2) {
                groups.add(pairs[i]);
                readings.add(List.of(pairs[i + 1].split(" ", -1)));
            }
            return new Table(glide, List.copyOf(groups), List.copyOf(readings));
        }

        int find(String word, int at) {
            for (int i = 0; i < groups.size(); i++) {
                if (word.startsWith(groups.get(i), at)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static final Table GERMAN = Table.of(
            'j', "schtsch", "shch", "tsch", "ch", "sch", "sh zh", "ch", "kh", "ss", "s ss", "tz", "ts", "z", "ts", "s",
            "s z", "w", "v", "ij", "yi ii", "ji", "i yi", "j", "i");
    private static final Table FRENCH = Table.of(
            'i', "chtch", "shch", "tch", "ch", "ch", "sh", "ss", "s", "ou", "u", "j", "zh", "ï", "i", "ia", "ia");
    private static final Table POLISH = Table.of(
            'j', "szcz", "shch", "cz", "ch", "sz", "sh", "rz", "zh", "ż", "zh", "ź", "z", "ć", "ts", "ch", "kh", "ców",
            "tsiv", "ów", "iv", "dź", "d", "ck", "tsk", "c", "ts", "w", "v", "ł", "l", "ń", "n", "ś", "s", "ó", "o",
            "ji", "i yi", "j", "i");
    private static final Table SPANISH =
            Table.of('-', "ch", "ch", "j", "kh", "á", "a", "é", "e", "í", "i y", "ó", "o", "ú", "u");
    private static final Table SCIENTIFIC = Table.of(
            'j', "šč", "shch", "č", "ch", "š", "sh", "ž", "zh", "ch", "kh", "ě", "e", "c", "ts", "ji", "i yi", "j", "i",
            "á", "a", "í", "i y");

    private PressSpellings() {}

    /**
     * The national romanisations, folded, that a Latin name may be a spelling of, in a fixed order and without the name
     * itself. Empty for a name with no letters of such a spelling, as most English words are.
     */
    public static List<String> readings(CharSequence name) {
        String word = Normalizer.normalize(name.toString().strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        Set<String> found = new LinkedHashSet<>();
        if (has(word, "w", "j", "sch", "ch", "z")) {
            addAll(GERMAN, word, found);
        }
        if (has(word, "ch", "ou", "j", "ï", "ia") || word.contains("ss")) {
            addAll(FRENCH, word, found);
        }
        if (has(word, "cz", "sz", "ż", "w", "ł", "c", "ó", "ń", "ś", "ć")) {
            addAll(POLISH, word, found);
        }
        if (has(word, "j", "á", "é", "í", "ó", "ú")) {
            addAll(SPANISH, word, found);
        }
        if (has(word, "č", "š", "ž", "ě", "ch", "c", "j")) {
            addAll(SCIENTIFIC, word, found);
        }
        found.remove(NameKeys.fold(word));
        return List.copyOf(found);
    }

    /** True for letter groups that English names hardly have, and a romanised Ukrainian name never. */
    public static boolean isTelling(CharSequence name) {
        String word = name.toString().toLowerCase(Locale.ROOT);
        return has(
                word, "tsch", "tch", "iw", "yj", "ij", "aj", "cz", "sz", "č", "ž", "š", "ż", "ł", "jj", "schsch",
                "ówk");
    }

    private static boolean has(String word, String... parts) {
        for (String part : parts) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static void addAll(Table table, String word, Set<String> found) {
        List<String> begun = List.of("");
        int at = 0;
        while (at < word.length()) {
            boolean start = at == 0 || !Character.isLetter(word.charAt(at - 1));
            int group = table.find(word, at);
            List<String> readings;
            if (start && startsWithGlide(table, word, at)) {
                // At the start of a word the national table writes y: Jar, Iar – Yar.
                readings = List.of("y");
                at++;
            } else if (group >= 0) {
                readings = table.readings.get(group);
                at += table.groups.get(group).length();
            } else {
                readings = List.of(word.substring(at, at + 1));
                at++;
            }
            begun = extend(begun, readings);
        }
        begun.forEach(reading -> found.add(NameKeys.fold(reading)));
    }

    private static boolean startsWithGlide(Table table, String word, int at) {
        return word.charAt(at) == table.glide && at + 1 < word.length() && "aeouéè".indexOf(word.charAt(at + 1)) >= 0;
    }

    private static List<String> extend(List<String> begun, List<String> readings) {
        List<String> longer = new ArrayList<>();
        for (String reading : readings) {
            for (String start : begun) {
                if (longer.size() < MOST) {
                    longer.add(start + reading);
                }
            }
        }
        return longer;
    }
}
