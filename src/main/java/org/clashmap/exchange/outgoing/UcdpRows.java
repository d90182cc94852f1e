package org.clashmap.exchange.outgoing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * Events as rows with the columns of UCDP GED, one row for an event whatever the number of its sources. UCDP codes no event
 * without a death, and none without days. The numbers of conflicts, dyads and countries are UCDP's own; they stand only on
 * rows that came from there.
 */
final class UcdpRows {
    static final List<String> COLUMNS = List.of(
            "id",
            "relid",
            "year",
            "active_year",
            "code_status",
            "type_of_violence",
            "conflict_dset_id",
            "conflict_new_id",
            "conflict_name",
            "dyad_dset_id",
            "dyad_new_id",
            "dyad_name",
            "side_a_dset_id",
            "side_a_new_id",
            "side_a",
            "side_b_dset_id",
            "side_b_new_id",
            "side_b",
            "number_of_sources",
            "source_article",
            "source_office",
            "source_date",
            "source_headline",
            "source_original",
            "where_prec",
            "where_coordinates",
            "where_description",
            "adm_1",
            "adm_2",
            "latitude",
            "longitude",
            "geom_wkt",
            "priogrid_gid",
            "country",
            "country_id",
            "region",
            "event_clarity",
            "date_prec",
            "date_start",
            "date_end",
            "deaths_a",
            "deaths_b",
            "deaths_civilians",
            "deaths_unknown",
            "best",
            "high",
            "low",
            "gwnoa",
            "gwnob");

    private static final int CELLS_AROUND = 720;

    private UcdpRows() {}

    static Optional<List<@Nullable String>> of(Event event) {
        Event.Estimate deaths = event.toll().deaths();
        LocalDate start = event.when().start() == null
                ? AcledRows.day(event)
                : event.when().start();
        LocalDate end = event.when().end() == null ? start : event.when().end();
        if (deaths == null || deaths.best() < 1 || start == null || end == null) {
            return Optional.empty();
        }
        List<@Nullable String> row = new ArrayList<>(COLUMNS.size());
        for (String column : COLUMNS) {
            row.add(cell(event, column, deaths, start, end));
        }
        return Optional.of(row);
    }

    private static @Nullable String cell(
            Event event, String column, Event.Estimate deaths, LocalDate start, LocalDate end) {
        Where where = event.where();
        LonLat point = where.point();
        Supplement extras = event.supplement();
        List<SourceRef> sources = event.account().sources();
        return switch (column) {
            case "id" -> {
                String own = extras.text("external_ids", "ucdp");
                yield own == null ? event.id() : own;
            }
            case "year" -> String.valueOf(start.getYear());
            case "type_of_violence" -> number(event.who().typeOfViolence());
            case "side_a" -> side(event.who().sideA(), event.who().actor1());
            case "side_b" -> side(event.who().sideB(), event.who().actor2());
            case "number_of_sources" -> {
                String counted = extras.text("number_of_sources");
                yield counted == null ? String.valueOf(sources.size()) : counted;
            }
            case "source_article" -> articles(sources);
            case "source_office" ->
                joined(sources.stream().map(SourceRef::publisher).toList());
            case "source_date" ->
                joined(sources.stream()
                        .map(s -> s.published() == null ? null : s.published().toString())
                        .toList());
            case "source_headline" ->
                joined(sources.stream().map(SourceRef::title).toList());
            case "where_prec" -> wherePrec(where);
            case "where_coordinates" -> where.names().location();
            case "where_description" -> where.text();
            case "adm_1" -> where.names().admin1();
            case "adm_2" -> where.names().admin2();
            case "latitude" -> point == null ? null : AcledRows.degrees(point.lat());
            case "longitude" -> point == null ? null : AcledRows.degrees(point.lon());
            case "geom_wkt" ->
                point == null
                        ? null
                        : "POINT (" + AcledRows.degrees(point.lon()) + " " + AcledRows.degrees(point.lat()) + ")";
            case "priogrid_gid" -> point == null ? null : String.valueOf(gridCell(point));
            case "country" -> where.names().country();
            case "event_clarity" -> String.valueOf(event.what().traits().clarity());
            case "date_prec" -> String.valueOf(event.when().precision().ucdp());
            case "date_start" -> start + " 00:00:00.000";
            case "date_end" -> end + " 00:00:00.000";
            case "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown" -> extras.text(column);
            case "best" -> String.valueOf(deaths.best());
            case "high" -> String.valueOf(deaths.high());
            case "low" -> String.valueOf(deaths.low());
            default -> extras.text("external_ids", "ucdp") == null ? null : extras.text("imported_raw", column);
        };
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String side(@Nullable String side, Event.@Nullable Actor actor) {
        return side != null || actor == null ? side : actor.name();
    }

    private static @Nullable String wherePrec(Where where) {
        if (where.precision().where() != null) {
            return where.precision().where().toString();
        }
        return switch (where.precision().level()) {
            case "exact", "street", "neighbourhood", "settlement" -> "1";
            case "settlement_vicinity" -> "2";
            case "admin3", "admin2" -> "3";
            case "admin1" -> "4";
            case "route", "front_sector" -> "5";
            case "country" -> "6";
            case "sea" -> "7";
            default -> null;
        };
    }

    private static String articles(List<SourceRef> sources) {
        StringJoiner articles = new StringJoiner(";");
        for (SourceRef source : sources) {
            String day = source.published() == null ? "" : source.published().toString();
            String text = plain(source.publisher()).replace(',', ' ') + "," + day + "," + plain(source.title());
            articles.add('"' + text + '"');
        }
        return articles.toString();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace('"', '\'');
    }

    private static @Nullable String joined(List<@Nullable String> texts) {
        StringJoiner joined = new StringJoiner(";");
        boolean any = false;
        for (String text : texts) {
            joined.add(text == null ? "" : text);
            any |= text != null;
        }
        return any ? joined.toString() : null;
    }

    /** The half-degree cell of PRIO-GRID: numbered from the south-west, eastwards, then northwards, from 1. */
    static int gridCell(LonLat point) {
        int row = (int) Math.min(359, Math.floor((point.lat() + 90) * 2));
        int column = (int) Math.min(CELLS_AROUND - 1, Math.floor((point.lon() + 180) * 2));
        return row * CELLS_AROUND + column + 1;
    }
}
