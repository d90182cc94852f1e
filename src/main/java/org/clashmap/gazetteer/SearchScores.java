package org.clashmap.gazetteer;

import java.util.Optional;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;

/**
 * How well an answer suits somebody who types: orders of magnitude of people, plus what the closeness of the name is worth
 * in them, less those of distance. So a village called just what was typed stands after the city that begins so only if the
 * city has ten thousand times its people. For one query.
 */
final class SearchScores {
    /** A place this far counts as much as one eight times larger beside the asker. */
    private static final double HALF_SCALE_METERS = 50_000;

    private final PlaceTable places;
    private final NameTable names;
    private final float[] weights;
    private final Optional<LonLat> near;

    SearchScores(PlaceTable places, NameTable names, float[] weights, Optional<LonLat> near) {
        this.places = places;
        this.names = names;
        this.weights = weights;
        this.near = near;
    }

    double of(int row, int name, SearchHit.Closeness closeness, int edits) {
        double score = worth(closeness, edits) + weights[row] - strangeness(name, closeness);
        if (near.isPresent()) {
            LonLat there = new LonLat(places.lonOf(row), places.latOf(row));
            score -= 3 * Math.log10(1 + Geodesy.distanceMeters(near.orElseThrow(), there) / HALF_SCALE_METERS);
        }
        return score;
    }

    private static double worth(SearchHit.Closeness closeness, int edits) {
        return switch (closeness) {
            case EXACT -> 5;
            case INFLECTED, OTHER_ALPHABET -> 4.5;
            case OTHER_SPELLING -> 1.5;
            case BEGINNING -> 2;
            case WORD_BEGINNING -> 0.5;
            case TYPO -> edits == 1 ? 1 : 0;
            case TYPO_BEGINNING -> -1;
        };
    }

    /** Names that few know; the beginning of one is not what somebody types who looks for the place. */
    private double strangeness(int name, SearchHit.Closeness closeness) {
        boolean whole = closeness.compareTo(SearchHit.Closeness.OTHER_SPELLING) <= 0;
        return switch (Matches.kind(names.mark(name))) {
            case OFFICIAL -> 0;
            case VARIANT -> whole ? 0.3 : 1.2;
            case HISTORIC, OCCUPATION -> whole ? 0.6 : 1.2;
        };
    }

    /** How much each place is looked for, by row; seas and regions have no people, and are looked for all the same. */
    static float[] weights(PlaceTable places) {
        float[] weights = new float[places.count()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) weight(places, row);
        }
        return weights;
    }

    private static double weight(PlaceTable places, int row) {
        Place.Feature feature = places.featureOf(row);
        double people = Math.log10(places.populationOf(row) + 10.0);
        if (feature.isCountry()) {
            return people + 2;
        }
        if (feature.isAdmin2()) {
            return people - 1;
        }
        if (feature.isPopulatedPlace()) {
            return feature.code().equals("PPLC") ? people + 0.5 : people;
        }
        return switch (feature.code()) {
            case "RGN", "SEA", "GULF", "STRT" -> 5.5;
            case "AIRB", "AIRP" -> 2.5;
            default -> Math.max(people, 3);
        };
    }
}
