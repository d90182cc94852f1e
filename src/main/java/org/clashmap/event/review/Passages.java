package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.time.TimeReader;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/** Passages of stored reports that a person points at: as proof of an event, or as an event that coding passed over. */
final class Passages {
    private final EventStore store;
    private final EventCoder coder;

    Passages(EventStore store, EventCoder coder) {
        this.store = store;
        this.coder = coder;
    }

    /** A passage of a report; offsets are code points of its text. */
    record Passage(Report report, String text, int start, int end) {}

    /** Reads {@code report_id}, {@code start} and {@code end}. */
    Passage read(BodyFields body) {
        String id = body.requireText("report_id", List.of("the id of a stored report"));
        Report report = store.findReport(id)
                .orElseThrow(() -> body.refused(
                        "report_id", "is \"" + id + "\", which is not stored", List.of("the id of a stored report")));
        int length = report.text().codePointCount(0, report.text().length());
        int start = body.whole("start", 0, Math.max(0, length - 1));
        int end = body.whole("end", start + 1, length);
        String text = report.text()
                .substring(
                        report.text().offsetByCodePoints(0, start),
                        report.text().offsetByCodePoints(0, end));
        if (text.isBlank()) {
            throw body.refused("end", "leaves a passage without words", List.of("the end of a sentence"));
        }
        return new Passage(report, text, start, end);
    }

    /** What coding makes of the passage alone, or else an event of no kind and no place; the person says the rest. */
    Event event(Passage passage, String id, Editor editor) {
        Report report = passage.report;
        Report alone = new Report(
                report.id(), passage.text, report.language(), report.published(), report.source(), report.receipt());
        Optional<Event> coded = coder.code(alone).events().stream().findFirst();
        SourceRef source = source(passage);
        Event.Account account = coded.map(event -> new Event.Account(
                        event.account().certainty(),
                        event.account().verification(),
                        null,
                        event.account().claims().stream()
                                .map(claim -> shifted(claim, passage.start))
                                .toList(),
                        List.of(source)))
                .orElseGet(
                        () -> new Event.Account("reported_as_fact", "single_source", null, List.of(), List.of(source)));
        Event.Change created = new Event.Change(1, editor.at(), editor.by(), "create", "added by a person");
        Event.Editorial editorial = new Event.Editorial(
                new Event.Review("accepted", editor.by(), editor.at(), null),
                coded.map(event -> event.editorial().sensitivity()).orElse(Event.Sensitivity.PUBLIC),
                List.of(created));
        return new Event(
                new Event.Identity(id, 1, null, null, List.of()),
                coded.map(Event::what).orElseGet(Passages::unknown),
                coded.map(Event::when).orElseGet(() -> undated(report)),
                coded.map(Event::where).orElseGet(() -> Where.unknown(null)),
                coded.map(Event::who).orElse(Event.Who.NOBODY),
                coded.map(Event::toll).orElse(Event.Toll.NONE),
                account,
                editorial);
    }

    private static Event.What unknown() {
        return new Event.What(
                "Event", RecordType.EVENT, MapTier.TIMELINE_ONLY, SubEventType.OTHER, null, Event.Traits.PLAIN);
    }

    private static Event.When undated(Report report) {
        if (report.published() == null) {
            return new Event.When(null, null, null, new Event.DatePrecision(3, 5), null, "inferred_publish", "current");
        }
        TimeMention window = TimeReader.undated(report.published());
        return new Event.When(
                window.start(),
                window.end(),
                window.day(),
                new Event.DatePrecision(window.acledPrecision(), window.ucdpPrecision()),
                null,
                "inferred_publish",
                "current");
    }

    private static Event.Claim shifted(Event.Claim claim, int by) {
        Event.Quote quote = claim.quote();
        return new Event.Claim(
                claim.field(),
                claim.value(),
                claim.speaker(),
                claim.party(),
                claim.stance(),
                claim.saidOn(),
                new Event.Quote(quote.text(), quote.start() + by, quote.end() + by, quote.fields()),
                claim.reportId());
    }

    private static SourceRef source(Passage passage) {
        return SourceRef.of(passage.report, List.of(quote(passage)));
    }

    private static Event.Quote quote(Passage passage) {
        return new Event.Quote(passage.text, passage.start, passage.end, List.of());
    }

    /** The next version of an event that the passage proves as well. */
    Event withSource(Event event, Passage passage, Editor editor, @Nullable String reason) {
        Event.Quote quote = quote(passage);
        List<SourceRef> sources = new ArrayList<>(event.account().sources());
        int known = 0;
        while (known < sources.size() && !sources.get(known).reportId().equals(passage.report.id())) {
            known++;
        }
        if (known == sources.size()) {
            sources.add(source(passage));
        } else if (sources.get(known).evidence().stream()
                .anyMatch(old -> old.start() == quote.start() && old.end() == quote.end())) {
            throw RefusedChangeException.of("start", "and end are those of a passage that proves the event already");
        } else {
            List<Event.Quote> evidence = new ArrayList<>(sources.get(known).evidence());
            evidence.add(quote);
            sources.set(known, sources.get(known).withEvidence(evidence));
        }
        String words = "linked to a passage of " + passage.report.id();
        return event.withAccount(event.account().withSources(sources))
                .withVersion(
                        event.version() + 1,
                        Splitting.history(
                                event.editorial(),
                                event.version() + 1,
                                "edit",
                                editor,
                                reason == null ? words : words + ": " + reason));
    }
}
