package org.clashmap.map;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;
import org.clashmap.event.publish.Audience;

/** Counts of the events that match, by one or several facets. */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
public final class Histogram {
    private Histogram() {}

    /**
     * How many events have a value. Days are written as ISO dates, weeks as their Monday, months as YYYY-MM, years as YYYY;
     * the empty value stands for "unknown". An event with several actors or publishers counts for each of them.
     */
    public record Bucket(String value, long count) {}

    /** Buckets under the whole filter: times in their order, values by count, the greatest first, then by value. */
    static List<Bucket> count(IndexView view, IndexFilter filter, Audience audience, Facet facet) {
        return count(view, filter, audience, EnumSet.of(facet)).getOrDefault(facet, List.of());
    }

    /**
     * Buckets of each facet under the conditions on the others alone, so that each shows what choosing another of its values
     * would bring.
     */
    static Map<Facet, List<Bucket>> countCrossed(
            IndexView view, IndexFilter filter, Audience audience, Set<Facet> facets) {
        Map<IndexFilter, Set<Facet>> scans = new LinkedHashMap<>();
        for (Facet facet : facets) {
            scans.computeIfAbsent(filter.without(facet), others -> EnumSet.noneOf(Facet.class))
                    .add(facet);
        }
        Map<Facet, List<Bucket>> counts = new EnumMap<>(Facet.class);
        scans.forEach((others, counted) -> counts.putAll(count(view, others, audience, counted)));
        return counts;
    }

    private static Map<Facet, List<Bucket>> count(
            IndexView view, IndexFilter filter, Audience audience, Set<Facet> facets) {
        Map<Facet, Tally> tallies = new EnumMap<>(Facet.class);
        DayTally days = new DayTally();
        boolean byTime = false;
        for (Facet facet : facets) {
            byTime |= facet.isTime();
            if (!facet.isTime()) {
                tallies.put(facet, Tally.of(facet, view.names()));
            }
        }
        List<Selection.Sink> sinks = new ArrayList<>(tallies.values());
        if (byTime) {
            sinks.add(days);
        }
        Selection selection = new Selection(view, filter, audience);
        selection.scan(
                sinks.size() == 1
                        ? sinks.getFirst()
                        : (segment, rows, count) -> {
                            for (Selection.Sink sink : sinks) {
                                sink.take(segment, rows, count);
                            }
                        });
        Map<Facet, List<Bucket>> buckets = new EnumMap<>(Facet.class);
        tallies.forEach((facet, tally) -> buckets.put(facet, tally.buckets(facet, view.names())));
        for (Facet facet : facets) {
            if (facet.isTime()) {
                buckets.put(facet, days.buckets(facet));
            }
        }
        return buckets;
    }

    /** Counts by code. */
    private abstract static sealed class Tally implements Selection.Sink {
        final long[] counts;

        Tally(int codes) {
            counts = new long[codes];
        }

        static Tally of(Facet facet, Vocabulary.Names names) {
            return switch (facet) {
                case EVENT_TYPE, SUB_EVENT_TYPE -> new ByteTally(ByteColumn.SUB_EVENT_TYPE);
                case PRECISION -> new ByteTally(ByteColumn.PRECISION);
                case REVIEW_STATUS -> new ByteTally(ByteColumn.STATUS);
                case ACTOR -> new IntTally(IntColumn.ACTORS, names.actors().lists());
                case COUNTRY -> new IntTally(IntColumn.COUNTRY, names.countries());
                case ADMIN1 -> new IntTally(IntColumn.ADMIN1, names.admin1s());
                case SOURCE -> new IntTally(IntColumn.SOURCE, names.sources());
                case LANGUAGE -> new IntTally(IntColumn.LANGUAGE, names.languages());
                case DAY, WEEK, MONTH, YEAR -> throw new IllegalArgumentException(facet + " has no codes");
            };
        }

