package org.clashmap.event.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.SubEventType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads corrections of everything but the place. */
final class FactReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_ACTORS = 50;
    private static final int MOST_PEOPLE = 100_000_000;
    private static final List<String> ROLES =
            List.of("initiator", "target", "participant", "affected", "mediator", "speaker");
    private static final List<String> COUNTS = List.of("fatalities", "deaths", "injured", "captured", "displaced");

    private FactReader() {}

    static Changes.@Nullable Coding coding(BodyFields fields) {
        SubEventType type = type(fields);
        MapTier tier = fields.has("map_tier") ? MapTier.of(fields.whole("map_tier", 1, 3)) : null;
        String title = fields.text("title", LONGEST_TITLE);
        if (title == null && fields.has("title")) {
            throw fields.refused("title", "is empty", List.of("a text of at most " + LONGEST_TITLE + " characters"));
        }
        return type == null && tier == null && title == null ? null : new Changes.Coding(type, tier, title);
    }

    private static @Nullable SubEventType type(BodyFields fields) {
        if (!fields.has("sub_event_type")) {
            return null;
        }
        List<String> labels =
                Arrays.stream(SubEventType.values()).map(SubEventType::label).toList();
        String label = fields.requireText("sub_event_type", labels);
        return SubEventType.find(label)
                .orElseThrow(() -> fields.refused("sub_event_type", "is \"" + label + "\"", labels));
    }

    static Changes.@Nullable Window window(BodyFields fields) {
        BodyFields when = fields.object("when", List.of("{\"date_start\",\"date_end\"}"));
        if (when == null) {
            return null;
        }
        when.requireOnly(List.of("date_start", "date_end"));
        LocalDate start = when.day("date_start");
        LocalDate end = when.day("date_end");
        if (start != null && end != null && start.isAfter(end)) {
            throw when.refused("date_end", "is " + end + ", before the start " + start, List.of("a day from " + start));
        }
        return new Changes.Window(start, end);
    }

    static @Nullable String assignee(BodyFields fields) {
        if (!fields.has("assignee")) {
            return null;
        }
        String name = fields.text("assignee", LONGEST_NAME);
        return name == null ? "" : name;
    }

    static Changes.@Nullable People people(BodyFields fields) {
        List<Changes.Part> actors = actors(fields);
        CountChanges counts = counts(fields.object("counts", COUNTS));
        return actors == null && counts == null ? null : new Changes.People(actors, counts);
    }

    private static @Nullable List<Changes.Part> actors(BodyFields fields) {
        List<BodyFields> items = fields.objects("actors", MOST_ACTORS);
        if (items == null) {
            return null;
        }
        List<Changes.Part> parts = new ArrayList<>();
        for (BodyFields item : items) {
            item.requireOnly(List.of("name", "role", "inter"));
            String name = item.text("name", LONGEST_NAME);
            if (name == null) {
                throw item.refused("name", "is missing", List.of("a name"));
            }
            String role = item.requireText("role", ROLES);
            if (!ROLES.contains(role)) {
                throw item.refused("role", "is \"" + role + "\"", ROLES);
            }
            boolean coded = item.has("inter") && !item.isNull("inter");
            parts.add(new Changes.Part(name, role, coded ? item.whole("inter", 0, 8) : null));
        }
        return List.copyOf(parts);
    }

    private static @Nullable CountChanges counts(@Nullable BodyFields fields) {
        if (fields == null) {
            return null;
        }
        fields.requireOnly(COUNTS);
        if (fields.node().isEmpty()) {
            throw RefusedChangeException.of(fields.path(), "is empty", COUNTS);
        }
        return new CountChanges(
                number(fields, "fatalities"),
                deaths(fields),
                range(fields, "injured"),
                number(fields, "captured"),
                range(fields, "displaced"));
    }

    private static CountChanges.@Nullable Figure<Integer> number(BodyFields fields, String name) {
        if (!fields.has(name)) {
            return null;
        }
        return fields.isNull(name)
                ? new CountChanges.Figure<>(null)
                : new CountChanges.Figure<>(fields.whole(name, 0, MOST_PEOPLE));
    }

    private static CountChanges.@Nullable Figure<Event.Estimate> deaths(BodyFields fields) {
        if (!fields.has("deaths")) {
            return null;
        }
        JsonNode value = fields.node().path("deaths");
        if (value.isNumber()) {
            int n = fields.whole("deaths", 0, MOST_PEOPLE);
            return new CountChanges.Figure<>(new Event.Estimate(n, n, n));
        }
        BodyFields deaths = fields.object("deaths", List.of("{\"low\",\"best\",\"high\"}", "null"));
        if (deaths == null) {
            return new CountChanges.Figure<>(null);
        }
        deaths.requireOnly(List.of("low", "best", "high"));
        int least = deaths.given("low") ? deaths.whole("low", 0, MOST_PEOPLE) : 0;
        int most = deaths.given("high") ? deaths.whole("high", least, MOST_PEOPLE) : MOST_PEOPLE;
        if (!deaths.given("low") && !deaths.given("best") && !deaths.given("high")) {
            return new CountChanges.Figure<>(null);
        }
        int told = deaths.given("low") ? least : most;
        int best = deaths.given("best") ? deaths.whole("best", least, most) : told;
        int low = deaths.given("low") ? least : best;
        int high = deaths.given("high") ? most : best;
        return new CountChanges.Figure<>(new Event.Estimate(low, best, high));
    }

    private static CountChanges.@Nullable Figure<Event.Range> range(BodyFields fields, String name) {
        if (!fields.has(name)) {
            return null;
        }
        JsonNode value = fields.node().path(name);
        if (value.isNumber()) {
            int n = fields.whole(name, 0, MOST_PEOPLE);
            return new CountChanges.Figure<>(new Event.Range(n, n));
        }
        BodyFields range = fields.object(name, List.of("a whole number", "{\"low\",\"high\"}", "null"));
        if (range == null) {
            return new CountChanges.Figure<>(null);
        }
        range.requireOnly(List.of("low", "high"));
        if (!range.given("low") && !range.given("high")) {
            return new CountChanges.Figure<>(null);
        }
        int least = range.given("low") ? range.whole("low", 0, MOST_PEOPLE) : 0;
        int high = range.given("high") ? range.whole("high", least, MOST_PEOPLE) : least;
        return new CountChanges.Figure<>(new Event.Range(range.given("low") ? least : high, high));
    }
}
