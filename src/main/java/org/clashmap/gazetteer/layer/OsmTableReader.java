package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.Set;
import org.clashmap.gazetteer.PlacePrecision;

/**
 * Tables that Overpass and other tools make of OpenStreetMap: tags as columns ({@code name}, {@code name:uk}, …), position
 * under {@code @lat} and {@code @lon} or {@code lat} and {@code lon}, id under {@code @id} with {@code @type}.
 */
final class OsmTableReader implements RowReader {
    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        CsvTable.read(text, intake, Set.of("name"), row -> {
            String type = row.get("@type", "type", "osm_type");
            String id = row.get("@id", "id", "osm_id");
            if (id.isEmpty()) {
                throw new RowProblem(Reason.ID, "the id (column @id) is missing");
            }
            OsmPlaces.take(
                    id.contains("/") ? id : type + '/' + id,
                    row::get,
                    Candidate.Spot.parse(
                            row.get("@lat", "lat", "latitude"),
                            row.get("@lon", "lon", "longitude"),
                            PlacePrecision.POINT),
                    intake);
        });
    }
}
