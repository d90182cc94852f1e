package org.clashmap.gazetteer;

import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer. A view made on demand from the compact tables; two places are the same when their {@code id}
 * is.
 *
 * @param index row in the tables, for fast comparison
 * @param id {@code gn:691877} (GeoNames), {@code gn:UA.05.1412} (a GeoNames unit by its code), {@code ne:UA-14} (a unit or
 *     country by its ISO 3166 code), {@code gnp:UA-85156-vodiane-druhe} (a GeoNames postal place), {@code oa:…} (an
 *     airport), {@code rgn:donbas} (a region of the overrides), {@code ovr:ua-tonenke}
 *     (a settlement of the overrides), {@code wof:…}, {@code user:…}
 * @param name the main name in Latin letters
 * @param point the known point; for an area or a place known only to its raion, a label point that is never a site
 * @param admin where it lies
 * @param population 0 when unknown; of a unit or country, the sum over the towns in the tables
 * @param precision how exactly its position is known
 * @param layer the data layer it comes from, such as {@code geonames}, {@code naturalearth}, {@code overrides}
 */
public record Place(
        int index,
        String id,
        String name,
        LonLat point,
        Feature feature,
        Admin admin,
        long population,
        PlacePrecision precision,
        String layer) {

    /** True when the place lies in a country or in an administrative unit of today. */
    public boolean liesIn(Place unit) {
        return unit.feature.isCountry()
                ? admin.country().equals(unit.admin.country())
                : unit.id.equals(admin.admin1()) || unit.id.equals(admin.admin2()) || unit.id.equals(admin.admin3());
    }

    /**
     * GeoNames feature class and code, such as {@code P} and {@code PPLC}; countries are {@code A/PCLI}, first-order units
     * {@code A/ADM1}, second-order units {@code A/ADM2}, regions without borders {@code L/RGN}, seas {@code H/SEA}, rivers
     * {@code H/STM}, air bases {@code S/AIRB}.
     */
    public record Feature(char featureClass, String code) {
        public boolean isPopulatedPlace() {
            return featureClass == 'P';
        }

        public boolean isCountry() {
            return code.startsWith("PCL");
        }

        public boolean isCapital() {
            return code.equals("PPLC");
        }

        public boolean isAdmin1() {
            return code.equals("ADM1");
        }

        public boolean isAdmin2() {
            return code.equals("ADM2");
        }

        public boolean isAdmin3() {
            return code.equals("ADM3");
        }

        /** An extent rather than a spot: a country, an administrative unit, a region, a sea, a river, an island, a peninsula. */
        public boolean isArea() {
            return featureClass == 'A' || featureClass == 'L' || featureClass == 'H' || featureClass == 'T';
        }
    }

    /**
     * Where a place lies.
     *
     * @param country ISO 3166-1 alpha-2, after the UN where land is disputed; empty for the high seas
     * @param admin1 the id of the first-order unit's place, or null
     * @param admin2 the id of the second-order unit's place, or null
     * @param admin3 the id of the third-order unit's place (in Ukraine the hromada), or null; only layers know it
     */
    public record Admin(
            String country,
            @Nullable String admin1,
            @Nullable String admin2,
            @Nullable String admin3) {
        /** Where no third-order unit is known. */
        public Admin(String country, @Nullable String admin1, @Nullable String admin2) {
            this(country, admin1, admin2, null);
        }
    }
}
