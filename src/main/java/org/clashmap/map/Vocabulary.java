package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The dictionaries of all columns, and how an event becomes a row of codes. Used by the one thread that writes. */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class Vocabulary {
    /** Joins the names of several actors in one value. */
    static final char ACTOR_SEPARATOR = '\n';

    /** Joins the publishers, or the languages, of several sources, as ACLED does. */
    static final String SOURCE_SEPARATOR = "; ";

    static final int REGION_ONLY = 1;
    static final int LINE = 2;
    static final int GENERALISED = 4;

    final Dictionary countries = new Dictionary();
    final Dictionary admin1s = new Dictionary();
    final Dictionary actors = new Dictionary();
    final Dictionary actorLists = new Dictionary();
    final Dictionary sources = new Dictionary();
    final Dictionary languages = new Dictionary();
    final Dictionary precisions = new Dictionary();
    final Dictionary statuses = new Dictionary();
    final Shapes shapes = new Shapes();

    /** What readers see of it. */
    Names names() {
        return new Names(
                countries.values(),
                admin1s.values(),
                new Actors(actors.values(), actorLists.values()),
                sources.values(),
                languages.values(),
                precisions.values(),
                statuses.values());
    }

    record Names(
            Dictionary.Values countries,
            Dictionary.Values admin1s,
            Actors actors,
            Dictionary.Values sources,
            Dictionary.Values languages,
            Dictionary.Values precisions,
            Dictionary.Values statuses) {}

    record Actors(Dictionary.Values single, Dictionary.Values lists) {}

    void add(SegmentBuilder rows, Entry entry, Documents documents) {
        Event event = entry.event();
        rows.begin(event.id().getBytes(StandardCharsets.UTF_8), documents.append(entry.document()));
        rows.set(IntColumn.LENGTH, entry.document().length);
        rows.set(ByteColumn.AUDIENCE, entry.audiences());
        rows.set(IntColumn.VERSION, event.version());
        where(rows, event);
        when(rows, event.when());
        what(rows, event);
        who(rows, event.who());
        sources(rows, event.account());
    }

    private void where(SegmentBuilder rows, Event event) {
        Where where = event.where();
        LonLat point = where.point();
        Geometry area = point == null ? usable(where.footprint()) : null;
        int lon = Segment.NONE;
        int lat = Segment.NONE;
        int x = 0;
        int y = 0;
        int shape = -1;
        int flags = event.editorial().sensitivity().level().equals("blurred") ? GENERALISED : 0;
        if (point != null) {
            lon = (int) Math.round(point.lon() * 1e6);
            lat = (int) Math.round(point.lat() * 1e6);
            x = Mercator.x(lon);
            y = Mercator.y(lat);
        } else if (area != null) {
            shape = shapes.number(area);
            Shapes.Shape bounds = shapes.all()[shape];
            x = bounds.x();
            y = bounds.y();
            flags |= REGION_ONLY | (bounds.isLine() ? LINE : 0);
        }
        rows.set(IntColumn.LON, lon);
        rows.set(IntColumn.LAT, lat);
        rows.set(IntColumn.X, x);
        rows.set(IntColumn.Y, y);
        rows.set(IntColumn.SHAPE, shape);
        rows.set(ByteColumn.FLAGS, flags);
        rows.set(IntColumn.COUNTRY, countries.code(where.names().country()));
        rows.set(IntColumn.ADMIN1, admin1s.code(where.names().admin1()));
        Integer radius = where.precision().uncertaintyMeters();
        rows.set(IntColumn.UNCERTAINTY_METERS, radius == null ? 0 : radius);
        rows.set(ByteColumn.PRECISION, precisions.smallCode(where.precision().level()));
        rows.set(
                ByteColumn.CANDIDATES,
                Math.min(255, where.geocode().candidates().size()));
    }

    private static @Nullable Geometry usable(@Nullable Geometry footprint) {
        return footprint == null || footprint.isEmpty() ? null : footprint;
    }

    private static void when(SegmentBuilder rows, Event.When when) {
        rows.set(
                IntColumn.DAY,
                when.day() == null ? Segment.NONE : Math.toIntExact(when.day().toEpochDay()));
        rows.set(
                IntColumn.START,
                when.start() == null
                        ? Segment.NONE
                        : Math.toIntExact(when.start().toEpochDay()));
        rows.set(
                IntColumn.END,
                when.end() == null
                        ? Integer.MAX_VALUE
                        : Math.toIntExact(when.end().toEpochDay()));
    }

    private void what(SegmentBuilder rows, Event event) {
        rows.set(ByteColumn.SUB_EVENT_TYPE, event.what().type().ordinal());
        rows.set(ByteColumn.TIER, event.what().tier().number());
        rows.set(
                ByteColumn.STATUS, statuses.smallCode(event.editorial().review().status()));
        Integer fatalities = event.toll().fatalities();
        rows.set(IntColumn.FATALITIES, fatalities == null ? -1 : fatalities);
    }

    private void who(SegmentBuilder rows, Event.Who who) {
        Event.Actor first = who.actor1();
        Event.Actor second = who.actor2();
        rows.set(IntColumn.ACTOR1, actors.code(first == null ? null : first.name()));
        rows.set(IntColumn.ACTOR2, actors.code(second == null ? null : second.name()));
        Set<String> all = new LinkedHashSet<>();
        who.actors().forEach(actor -> all.add(actor.name()));
        rows.set(IntColumn.ACTORS, actorLists.code(String.join(String.valueOf(ACTOR_SEPARATOR), all)));
    }

    private void sources(SegmentBuilder rows, Event.Account account) {
        rows.set(IntColumn.SOURCE, sources.code(account.publishers()));
        Set<String> spoken = new LinkedHashSet<>();
        account.sources().forEach(source -> spoken.add(source.language() == null ? "" : source.language()));
        spoken.remove("");
        rows.set(IntColumn.LANGUAGE, languages.code(String.join(SOURCE_SEPARATOR, spoken)));
        int independent = 0;
        for (SourceRef source : account.sources()) {
            Boolean counts = source.standing().independent();
            independent += counts == null || counts ? 1 : 0;
        }
        rows.set(IntColumn.INDEPENDENT_SOURCES, account.sources().size() == 1 ? 1 : independent);
    }
}
