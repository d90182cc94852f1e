package org.clashmap.api.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * A search for places by people: by name, within a unit, near a position.
 *
 * @param query a name or its beginning; empty asks for the places around {@code near}
 * @param withinId id of a country or administrative unit
 */
public record PlaceSearch(String query, Optional<String> withinId, Optional<LonLat> near, int limit) {
    private static final double REVERSE_RADIUS_METERS = 50_000;

    /** A place found, by a name or by its position. */
    public record Found(Place place, @Nullable NameMatch match) {}

    public PlaceSearch {
        if (query.isBlank() && near.isEmpty()) {
            throw new IllegalArgumentException("give a name or a position to search near");
        }
    }

    public List<Found> run(Gazetteer gazetteer) {
        List<Found> found = new ArrayList<>();
        if (query.isBlank()) {
            for (Place place : gazetteer.near(near.orElseThrow(), REVERSE_RADIUS_METERS, limit)) {
                found.add(new Found(place, null));
            }
        } else {
            for (NameMatch match : gazetteer.search(query, withinId, near, limit)) {
                found.add(new Found(match.place(), match));
            }
        }
        return found;
    }

    /**
     * The id of a country or unit given by id ({@code gn:…}), two-letter country code, or name.
     *
     * @throws IllegalArgumentException when there is no such unit
     */
    public static String unitId(Gazetteer gazetteer, String unit) {
        Optional<Place> byId = unit.indexOf(':') > 0 ? gazetteer.find(unit) : Optional.empty();
        return byId.or(() -> unit.length() == 2
                        ? gazetteer.findCountry(unit.toUpperCase(Locale.ROOT))
                        : Optional.<Place>empty())
                .or(() -> gazetteer.search(unit, Optional.empty(), Optional.empty(), 50).stream()
                        .map(NameMatch::place)
                        .filter(PlaceSearch::isUnit)
                        .findFirst())
                .map(Place::id)
                .orElseThrow(() -> new IllegalArgumentException("the id (such as ne:UA-14), two-letter country code"
                        + " or name of a country or administrative unit; there is none called \"" + unit + "\""));
    }

    /** A position from two numbers in the order that the caller's interface uses. */
    public static LonLat position(String value, boolean latitudeFirst) {
        String form = latitudeFirst ? "LAT,LON in degrees" : "lon,lat in degrees";
        int comma = value.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException(form);
        }
        try {
            double first = Double.parseDouble(value.substring(0, comma).strip());
            double second = Double.parseDouble(value.substring(comma + 1).strip());
            return latitudeFirst ? new LonLat(second, first) : new LonLat(first, second);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(form, notANumber);
        }
    }

    private static boolean isUnit(Place place) {
        return place.feature().isCountry()
                || place.feature().isAdmin1()
                || place.feature().isAdmin2();
    }
}
