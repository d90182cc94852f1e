package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void tableReadsBackAsItWasWritten() {
        String table = Weights.load().toTable();
        assertEquals(table, Weights.parse(table.lines().toList()).toTable());
    }

    @Test
    void unknownMissingAndMalformedRowsAreNamed() {
        List<String> rows = new ArrayList<>(Weights.load().toTable().lines().toList());
        rows.add("beauty\t1\t4\t1");
        assertTrue(message(rows).contains("beauty"));
        rows.removeLast();
        String last = rows.removeLast();
        assertTrue(message(rows).contains(last.substring(0, last.indexOf('\t'))));
        rows.add(last.replace('\t', ' '));
        assertTrue(message(rows).contains("is not"));
    }

    private static String message(List<String> rows) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Weights.parse(rows))
                .getMessage());
    }
}
