package org.clashmap.exchange.incoming;

import org.clashmap.event.Supplement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One record of a file.
 *
 * @param line where it begins: a line of a table, the number of the record of a JSON file
 * @param cells the values of the columns that the preset was bound to
 * @param raw all of it as a JSON object
 * @param shape the geometry of a GeoJSON feature that is no point, or null
 */
@SuppressWarnings("ArrayRecordComponent") // of this package only, never compared nor changed
record Row(long line, String[] cells, String raw, @Nullable Geometry shape) {

    /** A table's row as a JSON object. Empty cells are left out: the report keeps the header, so none is lost. */
    static String rawOf(String[] quotedNames, String[] cells) {
        StringBuilder json = new StringBuilder(1024).append('{');
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                if (json.length() > 1) {
                    json.append(',');
                }
                json.append(quotedNames[i]).append(':');
                Supplement.appendQuoted(json, cells[i]);
            }
        }
        return json.append('}').toString();
    }
}
