package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the events of a query to a stream, one by one and in constant memory. What must be said about them stands inside
 * where the format has room for it; for the others {@link #beside} gives it as a document of its own.
 *
 * @param store read twice: first for what must be said at the beginning
 * @param credits to name beside the sources of the events
 * @param today for what is held back for a time
 * @param guarded whether cells of tables are kept from being taken for formulas
 * @param view what those the file is for may see of an event; a query is asked of that, and not of what is behind it
 * @param wanted which of the events of a query, asked of what may be seen of them
 */
public record Exporter(
        EventStore store,
        List<String> credits,
        LocalDate today,
        boolean guarded,
        Function<Event, Optional<Event>> view,
        Predicate<Event> wanted) {
    private static final Function<Event, Optional<Event>> EXACT = Optional::of;

    /** For those who may see everything exactly. */
    public Exporter(EventStore store, List<String> credits, LocalDate today, boolean guarded) {
        this(store, credits, today, guarded, EXACT);
    }

    /** For those who may see what a view gives. */
    public Exporter(
            EventStore store,
            List<String> credits,
            LocalDate today,
            boolean guarded,
            Function<Event, Optional<Event>> view) {
        this(store, credits, today, guarded, view, event -> true);
    }

    /** The same for those events of a query only. */
    public Exporter only(Predicate<Event> those) {
        return new Exporter(store, credits, today, guarded, view, those);
    }

    /**
     * What an export did.
     *
     * @param leftOut events that the format has no place for, or that may not be published
     */
    public record Outcome(Contents contents, long written, long leftOut) {}

    /** Makes the sink of a format that is written elsewhere, such as GeoPackage. */
    @FunctionalInterface
    public interface SinkMaker {
        EventSink open(Contents contents) throws IOException;
    }

    /** Gives events one by one; it is asked twice and gives the same. */
    @FunctionalInterface
    public interface Walk {
        void forEach(Consumer<Event> each);
    }

    /**
     * What is said of events that do not come from a store's query.
     *
     * @param filter in words
     */
    public record About(List<String> filter, long dataVersion, List<String> credits) {}

    /** Writes events that the caller has chosen, as they are, in one of the formats that are text; leaves the writer open. */
    public static void write(ExportFormat format, Walk events, About about, Writer writer) throws IOException {
        Contents.Gathering gathering = new Contents.Gathering();
        events.forEach(gathering::add);
        Contents contents = gathering.finish(about.filter(), about.dataVersion(), about.credits());
        try (EventSink sink = sink(format, writer, contents, true)) {
            events.forEach(event -> put(sink, event));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    /**
     * Writes one of the formats that are text, and leaves the writer open.
     *
     * @param filter the query in words
     */
    public Outcome write(ExportFormat format, EventQuery query, List<String> filter, Writer writer) throws IOException {
        Outcome outcome = write(format, query, filter, contents -> sink(format, writer, contents, guarded));
        writer.flush();
        return outcome;
    }

    /** Writes the archive of {@link ExportFormat#EVIDENCE}. */
    public Outcome writeEvidence(EventQuery query, List<String> filter, OutputStream out) throws IOException {
        Contents contents = contents(ExportFormat.EVIDENCE, query, filter);
        EvidencePack.write(store, query, wanted, contents, out);
        return new Outcome(contents, contents.events(), 0);
    }

    public Outcome write(ExportFormat format, EventQuery query, List<String> filter, SinkMaker maker)
            throws IOException {
        Contents contents = contents(format, query, filter);
        long[] counts = new long[2];
        EventSink sink = maker.open(contents);
        try (sink) {
            forEachShown(format, query, shown -> {
                counts[shown.isPresent() ? 0 : 1]++;
                shown.ifPresent(one -> put(sink, one));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Outcome(contents, counts[0] - sink.leftOut(), counts[1] + sink.leftOut());
    }

    /** Gives for each event that matches what is shown of it, or nothing where that is not to go out. */
    @SuppressWarnings("ReferenceEquality") // the one function that changes nothing
    private void forEachShown(ExportFormat format, EventQuery query, Consumer<Optional<Event>> each) {
        PublicView strict = new PublicView(today);
        if (view == EXACT) {
            store.forEach(query, event -> {
                if (wanted.test(event)) {
                    each.accept(format == ExportFormat.PUBLIC ? strict.of(event) : Optional.of(event));
                }
            });
            return;
        }
        EventQuery sieve = new EventQuery(null, null, null, query.tiers(), Integer.MAX_VALUE, 0);
        store.forEach(sieve, event -> {
            Optional<Event> seen = view.apply(event);
            if (seen.isEmpty() || (matches(query, seen.get()) && wanted.test(seen.get()))) {
                each.accept(format == ExportFormat.PUBLIC ? seen.flatMap(strict::of) : seen);
            }
        });
    }

    private static boolean matches(EventQuery query, Event event) {
        LonLat point = event.where().point();
        Geometry footprint = event.where().footprint();
        BoundingBox box = query.box();
        boolean within = box == null
                || (point != null
                        ? box.contains(point.lon(), point.lat())
                        : footprint != null && box.intersects(footprint));
        LocalDate start = event.when().start();
        LocalDate end = event.when().end();
        return within
                && (query.from() == null || end == null || !end.isBefore(query.from()))
                && (query.to() == null || start == null || !start.isAfter(query.to()));
    }

    private static void put(EventSink sink, Event event) {
        try {
            sink.add(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Contents contents(ExportFormat format, EventQuery query, List<String> filter) {
        Contents.Gathering gathering = new Contents.Gathering();
        forEachShown(format, query, shown -> shown.ifPresent(gathering::add));
        return gathering.finish(filter, store.dataVersion(), credits);
    }

    private static EventSink sink(ExportFormat format, Writer writer, Contents contents, boolean guarded)
            throws IOException {
        return switch (format) {
            case GEOJSON, PUBLIC -> JsonSinks.collection(writer, contents);
            case GEOJSONL -> JsonSinks.lines(writer, "");
            case GEOJSONSEQ -> JsonSinks.lines(writer, "\u001e");
            case CSV -> {
                FlatRows rows = FlatRows.load();
                yield new TableSink(writer, rows.columns(), rows::of, guarded);
            }
            case ACLED -> new TableSink(writer, AcledRows.COLUMNS, AcledRows::of, guarded);
            case UCDP -> new TableSink(writer, UcdpRows.COLUMNS, UcdpRows::of, guarded);
            case PLOVER -> new PloverSink(writer);
            case KML -> new KmlSink(writer, contents);
            case ATOM -> new AtomSink(writer, contents);
            case GPKG, EVIDENCE -> throw new IllegalArgumentException(format.word() + " is not written as text");
        };
    }

    /** What must be said about an export whose format has no room for it, as JSON. */
    public static String beside(Contents contents) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonSinks.MAPPER.createGenerator(text)) {
            json.writeStartObject();
            contents.write(json);
            json.writeEndObject();
        }
        return text + "\n";
    }
}
