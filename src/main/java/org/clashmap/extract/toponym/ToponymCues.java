package org.clashmap.extract.toponym;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.WordTable;

/** The context words of one language that tell what a place name does; read once from {@code /extract/toponyms}. */
final class ToponymCues {
    private static final Map<Language, ToponymCues> LOADED = loadAll();
    /** Arabic words written on to the next one. */
    private static final String PROCLITICS = "وفبلك";

    private static final int SHORTEST_ARABIC = 3;

    private final Language language;
    private final Map<String, Set<String>> words;

    private ToponymCues(Language language, Map<String, Set<String>> words) {
        this.language = language;
        this.words = words;
    }

    static ToponymCues of(Language language) {
        ToponymCues cues = LOADED.get(language);
        if (cues == null) {
            throw new IllegalArgumentException("no context words for " + language);
        }
        return cues;
    }

    /**
     * True when a word is of a kind such as {@code locative}, in any case of letters; in Arabic also with "and", "in" or
     * "for" written on to it, in French with the apostrophe of an elided one.
     */
    boolean is(String kind, String word) {
        Set<String> known = words.getOrDefault(kind, Set.of());
        if (known.isEmpty() || word.isEmpty()) {
            return false;
        }
        if (language != Language.AR) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean elided =
                    language == Language.FR && lower.length() > 1 && isApostrophe(lower.charAt(lower.length() - 1));
            return known.contains(elided ? lower.substring(0, lower.length() - 1) : lower);
        }
        String key = NameKeys.fold(word);
        for (int cut = 0; key.length() - cut >= (cut == 0 ? 1 : SHORTEST_ARABIC) && cut <= 2; cut++) {
            if (known.contains(key.substring(cut))) {
                return true;
            }
            if (PROCLITICS.indexOf(key.charAt(cut)) < 0) {
                break;
            }
        }
        return false;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static Map<Language, ToponymCues> loadAll() {
        Map<Language, ToponymCues> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, load(language));
        }
        return all;
    }

    private static ToponymCues load(Language language) {
        Map<String, Set<String>> words = new HashMap<>();
        for (WordTable.Row row : WordTable.rows("extract/toponyms/" + language.code(), 2)) {
            String separator = row.get(0).startsWith("seat") ? "\\|" : " ";
            Set<String> kind = words.computeIfAbsent(row.get(0), k -> new HashSet<>());
            for (String word : row.get(1).split(separator, -1)) {
                kind.add(language == Language.AR ? NameKeys.fold(word) : word.toLowerCase(Locale.ROOT));
            }
        }
        return new ToponymCues(language, words);
    }
}
