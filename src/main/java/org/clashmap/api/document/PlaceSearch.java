package org.clashmap.api.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.SearchHit;
import org.clashmap.gazetteer.SearchQuery;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * A search for places by people: by name, or what lies around a position or in a box.
 *
 * @param query what to look for; without a name its position or its box must say where
 */
public record PlaceSearch(SearchQuery query) {
    private static final double REVERSE_RADIUS_METERS = 50_000;
    private static final double BESIDE_METERS = 100_000;
    private static final double FAR_METERS = 500_000;

    /**
     * A place found.
     *
     * @param hit how its name answered, or null when only its position did
     * @param distanceMeters from the position searched near, or null
     */
    public record Found(
            Place place, @Nullable SearchHit hit, @Nullable Double distanceMeters) {}

    public PlaceSearch {
        if (query.text().isBlank() && query.near().isEmpty() && query.box().isEmpty()) {
            throw new IllegalArgumentException("give a name, a position to search near or a box to search in");
        }
    }

    public List<Found> run(Gazetteer gazetteer) {
        List<Found> found = new ArrayList<>();
        if (!query.text().isBlank()) {
            gazetteer.search(query).forEach(hit -> found.add(found(hit.place(), hit)));
        } else if (query.near().isPresent()) {
            gazetteer.near(query.near().orElseThrow(), REVERSE_RADIUS_METERS, Integer.MAX_VALUE).stream()
                    .filter(this::isInBox)
                    .filter(place -> isInUnit(place, gazetteer))
                    .limit(query.limit())
                    .forEach(place -> found.add(found(place, null)));
        } else {
            addInBox(gazetteer, found);
        }
        return found;
    }

    private void addInBox(Gazetteer gazetteer, List<Found> found) {
        gazetteer.listWithin(query.box().orElseThrow()).stream()
                .filter(place -> isInUnit(place, gazetteer))
                .limit(query.limit())
                .forEach(place -> found.add(found(place, null)));
    }

    private Found found(Place place, @Nullable SearchHit hit) {
        return new Found(
                place,
                hit,
                query.near()
                        .map(position -> Geodesy.distanceMeters(position, place.point()))
                        .orElse(null));
    }

    private boolean isInBox(Place place) {
        LonLat point = place.point();
        return query.box().map(box -> box.contains(point.lon(), point.lat())).orElse(true);
    }

    private boolean isInUnit(Place place, Gazetteer gazetteer) {
        if (query.withinId().isEmpty()) {
            return true;
        }
        return place.liesIn(gazetteer.find(query.withinId().orElseThrow()).orElseThrow());
    }

    /**
     * The id of a country or unit given by its id ({@code gn:…}), by code ({@code UA}, {@code UA-14}) or by name in any
     * language.
     *
     * @throws IllegalArgumentException when there is no such unit
     */
    public static String unitId(Gazetteer gazetteer, String unit) {
        String code = unit.strip().toUpperCase(Locale.ROOT);
        return gazetteer
                .find(unit.strip())
                .filter(PlaceSearch::isUnit)
                .or(() -> gazetteer.findCountry(code))
                .or(() -> gazetteer.find("ne:" + code))
                .or(() -> findNamed(gazetteer, unit))
                .map(Place::id)
                .orElseThrow(
                        () -> new IllegalArgumentException("the id (such as ne:UA-14), the code (UA, UA-14) or the name"
                                + " of a country or administrative unit; there is none called \"" + unit + "\""));
    }

    /** A unit by its whole name, the larger first; failing that, by the beginning of its name. */
    private static Optional<Place> findNamed(Gazetteer gazetteer, String unit) {
        List<Place> named = new ArrayList<>();
        List<Language> languages = NameKeys.isCyrillic(unit) ? List.of(Language.UK, Language.RU) : List.of(Language.EN);
        for (Language language : languages) {
            gazetteer.lookup(unit, language).forEach(match -> named.add(match.place()));
            gazetteer.lookupAdjective(unit, language).forEach(match -> named.add(match.place()));
        }
        return named.stream()
                .filter(PlaceSearch::isUnit)
                .max(Comparator.comparing((Place place) -> place.feature().isCountry())
                        .thenComparing(place -> place.feature().isAdmin1())
                        .thenComparingLong(Place::population)
                        .thenComparing(Place::id, Comparator.reverseOrder()))
                .or(() -> gazetteer.search(SearchQuery.of(unit, 50)).stream()
                        .filter(hit -> hit.closeness().compareTo(SearchHit.Closeness.WORD_BEGINNING) <= 0)
                        .map(SearchHit::place)
                        .filter(PlaceSearch::isUnit)
                        .findFirst());
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
            double lat = latitudeFirst ? first : second;
            double lon = latitudeFirst ? second : first;
            if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
                throw new IllegalArgumentException(form + "; \"" + value + "\" seems to be the other way round");
            }
            return new LonLat(lon, lat);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(form, notANumber);
        }
    }

    /**
     * The position the other way round, where that lies beside one of the places found and the position itself lies far
     * from all of them: most likely the two numbers were swapped.
     */
    public Optional<LonLat> swapped(List<Found> found) {
        return query.near()
                .filter(position -> Math.abs(position.lon()) <= 90 && !found.isEmpty())
                .map(position -> new LonLat(position.lat(), position.lon()))
                .filter(other -> nearestMeters(found, other) < BESIDE_METERS
                        && nearestMeters(found, query.near().orElseThrow()) > FAR_METERS);
    }

    private static double nearestMeters(List<Found> found, LonLat position) {
        return found.stream()
                .mapToDouble(one -> Geodesy.distanceMeters(position, one.place().point()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private static boolean isUnit(Place place) {
        return place.feature().isCountry() || place.feature().code().startsWith("ADM");
    }
}
