package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;

/**
 * Checks what the readers find, ties it to country and first-order unit, and hands it to the writer. Every row ends in
 * exactly one of three ways: taken, passed over, or rejected with its line. Not thread-safe.
 */
final class Intake {
    /** A village may lie so far outside its country's outline, which is simplified and drawn at 1:10 million. */
    private static final double BORDER_METERS = 25_000;

    private static final int NEIGHBOURS = 30;
    /** Islands too small for the outlines, and towns on them. */
    private static final double SEA_METERS = 200_000;

    private final Gazetteer base;
    private final BaseUnits units;
    private final CountryBounds countries;
    private final LayerWriter writer;
    private final Tally tally;
    private final IdIndex ids = new IdIndex();
    private final List<Partitions.Key> parts = new ArrayList<>();
    private final Map<Partitions.Key, Integer> partNumbers = new HashMap<>();
    /** Units of the source that the base has under another id. */
    private final Map<String, Place> sameUnits = new HashMap<>();

    Intake(Gazetteer base, BaseUnits units, LayerWriter writer, Tally tally) {
        this.base = base;
        this.units = units;
        this.countries = new CountryBounds(base);
        this.writer = writer;
        this.tally = tally;
    }

    /** What holds when the country that a row states is not the one its position lies in. */
    enum Trust {
        /** The source's country; its editors know disputed borders better than an outline. */
        COUNTRY,
        /** The position, unless it is near the border; the source's country is only the file it was filed in. */
        POSITION,
        /** Neither: the row is rejected, for its author to look at. */
        NEITHER
    }

    /** Reading one row. */
    @FunctionalInterface
    interface Row {
        void read() throws IOException;
    }

    Gazetteer base() {
        return base;
    }

    BaseUnits units() {
        return units;
    }

    CountryBounds countries() {
        return countries;
    }

    /** Reads a row; when it is refused, that is counted, and the next one can be read. */
    void attempt(long line, Row row) throws IOException {
        try {
            row.read();
        } catch (RowProblem problem) {
            tally.rejected(line, problem);
        }
    }

    void passOver(String what) {
        tally.passedOver(what);
    }

    /**
     * Takes a place.
     *
     * @throws RowProblem when something about it is wrong
     */
    void take(Candidate candidate, Trust trust) throws IOException {
        LonLat point = checked(candidate.spot());
        Optional<Place> at = base.findAdmin1At(point);
        LayerPlace.Unit unit = located(candidate, point, at, trust);
        LayerPlace place = new LayerPlace(
                candidate.id(),
                candidate.featureCode(),
                unit,
                new LayerPlace.Position(point, candidate.spot().precision()),
                candidate.population(),
                candidate.names().toList(unit.country()));
        Partitions.Key part = new Partitions.Key(unit.country(), unit.admin1());
        if (!ids.add(place.id(), numberOf(part))) {
            throw new RowProblem(
                    Reason.DUPLICATE_ID, "the id " + Tally.excerpt(place.id()) + " was given to a place before");
        }
        writer.add(place);
        tally.taken();
        if (isKnown(place)) {
            tally.known();
        }
    }

    /** True when the layer has a place of this id already. */
    boolean has(String id) {
        return ids.find(id) >= 0;
    }

    /** Adds names to a unit of the base that a source has under an id of its own. */
    void takeUnit(String sourceId, Place unit, List<StoredName> names) throws IOException {
        sameUnits.put(sourceId, unit);
        writer.add(new LayerNames(unit.id(), unit.admin().country(), names));
        tally.taken();
        tally.known();
    }

    /** Adds names to a place of the base. */
    void takeNames(Place place, List<StoredName> names) throws IOException {
        takeNames(place, names, "");
    }

    /**
     * The same, and says in which third-order unit of the layer the place lies.
     *
     * @param admin3 the unit's {@link StoredRow#thirdUnit}, or empty
     */
    void takeNames(Place place, List<StoredName> names, String admin3) throws IOException {
        writer.add(new LayerNames(place.id(), place.admin().country(), names, admin3));
        tally.taken();
        tally.known();
    }

    /** Adds a name to the place of an id, be it of this layer or of the base; false when neither has it. */
    boolean takeName(String id, StoredName name) throws IOException {
        int part = ids.find(id);
        if (part >= 0) {
            Partitions.Key where = parts.get(part);
            writer.addNames(where, new LayerNames(id, where.country(), List.of(name)));
            tally.taken();
            return true;
        }
        Place there = sameUnits.get(id);
        Optional<Place> place = there != null ? Optional.of(there) : base.find(id);
        if (place.isEmpty()) {
            return false;
        }
        takeNames(place.get(), List.of(name));
        return true;
    }

