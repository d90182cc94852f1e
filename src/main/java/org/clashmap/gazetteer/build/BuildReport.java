package org.clashmap.gazetteer.build;

import java.util.List;
import java.util.Map;
import org.clashmap.notice.Notice;

/**
 * What a build of {@code geodata/} has made.
 *
 * @param version of the tables, as {@code Gazetteer.version()} gives it
 * @param placesByLayer in a fixed order
 * @param joined rows that named a settlement another source already had
 * @param bytes size of the stored files
 * @param notices rows left out and names without their place
 */
public record BuildReport(
        String version,
        Map<String, Long> placesByLayer,
        long places,
        long names,
        long joined,
        long bytes,
        List<Notice> notices) {
    public BuildReport {
        placesByLayer = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(placesByLayer));
        notices = List.copyOf(notices);
    }
}
