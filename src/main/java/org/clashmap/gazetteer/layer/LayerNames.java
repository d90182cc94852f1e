package org.clashmap.gazetteer.layer;

import java.util.List;

/**
 * Names that a layer adds to a place of the base or of another layer, and nothing else: it moves no place.
 *
 * @param id of the place
 * @param country of the place, ISO 3166-1 alpha-2, or empty for none
 */
public record LayerNames(String id, String country, List<LayerName> names) {
    public LayerNames {
        names = List.copyOf(names);
    }
}
