package org.clashmap.exchange.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellGuardTest {
    @Test
    void whatBeginsLikeAFormulaGetsAnApostrophe() {
        for (String cell : List.of(
                "=HYPERLINK(\"https://evil.example\")",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd",
                "@SUM(1+1)",
                "\t=1+1",
                "\r=1",
                "＝1+1")) {
            assertEquals('\'', CellGuard.guard(cell).charAt(0), cell);
        }
    }

    @Test
    void aCellThatAnotherSeparatorWouldOpenIsGuardedToo() {
        assertEquals("a;'=1+1", CellGuard.guard("a;=1+1"));
        assertEquals("first line\n'=1+1", CellGuard.guard("first line\n=1+1"));
    }

    @Test
    void numbersAndPlainTextStayAsTheyAre() {
        for (String cell : List.of("-5.3", "+4", "1e-7", "", "a = b", "10-12 people", "x@y.example", "'tis", "48.5")) {
            assertEquals(cell, CellGuard.guard(cell));
        }
    }

    @Test
    void whatWasGuardedComesBackExactly() {
        Random random = new Random(7);
        String letters = "=+-@'\t\r\n;,| a1.＝";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int n = random.nextInt(9); n > 0; n--) {
                cell.append(letters.charAt(random.nextInt(letters.length())));
            }
            String guarded = CellGuard.guard(cell.toString());
            assertEquals(cell.toString(), CellGuard.unguard(guarded), "seed 7, cell " + i);
            if (!guarded.matches("[-+]?\\d+(\\.\\d+)?")) {
                assertFalse(guarded.matches("(?s)[=+\\-@\t\r＝].*"), "seed 7, cell " + i + ": " + guarded);
            }
        }
    }
}
