package org.clashmap.report;

import java.util.List;
import org.clashmap.notice.Notice;

/** The reports found in received bytes, in their order, and what was wrong with them. */
public record ReadResult(List<Report> reports, List<Notice> notices) {
    public ReadResult {
        reports = List.copyOf(reports);
        notices = List.copyOf(notices);
    }
}
