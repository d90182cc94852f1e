package org.clashmap.exchange.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFormTest {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 8);

    @Test
    void daysAreReadHoweverTablesWriteThem() {
        for (String text : List.of(
                "2025-04-08",
                "2025-04-08 00:00:00.000",
                "2025-04-08T23:59:00Z",
                "20250408",
                "20250408171500",
                "2025/4/8",
                "08-04-2025",
                "8.4.2025",
                "08/04/2025 12:30",
                "8 April 2025",
                "08 Apr 2025",
                "April 8, 2025",
                "Tuesday, 8 April 2025",
                "8 квітня 2025",
                "8 апреля 2025 г.")) {
            assertEquals(DAY, DateForm.DAY.read(text), text);
        }
    }

    @Test
    void theMonthStandsFirstWhereAPresetSaysSo() {
        assertEquals(DAY, DateForm.MDY.read("4/8/2025"));
        assertEquals(DAY, DateForm.DMY.read("8/4/2025"));
        assertEquals(DAY, DateForm.MDY.read("2025-04-08"));
    }

    @Test
    void secondsAndMillisecondsSince1970() {
        assertEquals(DAY, DateForm.EPOCH.read("1744113600"));
        assertEquals(DAY, DateForm.EPOCH.read("1744113600000"));
        assertNull(DateForm.DAY.read("1744113600"));
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String text : List.of("", "soon", "2025-02-30", "2025-13-01", "0/0/2025", "31 Brumaire 2025", "1527")) {
            assertNull(DateForm.DAY.read(text), text);
        }
    }
}
