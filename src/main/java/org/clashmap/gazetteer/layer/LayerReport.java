package org.clashmap.gazetteer.layer;

import java.nio.file.Path;
import java.util.Map;
import org.clashmap.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What adding a layer came to.
 *
 * @param replaced true when a layer of the name was there before
 * @param counts of rows and places
 * @param passedOver sound rows that were not wanted, by what they are
 * @param rejected rows with something wrong, by what it is
 * @param first the first of the rejected rows
 * @param rejectedFile where all of them are, or null when there are none
 */
public record LayerReport(
        LayerInfo info,
        boolean replaced,
        Counts counts,
        Map<String, Long> passedOver,
        Map<String, Long> rejected,
        java.util.List<Notice> first,
        @Nullable Path rejectedFile) {
    public LayerReport {
        passedOver = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(passedOver));
        rejected = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(rejected));
        first = java.util.List.copyOf(first);
    }

    /**
     * @param taken rows taken: places and additions of names
     * @param fused rows that were one settlement with another of the layer
     * @param places stored
     * @param names stored
     * @param known rows about a place that the base has
     * @param rejected rows with something wrong
     */
    public record Counts(long taken, long fused, long places, long names, long known, long rejected) {}
}
