package org.clashmap.event.review;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.store.MemoryStore;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;

/** A desk over an empty store, with the gazetteer that comes with the program, and reports to lay on it. */
final class Desk {
    static final Gazetteer GAZETTEER = CompactGazetteer.load(Path.of("geodata"));
    static final EventCoder CODER = new EventCoder(new Geoparser(GAZETTEER));
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    static final Editor ANNA = new Editor("anna", "2026-01-02T03:04:05Z");

    /** One strike in a town of one name, and one beside a village of several. */
    static final String TEXT = "Shelling hit the city of Kupiansk in Kharkiv region on Monday, killing two people."
            + " Russian drones struck 10 km north-west of Zarichne on Sunday.";

    final EventStore store = new MemoryStore();
    final Reviews reviews = new Reviews(GAZETTEER);
    final ReviewIndex index = new ReviewIndex(store);
    final PlaceChoices choices = new PlaceChoices(GAZETTEER, index);
    final ReviewDesk desk = new ReviewDesk(store, GAZETTEER, CODER, choices, CLOCK);

    static Report report(String id, String text) {
        return report(id, text, "The Gazette");
    }

    static Report report(String id, String text, String publisher) {
        return new Report(
                id,
                text,
                Language.EN,
                LocalDate.of(2025, 4, 8),
                new Report.Source(publisher, "A day", null),
                new Report.Receipt("ab".repeat(32), "text/plain", text.length(), "2026-01-01T00:00:00Z", "file"));
    }

    static List<Event> coded(String id, String text) {
        return CODER.code(report(id, text)).events();
    }

    Event get(String id) {
        return store.find(id).orElseThrow();
    }

    Event decide(String id, Decision decision) {
        return desk.decide(id, get(id).version(), decision, "anna");
    }

    Event merge(String leaving, String staying) {
        return desk.merge(leaving, get(leaving).version(), body("{\"with\":\"" + staying + "\"}"), "anna");
    }

    Event split(String id, String parts) {
        return desk.split(id, get(id).version(), body("{\"parts\":" + parts + "}"), "anna");
    }

    Event undo(String id) {
        return desk.undo(id, get(id).version(), body("{}"), "anna");
    }

    static JsonNode body(String json) {
        return DecisionReader.object(json);
    }

    /** Codes a report and keeps its events as they come. */
    List<Event> lay(String id, String text) {
        CodedReport coded = CODER.code(report(id, text));
        store.addReport(report(id, text), coded);
        return coded.events().stream()
                .map(event -> store.find(event.id()).orElseThrow())
                .toList();
    }
}
