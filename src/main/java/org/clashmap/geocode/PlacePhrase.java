package org.clashmap.geocode;

import java.util.List;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A place as a text puts it: a relation, the places named, and the units named with them.
 *
 * @param span from the word of place to the last unit: "near the villages of A and B in D"
 * @param anchors one place, two ends of a stretch, or a list
 * @param containers units named as holding the anchors, nearest first
 * @param distanceMeters of an offset, or null
 * @param bearingDegrees clockwise from north, or null
 */
public record PlacePhrase(
        Span span,
        Relation relation,
        List<Toponym> anchors,
        List<Toponym> containers,
        @Nullable Double distanceMeters,
        @Nullable Double bearingDegrees) {
    public PlacePhrase {
        anchors = List.copyOf(anchors);
        containers = List.copyOf(containers);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a place phrase needs an anchor");
        }
    }

    /** The same phrase about one of its anchors. */
    public PlacePhrase withAnchor(Toponym anchor) {
        return new PlacePhrase(span, relation, List.of(anchor), containers, distanceMeters, bearingDegrees);
    }

    /** True when it names nothing smaller than a first-order unit or a region. */
    public boolean isOnlyRegion() {
        return relation == Relation.IN_REGION || relation == Relation.BORDER;
    }
}
