package org.clashmap.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.clashmap.event.MapTier;
import org.clashmap.event.SubEventType;
import org.clashmap.event.publish.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A filter made ready for one state of the index: conditions on values are asked once for each entry of a dictionary, not
 * for each row. A scan costs some 10 ns a block of 256 rows that cannot match and 1 to 2 ns a row and condition elsewhere.
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class Selection {
    private final IndexView view;
    private final @Nullable BoxTest box;
    private final @Nullable TileAddress tile;
    private final List<RowTest> tests = new ArrayList<>();
    private final int from;
    private final int to;

    /** Takes rows that match, a block at a time and in the order of the segment. */
    @FunctionalInterface
    interface Sink {
        void take(Segment segment, int[] rows, int count);
    }

    Selection(IndexView view, IndexFilter filter, Audience audience) {
        this(view, filter, audience, null);
    }

    /** @param tile only rows whose position, or that of whose badge, lies in it; or null */
    Selection(IndexView view, IndexFilter filter, Audience audience, @Nullable TileAddress tile) {
        this.view = view;
        this.tile = tile;
        box = filter.box() == null ? null : new BoxTest(filter.box(), view.shapes());
        from = filter.from() == null ? Integer.MIN_VALUE : (int) filter.from().toEpochDay();
        to = filter.to() == null ? Integer.MAX_VALUE : (int) filter.to().toEpochDay();
        if (filter.from() != null) {
            tests.add(RowTest.endsFrom(from));
        }
        if (filter.to() != null) {
            tests.add(RowTest.startsUntil(to));
        }
        filter.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(condition -> tests.add(valueTest(condition.getKey(), condition.getValue())));
        if (filter.leastSources() > 1) {
            tests.add(RowTest.atLeast(IntColumn.INDEPENDENT_SOURCES, filter.leastSources()));
        }
        addTiers(filter.tiers());
        addAudience(audience);
    }

    private void addTiers(Set<MapTier> tiers) {
        if (tiers.size() == MapTier.values().length) {
            return;
        }
        boolean[] chosen = new boolean[256];
        tiers.forEach(tier -> chosen[tier.number()] = true);
        tests.add(RowTest.oneOf(ByteColumn.TIER, chosen));
    }

    private void addAudience(Audience audience) {
        if (view.isAllForEverybody()) {
            return;
        }
        boolean[] chosen = new boolean[256];
        for (int bits = 0; bits < 256; bits++) {
            chosen[bits] = (bits & Entry.bit(audience)) != 0;
        }
        tests.add(RowTest.oneOf(ByteColumn.AUDIENCE, chosen));
    }

    private RowTest valueTest(Facet facet, Set<String> values) {
        Vocabulary.Names names = view.names();
        return switch (facet) {
            case EVENT_TYPE ->
                RowTest.oneOf(
                        ByteColumn.SUB_EVENT_TYPE,
                        subTypes(sub -> values.contains(sub.type().label())));
            case SUB_EVENT_TYPE ->
                RowTest.oneOf(ByteColumn.SUB_EVENT_TYPE, subTypes(sub -> values.contains(sub.label())));
            case ACTOR ->
                RowTest.oneOf(
                        IntColumn.ACTORS,
                        names.actors().lists().codesOf(hasOneOf(String.valueOf(Vocabulary.ACTOR_SEPARATOR), values)));
            case COUNTRY -> RowTest.oneOf(IntColumn.COUNTRY, names.countries().codesOf(values::contains));
            case ADMIN1 -> RowTest.oneOf(IntColumn.ADMIN1, names.admin1s().codesOf(values::contains));
            case PRECISION ->
                RowTest.oneOf(ByteColumn.PRECISION, wide(names.precisions().codesOf(values::contains)));
            case REVIEW_STATUS ->
                RowTest.oneOf(ByteColumn.STATUS, wide(names.statuses().codesOf(values::contains)));
            case SOURCE ->
                RowTest.oneOf(IntColumn.SOURCE, names.sources().codesOf(hasOneOf(Vocabulary.SOURCE_SEPARATOR, values)));
            case LANGUAGE ->
                RowTest.oneOf(
                        IntColumn.LANGUAGE, names.languages().codesOf(hasOneOf(Vocabulary.SOURCE_SEPARATOR, values)));
            case DAY, WEEK, MONTH, YEAR -> throw new IllegalArgumentException(facet + " is no condition on values");
        };
    }

    private static boolean[] subTypes(Predicate<SubEventType> test) {
        boolean[] chosen = new boolean[256];
        for (SubEventType sub : SubEventType.values()) {
            chosen[sub.ordinal()] = test.test(sub);
        }
        return chosen;
    }

    private static boolean[] wide(boolean[] chosen) {
        return Arrays.copyOf(chosen, 256);
    }

    private static Predicate<String> hasOneOf(String separator, Set<String> values) {
        Set<String> wanted = new TreeSet<>(values);
        return joined -> {
            if (wanted.contains(joined)) {
                return true;
            }
            int start = 0;
            for (int end = joined.indexOf(separator); end >= 0; end = joined.indexOf(separator, start)) {
                if (wanted.contains(joined.substring(start, end))) {
                    return true;
                }
                start = end + separator.length();
            }
            return start > 0 && wanted.contains(joined.substring(start));
        };
    }

    void scan(Sink sink) {
        int[] rows = new int[Blocks.ROWS];
        for (IndexView.Part part : view.parts()) {
            Blocks blocks = part.segment().blocks;
            for (int block = 0; block < blocks.count(); block++) {
                if (blocks.to[block] < from || blocks.from[block] > to) {
                    continue;
                }
                int count = matches(part, block, rows);
                if (count > 0) {
                    sink.take(part.segment(), rows, count);
                }
            }
        }
    }

    /** Puts the matching rows of a block into the array. */
    private int matches(IndexView.Part part, int block, int[] rows) {
        Segment segment = part.segment();
        BoxTest.Verdict place = box == null ? BoxTest.Verdict.ALL : box.of(segment, block);
        if (place == BoxTest.Verdict.NONE || (tile != null && !tile.mayHold(segment, block))) {
            return 0;
        }
        int start = segment.blocks.starts[block];
        int count = segment.blocks.starts[block + 1] - start;
        for (int i = 0; i < count; i++) {
            rows[i] = start + i;
        }
        if (tile != null && !tile.holdsAll(segment, block)) {
            count = tile.keep(segment, rows, count);
        }
        if (count > 0 && box != null && place == BoxTest.Verdict.SOME) {
            count = box.keep(segment, rows, count);
        }
        if (part.hasDead() && count > 0) {
            count = RowTest.alive(part.dead()).keep(segment, rows, count);
        }
        for (int i = 0; i < tests.size() && count > 0; i++) {
            count = tests.get(i).keep(segment, rows, count);
        }
        return count;
    }

    /** Whether a row matches that no newer one has replaced. */
    boolean accepts(Segment segment, int row) {
        int[] rows = {row};
        if (box != null && (row >= segment.placed || box.keep(segment, rows, 1) == 0)) {
            return false;
        }
        return tests.stream().allMatch(test -> test.keep(segment, rows, 1) == 1);
    }

    long count() {
        long[] total = new long[1];
        scan((segment, rows, count) -> total[0] += count);
        return total[0];
    }
}
