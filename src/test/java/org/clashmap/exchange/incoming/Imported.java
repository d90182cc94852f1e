package org.clashmap.exchange.incoming;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.notice.Notice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import of a file of {@code src/test/resources/exchange} gives, without a store. */
record Imported(ImportSummary summary, List<Event> events, List<Notice> notices) {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Path FOLDER = Path.of("src/test/resources/exchange");
    static final Presets PRESETS = Presets.load();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Imported of(String file) {
        return of(ImportRequest.of(FOLDER.resolve(file)), PlaceFinder.NONE);
    }

    static Imported of(ImportRequest request, PlaceFinder finder) {
        List<Event> events = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        ImportSummary summary =
                new Importer(PRESETS, finder, () -> NOW, notices::add).read(request, ImportTarget.show(events::add));
        return new Imported(summary, events, notices);
    }

    Event event(int index) {
        return events.get(index);
    }

    JsonNode properties(int index) {
        return MAPPER.readTree(EventJson.toJson(events.get(index))).get("properties");
    }

    /** A property as its JSON text. */
    String json(int index, String name) {
        return properties(index).path(name).toString();
    }

    String preset() {
        return summary.preset().name();
    }
}
