package org.clashmap.event.query;

/**
 * A LIKE pattern: % stands for any characters, _ for one, a backslash takes its meaning from either. Matching walks the
 * text once and goes back to the last % only, so it takes at most length of text times length of pattern.
 */
public final class LikePattern {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final Value pattern;
    /** Code points, or {@link #ANY} and {@link #ONE}. */
    private final int[] parts;

    private LikePattern(Value pattern, int[] parts) {
        this.pattern = pattern;
        this.parts = parts;
    }

    /** @param pattern a text, perhaps folded */
    public static LikePattern of(Value pattern) {
        return new LikePattern(pattern, parts(folded(pattern)));
    }

    /** The value is taken as it is: the foldings of the pattern concern the pattern alone. */
    public boolean matches(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int part = 0;
        int lastAny = -1;
        int afterAny = 0;
        while (at < points.length) {
            if (part < parts.length && (parts[part] == ONE || parts[part] == points[at])) {
                at++;
                part++;
            } else if (part < parts.length && parts[part] == ANY) {
                lastAny = part++;
                afterAny = at;
            } else if (lastAny >= 0) {
                part = lastAny + 1;
                at = ++afterAny;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    private static String folded(Value pattern) {
        return switch (pattern) {
            case Value.Text text -> text.text();
            case Value.Folded folded -> folded.folding().fold(folded(folded.value()));
            default -> throw new IllegalArgumentException("a pattern is a text");
        };
    }

    private static int[] parts(String pattern) {
        int[] points = pattern.codePoints().toArray();
        int[] parts = new int[points.length];
        int length = 0;
        for (int i = 0; i < points.length; i++) {
            parts[length++] = switch (points[i]) {
                case '%' -> ANY;
                case '_' -> ONE;
                case '\\' -> i + 1 < points.length ? points[++i] : '\\';
                default -> points[i];
            };
        }
        return java.util.Arrays.copyOf(parts, length);
    }

    @Override
    public String toString() {
        return pattern.toString();
    }
}
