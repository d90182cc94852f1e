package org.clashmap.api.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.gazetteer.SearchHit;

/** Why a search found a place, in words for the person who searched. */
public final class PlaceReasons {
    private static final double METERS_PER_KM = 1000;

    private PlaceReasons() {}

    /** The reasons, the name's first; empty when nothing but a box was asked for. */
    public static List<String> of(PlaceSearch.Found found) {
        List<String> reasons = new ArrayList<>();
        SearchHit hit = found.hit();
        if (hit != null) {
            reasons.add("“" + hit.matchedName() + "” is " + kind(hit) + closeness(hit));
            if (hit.unit() != null) {
                reasons.add("in " + hit.unit().name());
            }
        }
        Double meters = found.distanceMeters();
        if (meters != null) {
            reasons.add(distance(meters) + " from the position");
        }
        return List.copyOf(reasons);
    }

    private static String kind(SearchHit hit) {
        return switch (hit.kind()) {
            case OFFICIAL -> hit.matchedName().equals(hit.place().name()) ? "its main name" : "an official name";
            case VARIANT -> "another of its names";
            case HISTORIC -> "a former name" + years(hit);
            case OCCUPATION -> "a name used by an occupier";
        };
    }

    private static String years(SearchHit hit) {
        return hit.validity().isKnown() ? " (" + hit.validity() + ")" : "";
    }

    private static String closeness(SearchHit hit) {
        return switch (hit.closeness()) {
            case EXACT -> "";
            case INFLECTED -> ", typed in another case form";
            case OTHER_ALPHABET -> ", typed in another alphabet";
            case OTHER_SPELLING -> ", typed as another language spells it";
            case BEGINNING -> " and begins with what was typed";
            case WORD_BEGINNING -> " and a word of it begins with what was typed";
            case TYPO -> hit.edits() == 1 ? ", one letter apart" : ", " + hit.edits() + " letters apart";
            case TYPO_BEGINNING -> " and begins like what was typed, one letter apart";
        };
    }

    /** A distance as people say it: metres below one kilometre, whole kilometres from ten. */
    static String distance(double meters) {
        if (meters < METERS_PER_KM) {
            return Math.round(meters / 10) * 10 + " m";
        }
        double km = meters / METERS_PER_KM;
        return km < 10 ? String.format(Locale.ROOT, "%.1f km", km) : Math.round(km) + " km";
    }
}
