package org.clashmap.map;

import org.clashmap.report.Report;
import org.clashmap.text.Language;

/** Reports for tests. */
final class Reports {
    private Reports() {}

    static Report of(String id) {
        return new Report(
                id,
                "A text.",
                Language.EN,
                null,
                new Report.Source("The Gazette", "A day", null),
                new Report.Receipt("ab".repeat(32), "text/plain", 7, "2026-01-01T00:00:00Z", "file"));
    }
}
