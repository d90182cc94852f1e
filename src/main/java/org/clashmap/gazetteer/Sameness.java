package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;
import org.jspecify.annotations.Nullable;

/**
 * Finds which places of a layer the tables have already. Three rules, each for what the one before it has left: the same id;
 * the same current name, romanised, no more than 3 km apart; and, for a place of the tables that is known only to its raion
 * or oblast, the only one of its name there on either side. In doubt two places stay two: a wrong union moves a village,
 * a missed one leaves two candidates. For one thread.
 */
final class Sameness {
    private static final double SAME_PLACE_METERS = 3_000;
    /** Farther than this an id is believed only when the names agree as well: some tables tie the wrong places. */
    private static final double SAME_ID_METERS = 10_000;

    private static final double SAME_ID_AND_NAME_METERS = 50_000;
    /** A homonym this near makes a match doubtful. */
    private static final double HOMONYM_METERS = 15_000;

    private final PlaceTable places;
    private final NameTable names;
    private final Neighbours neighbours;
    private final PlaceTable added;
    private final NameTable addedNames;
    /** By row of the layer: the row that is the same place, or -1. */
    private final int[] same;

    private final Set<Integer> taken = new HashSet<>();

    /** A pair that may be one place. */
    private record Pair(int row, int place, double meters) {}

    private Sameness(Tables tables, Neighbours neighbours, PlaceTable added, NameTable addedNames) {
        this.places = tables.places();
        this.names = tables.names();
        this.neighbours = neighbours;
        this.added = added;
        this.addedNames = addedNames;
        this.same = new int[added.count()];
        Arrays.fill(same, -1);
    }

    /**
     * Compares a layer with the tables.
     *
     * @return for each row of the layer the row of the tables that is the same place, or -1; no row of the tables twice,
     *     but for rows of names alone
     */
    static int[] find(Tables tables, Neighbours neighbours, PlaceTable added, NameTable addedNames) {
        Sameness sameness = new Sameness(tables, neighbours, added, addedNames);
        sameness.byId();
        sameness.byNameAndPosition();
        sameness.byNameAndUnit();
        return sameness.same;
    }

    private void byId() {
        for (int row = 0; row < added.count(); row++) {
            int place = places.find(added.idOf(row));
            if (place >= 0 && (added.isNamesOnly(row) || (isOneKind(row, place) && isIdBelieved(row, place)))) {
                take(row, place);
            }
        }
    }

    private boolean isOneKind(int row, int place) {
        return added.isSettlement(row) == places.isSettlement(place)
                && added.countryOf(row).equals(places.countryOf(place));
    }

    private boolean isIdBelieved(int row, int place) {
        double meters = meters(row, place);
        return !isPoint(added, row)
                || !isPoint(places, place)
                || meters <= SAME_ID_METERS
                || (meters <= SAME_ID_AND_NAME_METERS && places(keys(row)).contains(place));
    }

    private void byNameAndPosition() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < added.count(); row++) {
            if (isOpen(row) && isPoint(added, row)) {
                for (int place : places(keys(row))) {
                    if (isPoint(places, place) && isOneKind(row, place) && meters(row, place) <= SAME_PLACE_METERS) {
                        pairs.add(new Pair(row, place, meters(row, place)));
                    }
                }
            }
        }
        takeNearestFirst(pairs);
    }

    private void byNameAndUnit() {
        Map<Integer, List<Pair>> byPlace = new HashMap<>();
        for (int row = 0; row < added.count(); row++) {
            if (isOpen(row) && isPoint(added, row)) {
                Pair only = onlyVague(row);
                if (only != null) {
                    byPlace.computeIfAbsent(only.place, key -> new ArrayList<>(1))
                            .add(only);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Pair> candidates : byPlace.values()) {
            if (candidates.size() == 1) {
                pairs.add(candidates.getFirst());
            }
        }
        takeNearestFirst(pairs);
    }

    /** The one place without a point that a row of the layer may be, or null when there is none, more, or a homonym near. */
    private @Nullable Pair onlyVague(int row) {
        Pair only = null;
        Set<Integer> raions = null;
        for (int place : places(keys(row))) {
            if (taken.contains(place) || !isOneKind(row, place) || places.admin1Of(place) != added.admin1Of(row)) {
                continue;
            }
            if (isPoint(places, place)) {
                if (meters(row, place) <= HOMONYM_METERS) {
                    return null;
                }
                continue;
            }
            if (raions == null) {
                raions = raionsAround(row);
            }
            if (places.precisionOf(place) == PlacePrecision.ADMIN2 && !raions.contains(places.admin2Of(place))) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = new Pair(row, place, meters(row, place));
        }
        return only;
    }

    /** The raion a row of the layer says it lies in, or those of its nearest neighbours. */
    private Set<Integer> raionsAround(int row) {
        return added.admin2Of(row) >= 0
                ? Set.of(added.admin2Of(row))
                : neighbours.unitsAround(added.pointOf(row), added.admin1Of(row));
    }

    private void takeNearestFirst(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble(Pair::meters)
                .thenComparingInt(Pair::row)
                .thenComparingInt(Pair::place));
        for (Pair pair : pairs) {
            if (isOpen(pair.row)) {
                take(pair.row, pair.place);
            }
        }
    }

    private void take(int row, int place) {
        if (added.isNamesOnly(row) || taken.add(place)) {
            same[row] = place;
        }
    }

    private boolean isOpen(int row) {
        return same[row] < 0 && added.isSettlement(row) && !added.isNamesOnly(row);
    }

    private double meters(int row, int place) {
        LonLat point = added.pointOf(row);
        return Geodesy.distanceMeters(point, places.pointOf(place));
    }

    private static boolean isPoint(PlaceTable table, int row) {
        return table.precisionOf(row) == PlacePrecision.POINT;
    }

    /** Rows of the tables with a current name under one of the keys, in order. */
    private Set<Integer> places(Set<String> keys) {
        Set<Integer> rows = new TreeSet<>();
        for (String key : keys) {
            for (int name : names.find(key)) {
                if (isCurrent(names.mark(name))) {
                    rows.add(names.place(name));
                }
            }
        }
        return rows;
    }

    /** The keys of a row's current names, and of the Cyrillic ones as they are romanised. */
    private Set<String> keys(int row) {
        Set<String> keys = new TreeSet<>();
        for (int name = added.firstNameOf(row); name < added.nameEndOf(row); name++) {
            byte mark = addedNames.mark(name);
            if (isCurrent(mark)) {
                String key = NameKeys.fold(addedNames.spelling(name));
                keys.add(key);
                if (NameKeys.isCyrillic(key)) {
                    Romanisation.of(key, mark == '*' ? Language.RU : Language.UK)
                            .forEach(latin -> keys.add(NameKeys.fold(latin)));
                }
            }
        }
        return keys;
    }

    private static boolean isCurrent(byte mark) {
        return mark != '-' && mark != '!';
    }
}
