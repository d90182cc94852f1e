package org.clashmap.extract.toponym;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;

/** The context words of one language that tell what a place name does; read once from {@code /extract/toponyms}. */
final class ToponymCues {
    private static final Map<Language, ToponymCues> LOADED = loadAll();

    private final Map<String, Set<String>> words;

    private ToponymCues(Map<String, Set<String>> words) {
        this.words = words;
    }

    static ToponymCues of(Language language) {
        ToponymCues cues = LOADED.get(language);
        if (cues == null) {
            throw new IllegalArgumentException("no context words for " + language);
        }
        return cues;
    }

    /** True when a word, in any case of letters, is of a kind such as {@code locative}. */
    boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    private static Map<Language, ToponymCues> loadAll() {
        Map<Language, ToponymCues> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, load("extract/toponyms/" + language.code()));
        }
        return all;
    }

    private static ToponymCues load(String table) {
        Map<String, Set<String>> words = new HashMap<>();
        for (WordTable.Row row : WordTable.rows(table, 2)) {
            String separator = row.get(0).startsWith("seat") ? "\\|" : " ";
            Set<String> kind = words.computeIfAbsent(row.get(0), k -> new HashSet<>());
            for (String word : row.get(1).split(separator, -1)) {
                kind.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return new ToponymCues(words);
    }
}
