package org.clashmap.gazetteer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that say of which order a unit is, beside its name: "Kursk region", "province of Idlib", "Сумської області". */
final class AdminWords {
    private static final Set<String> FIRST = Set.of(
            "region",
            "oblast",
            "province",
            "governorate",
            "state",
            "department",
            "departamento",
            "krai",
            "prefecture",
            "republic",
            "emirate");
    private static final Set<String> SECOND =
            Set.of("district", "raion", "rayon", "county", "municipality", "subdistrict", "locality");
    private static final Set<String> FIRST_CYRILLIC = Set.of(
            "область",
            "області",
            "областю",
            "области",
            "областью",
            "край",
            "краю",
            "краї",
            "края",
            "крае",
            "краем",
            "провінція",
            "провінції",
            "провинция",
            "провинции",
            "провинцию",
            "штат",
            "штаті",
            "штате",
            "губернаторство",
            "обл");
    private static final Set<String> SECOND_CYRILLIC = Set.of(
            "район",
            "району",
            "районі",
            "районом",
            "района",
            "районе",
            "громада",
            "громади",
            "громаді",
            "громаду",
            "громадою");

    private AdminWords() {}

    /** A name and the order that the word beside it says. */
    record Split(String name, boolean firstOrder) {
        boolean fits(Place.Feature feature) {
            return firstOrder
                    ? feature.code().startsWith("ADM1") || feature.isAdmin2()
                    : feature.code().startsWith("ADM2");
        }
    }

    static boolean isUnit(Place.Feature feature) {
        return feature.code().startsWith("ADM");
    }

    /** Splits a folded phrase at its administrative word; null when it has none. */
    static @Nullable Split split(String key) {
        int lastSpace = key.lastIndexOf(' ');
        if (lastSpace < 0) {
            return null;
        }
        String last = key.substring(lastSpace + 1);
        String before = key.substring(0, lastSpace);
        if (FIRST.contains(last) || FIRST_CYRILLIC.contains(last)) {
            return new Split(before, true);
        }
        if (SECOND.contains(last) || SECOND_CYRILLIC.contains(last)) {
            return new Split(before, false);
        }
        int firstSpace = key.indexOf(' ');
        String first = key.substring(0, firstSpace);
        String after = key.substring(firstSpace + 1);
        if (after.startsWith("of ") && (FIRST.contains(first) || SECOND.contains(first))) {
            return new Split(after.substring(3), FIRST.contains(first));
        }
        return null;
    }
}
