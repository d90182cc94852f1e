package org.clashmap.geocode;

import java.util.List;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;

/** The evidence that needs no other mention: the name, the kind of place, its size, and the words right beside it. */
final class NameEvidence {
    /** A village whose population nobody recorded counts as a small one, not as an empty one. */
    private static final double SMALL_VILLAGE = 300;

    private NameEvidence() {}

    static void add(Option option, ToponymMention mention) {
        addName(option, option.match);
        addKind(option, option.place());
        addTold(option, option.place().feature(), mention.expected());
        boolean seat = option.place().feature().isCountry()
                || option.place().feature().code().equals("PPLC");
        if (mention.role() == ToponymRole.METONYM && seat) {
            option.set(Evidence.SEAT_OF_POWER, 1);
        }
    }

    /**
     * Marks the units that are called after a settlement in them which bears the name too. Which of the two has the name as
     * its main one, and the other as a spelling, is an accident of the tables: it speaks for both.
     */
    static void addSeats(List<Option> options) {
        for (Option unit : options) {
            Option seat = null;
            for (Option other : options) {
                if (other.place().feature().isPopulatedPlace()
                        && Containers.isUnitOf(unit.place(), other.place())
                        && (seat == null
                                || other.place().population() > seat.place().population())) {
                    seat = other;
                }
            }
            unit.set(Evidence.UNIT_OF_CANDIDATE, seat == null ? 0 : 1);
            if (seat != null && isSeat(seat.place())) {
                double main = Math.max(unit.get(Evidence.MAIN_NAME), seat.get(Evidence.MAIN_NAME));
                unit.set(Evidence.MAIN_NAME, main);
                seat.set(Evidence.MAIN_NAME, main);
            }
        }
    }

    private static boolean isSeat(Place place) {
        return place.feature().code().equals("PPLC") || place.feature().code().startsWith("PPLA");
    }

    private static void addName(Option option, NameMatch match) {
        switch (match.kind()) {
            case OFFICIAL -> option.set(Evidence.MAIN_NAME, 1);
            case HISTORIC -> option.set(Evidence.FORMER_NAME, 1);
            case OCCUPATION -> option.set(Evidence.OCCUPATION_NAME, 1);
            case VARIANT -> {}
        }
        switch (match.level()) {
            case INFLECTED -> option.set(Evidence.INFLECTED, 1);
            case ROMANISED -> option.set(Evidence.ROMANISED, 1);
            case SKELETON -> option.set(Evidence.SKELETON, 1);
            case STEM -> option.set(Evidence.STEM, 1);
            case FOLDED -> {}
        }
    }

    private static void addKind(Option option, Place place) {
        Place.Feature feature = place.feature();
        double people = place.population();
        if (feature.isPopulatedPlace()) {
            option.set(Evidence.POPULATION, Math.log10(1 + (people == 0 ? SMALL_VILLAGE : people)));
            switch (feature.code()) {
                case "PPLC" -> option.set(Evidence.CAPITAL, 1);
                case "PPLA" -> option.set(Evidence.SEAT_OF_UNIT, 1);
                case "PPLX" -> option.set(Evidence.PART_OF_TOWN, 1);
                default -> {}
            }
            return;
        }
        option.set(Evidence.UNIT_POPULATION, Math.log10(1 + people));
        if (feature.isCountry()) {
            option.set(Evidence.COUNTRY, 1);
        } else if (feature.isAdmin1()) {
            option.set(Evidence.FIRST_ORDER_UNIT, 1);
        } else if (feature.isAdmin2()) {
            option.set(Evidence.SECOND_ORDER_UNIT, 1);
        } else {
            option.set(
                    switch (feature.featureClass()) {
                        case 'A' -> Evidence.FORMER_UNIT;
                        case 'L' -> Evidence.REGION;
                        case 'H' -> Evidence.WATER;
                        case 'S' -> Evidence.AIRFIELD;
                        default -> Evidence.OTHER_KIND;
                    },
                    1);
        }
    }

    private static void addTold(Option option, Place.Feature feature, ExpectedKind expected) {
        boolean fits = switch (expected) {
            case ANY -> true;
            case SETTLEMENT -> feature.isPopulatedPlace();
            case ADMIN1 -> feature.isAdmin1() || feature.featureClass() == 'L';
            case ADMIN2 -> feature.isAdmin2();
            case DIRECTION -> feature.isPopulatedPlace() || feature.isAdmin1();
            case WATER -> feature.featureClass() == 'H';
        };
        if (expected != ExpectedKind.ANY) {
            option.set(fits ? Evidence.KIND_AS_TOLD : Evidence.KIND_NOT_AS_TOLD, 1);
        }
        // "the Kursk front" is a stretch of a region where there is one of that name.
        if (expected == ExpectedKind.DIRECTION && feature.isAdmin1()) {
            option.set(Evidence.FRONT_OF_UNIT, 1);
        }
    }
}
