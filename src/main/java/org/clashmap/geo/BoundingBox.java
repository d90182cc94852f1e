package org.clashmap.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A box in degrees. When {@code west > east} the box crosses the date line, as in RFC 7946 section 5.2.
 */
public record BoundingBox(double west, double south, double east, double north) {
    public static final BoundingBox WORLD = new BoundingBox(-180, -90, 180, 90);

    private static final String SHAPE = "write it as west,south,east,north in degrees, such as 22.1,44.3,40.3,52.4";
    private static final GeometryFactory FACTORY = new GeometryFactory();

    public BoundingBox {
        new LonLat(west, south);
        new LonLat(east, north);
        if (south > north) {
            throw new IllegalArgumentException("south " + south + " is greater than north " + north);
        }
    }

    /**
     * Reads {@code west,south,east,north}, or six numbers with heights as third and sixth, which are ignored (OGC API
     * Features, requirement 23).
     *
     * @throws IllegalArgumentException that names the wrong value and says how a box is written
     */
    public static BoundingBox parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw new IllegalArgumentException(
                    "a box has 4 numbers (6 with heights), not " + parts.length + ": \"" + text + "\"; " + SHAPE);
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(parts[i].strip(), text);
        }
        int half = parts.length / 2;
        try {
            return new BoundingBox(numbers[0], numbers[1], numbers[half], numbers[half + 1]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the box \"" + text + "\": " + e.getMessage() + "; " + SHAPE, e);
        }
    }

    private static double number(String part, String text) {
        // Double.parseDouble also takes hexadecimal and suffixes; a box takes decimal numbers only.
        if (!part.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw new IllegalArgumentException(
                    "\"" + part + "\" in the box \"" + text + "\" is not a number; " + SHAPE);
        }
        return Double.parseDouble(part);
    }

    public boolean crossesDateLine() {
        return west > east;
    }

    public boolean contains(double lon, double lat) {
        if (lat < south || lat > north) {
            return false;
        }
        return crossesDateLine() ? lon >= west || lon <= east : lon >= west && lon <= east;
    }

    /** The box as one or, over the date line, two envelopes with west ≤ east. */
    public List<Envelope> envelopes() {
        return crossesDateLine()
                ? List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north))
                : List.of(new Envelope(west, east, south, north));
    }

    /** Whether any part of a geometry lies in the box; its edge belongs to it. */
    public boolean intersects(Geometry geometry) {
        for (Envelope envelope : envelopes()) {
            if (envelope.intersects(geometry.getEnvelopeInternal())
                    && FACTORY.toGeometry(envelope).intersects(geometry)) {
                return true;
            }
        }
        return false;
    }
}
