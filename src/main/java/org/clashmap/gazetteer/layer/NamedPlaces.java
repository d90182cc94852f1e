package org.clashmap.gazetteer.layer;

import java.util.List;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;

/** Places of the gazetteer by a current name of theirs, letter for letter, within a unit: what is merely alike does not tie. */
final class NamedPlaces {
    private NamedPlaces() {}

    static List<Place> in(Place unit, String name, Gazetteer gazetteer) {
        Language language = NameKeys.isCyrillic(name) ? Language.UK : Language.EN;
        return gazetteer.lookup(name, language).stream()
                .filter(match -> match.level() == NameMatch.Level.FOLDED)
                .filter(match -> match.kind() == NameMatch.Kind.OFFICIAL || match.kind() == NameMatch.Kind.VARIANT)
                .map(NameMatch::place)
                .filter(place -> isWithin(place, unit))
                .distinct()
                .toList();
    }

    private static boolean isWithin(Place place, Place unit) {
        Place.Admin admin = place.admin();
        String id = unit.id();
        return place.id().equals(id)
                || id.equals(admin.admin1())
                || id.equals(admin.admin2())
                || (unit.feature().isCountry()
                        && admin.country().equals(unit.admin().country()));
    }
}
