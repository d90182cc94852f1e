package org.clashmap.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.Language;

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
            all.put(language, load("/extract/toponyms/" + language.code() + ".tsv"));
        }
        return all;
    }

    private static ToponymCues load(String resource) {
        Map<String, Set<String>> words = new java.util.HashMap<>();
        try (InputStream stream = ToponymCues.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    String separator = line.startsWith("seat") ? "\\|" : " ";
                    Set<String> kind = words.computeIfAbsent(line.substring(0, tab), k -> new HashSet<>());
                    for (String word : line.substring(tab + 1).split(separator, -1)) {
                        kind.add(word.toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
        return new ToponymCues(words);
    }
}
