package org.clashmap.extract.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.WordTable;

/**
 * Named sets of lower-case words of one language; a word ending in {@code *} stands for every word that begins so.
 * Immutable after loading.
 */
public final class WordClasses {
    private static final int LONGEST_STEM = 24;

    /** A set of words and beginnings of words. */
    public record Vocabulary(Set<String> words, Set<String> stems) {
        public Vocabulary {
            words = Set.copyOf(words);
            stems = Set.copyOf(stems);
        }

        /** From words set apart by {@code |}. */
        public static Vocabulary of(Iterable<String> entries) {
            Set<String> words = new HashSet<>();
            Set<String> stems = new HashSet<>();
            for (String entry : entries) {
                String word = ArabicWords.bare(entry);
                if (word.endsWith("*")) {
                    stems.add(word.substring(0, word.length() - 1));
                } else {
                    words.add(word);
                }
            }
            return new Vocabulary(words, stems);
        }

        public boolean has(String word) {
            if (words.contains(word)) {
                return true;
            }
            if (!stems.isEmpty()) {
                for (int end = Math.min(word.length(), LONGEST_STEM); end > 0; end--) {
                    if (stems.contains(word.substring(0, end))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private final Map<String, Vocabulary> classes;

    private WordClasses(Map<String, Vocabulary> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** Rows of a table: name of the class, its words. A class may go on over several rows. */
    public static WordClasses load(String table) {
        Map<String, Set<String>> lists = new HashMap<>();
        for (WordTable.Row row : WordTable.rows(table)) {
            Set<String> words = lists.computeIfAbsent(row.get(0), name -> new HashSet<>());
            if (!row.get(1).isEmpty()) {
                words.addAll(List.of(row.get(1).split(" ", -1)));
            }
        }
        Map<String, Vocabulary> classes = new HashMap<>();
        lists.forEach((name, list) -> classes.put(name, Vocabulary.of(list)));
        return new WordClasses(classes);
    }

    /** Whether any class has the word. */
    public boolean hasAnywhere(String word) {
        return classes.values().stream().anyMatch(vocabulary -> vocabulary.has(word));
    }

    /** The class of a name, which must exist. */
    public Vocabulary get(String name) {
        Vocabulary found = classes.get(name);
        if (found == null) {
            throw new IllegalStateException("no word class <" + name + "> in the trigger tables");
        }
        return found;
    }

    /** Words written {@code a|b*}, or a class written {@code <name>}, also mixed. */
    public Vocabulary parse(String written) {
        Set<String> entries = new HashSet<>();
        for (String part : List.of(written.split("\\|", -1))) {
            if (part.startsWith("<") && part.endsWith(">")) {
                Vocabulary named = get(part.substring(1, part.length() - 1));
                entries.addAll(named.words());
                named.stems().forEach(stem -> entries.add(stem + "*"));
            } else {
                entries.add(part);
            }
        }
        return Vocabulary.of(entries);
    }
}