        List<Bucket> buckets(Facet facet, Vocabulary.Names names) {
            Map<String, Long> byValue = new TreeMap<>();
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] > 0) {
                    long count = counts[code];
                    for (String value : values(facet, names, code)) {
                        byValue.merge(value, count, Long::sum);
                    }
                }
            }
            List<Bucket> buckets = new ArrayList<>(byValue.size());
            byValue.forEach((value, count) -> buckets.add(new Bucket(value, count)));
            // The sort is stable, so that equal counts stay in the order of their values.
            buckets.sort(Comparator.comparingLong(Bucket::count).reversed());
            return buckets;
        }

        private static List<String> values(Facet facet, Vocabulary.Names names, int code) {
            return switch (facet) {
                case EVENT_TYPE -> List.of(type(code).label());
                case SUB_EVENT_TYPE -> List.of(SubEventType.values()[code].label());
                case ACTOR ->
                    List.of(names.actors().lists().get(code).split(String.valueOf(Vocabulary.ACTOR_SEPARATOR)));
                case COUNTRY -> List.of(names.countries().get(code));
                case ADMIN1 -> List.of(names.admin1s().get(code));
                case PRECISION -> List.of(names.precisions().get(code));
                case REVIEW_STATUS -> List.of(names.statuses().get(code));
                case SOURCE -> List.of(names.sources().get(code).split(Vocabulary.SOURCE_SEPARATOR));
                case LANGUAGE -> List.of(names.languages().get(code).split(Vocabulary.SOURCE_SEPARATOR));
                case DAY, WEEK, MONTH, YEAR -> throw new IllegalArgumentException(facet + " has no codes");
            };
        }

        private static EventType type(int subType) {
            return SubEventType.values()[subType].type();
        }
    }

    private static final class ByteTally extends Tally {
        private final ByteColumn column;

        ByteTally(ByteColumn column) {
            super(256);
            this.column = column;
        }

        @Override
        public void take(Segment segment, int[] rows, int count) {
            byte[] codes = segment.bytes(column);
            for (int i = 0; i < count; i++) {
                counts[codes[rows[i]] & 0xFF]++;
            }
        }
    }

    private static final class IntTally extends Tally {
        private final IntColumn column;

        IntTally(IntColumn column, Dictionary.Values values) {
            super(values.size());
            this.column = column;
        }

        @Override
        public void take(Segment segment, int[] rows, int count) {
            int[] codes = segment.ints(column);
            for (int i = 0; i < count; i++) {
                counts[codes[rows[i]]]++;
            }
        }
    }

    /** Counts by day: an array for the years that events are of, and a map for the few beyond. */
    private static final class DayTally implements Selection.Sink {
        private static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();
        private static final int LAST = (int) LocalDate.of(2100, 1, 1).toEpochDay();

        private final int[] counts = new int[LAST - FIRST];
        private final Map<Integer, Long> beyond = new TreeMap<>();
        private long undated;

        @Override
        public void take(Segment segment, int[] rows, int count) {
            int[] days = segment.ints(IntColumn.DAY);
            for (int i = 0; i < count; i++) {
                int day = days[rows[i]];
                if (day >= FIRST && day < LAST) {
                    counts[day - FIRST]++;
                } else if (day == Segment.NONE) {
                    undated++;
                } else {
                    beyond.merge(day, 1L, Long::sum);
                }
            }
        }

        List<Bucket> buckets(Facet facet) {
            Map<LocalDate, Long> periods = new TreeMap<>();
            beyond.forEach((day, count) -> periods.merge(start(facet, day), count, Long::sum));
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    periods.merge(start(facet, FIRST + i), (long) counts[i], Long::sum);
                }
            }
            List<Bucket> buckets = new ArrayList<>(periods.size() + 1);
            periods.forEach((start, count) -> buckets.add(new Bucket(name(facet, start), count)));
            if (undated > 0) {
                buckets.add(new Bucket("", undated));
            }
            return buckets;
        }

        private static LocalDate start(Facet facet, int epochDay) {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            return switch (facet) {
                case WEEK -> day.with(DayOfWeek.MONDAY);
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
                default -> day;
            };
        }

        private static String name(Facet facet, LocalDate start) {
            String iso = start.toString();
            return switch (facet) {
                case MONTH -> iso.substring(0, iso.length() - 3);
                case YEAR -> iso.substring(0, iso.length() - 6);
                default -> iso;
            };
        }
    }
}
