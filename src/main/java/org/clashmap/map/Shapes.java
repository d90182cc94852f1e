package org.clashmap.map;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The areas of events that have no point, each once however many events share it. Grows as {@link Dictionary} does. */
final class Shapes {
    private final Map<Geometry, Integer> numbers = new HashMap<>();
    private Shape[] shapes = new Shape[16];
    private int size;

    /**
     * An area with its bounds in millionths of a degree, rounded outwards.
     *
     * @param x Web Mercator position of a point inside, for a badge that stands for the area
     */
    record Shape(Geometry geometry, int west, int south, int east, int north, int x, int y) {
        static Shape of(Geometry geometry) {
            Envelope bounds = geometry.getEnvelopeInternal();
            Coordinate inside = geometry.getInteriorPoint().getCoordinate();
            return new Shape(
                    geometry,
                    (int) Math.floor(bounds.getMinX() * 1e6),
                    (int) Math.floor(bounds.getMinY() * 1e6),
                    (int) Math.ceil(bounds.getMaxX() * 1e6),
                    (int) Math.ceil(bounds.getMaxY() * 1e6),
                    Mercator.x((int) Math.round(inside.getX() * 1e6)),
                    Mercator.y((int) Math.round(inside.getY() * 1e6)));
        }

        boolean isLine() {
            return geometry.getDimension() == 1;
        }
    }

    int number(Geometry geometry) {
        Integer known = numbers.get(geometry);
        if (known != null) {
            return known;
        }
        if (size == shapes.length) {
            shapes = Arrays.copyOf(shapes, size * 2);
        }
        shapes[size] = Shape.of(geometry);
        numbers.put(geometry, size);
        return size++;
    }

    /** The areas at this time. */
    Shape[] all() {
        return shapes;
    }

    int size() {
        return size;
    }
}
