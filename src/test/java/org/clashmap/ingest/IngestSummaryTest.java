package org.clashmap.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.junit.jupiter.api.Test;

class IngestSummaryTest {
    @Test
    void everyReportIsCountedOnce() {
        IngestSummary.Tally tally = new IngestSummary.Tally();
        tally.addStored(3, 2, 4);
        tally.addStored(1, 0, 0);
        tally.addKnown();
        tally.addFailed();
        IngestSummary summary = tally.summary();
        assertEquals(new IngestSummary.Reports(2, 1, 1), summary.reports());
        assertEquals(4, summary.reports().total());
        assertEquals(
                "2 reports stored with 4 events (2 on the default map), 4 passages left out,"
                        + " 1 report already stored, 1 report failed",
                summary.inWords());
    }

    @Test
    void onlyErrorsAreErrors() {
        IngestSummary.Tally tally = new IngestSummary.Tally();
        tally.addNotice(new Notice("report_known", Severity.INFO, "a", "b"));
        tally.addNotice(new Notice("date_missing", Severity.WARNING, "a", "b"));
        assertFalse(tally.summary().hasErrors());
        tally.addNotice(new Notice("report_empty", Severity.ERROR, "a", "b"));
        assertTrue(tally.summary().hasErrors());
        assertTrue(tally.summary().inWords().endsWith("date_missing × 1, report_empty × 1"));
    }
}
