package org.clashmap.gazetteer.layer;

import java.util.List;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;

/**
 * Names that a layer adds to a place of the base or of another layer, and nothing else: it moves no place.
 *
 * @param id of the place
 * @param country of the place, ISO 3166-1 alpha-2, or empty for none
 * @param admin3 {@link StoredRow#thirdUnit} of the layer in which the place lies, or empty
 */
public record LayerNames(String id, String country, List<StoredName> names, String admin3) {
    public LayerNames {
        names = List.copyOf(names);
    }

    public LayerNames(String id, String country, List<StoredName> names) {
        this(id, country, names, "");
    }

    /** As a row of names alone. */
    String text() {
        return new StoredRow.NamesOnly(id, names, admin3).text(LayerPlace.LAYER_LETTER);
    }
}
