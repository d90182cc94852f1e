package org.clashmap.event;

import java.util.List;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.Relation;
import org.jspecify.annotations.Nullable;

/** Places of the gazetteer in the words of the event model: with their units, and as a relation puts them. */
public final class PlaceWords {
    private static final String[] WINDS = {
        "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"
    };

    private final Gazetteer gazetteer;

    public PlaceWords(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** @param location what stands for the place itself */
    public Where.Names names(Place place, String location) {
        String iso2 = place.admin().country();
        String country = gazetteer.findCountry(iso2).map(Place::name).orElse(null);
        String admin1 = place.feature().isAdmin1() ? place.name() : findAdmin1(place);
        return new Where.Names(location, country, gazetteer.findIso3(iso2).orElse(null), admin1, findAdmin2(place));
    }

    /** The name of the first-order unit a place lies in, or null. */
    public @Nullable String findAdmin1(Place place) {
        return nameOf(place.admin().admin1());
    }

    private @Nullable String findAdmin2(Place place) {
        return nameOf(place.admin().admin2());
    }

    private @Nullable String nameOf(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(gazetteer::find).map(Place::name).orElse(null);
    }

    /** With the units it lies in: "Zarichne, Kramatorskyi raion, Donetsk". */
    public String fullName(Place place) {
        String district = findAdmin2(place);
        String admin1 = findAdmin1(place);
        StringBuilder name = new StringBuilder(place.name());
        if (district != null && !place.feature().isAdmin2()) {
            name.append(", ").append(district);
        }
        if (admin1 != null && !place.feature().isAdmin1()) {
            name.append(", ").append(admin1);
        }
        return name.toString();
    }

    /**
     * "10 km north-west of Kramatorsk", "between Rodynske and Myrnohrad", "near Tarasivka".
     *
     * @param anchors names of the places named; at least one
     */
    public static String location(
            Relation relation, List<String> anchors, @Nullable Double distanceMeters, @Nullable Double bearingDegrees) {
        String first = anchors.getFirst();
        return switch (relation) {
            case AT, IN_REGION -> first;
            case PART_OF -> "part of " + first;
            case NEAR -> "near " + String.join(" and ", anchors);
            case BETWEEN -> "between " + String.join(" and ", anchors);
            case ALONG -> "on the way from " + String.join(" to ", anchors);
            case FRONT_SECTOR -> first + " direction";
            case BORDER -> "border of " + String.join(" and ", anchors);
            case OFFSET ->
                Math.round(distanceMeters == null ? 0 : distanceMeters / 1000) + " km " + compass(bearingDegrees)
                        + " of " + first;
            case DIRECTION -> compass(bearingDegrees) + " of " + first;
        };
    }

    private static String compass(@Nullable Double bearingDegrees) {
        return WINDS[(int) Math.round((bearingDegrees == null ? 0 : bearingDegrees) / 45) % 8];
    }
}
