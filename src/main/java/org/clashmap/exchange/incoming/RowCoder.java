package org.clashmap.exchange.incoming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.jspecify.annotations.Nullable;

/** Makes an event of a row: the same row gives the same event with the same id. Used by one thread. */
final class RowCoder {
    /** On an event whose rows must not be passed on. */
    static final String NOT_TO_BE_PASSED_ON = "licence_forbids_passing_on";

    private static final Set<String> ID_SCHEMES =
            Set.of("acled", "ucdp", "gdelt", "viina", "polecat", "geoconfirmed", "bellingcat");
    private static final int HASH_DIGITS = 16;

    /** Numbers that go into the supplement as they are. */
    private static final List<Field> COUNTS = List.of(
            Field.QUAD_CLASS,
            Field.DEATHS_A,
            Field.DEATHS_B,
            Field.DEATHS_CIVILIANS,
            Field.DEATHS_UNKNOWN,
            Field.INDEPENDENT_SOURCES);

    private static final List<Field> TEXTS = List.of(Field.CAMEO_CODE, Field.ADMIN3, Field.SOURCE_SCALE);

    private final Receipt receipt;
    private final Preset.Terms terms;
    private final RowTimes times;
    private final RowPlaces places;
    private final RowSources sources;
    private final Event.Review review;
    private final Event.Sensitivity sensitivity;

    RowCoder(Preset preset, Receipt receipt, PlaceFinder finder, LocalDate today) {
        this.receipt = receipt;
        terms = preset.terms();
        times = new RowTimes(terms.earliestYear(), today);
        places = new RowPlaces(finder, terms.publisher());
        sources = new RowSources(receipt, terms);
        String coder = terms.publisher() == null ? null : "coded by " + terms.publisher();
        review = new Event.Review(terms.review(), null, null, coder);
        sensitivity = terms.republish()
                ? Event.Sensitivity.PUBLIC
                : new Event.Sensitivity("public", List.of(NOT_TO_BE_PASSED_ON), null);
    }

    Event code(Cells cells) throws RowProblem {
        Event.When when = times.read(cells);
        Where where = places.read(cells);
        Event.Account account = sources.read(cells);
        return new Event(
                new Event.Identity(id(cells), 1, null, null, List.of()),
                RowActs.read(cells, where),
                when,
                where,
                RowPeople.who(cells),
                RowPeople.toll(cells),
                account,
                new Event.Editorial(review, sensitivity, history(cells)),
                supplement(cells, account));
    }

    /** The sources that a row about a mention names. */
    List<SourceRef> listSources(Cells cells) throws RowProblem {
        return sources.list(cells);
    }

    String id(Cells cells) {
        String id = cells.text(Field.EXTERNAL_ID);
        String scheme = terms.scheme().equals("other") ? receipt.dataset() : terms.scheme();
        return id == null ? scheme + "-row-" + hash(cells.row().raw()) : scheme + "-" + plain(id);
    }

    /** An id that can stand in a path; one that must be changed for it keeps a checksum of what it was. */
    static String plain(String id) {
        boolean isPlain = true;
        for (int i = 0; i < id.length() && isPlain; i++) {
            isPlain = isPlain(id.charAt(i));
        }
        if (isPlain) {
            return id;
        }
        StringBuilder plain = new StringBuilder();
        id.chars().forEach(c -> plain.append(isPlain((char) c) ? (char) c : '-'));
        return plain + "-" + hash(id).substring(0, HASH_DIGITS / 2);
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Event.Change> history(Cells cells) {
        String where = "row at line " + cells.row().line() + " of " + receipt.file();
        Event.Change imported = new Event.Change(1, receipt.collectedAt(), "import", "import", where);
        String updated = cells.text(Field.UPDATED);
        Double seconds = updated == null ? null : Cells.parse(updated);
        if (seconds == null || terms.publisher() == null) {
            return List.of(imported);
        }
        String at = Instant.ofEpochSecond(seconds.longValue())
                .atOffset(ZoneOffset.UTC)
                .toString();
        return List.of(new Event.Change(1, at, terms.publisher(), "edit", "last change at the source"), imported);
    }

    private Supplement supplement(Cells cells, Event.Account account) {
        Map<String, String> extras = new LinkedHashMap<>();
        String id = cells.text(Field.EXTERNAL_ID);
        if (id != null) {
            String scheme = terms.scheme().startsWith("viina") ? "viina" : terms.scheme();
            String key = ID_SCHEMES.contains(scheme) ? scheme : "other";
            extras.put("external_ids", "{\"" + key + "\":" + Supplement.quote(id) + "}");
        }
        quoted(extras, "notes", cells.text(Field.NOTES));
        String time = cells.text(Field.TIME_OF_DAY);
        // Midnight is what tables write for an unknown hour.
        quoted(extras, "time_of_day", time == null || time.startsWith("00:00") ? null : time);
        for (Field text : TEXTS) {
            quoted(extras, text.word(), cells.text(text));
        }
        for (Field count : COUNTS) {
            number(extras, count.word(), cells.count(count));
        }
        number(extras, "goldstein", cells.decimal(Field.GOLDSTEIN));
        Integer counted = cells.count(Field.NUMBER_OF_SOURCES);
        if (counted != null && counted != account.sources().size()) {
            extras.put("number_of_sources", counted.toString());
        }
        String cluster = cells.text(Field.CLUSTER_ID);
        if (cluster != null) {
            extras.put("dedup", "{\"cluster_id\":" + Supplement.quote(terms.scheme() + "-" + cluster) + "}");
        }
        extras.put(
                "extraction",
                "{\"pipeline\":" + Supplement.quote("import " + cells.preset().name()) + ",\"run_id\":"
                        + Supplement.quote(
                                receipt.reportId() + "#row=" + cells.row().line()) + "}");
        extras.put("imported_raw", cells.row().raw());
        return new Supplement(extras);
    }

    private static void quoted(Map<String, String> extras, String name, @Nullable String text) {
        if (text != null) {
            extras.put(name, Supplement.quote(text));
        }
    }

    private static void number(Map<String, String> extras, String name, @Nullable Number number) {
        if (number != null) {
            extras.put(name, number.toString());
        }
    }
}
