package org.clashmap.exchange.outgoing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.clashmap.event.Event;
import org.clashmap.event.RecordType;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.clashmap.geo.GeoJson;
import org.jspecify.annotations.Nullable;

/**
 * Events as rows with ACLED's columns. Left out is what ACLED does not code (speech, diplomacy and the rest of "Other",
 * aggregates) and what has no day.
 */
final class AcledRows {
    static final List<String> COLUMNS = List.of(
            "event_id_cnty",
            "event_date",
            "year",
            "time_precision",
            "disorder_type",
            "event_type",
            "sub_event_type",
            "actor1",
            "assoc_actor_1",
            "inter1",
            "actor2",
            "assoc_actor_2",
            "inter2",
            "interaction",
            "civilian_targeting",
            "iso",
            "region",
            "country",
            "admin1",
            "admin2",
            "admin3",
            "location",
            "latitude",
            "longitude",
            "geo_precision",
            "source",
            "source_scale",
            "notes",
            "fatalities",
            "tags",
            "timestamp");

    private AcledRows() {}

    static Optional<List<@Nullable String>> of(Event event) {
        LocalDate day = day(event);
        boolean codable =
                event.what().recordType() == RecordType.EVENT && event.what().type() != SubEventType.OTHER;
        if (!codable || day == null) {
            return Optional.empty();
        }
        Supplement extras = event.supplement();
        Where where = event.where();
        Event.Actor first = event.who().actor1();
        Event.Actor second = event.who().actor2();
        List<@Nullable String> row = new ArrayList<>(COLUMNS.size());
        row.addAll(Arrays.asList(
                id(event),
                day.toString(),
                String.valueOf(day.getYear()),
                String.valueOf(event.when().precision().acled()),
                event.what().type().type().disorderType(),
                event.what().type().type().label(),
                event.what().type().label()));
        actor(row, first);
        actor(row, second);
        row.addAll(Arrays.asList(
                interaction(first, second),
                event.what().traits().civilianTargeting() ? "Civilian targeting" : null,
                extras.text("imported_raw", "iso"),
                extras.text("imported_raw", "region"),
                where.names().country(),
                where.names().admin1(),
                where.names().admin2(),
                extras.text("admin3"),
                where.names().location() == null ? where.text() : where.names().location(),
                where.point() == null ? null : degrees(where.point().lat()),
                where.point() == null ? null : degrees(where.point().lon()),
                geoPrecision(where),
                event.account().publishers(),
                extras.text("source_scale"),
                notes(event),
                event.toll().fatalities() == null
                        ? null
                        : event.toll().fatalities().toString(),
                String.join("; ", event.what().traits().tags()),
                timestamp(event)));
        return Optional.of(row);
    }

    private static void actor(List<@Nullable String> row, Event.@Nullable Actor actor) {
        row.add(actor == null ? null : actor.name());
        row.add(actor == null ? null : actor.associate());
        row.add(actor == null ? null : String.valueOf(actor.inter()));
    }

    /** ACLED's own id where it is known; else the country's code and the event's id. */
    private static String id(Event event) {
        String own = event.supplement().text("external_ids", "acled");
        if (own != null) {
            return own;
        }
        String iso3 = event.where().names().iso3();
        String iso2 = Arrays.stream(Locale.getISOCountries())
                .filter(code -> Locale.of("", code).getISO3Country().equals(iso3))
                .findFirst()
                .orElse("XX");
        return iso2 + "-" + event.id();
    }

    static @Nullable LocalDate day(Event event) {
        if (event.when().day() != null) {
            return event.when().day();
        }
        return event.when().end() == null ? event.when().start() : event.when().end();
    }

    static String degrees(double degrees) {
        return String.valueOf(GeoJson.round(degrees));
    }

    private static @Nullable String interaction(Event.@Nullable Actor first, Event.@Nullable Actor second) {
        int a = first == null ? 0 : first.inter();
        int b = second == null ? 0 : second.inter();
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return high == 0 ? null : String.valueOf(low == 0 ? high * 10 : low * 10 + high);
    }

    private static @Nullable String geoPrecision(Where where) {
        if (where.precision().geo() != null) {
            return where.precision().geo().toString();
        }
        return switch (where.precision().level()) {
            case "exact", "street", "neighbourhood", "settlement" -> "1";
            case "settlement_vicinity", "route", "front_sector", "admin3", "admin2" -> "2";
            case "admin1" -> "3";
            default -> null;
        };
    }

    /** The record's notes, or in ACLED's manner: when, who, what, where, according to whom. */
    static String notes(Event event) {
        String own = event.supplement().text("notes");
        if (own != null) {
            return own;
        }
        StringJoiner note = new StringJoiner(", ");
        note.add((event.when().precision().acled() == 1 ? "On " : "Around ") + day(event));
        Event.Actor first = event.who().actor1();
        Event.Actor second = event.who().actor2();
        if (first != null) {
            note.add(first.name() + (second == null ? "" : " against " + second.name()));
        } else if (second != null) {
            note.add("against " + second.name());
        }
        note.add(event.what().title());
        if (event.where().text() != null) {
            note.add("as written: \"" + event.where().text() + "\"");
        }
        String publishers = event.account().publishers();
        note.add("certainty: " + event.account().certainty().replace('_', ' '));
        return note + (publishers == null ? "." : ". Source: " + publishers + ".");
    }

    /** When the row was last changed, in seconds; ACLED's own time where the row came from there. */
    private static @Nullable String timestamp(Event event) {
        String own = event.supplement().text("external_ids", "acled") == null
                ? null
                : event.supplement().text("imported_raw", "timestamp");
        if (own != null) {
            return own;
        }
        if (event.editorial().history().isEmpty()) {
            return null;
        }
        try {
            return String.valueOf(
                    OffsetDateTime.parse(event.editorial().history().getLast().at())
                            .toEpochSecond());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
