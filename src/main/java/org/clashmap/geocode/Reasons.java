package org.clashmap.geocode;

/** Pieces of the words in which a candidate is explained. */
final class Reasons {
    private Reasons() {}

    static String kilometers(double meters) {
        return Math.max(1, Math.round(meters / 1000)) + " km";
    }
}
