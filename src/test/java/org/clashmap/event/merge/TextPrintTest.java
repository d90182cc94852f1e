package org.clashmap.event.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextPrintTest {
    private static final String REPORT =
            "Уночі на 8 квітня російські війська обстріляли Верхню громаду з артилерії. Пошкоджено школу та п’ять будинків,"
                    + " поранено двох людей. Рятувальники загасили пожежу до ранку, а поліція задокументувала наслідки.";

    private static boolean reprint(String left, String right) {
        boolean forth = TextPrint.of(left).isReprintOf(TextPrint.of(right));
        assertEquals(forth, TextPrint.of(right).isReprintOf(TextPrint.of(left)), "symmetric");
        return forth;
    }

    @Test
    void aReprintIsKnownThroughLayoutAndACreditLine() {
        assertTrue(reprint(REPORT, REPORT.toUpperCase(java.util.Locale.ROOT).replace(" ", "\n  ")));
        assertTrue(reprint(REPORT, REPORT + " (Вісник)"));
    }

    @Test
    void anotherReportOfTheSameEventIsNoReprint() {
        assertFalse(reprint(
                REPORT,
                "Російські війська вночі вдарили з артилерії по Верхній громаді: поранено двох людей, пошкоджено школу"
                        + " та кілька будинків."));
        assertFalse(reprint("A shell hit the bridge.", "A shell hit the market."));
        assertTrue(reprint("A shell hit.", "a shell hit"));
    }

    @Test
    void theJaccardShareIsThatOfTheSets() {
        Random random = new Random(8);
        for (int round = 0; round < 50; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                words.add("w" + random.nextInt(12));
            }
            List<String> others = new ArrayList<>(words);
            Collections.swap(others, random.nextInt(40), random.nextInt(40));
            Set<List<String>> left = shingles(words);
            Set<List<String>> right = shingles(others);
            long shared = left.stream().filter(right::contains).count();
            assertEquals(
                    (double) shared / (left.size() + right.size() - shared),
                    TextPrint.of(String.join(" ", words)).jaccard(TextPrint.of(String.join(" ", others))),
                    1e-9,
                    "seed 8, round " + round);
        }
    }

    private static Set<List<String>> shingles(List<String> words) {
        Set<List<String>> shingles = new TreeSet<>(java.util.Comparator.comparing(List::toString));
        for (int i = 0; i + 4 <= words.size(); i++) {
            shingles.add(words.subList(i, i + 4));
        }
        return shingles;
    }
}
