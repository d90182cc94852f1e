package org.clashmap.event.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.Recoding;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;

/** Puts what a person changes into an event's parts. Version, review state and history stay as they are. */
final class Corrections {
    private final PlaceCorrection places;

    Corrections(Gazetteer gazetteer) {
        this.places = new PlaceCorrection(gazetteer);
    }

    /** @throws RefusedChangeException when the event does not bear it */
    Event apply(Event event, Changes changes, Editor editor) {
        Changes.Coding coding = changes.coding();
        Changes.People people = changes.people();
        Where where = changes.place() == null && changes.precision() == null
                ? event.where()
                : places.correct(event, changes.place(), changes.precision(), editor);
        Event corrected = new Event(
                event.identity(),
                what(event.what(), coding),
                changes.when() == null ? event.when() : when(event.when(), changes.when()),
                where,
                people == null || people.actors() == null ? event.who() : who(event.who(), people.actors()),
                people == null || people.counts() == null
                        ? event.toll()
                        : people.counts().on(event.toll()),
                event.account(),
                event.editorial(),
                event.supplement());
        return Recoding.follow(
                event, corrected, coding != null && coding.title() != null, coding != null && coding.tier() != null);
    }

    private static Event.What what(Event.What what, Changes.@Nullable Coding coding) {
        if (coding == null) {
            return what;
        }
        String title = coding.title() == null ? what.title() : coding.title();
        MapTier tier = coding.tier() == null ? what.tier() : coding.tier();
        SubEventType type = coding.type() == null ? what.type() : coding.type();
        return new Event.What(title, what.recordType(), tier, type, what.plover(), what.traits());
    }

    /** A person's window stands for itself, so its words and basis are no longer those of the text. */
    private static Event.When when(Event.When before, Changes.Window window) {
        LocalDate start = window.start();
        LocalDate end = window.end();
        if (Objects.equals(start, before.start()) && Objects.equals(end, before.end())) {
            return before;
        }
        return new Event.When(
                start, end, day(start, end), precision(start, end), before.text(), "external", before.status());
    }

    /** The day that stands for a window of a month or less: its middle, or of a night its end. */
    private static @Nullable LocalDate day(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null || length(start, end) > 31) {
            return null;
        }
        long days = length(start, end);
        return days <= 2 ? end : start.plusDays(days / 2);
    }

    private static long length(LocalDate start, LocalDate end) {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    /** UCDP's scale: a day, two to six days, a week or so, a month, longer; ACLED's beside it. */
    private static Event.DatePrecision precision(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            return new Event.DatePrecision(3, 5);
        }
        long days = length(start, end);
        if (days <= 6) {
            return new Event.DatePrecision(1, days <= 1 ? 1 : 2);
        }
        return days <= 10
                ? new Event.DatePrecision(2, 3)
                : days <= 31 ? new Event.DatePrecision(3, 4) : new Event.DatePrecision(3, 5);
    }

    /** An actor that was there keeps what is known of it beside name and role. */
    private static Event.Who who(Event.Who before, List<Changes.Part> parts) {
        List<Event.Actor> actors = new ArrayList<>();
        for (Changes.Part part : parts) {
            Event.Actor known = before.actors().stream()
                    .filter(actor -> actor.name().equals(part.name()))
                    .findFirst()
                    .orElse(new Event.Actor(part.name(), part.role(), 0, null, null, null, null));
            actors.add(new Event.Actor(
                    part.name(),
                    part.role(),
                    Objects.requireNonNullElse(part.inter(), known.inter()),
                    known.side() != null ? known.side() : sideOf(part.role()),
                    known.associate(),
                    known.country(),
                    known.mention()));
        }
        return new Event.Who(actors, before.sideA(), before.sideB(), before.typeOfViolence());
    }

    private static @Nullable String sideOf(String role) {
        return switch (role) {
            case "initiator" -> "a";
            case "target" -> "b";
            default -> null;
        };
    }
}
