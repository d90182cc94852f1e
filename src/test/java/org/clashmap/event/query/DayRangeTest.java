package org.clashmap.event.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.clashmap.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

    @Test
    void instantIsItsDayInUtc() {
        assertEquals(new DayRange(Optional.of(FIRST), Optional.of(FIRST)), DayRange.parse("2025-04-01"));
        assertEquals(DayRange.parse("2025-04-01"), DayRange.parse("2025-04-01T23:59:59Z"));
        assertEquals(DayRange.parse("2025-04-01"), DayRange.parse("2025-04-02T01:30:00+03:00"));
    }

    @ParameterizedTest
    @CsvSource({"2025-04-01/..", "2025-04-01/"})
    void openEndIsEmpty(String value) {
        assertEquals(new DayRange(Optional.of(FIRST), Optional.empty()), DayRange.parse(value));
    }

    @ParameterizedTest
    @CsvSource({"../2025-04-01", "/2025-04-01"})
    void openStartIsEmpty(String value) {
        assertEquals(new DayRange(Optional.empty(), Optional.of(FIRST)), DayRange.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "2025-4-1", "2025-02-30", "today", "a/b/c", "2025-04-01T25:00:00Z"})
    void otherFormsAreRefusedWithTheAllowedOnes(String value) {
        String message = Refusal.messageOf(() -> DayRange.parse(value));
        assertTrue(message.contains("YYYY-MM-DD"), message);
    }

    @Test
    void startAfterEndIsRefused() {
        String message = Refusal.messageOf(() -> DayRange.parse("2025-04-02/2025-04-01"));
        assertTrue(message.contains("not after its end"), message);
    }
}
