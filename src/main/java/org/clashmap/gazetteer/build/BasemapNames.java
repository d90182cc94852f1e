package org.clashmap.gazetteer.build;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Picks a city's Ukrainian and Russian names among the alternate names of GeoNames, which here carry no language: by the
 * letters and endings that only one of the two has, and by how near the romanised name comes to the Latin one. That is
 * safe only where few other languages write the name in Cyrillic: Ukrainian names in Ukraine, Russian names there and in
 * countries where Russian is official. Elsewhere names come by hand, and the other labels stay Latin.
 */
final class BasemapNames {
    /** How alike a romanised name and the Latin name must be, 0 to 1. */
    private static final double LEAST_LIKENESS = 0.7;

    /** Decides between names that are about as alike. */
    private static final double OWN_LETTER = 0.1;

    /** Among names as good as each other the shorter one: others are often transliterated letter by letter. */
    private static final double SHORTER = 1e-4;

    private static final Set<String> RUSSIAN_IN = Set.of("UA", "RU", "BY", "KZ");
    /** An adjective's ending that Bulgarian names, which share the letters, do not have. */
    private static final Pattern ADJECTIVE = Pattern.compile("[иы]й($|[ -])");

    private static final Pattern UKRAINIAN_SIGN = Pattern.compile("[сцз]ьк|[іїєґ]");
    private static final Pattern RUSSIAN_SIGN = Pattern.compile("[сц]к$|[ыёъэ]");
    private static final String CYRILLIC_LETTERS = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя";
    private static final Map<Character, String> ROMAN = new TreeMap<>();

    static {
        String[] pairs =
                ("а a,б b,в v,г g,ґ g,д d,е e,є e,ё e,ж zh,з z,и i,і i,ї i,й i,к k,л l,м m,н n,о o,п p,р r,с s,т t,"
                                + "у u,ф f,х kh,ц ts,ч ch,ш sh,щ shch,ъ ,ы i,ь ,э e,ю iu,я ia")
                        .split(",", -1);
        for (String pair : pairs) {
            ROMAN.put(pair.charAt(0), pair.substring(2));
        }
    }

    private BasemapNames() {}

    /** The best Ukrainian name, or null. */
    static @Nullable String ukrainian(BasemapCity city) {
        return city.country().equals("UA") ? best(city, UKRAINIAN_SIGN, RUSSIAN_SIGN) : null;
    }

    /** The best Russian name, or null. */
    static @Nullable String russian(BasemapCity city) {
        return RUSSIAN_IN.contains(city.country()) ? best(city, RUSSIAN_SIGN, UKRAINIAN_SIGN) : null;
    }

    private static @Nullable String best(BasemapCity city, Pattern own, Pattern foreign) {
        String best = null;
        double bestScore = LEAST_LIKENESS;
        String latin = folded(city.name());
        for (String name : city.otherNames()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!isCyrillicName(name, lower) || foreign.matcher(lower).find()) {
                continue;
            }
            double score = likeness(folded(romanised(lower)), latin)
                    + (own.matcher(lower).find() ? OWN_LETTER : 0)
                    + (ADJECTIVE.matcher(lower).find() ? OWN_LETTER / 2 : 0)
                    - name.length() * SHORTER;
            if (score > bestScore + 1e-9) {
                best = name;
                bestScore = score;
            }
        }
        return best;
    }

    /** Cyrillic letters of the two alphabets alone, and no second word in small letters such as "область". */
    private static boolean isCyrillicName(String name, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (CYRILLIC_LETTERS.indexOf(c) < 0 && " -’'".indexOf(c) < 0) {
                return false;
            }
        }
        int space = name.lastIndexOf(' ');
        return !name.endsWith(" ")
                && !name.isEmpty()
                && Character.isUpperCase(name.codePointAt(space + 1))
                && CYRILLIC_LETTERS.indexOf(lower.charAt(0)) >= 0;
    }

    static String romanised(String lower) {
        StringBuilder roman = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            roman.append(ROMAN.getOrDefault(lower.charAt(i), ""));
        }
        return roman.toString();
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        plain.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString().replace('y', 'i').replace("ii", "i").replace('h', 'g');
    }

    /** 1 minus the edit distance over the longer length. */
    private static double likeness(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        if (longest == 0 || Math.min(a.length(), b.length()) * 2 < longest) {
            return 0;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return 1 - (double) row[b.length()] / longest;
    }

    /** Names by hand for cities where the choice above goes wrong, from rows of id, Ukrainian and Russian name. */
    static Map<Integer, List<String>> byHand(List<String> lines) {
        Map<Integer, List<String>> names = new TreeMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                names.put(Integer.valueOf(cells[0]), List.of(cells[2], cells[3]));
            }
        }
        return names;
    }
}
