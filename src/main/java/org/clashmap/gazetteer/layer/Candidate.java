package org.clashmap.gazetteer.layer;

import org.clashmap.gazetteer.PlacePrecision;

/**
 * A place as a source states it, before it is checked.
 *
 * @param unit as stated; codes may be unknown, and the country empty
 * @param names with at least one name
 */
record Candidate(String id, String featureCode, LayerPlace.Unit unit, Spot spot, long population, NameList names) {
    /** Degrees as stated, perhaps out of range, and how exact they claim to be. */
    record Spot(double lat, double lon, PlacePrecision precision) {
        static Spot parse(String lat, String lon, PlacePrecision precision) {
            return new Spot(degrees(lat, "latitude"), degrees(lon, "longitude"), precision);
        }

        private static double degrees(String text, String what) {
            String clean = text.strip();
            if (clean.isEmpty()) {
                throw new RowProblem(Reason.COORDINATES, "the " + what + " is missing");
            }
            try {
                // A decimal comma, as spreadsheets of half the world write it.
                double value = Double.parseDouble(clean.indexOf('.') < 0 ? clean.replace(',', '.') : clean);
                if (Double.isFinite(value) && !Character.isLetter(clean.charAt(clean.length() - 1))) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Told below, with what is expected.
            }
            throw new RowProblem(
                    Reason.COORDINATES, what + " '" + Tally.excerpt(clean) + "' is not a number of degrees like 48.35");
        }
    }

    static LayerPlace.Unit in(String country) {
        return new LayerPlace.Unit(country, "", "", "");
    }
}
