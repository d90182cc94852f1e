package org.clashmap.gazetteer.layer;

import java.util.Set;

/** Which GeoNames features are taken from the tables of others: settlements, administrative units, and what the base has. */
final class Features {
    private static final Set<String> NATURAL_OR_BASE = Set.of(
            "AIRB", "AIRP", "RGN", "SEA", "STM", "GULF", "STRT", "LK", "RSV", "PEN", "MTS", "ISL", "ISLS", "DSRT",
            "VAL");

    /** Former and destroyed places are taken: texts on history and on war name them. */
    private static final Set<String> UNITS =
            Set.of("ADM1", "ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADM1H", "ADM2H", "ADM3H", "ADM4H");

    private Features() {}

    /** True for what the tables can hold and a report can mean; rivers, hills, schools and shops of the dumps are not. */
    static boolean isTaken(String featureClass, String code) {
        return switch (featureClass) {
            case "P" -> true;
            case "A" -> UNITS.contains(code);
            default -> code.equals("AIRB") || code.equals("AIRP");
        };
    }

    /** True for any code that a row of the user's own table may have. */
    static boolean isKnown(String code) {
        return code.startsWith("PPL") || code.equals("STLMT") || UNITS.contains(code) || NATURAL_OR_BASE.contains(code);
    }

    static boolean isUnit(String code) {
        return UNITS.contains(code);
    }

    static boolean isNaturalOrBase(String code) {
        return NATURAL_OR_BASE.contains(code);
    }
}