    private int numberOf(Partitions.Key part) {
        return partNumbers.computeIfAbsent(part, absent -> {
            parts.add(absent);
            return parts.size() - 1;
        });
    }

    private static boolean isDegrees(double lat, double lon) {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    }

    private static LonLat checked(Candidate.Spot spot) {
        double lat = spot.lat();
        double lon = spot.lon();
        if (!isDegrees(lat, lon)) {
            String hint = isDegrees(lon, lat) ? "; latitude and longitude may be swapped" : "";
            throw new RowProblem(
                    Reason.OUT_OF_RANGE,
                    "latitude " + lat + ", longitude " + lon
                            + " is no place on Earth: latitude goes from -90 to 90, longitude from -180 to 180" + hint);
        }
        if (lat == 0 && lon == 0) {
            throw new RowProblem(
                    Reason.PLACEHOLDER, "the position 0,0 stands for \"unknown\" in many tables; no place is there");
        }
        return new LonLat(lon, lat);
    }

    /** Country and codes of the units, by what is stated and where the position is. */
    private LayerPlace.Unit located(Candidate candidate, LonLat point, Optional<Place> at, Trust trust)
            throws IOException {
        LayerPlace.Unit stated = candidate.unit();
        String there = at.map(place -> place.admin().country()).orElse("");
        String country = stated.country().isEmpty() ? there : stated.country();
        if (!country.equals(there)) {
            refuseIfSwapped(country, point);
            country = settled(country, there, point, trust);
        }
        String admin1 = stated.admin1();
        if (admin1.isEmpty() || units.idOf(country, admin1).isEmpty()) {
            // A code that the base does not know ties to nothing, unless the layer brings the unit itself.
            String found = country.equals(there) && at.isPresent()
                    ? units.codeOf(country, at.get().id())
                    : nearestAdmin1(country, point);
            admin1 = found.isEmpty() ? admin1 : found;
        }
        boolean sameAdmin1 = admin1.equals(stated.admin1());
        return new LayerPlace.Unit(country, admin1, sameAdmin1 ? stated.admin2() : "", stated.code());
    }

    /** For a place outside the outlines of its country: the unit that the nearest place of the base in it lies in. */
    private String nearestAdmin1(String country, LonLat point) throws IOException {
        for (Place near : base.near(point, BORDER_METERS, NEIGHBOURS)) {
            String unit = near.admin().admin1();
            if (unit != null && near.admin().country().equals(country)) {
                return units.codeOf(country, unit);
            }
        }
        return "";
    }

    private void refuseIfSwapped(String country, LonLat point) {
        if (Math.abs(point.lon()) > 90) {
            return;
        }
        LonLat swapped = new LonLat(point.lat(), point.lon());
        boolean fits = base.findAdmin1At(swapped)
                .filter(place -> place.admin().country().equals(country))
                .isPresent();
        if (fits && countries.metersFrom(country, point).orElse(0.0) > BORDER_METERS) {
            throw new RowProblem(
                    Reason.SWAPPED,
                    "latitude " + point.lat() + ", longitude " + point.lon() + " is not in " + country
                            + ", the other way round it is: the two are swapped");
        }
    }

    private String settled(String country, String there, LonLat point, Trust trust) {
        if (trust == Trust.COUNTRY) {
            return country;
        }
        double meters = countries.metersFrom(country, point).orElse(0.0);
        if (meters <= (there.isEmpty() ? SEA_METERS : BORDER_METERS)) {
            return country;
        }
        if (trust == Trust.POSITION && !there.isEmpty()) {
            return there;
        }
        throw new RowProblem(
                Reason.OUTSIDE_COUNTRY,
                "latitude " + point.lat() + ", longitude " + point.lon() + " lies " + Math.round(meters / 1000)
                        + " km outside of " + country + (there.isEmpty() ? "" : ", in " + there));
    }

    /** True when the base has the place under the same id, or one of its name within the distance that fuses. */
    private boolean isKnown(LayerPlace place) {
        if (StoredRow.isGeoNames(place.id()) && base.find(place.id()).isPresent()) {
            return true;
        }
        if (!place.isPopulatedPlace() || place.position().precision() != PlacePrecision.POINT) {
            return false;
        }
        Set<String> keys = InnerFusion.keys(place.names());
        for (Place near : base.near(place.position().point(), InnerFusion.SAME_PLACE_METERS, 50)) {
            if (keys.contains(NameKeys.fold(near.name())) || isNamed(near, keys)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Place place, Set<String> keys) {
        List<String> spellings = base.names(place, Language.EN);
        return !Collections.disjoint(
                keys, spellings.stream().map(NameKeys::fold).toList());
    }
}
