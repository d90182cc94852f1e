package org.clashmap.exchange.outgoing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What must be said about an export: which events, of which state of the data, under which licences and with which credits.
 *
 * @param filter what was asked for, in words such as "bbox 30,45,40,52"; empty for everything
 * @param dataVersion of the store
 * @param credits whom to name beside the sources of the events, such as those of the gazetteer
 * @param licences of the events' sources
 * @param publishers of the events' sources, as far as they are few enough to be listed
 * @param events how many
 * @param lastChange the latest instant in the events' histories, or null
 */
public record Contents(
        List<String> filter,
        long dataVersion,
        List<String> credits,
        Set<String> licences,
        Set<String> publishers,
        long events,
        @Nullable String lastChange) {
    private static final int MOST_PUBLISHERS = 200;

    public Contents {
        filter = List.copyOf(filter);
        credits = List.copyOf(credits);
        licences = new TreeSet<>(licences);
        publishers = new TreeSet<>(publishers);
    }

    /** Looks at events before they are written, since most formats say this at their beginning. */
    public static final class Gathering {
        private final Set<String> licences = new TreeSet<>();
        private final Set<String> publishers = new TreeSet<>();
        private long events;
        private @Nullable String lastChange;

        public void add(Event event) {
            events++;
            for (SourceRef source : event.account().sources()) {
                if (source.licence() != null) {
                    licences.add(source.licence());
                }
                if (source.publisher() != null && publishers.size() < MOST_PUBLISHERS) {
                    publishers.add(source.publisher());
                }
            }
            for (Event.Change change : event.editorial().history()) {
                if (lastChange == null || change.at().compareTo(lastChange) > 0) {
                    lastChange = change.at();
                }
            }
        }

        public Contents finish(List<String> filter, long dataVersion, List<String> credits) {
            return new Contents(filter, dataVersion, credits, licences, publishers, events, lastChange);
        }
    }

    /** Lines of text for formats that have only room for that. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(events + (events == 1 ? " event" : " events") + " of Clashmap, data version " + dataVersion
                + (lastChange == null ? "" : ", last changed " + lastChange));
        lines.add("Filter: " + (filter.isEmpty() ? "none" : String.join("; ", filter)));
        lines.add("Licences of the sources: " + (licences.isEmpty() ? "not stated" : String.join("; ", licences)));
        if (!publishers.isEmpty()) {
            lines.add("Sources: " + String.join("; ", publishers));
        }
        credits.forEach(credit -> lines.add("Credit: " + credit));
        return lines;
    }

    /** The same by name, in a fixed order. */
    public Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("schema_version", EventJson.SCHEMA_VERSION);
        table.put("data_version", String.valueOf(dataVersion));
        table.put("events", String.valueOf(events));
        table.put("last_change", lastChange == null ? "" : lastChange);
        table.put("filter", String.join("; ", filter));
        table.put("licences", String.join("; ", licences));
        table.put("sources", String.join("; ", publishers));
        table.put("credits", String.join("; ", credits));
        return table;
    }

    /** Members of a JSON object. */
    void write(JsonGenerator json) {
        json.writeStringProperty("schema_version", EventJson.SCHEMA_VERSION);
        json.writeNumberProperty("data_version", dataVersion);
        json.writeNumberProperty("numberReturned", events);
        if (lastChange != null) {
            json.writeStringProperty("last_change", lastChange);
        }
        strings(json, "filter", filter);
        strings(json, "licences", licences);
        strings(json, "sources", publishers);
        strings(json, "credits", credits);
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
