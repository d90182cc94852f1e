package org.clashmap.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.event.publish.Audience;

/** Counts by country or first-order unit, for maps coloured by area. */
public final class RegionCounts {
    /** Below so many events a region's count is not told, since a map of areas would make much of little. */
    public static final int LEAST = 5;

    private RegionCounts() {}

    /**
     * A region with the events that lie in it, whether as a point or by an area alone.
     *
     * @param unit empty when counted by country; both are empty where they are unknown
     */
    public record Region(String country, String unit, long count) {
        public boolean isTold() {
            return count >= LEAST;
        }
    }

    static List<Region> count(IndexView view, IndexFilter filter, Audience audience, boolean byUnit) {
        Map<Long, long[]> counts = new HashMap<>();
        new Selection(view, filter, audience).scan((segment, rows, found) -> {
            int[] countries = segment.ints(IntColumn.COUNTRY);
            int[] units = segment.ints(IntColumn.ADMIN1);
            // Neighbours on the curve are mostly of one region, so that the map is seldom asked.
            long last = -1;
            long[] counter = new long[1];
            for (int i = 0; i < found; i++) {
                long region = (long) countries[rows[i]] << 32 | (byUnit ? units[rows[i]] : 0);
                if (region != last) {
                    counter = counts.computeIfAbsent(region, one -> new long[1]);
                    last = region;
                }
                counter[0]++;
            }
        });
        List<Region> regions = new ArrayList<>(counts.size());
        counts.forEach((region, count) -> regions.add(new Region(
                view.names().countries().get((int) (region >> 32)),
                view.names().admin1s().get((int) (long) region),
                count[0])));
        regions.sort(Comparator.comparingLong(Region::count)
                .reversed()
                .thenComparing(Region::country)
                .thenComparing(Region::unit));
        return regions;
    }
}
