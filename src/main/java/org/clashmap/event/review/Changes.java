package org.clashmap.event.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.MapTier;
import org.clashmap.event.SubEventType;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes in an event. A part that is null stays as it is.
 *
 * @param precision a geo_level
 * @param assignee who is to review it; empty for nobody
 */
public record Changes(
        @Nullable PlaceChange place,
        @Nullable String precision,
        @Nullable Coding coding,
        @Nullable Window when,
        @Nullable People people,
        @Nullable String assignee) {
    public static final Changes NONE = new Changes(null, null, null, null, null, null);

    /** What it is called and counted as; each may be null. */
    public record Coding(
            @Nullable SubEventType type,
            @Nullable MapTier tier,
            @Nullable String title) {}

    /** A start or an end that is null is open. */
    public record Window(
            @Nullable LocalDate start, @Nullable LocalDate end) {}

    /** Who took part and what it cost; each may be null. */
    public record People(
            @Nullable List<Part> actors, @Nullable CountChanges counts) {}

    /**
     * An actor as a person names it.
     *
     * @param inter ACLED's code, or null to keep that of the actor of this name
     */
    public record Part(String name, String role, @Nullable Integer inter) {}

    public static Changes place(PlaceChange place) {
        return new Changes(place, null, null, null, null, null);
    }

    public static Changes precision(String level) {
        return new Changes(null, level, null, null, null, null);
    }

    public static Changes type(SubEventType type) {
        return new Changes(null, null, new Coding(type, null, null), null, null, null);
    }

    public static Changes title(String title) {
        return new Changes(null, null, new Coding(null, null, title), null, null, null);
    }

    public static Changes when(@Nullable LocalDate start, @Nullable LocalDate end) {
        return new Changes(null, null, null, new Window(start, end), null, null);
    }

    public static Changes actors(List<Part> actors) {
        return new Changes(null, null, null, null, new People(List.copyOf(actors), null), null);
    }

    public static Changes counts(CountChanges counts) {
        return new Changes(null, null, null, null, new People(null, counts), null);
    }

    public static Changes assignee(String name) {
        return new Changes(null, null, null, null, null, name);
    }

    /** The same with another place. */
    public Changes withPlace(PlaceChange other) {
        return new Changes(other, precision, coding, when, people, assignee);
    }

    /** What is changed, in words. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        add(parts, "place", place);
        add(parts, "precision", precision);
        if (coding != null) {
            add(parts, "type", coding.type);
            add(parts, "tier", coding.tier);
            add(parts, "title", coding.title);
        }
        add(parts, "time", when);
        if (people != null) {
            add(parts, "actors", people.actors);
            add(parts, "counts", people.counts);
        }
        add(parts, "assignee", assignee);
        return parts;
    }

    private static void add(List<String> parts, String word, @Nullable Object part) {
        if (part != null) {
            parts.add(word);
        }
    }

    boolean isEmpty() {
        return parts().isEmpty();
    }

    boolean isAssignmentOnly() {
        return parts().equals(List.of("assignee"));
    }
}
