package org.clashmap.event;

import java.util.List;
import org.clashmap.notice.Notice;

/** What coding one report gave: its events, what was left out and why, and notices. */
public record CodedReport(List<Event> events, List<Omission> omissions, List<Notice> notices) {
    public CodedReport {
        events = List.copyOf(events);
        omissions = List.copyOf(omissions);
        notices = List.copyOf(notices);
    }
}
