package org.clashmap.gazetteer;

/** How exactly a place's position is known. Only {@link #POINT} may be drawn as a point. */
public enum PlacePrecision {
    /** A real point. */
    POINT('p'),
    /**
     * Known only to its second-order unit; the point is the middle of where in it the place may lie, see
     * {@link Gazetteer#findRadiusMeters}.
     */
    ADMIN2('r'),
    /** Known only to its first-order unit. */
    ADMIN1('o'),
    /** An area; the point is where its label goes. */
    AREA('a');

    private final char letter;

    PlacePrecision(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in the stored tables. */
    char letter() {
        return letter;
    }

    /** A letter that stands for nothing is a point's. */
    static PlacePrecision ofLetter(int letter) {
        return switch (letter) {
            case 'r' -> ADMIN2;
            case 'o' -> ADMIN1;
            case 'a' -> AREA;
            default -> POINT;
        };
    }
}
