package org.clashmap.gazetteer;

import java.util.Optional;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;

/**
 * What somebody who looks for a place types and where they look.
 *
 * @param text a name or its beginning in any alphabet, alone or with a unit: "Tarasivka, Donetsk", "Тарасівка Донецька
 *     область"
 * @param withinId a country or administrative unit to stay in
 * @param near a position: places near it come first
 * @param box only places whose point lies in it
 */
public record SearchQuery(
        String text, Optional<String> withinId, Optional<LonLat> near, Optional<BoundingBox> box, int limit) {
    /** A search anywhere. */
    public static SearchQuery of(String text, int limit) {
        return new SearchQuery(text, Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
