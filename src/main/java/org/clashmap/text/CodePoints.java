package org.clashmap.text;

/** Converts offsets of one text between UTF-16 code units and code points, in constant time after a linear set-up. */
public final class CodePoints {
    private final int @org.jspecify.annotations.Nullable [] codePointAt;
    private final int @org.jspecify.annotations.Nullable [] unitAt;

    private CodePoints(
            int @org.jspecify.annotations.Nullable [] codePointAt, int @org.jspecify.annotations.Nullable [] unitAt) {
        this.codePointAt = codePointAt;
        this.unitAt = unitAt;
    }

    public static CodePoints of(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new CodePoints(null, null);
        }
        int[] codePointAt = new int[text.length() + 1];
        int[] unitAt = new int[count + 1];
        int codePoint = 0;
        for (int unit = 0; unit < text.length(); codePoint++) {
            int width = Character.charCount(text.codePointAt(unit));
            unitAt[codePoint] = unit;
            for (int i = 0; i < width; i++) {
                codePointAt[unit + i] = codePoint;
            }
            unit += width;
        }
        codePointAt[text.length()] = count;
        unitAt[count] = text.length();
        return new CodePoints(codePointAt, unitAt);
    }

    /** The code point offset of a UTF-16 offset. */
    public int fromUnits(int unit) {
        return codePointAt == null ? unit : codePointAt[unit];
    }

    /** The UTF-16 offset of a code point offset. */
    public int toUnits(int codePoint) {
        return unitAt == null ? codePoint : unitAt[codePoint];
    }
}
