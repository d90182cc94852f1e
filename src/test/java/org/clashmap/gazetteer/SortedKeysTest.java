package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sorted keys and the walk over them against plain scans of the same words, with seeded random words. */
class SortedKeysTest {
    private static final int RUNS = 300;

    @Test
    void keysComeInTheirOrder() {
        for (long seed = 0; seed < RUNS; seed++) {
            List<String> words = words(new Random(seed));
            SortedKeys keys = keys(words);
            List<String> sorted = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                sorted.add(words.get(keys.name(i)));
            }
            assertEquals(words.stream().sorted().toList(), sorted, "seed " + seed);
        }
    }

    @Test
    void wordsWithABeginningAreOneRange() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<String> words = words(random);
            SortedKeys keys = keys(words);
            String beginning = word(random, 1 + random.nextInt(5));
            int first = keys.firstNotBefore(beginning);
            assertEquals(
                    words.stream().filter(word -> word.startsWith(beginning)).count(),
                    keys.endOf(beginning, first) - first,
                    "seed " + seed + ", " + beginning);
        }
    }

    @Test
    void walkFindsJustTheWordsWithinTheEdits() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<String> words = words(random);
            SortedKeys keys = keys(words);
            String query = word(random, 4 + random.nextInt(6));
            int most = SpellingWalk.mostEdits(query.length());
            Map<String, Integer> expected = new TreeMap<>();
            for (String word : words) {
                boolean walked = most < 2 || word.charAt(0) == query.charAt(0);
                if (walked && edits(query, word) <= most) {
                    expected.put(word, edits(query, word));
                }
            }
            Map<String, Integer> found = new TreeMap<>();
            SpellingWalk.run(keys, query, 2, new SpellingWalk.Finding() {
                @Override
                public void whole(int from, int to, int edits) {
                    for (int i = from; i < to; i++) {
                        found.put(words.get(keys.name(i)), edits);
                    }
                }

                @Override
                public void beginning(int from, int to, int edits) {
                    for (int i = from; i < to; i++) {
                        String word = words.get(keys.name(i));
                        assertTrue(
                                java.util.stream.IntStream.rangeClosed(0, word.length())
                                        .anyMatch(end -> edits(query, word.substring(0, end)) <= 1),
                                word + " does not begin like " + query);
                    }
                }
            });
            assertEquals(expected, found, "seed " + seed + ", " + query);
        }
    }

    /** The whole table of optimal string alignment. */
    private static int edits(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int changed = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(changed, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }

    private static SortedKeys keys(List<String> words) {
        StringBuilder block = new StringBuilder();
        long[] entries = new long[words.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = SortedKeys.entry(i, block.length());
            block.append(words.get(i)).append(SortedKeys.END);
        }
        return new SortedKeys(block.toString().toCharArray(), entries);
    }

    /** Words of few letters, so that many begin alike and some are the same. */
    private static List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            words.add(word(random, 1 + random.nextInt(9)));
        }
        return words;
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abk ".charAt(random.nextInt(i == 0 || i == length - 1 ? 3 : 4)));
        }
        return word.toString();
    }
}
