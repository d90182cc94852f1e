package org.clashmap.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.event.MapTier;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Events drawn with a seed, with everything that is awkward: shared positions, date line, poles, no place, no day. */
@SuppressWarnings("EnumOrdinal") // drawn at random
final class RandomEvents {
    private static final List<String> ACTORS = List.of("Army A", "Army B", "Militia", "Цивільні", "Police; riot unit");
    private static final List<String> STATUSES = List.of("machine", "in_review", "accepted", "published");
    private static final List<String> COUNTRIES = List.of("Ukraine", "Fiji", "Mali");
    private static final List<String> PUBLISHERS = List.of("The Gazette", "Вісник", "Radio One");
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    List<Event> list(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event("ev-" + i));
        }
        return events;
    }

    Event event(String id) {
        MapTier tier = MapTier.of(1 + Math.max(0, random.nextInt(5) - 2));
        LonLat point = random.nextInt(4) == 0 ? null : point();
        Geometry area = point == null && random.nextInt(3) > 0 ? area() : null;
        LocalDate start = random.nextInt(8) == 0 ? null : day();
        LocalDate end = random.nextInt(8) == 0 ? null : (start == null ? day() : start.plusDays(random.nextInt(20)));
        Event small = EventSamples.small(id, tier, point, area, start, end);
        Where where = small.where();
        Where.Names names = new Where.Names("a place", pick(COUNTRIES), null, "Unit " + random.nextInt(5), null);
        Event event = new Event(
                small.identity(),
                new Event.What(
                        "Event " + id,
                        small.what().recordType(),
                        tier,
                        SubEventType.values()[random.nextInt(SubEventType.values().length)],
                        null,
                        Event.Traits.PLAIN),
                small.when(),
                new Where(where.text(), point, area, names, where.precision(), where.geocode(), where.basis()),
                new Event.Who(actors(), null, null, null),
                Event.Toll.NONE,
                account(small.account()),
                small.editorial());
        return EventSamples.next(event, pick(STATUSES))
                .withVersion(1, EventSamples.next(event, pick(STATUSES)).editorial());
    }

    private Event.Account account(Event.Account plain) {
        List<SourceRef> sources = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            sources.add(new SourceRef(
                    "rep-" + random.nextInt(50),
                    pick(PUBLISHERS),
                    null,
                    null,
                    null,
                    pick(List.of("en", "uk")),
                    null,
                    null,
                    List.of(),
                    null));
        }
        return new Event.Account(plain.certainty(), plain.verification(), null, List.of(), sources);
    }

    private List<Event.Actor> actors() {
        List<Event.Actor> actors = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            actors.add(new Event.Actor(
                    pick(ACTORS), pick(List.of("initiator", "target", "participant")), 1, null, null, null, null));
        }
        return actors;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    LocalDate day() {
        return START.plusDays(random.nextInt(400));
    }

    @Nullable
    LocalDate dayOrNull() {
        return random.nextBoolean() ? null : day();
    }

    /** Half of them at one of a few positions; whole degrees, so that boxes have points on their edges. */
    LonLat point() {
        return switch (random.nextInt(8)) {
            case 0 -> new LonLat(180, random.nextInt(21) - 10);
            case 1 -> new LonLat(-180, random.nextInt(21) - 10);
            case 2 -> new LonLat(random.nextInt(361) - 180, random.nextBoolean() ? 90 : -90);
            case 3, 4, 5 -> new LonLat(30 + random.nextInt(10), 45 + random.nextInt(5));
            default -> new LonLat(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
        };
    }

    private Geometry area() {
        return Geodesy.circle(
                new LonLat(25 + random.nextInt(20), 40 + random.nextInt(15)), 1000 + random.nextInt(200_000), 16);
    }
}
