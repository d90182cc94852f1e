package org.clashmap.event.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;

/** Events in which every field that can hold a fact holds one that is found again by its spelling. */
public final class SecretEvents {
    /** Off the middle of any settlement, by a figure that nothing else has. */
    public static final LonLat POINT = new LonLat(37.516273, 48.734591);

    public static final LocalDate DAY = LocalDate.of(2025, 4, 8);

    /** What gives each fact away, as it would be spelt in an answer. */
    public static final Map<Fact, List<String>> SPELLINGS = Map.of(
            Fact.NAMES, List.of("Zorianenko"),
            Fact.QUOTES, List.of("quotesecret"),
            Fact.SOURCE, List.of("Sourcesecret", "sourcesecret"),
            Fact.ROW, List.of("rowsecret"),
            Fact.COUNTS, List.of("8123", "countsecret"));

    public static final List<String> EXACT_PLACE = List.of("37.5162", "48.7345", "Streetsecret", "streetsecret");
    public static final List<String> EXACT_DAY = List.of("2025-04-08", "2025-04-09", "daysecret");

    private SecretEvents() {}

    /** An event at a street, with a mark. */
    public static Event marked(String id, String mark, String level) {
        Event.Quote quote = new Event.Quote(
                "quotesecret on 2025-04-08: Zorianenko of Streetsecret 5 told Sourcesecret of 8123", 10, 90, List.of());
        return new Event(
                new Event.Identity(
                        id,
                        1,
                        "group-streetsecret",
                        "parent-streetsecret",
                        List.of(new Event.Link("part_of", "ev-streetsecret"))),
                new Event.What(
                        "Streetsecret 5 hit, Zorianenko killed, quotesecret",
                        RecordType.EVENT,
                        MapTier.DEFAULT_MAP,
                        SubEventType.SHELLING,
                        new Event.Plover("ASSAULT", List.of("heavy-weapons"), List.of("military")),
                        new Event.Traits(1, true, List.of("mortar streetsecret"), List.of("quotesecret streetsecret"))),
                new Event.When(
                        DAY, DAY, DAY, new Event.DatePrecision(1, 1), "daysecret quotesecret", "explicit", "current"),
                where(),
                new Event.Who(
                        List.of(
                                new Event.Actor(
                                        "Zorianenko's Army",
                                        "initiator",
                                        1,
                                        "a",
                                        "Zorianenko Brigade",
                                        "UA",
                                        "quotesecret Zorianenko"),
                                new Event.Actor("Olha Zorianenko", "target", 7, "b", null, null, "quotesecret"),
                                new Event.Actor(
                                        "Zorianenko Sourcesecret", "speaker", 0, null, null, null, "quotesecret")),
                        "Government of Zorianenko",
                        "Zorianenko",
                        1),
                new Event.Toll(
                        8123,
                        new Event.Estimate(8123, 8123, 8123),
                        new Event.Range(8123, 8123),
                        8123,
                        new Event.Range(8123, 8123),
                        8123,
                        "countsecret quotesecret 8123"),
                new Event.Account(
                        "claimed",
                        "single_source",
                        0.5,
                        List.of(new Event.Claim(
                                "event",
                                "quotesecret",
                                "Sourcesecret, a doctor at Streetsecret",
                                "Zorianenko",
                                "asserts",
                                LocalDate.of(2025, 4, 9),
                                quote)),
                        List.of(new SourceRef(
                                "rep-sourcesecret",
                                "Sourcesecret Gazette",
                                "Sourcesecret: Zorianenko killed at Streetsecret",
                                "https://sourcesecret.example/streetsecret-zorianenko",
                                LocalDate.of(2025, 4, 9),
                                "uk",
                                "ab".repeat(32),
                                "2025-04-09T06:00:00Z",
                                List.of(quote),
                                null))),
                new Event.Editorial(
                        new Event.Review(
                                "accepted", "Editorsecret", "2025-04-09T07:00:00Z", "quotesecret at Streetsecret"),
                        new Event.Sensitivity(level, mark.isEmpty() ? List.of() : List.of(mark), null),
                        List.of(
                                new Event.Change(1, "2025-04-09T06:00:00Z", "clashmap", "create", null),
                                new Event.Change(
                                        1,
                                        "2025-04-09T07:00:00Z",
                                        "Editorsecret",
                                        "edit",
                                        "quotesecret Streetsecret Zorianenko"))),
                supplement());
    }

    private static Where where() {
        return new Where(
                "quotesecret Streetsecret 5, near Zorianenko's house",
                POINT,
                Geodesy.circle(POINT, 200, 16),
                new Where.Names("Streetsecret 5", "Ukraine", "UKR", "Donetsk", "Kramatorsk"),
                new Where.Precision(1, 1, "street", 200),
                new Where.Geocode(
                        "gazetteer",
                        new Where.Relation("near", List.of("Streetsecret"), 150.0, 12.5),
                        List.of(new Where.Candidate(
                                "user:streetsecret",
                                "Streetsecret 5",
                                POINT,
                                "Donetsk",
                                0.9,
                                List.of("quotesecret names Streetsecret"),
                                null)),
                        "user:streetsecret",
                        new Where.Verdict(0.9, 0.8, false, false),
                        "2026-11-01",
                        "quotesecret Streetsecret"),
                "stated");
    }

    private static Supplement supplement() {
        String all = "\"quotesecret Streetsecret Zorianenko sourcesecret rowsecret countsecret daysecret\"";
        Map<String, String> extras = new LinkedHashMap<>();
        for (String text : List.of("notes", "time_of_day", "timezone", "admin3", "version_hash", "supersedes")) {
            extras.put(text, all);
        }
        for (String object : List.of("external_ids", "dedup", "extraction", "imported_raw", "gold")) {
            extras.put(object, "{\"a\":" + all + ",\"lon\":37.516273}");
        }
        for (String count : List.of("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "missing")) {
            extras.put(count, "8123");
        }
        extras.put("source", "\"Sourcesecret Gazette\"");
        extras.put("source_scale", all);
        return new Supplement(extras);
    }

    /** What no answer may hold about an event with these terms. */
    public static Set<String> forbidden(Rule rule) {
        Set<String> words = new TreeSet<>();
        for (Fact fact : rule.withheld()) {
            words.addAll(SPELLINGS.getOrDefault(fact, List.of()));
        }
        if (rule.withheld().contains(Fact.NAMES) || rule.withheld().contains(Fact.SOURCE)) {
            words.addAll(SPELLINGS.getOrDefault(Fact.QUOTES, List.of()));
        }
        if (rule.blur() != Blur.NONE) {
            words.addAll(EXACT_PLACE);
            words.addAll(SPELLINGS.getOrDefault(Fact.QUOTES, List.of()));
        }
        if (rule.date() != Coarseness.DAY) {
            words.addAll(EXACT_DAY);
        }
        words.add("Editorsecret");
        return words;
    }
}
