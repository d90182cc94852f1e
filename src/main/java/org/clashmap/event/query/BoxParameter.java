package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A box in any reference system, as the smallest box in WGS 84 that holds it. */
final class BoxParameter {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Into so many pieces each side is cut, since straight sides bend on the way to WGS 84. */
    private static final int PIECES = 16;

    private BoxParameter() {}

    /**
     * @param text four numbers in the axis order of the system, or six with heights as third and sixth
     * @throws IllegalArgumentException that says what is wrong
     */
    static BoundingBox parse(String text, Crs crs) {
        if (crs.equals(CoordinateReferenceSystems.CRS84)) {
            return BoundingBox.parse(text);
        }
        List<Double> numbers = numbers(text);
        int half = numbers.size() / 2;
        int east = crs.latitudeFirst() ? 1 : 0;
        double x1 = numbers.get(east);
        double y1 = numbers.get(1 - east);
        double x2 = numbers.get(half + east);
        double y2 = numbers.get(half + 1 - east);
        if (crs.epsg() == CoordinateReferenceSystems.EPSG_4326.epsg()) {
            return new BoundingBox(x1, y1, x2, y2);
        }
        if (x1 > x2 || y1 > y2) {
            throw new IllegalArgumentException("a box whose first corner is the lower one, in the axis order of "
                    + crs.uri() + (crs.latitudeFirst() ? " (north, east)" : " (east, north)"));
        }
        return inWgs84(new Envelope(x1, x2, y1, y2), crs);
    }

    private static BoundingBox inWgs84(Envelope box, Crs crs) {
        double longest = Math.max(box.getWidth(), box.getHeight());
        Geometry outline = FACTORY.toGeometry(box);
        Geometry dense = longest > 0 ? Densifier.densify(outline, longest / PIECES) : outline;
        Envelope found = CoordinateReferenceSystems.toLonLat(dense, crs).getEnvelopeInternal();
        if (found.isNull() || !Double.isFinite(found.getArea())) {
            throw new IllegalArgumentException("a box inside the area of " + crs.uri());
        }
        try {
            return new BoundingBox(found.getMinX(), found.getMinY(), found.getMaxX(), found.getMaxY());
        } catch (IllegalArgumentException outside) {
            throw new IllegalArgumentException("a box inside the area of " + crs.uri(), outside);
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                double number = Double.parseDouble(part.strip());
                if (Double.isFinite(number)) {
                    numbers.add(number);
                }
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("four numbers, or six with heights", notANumber);
            }
        }
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new IllegalArgumentException("four numbers, or six with heights");
        }
        return numbers;
    }
}
