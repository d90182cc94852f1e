package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/** PLOVER's JSON, one event on a line. Events without a PLOVER code are left out. */
final class PloverSink implements EventSink {
    private final Writer writer;
    private long leftOut;

    PloverSink(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void add(Event event) throws IOException {
        Event.Plover plover = event.what().plover();
        if (plover == null) {
            leftOut++;
            return;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", event.id());
        line.put("date", text(AcledRows.day(event)));
        line.put("enddate", text(event.when().end()));
        line.put("actor", names(event, "initiator", "speaker", "participant"));
        line.put("recipient", names(event, "target", "affected"));
        line.put("event", List.of(plover.event()));
        line.put("mode", plover.modes());
        line.put("context", plover.contexts());
        line.put("event_loc", place(event.where()));
        Optional<SourceRef> source = event.account().sources().stream().findFirst();
        source.flatMap(ref -> ref.evidence().stream().findFirst()).ifPresent(quote -> {
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("start", quote.start());
            text.put("end", quote.end());
            line.put("text_info", text);
        });
        source.ifPresent(ref -> line.put("cite_info", citation(event, ref)));
        writer.write(JsonSinks.MAPPER.writeValueAsString(line));
        writer.write('\n');
    }

    private static List<String> names(Event event, String... roles) {
        List<String> wanted = List.of(roles);
        List<String> names = new ArrayList<>();
        for (Event.Actor actor : event.who().actors()) {
            if (wanted.contains(actor.role())) {
                names.add(actor.name());
            }
        }
        return names;
    }

    private static Map<String, @Nullable Object> place(Where where) {
        Map<String, @Nullable Object> place = new LinkedHashMap<>();
        String chosen = where.geocode().chosen();
        LonLat point = where.point();
        place.put("extracted_place", where.text());
        place.put("resolved_place", where.names().location());
        place.put("geonameid", chosen != null && chosen.matches("gn:\\d+") ? chosen.substring(3) : null);
        place.put("lat", point == null ? null : GeoJson.round(point.lat()));
        place.put("lon", point == null ? null : GeoJson.round(point.lon()));
        place.put("district", where.names().admin2());
        place.put("province", where.names().admin1());
        place.put("country", where.names().country());
        place.put("country_code", where.names().iso3());
        place.put("resolution", where.precision().level());
        return place;
    }

    private static Map<String, @Nullable Object> citation(Event event, SourceRef source) {
        Map<String, @Nullable Object> citation = new LinkedHashMap<>();
        citation.put("url", source.url());
        citation.put("title", source.title());
        citation.put("publication", source.publisher());
        citation.put("language", source.language());
        citation.put("license", source.licence());
        citation.put("coder", event.editorial().review().status());
        citation.put("codebook", "PLOVER");
        citation.put("version", EventJson.SCHEMA_VERSION);
        return citation;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public long leftOut() {
        return leftOut;
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
