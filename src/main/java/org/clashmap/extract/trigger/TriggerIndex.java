package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.extract.table.WordClasses;

/** What is filed under a word or under its beginning. Looking up costs the length of the word. */
final class TriggerIndex<T> {
    private static final int LONGEST_STEM = 24;
    private final Map<String, List<T>> words = new HashMap<>();
    private final Map<String, List<T>> stems = new HashMap<>();

    void file(WordClasses.Vocabulary vocabulary, T value) {
        vocabulary.words().forEach(word -> fileWord(word, value));
        vocabulary.stems().forEach(stem -> fileStem(stem, value));
    }

    void fileWord(String word, T value) {
        words.computeIfAbsent(word, key -> new ArrayList<>(2)).add(value);
    }

    void fileStem(String stem, T value) {
        stems.computeIfAbsent(stem, key -> new ArrayList<>(2)).add(value);
    }

    List<T> underWord(String word) {
        return words.getOrDefault(word, List.of());
    }

    List<T> underStem(String stem) {
        return stems.getOrDefault(stem, List.of());
    }

    /** Everything filed under the word or a beginning of it. */
    List<T> find(String word) {
        List<T> found = new ArrayList<>(underWord(word));
        if (!stems.isEmpty()) {
            for (int end = Math.min(word.length(), LONGEST_STEM); end > 0; end--) {
                found.addAll(underStem(word.substring(0, end)));
            }
        }
        return found;
    }
}
