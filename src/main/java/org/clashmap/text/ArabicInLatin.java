package org.clashmap.text;

import java.util.Set;

/**
 * The loose key of an Arabic name in Latin letters, which every newsroom spells its own way: "Deir ez-Zor", "Deir Ezzor" and
 * "Dayr az Zawr", "Al Bab" and "el-Bab", "Qamishli" and "Kamishly". The article and its assimilated forms, vowels other
 * than at the start, doubled letters, and q and k, dh and z, gh and g make no difference. Loose: use it only within a
 * country or unit. Thread-safe.
 */
public final class ArabicInLatin {
    /** Countries whose place names are mostly Arabic, by ISO 3166-1 alpha-2. */
    private static final Set<String> COUNTRIES = Set.of(
            "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA",
            "SD", "SO", "SY", "TD", "TN", "YE");

    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ul", "as", "es", "ash", "esh", "ad", "ed", "at", "et", "ar", "er", "az", "ez", "an", "en");

    private ArabicInLatin() {}

    public static boolean isSpoken(String iso2) {
        return COUNTRIES.contains(iso2);
    }

    /** @param foldedLatin a name after {@link NameKeys#fold} */
    public static String skeleton(String foldedLatin) {
        StringBuilder key = new StringBuilder(foldedLatin.length());
        for (String word : foldedLatin.split(" ", -1)) {
            if (!ARTICLES.contains(word)) {
                add(withoutArticle(word), key);
            }
        }
        return key.toString();
    }

    /** "ezzor", "assuwayda": an article written together with the consonant it doubles. */
    private static String withoutArticle(String word) {
        boolean joined = word.length() >= 5
                && "aeu".indexOf(word.charAt(0)) >= 0
                && word.charAt(1) == word.charAt(2)
                && "aeiouy".indexOf(word.charAt(1)) < 0;
        return joined ? word.substring(2) : word;
    }

    private static void add(String word, StringBuilder key) {
        String plain = word.replace("kh", "x")
                .replace("dh", "z")
                .replace("gh", "g")
                .replace("th", "t")
                .replace("ph", "f")
                .replace("ch", "sh")
                .replace("ou", "u");
        int begin = key.length();
        for (int i = 0; i < plain.length(); i++) {
            char c = switch (plain.charAt(i)) {
                case 'q', 'c' -> 'k';
                case 'j' -> 'g';
                case 'v', 'w' -> 'w';
                default -> plain.charAt(i);
            };
            boolean vowel = "aeiouyw".indexOf(c) >= 0;
            if (vowel ? i == 0 && c != 'w' : c != 'h' || i + 1 < plain.length()) {
                char kept = vowel ? 'a' : c;
                if (key.length() == begin || key.charAt(key.length() - 1) != kept) {
                    key.append(kept);
                }
            }
        }
    }
}
