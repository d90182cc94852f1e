package org.clashmap.gazetteer.layer;

import java.util.List;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;
import org.clashmap.geo.LonLat;

/**
 * A place of a layer as it is stored.
 *
 * @param id {@code gn:691877} where GeoNames has the place, else {@code wof:…}, {@code osm:…}, {@code gnp:…}, {@code
 *     katottg:…} or {@code user:…}; without tab, line end or vertical bar
 * @param featureCode as GeoNames has it
 * @param population 0 when unknown
 * @param names the main name first, in Latin letters where there is one; at least one
 */
public record LayerPlace(
        String id, String featureCode, Unit unit, Position position, long population, List<StoredName> names) {
    /** A layer's folder holds one layer, whose letter this is. */
    static final char LAYER_LETTER = 'l';

    public LayerPlace {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("place " + id + " has no name");
        }
        names = List.copyOf(names);
    }

    /**
     * Where a place lies, in GeoNames' codes, which are also those of the base's tables.
     *
     * @param country ISO 3166-1 alpha-2, or empty for none
     * @param admin1 such as {@code 05}, or empty
     * @param admin2 such as {@code 1412}, or empty
     * @param code of a unit ({@code ADM1} or {@code ADM2} that the base lacks, {@code ADM3}): its own, so that places can
     *     lie in it; of a settlement: {@link StoredRow#thirdUnit} of the {@code ADM3} it lies in; else empty
     */
    public record Unit(String country, String admin1, String admin2, String code) {}

    /** Where a place is, and how exactly that is known. */
    public record Position(LonLat point, PlacePrecision precision) {}

    StoredRow row() {
        StoredRow.Spot spot =
                new StoredRow.Spot(position.point.lat(), position.point.lon(), position.precision, LAYER_LETTER);
        return new StoredRow(id, featureCode, spot, population, names, unit.code);
    }

    /** From a row and the units that its section names. */
    static LayerPlace of(StoredRow row, String country, String admin1, String admin2) {
        StoredRow.Spot spot = row.spot();
        return new LayerPlace(
                row.id(),
                row.featureCode(),
                new Unit(country, admin1, admin2, row.code()),
                new Position(new LonLat(spot.lon(), spot.lat()), spot.precision()),
                row.population(),
                row.names());
    }

    boolean isPopulatedPlace() {
        return !featureCode.startsWith("ADM") && !Features.isNaturalOrBase(featureCode);
    }

    String mainName() {
        return names.getFirst().spelling();
    }
}
