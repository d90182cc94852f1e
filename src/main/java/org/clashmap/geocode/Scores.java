package org.clashmap.geocode;

import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;

/**
 * The parts of a candidate's score that need no other mention: name, kind of place, size. Scores are on a logit scale: a
 * difference of 1 makes a candidate 2.7 times as likely.
 */
final class Scores {
    static final double POPULATION_PER_DECADE = 0.8;
    static final double COUNTRY_FOCUS = 3.0;
    static final double INSIDE_NAMED_UNIT = 4.0;
    static final double OUTSIDE_NAMED_UNIT = -2.5;
    /** A named unit still speaks for a place this far across its border, fading with distance. */
    static final double BORDER_FADE_METERS = 40_000;

    static final double NEIGHBOURS = 4.0;
    static final double NEIGHBOUR_FADE_METERS = 60_000;

    static final double SAME_SENSE = 3.0;
    private static final double SMALL_VILLAGE = 300;
    private static final double POWER = 4.0;

    private Scores() {}

    /** A name that stands for a government is the name of a country or a capital. */
    static double role(Place place, ToponymRole role) {
        boolean seat = place.feature().isCountry() || place.feature().code().equals("PPLC");
        return role == ToponymRole.METONYM && seat ? POWER : 0;
    }

    static double prior(NameMatch match, ExpectedKind expected) {
        Place place = match.place();
        return nameEvidence(match)
                + kindOfPlace(place)
                + POPULATION_PER_DECADE * Math.log10(1.0 + population(place))
                + fits(place, expected);
    }

    /** A village whose population nobody recorded counts as a small one, not as an empty one. */
    private static double population(Place place) {
        return place.population() == 0 && place.feature().isPopulatedPlace()
                ? SMALL_VILLAGE
                : Math.min(place.population(), 20_000_000L);
    }

    private static double nameEvidence(NameMatch match) {
        double kind = switch (match.kind()) {
            case OFFICIAL -> 0.6;
            case VARIANT -> 0.0;
            case HISTORIC -> -0.6;
            case OCCUPATION -> -0.2;
        };
        double level = switch (match.level()) {
            case FOLDED -> 0.0;
            case INFLECTED -> -0.1;
            case ROMANISED -> -0.4;
            case SKELETON -> -1.5;
            case STEM -> -2;
        };
        return kind + level;
    }

    private static double kindOfPlace(Place place) {
        Place.Feature feature = place.feature();
        if (feature.isCountry()) {
            return 1.5;
        }
        if (feature.code().equals("PPLC")) {
            return 1.5;
        }
        if (feature.isAdmin1()) {
            return -0.6;
        }
        if (feature.isAdmin2()) {
            return -2.5;
        }
        return switch (feature.featureClass()) {
            case 'P' -> feature.code().equals("PPLA") ? 0.6 : 0.0;
            case 'L' -> 2.5;
            case 'H' -> 1.5;
            default -> -1.0;
        };
    }

    private static double fits(Place place, ExpectedKind expected) {
        Place.Feature feature = place.feature();
        boolean fits = switch (expected) {
            case ANY -> true;
            case SETTLEMENT -> feature.isPopulatedPlace();
            case ADMIN1 -> feature.isAdmin1() || feature.featureClass() == 'L';
            case ADMIN2 -> feature.isAdmin2();
            case DIRECTION -> feature.isPopulatedPlace() || feature.isAdmin1();
            case WATER -> feature.featureClass() == 'H';
        };
        if (expected == ExpectedKind.ANY) {
            return 0;
        }
        // "the Kursk front" is a stretch of a region where there is one of that name.
        double stretch = expected == ExpectedKind.DIRECTION && feature.isAdmin1() ? 1.5 : 0;
        return stretch + (fits ? 3.0 : -2.0);
    }
}
