package org.clashmap.geo;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Coordinate reference systems by their URI, and geometries between them and WGS 84.
 *
 * <p>Geometries always have east (longitude) first here; {@link Crs#latitudeFirst} says whether the system's definition
 * wants it the other way round on the wire, and {@link #swapAxes} does that. WGS 84 and Web Mercator are done by formula
 * and cost nothing; any other EPSG system opens GeoTools' EPSG database, which takes one to two seconds the first time.
 * Safe for many threads.
 */
public final class CoordinateReferenceSystems {
    /** WGS 84, longitude first: what everything is stored in. */
    public static final Crs CRS84 = new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false);

    public static final Crs EPSG_4326 = new Crs("http://www.opengis.net/def/crs/EPSG/0/4326", 4326, true);
    public static final Crs WEB_MERCATOR = new Crs("http://www.opengis.net/def/crs/EPSG/0/3857", 3857, false);

    /** The systems that need no database, in the order they are offered. */
    public static final List<Crs> OFFERED = List.of(CRS84, EPSG_4326, WEB_MERCATOR);

    private static final double MERCATOR_RADIUS_METERS = 6_378_137;
    /** Where Web Mercator's square ends; latitudes beyond are drawn on its edge. */
    private static final double MERCATOR_LATITUDE_LIMIT = 85.051_128_779_806_59;

    /** About a metre: as far as a position may be from itself after going to a system and back. */
    private static final double SAME_DEGREES = 1e-5;

    private static final Pattern EPSG = Pattern.compile(
            "(?:https?://www\\.opengis\\.net/def/crs/EPSG/[^/]+/|EPSG:|urn:ogc:def:crs:EPSG:[^:]*:)(\\d+)");
    private static final ConcurrentMap<Integer, MathTransform> FROM_LON_LAT = new ConcurrentHashMap<>();
    private static final ConcurrentMap<Integer, MathTransform> TO_LON_LAT = new ConcurrentHashMap<>();

    private CoordinateReferenceSystems() {}

    /**
     * A system.
     *
     * @param epsg its number in the EPSG registry; 4326 for CRS84
     * @param latitudeFirst its definition puts north before east
     */
    public record Crs(String uri, int epsg, boolean latitudeFirst) {}

    /**
     * Reads {@code http://www.opengis.net/def/crs/OGC/1.3/CRS84}, {@code .../EPSG/0/3857} and the short forms
     * {@code CRS84} and {@code EPSG:3857}.
     *
     * @throws IllegalArgumentException that names the value and the systems without a database
     */
    public static Crs parse(String uri) {
        String name = uri.strip();
        if (name.equals("CRS84")
                || name.equals("OGC:CRS84")
                || name.matches("https?://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84")) {
            return CRS84;
        }
        Matcher epsg = EPSG.matcher(name);
        if (!epsg.matches() || epsg.group(1).length() > 9) {
            throw unknown(uri, null);
        }
        int code = Integer.parseInt(epsg.group(1));
        return switch (code) {
            case 4326 -> EPSG_4326;
            case 3857 -> WEB_MERCATOR;
            default -> fromDatabase(code, uri);
        };
    }

    private static Crs fromDatabase(int code, String uri) {
        try {
            CoordinateReferenceSystem defined = CRS.decode("EPSG:" + code);
            boolean northFirst = CRS.getAxisOrder(defined) == CRS.AxisOrder.NORTH_EAST;
            return new Crs("http://www.opengis.net/def/crs/EPSG/0/" + code, code, northFirst);
        } catch (FactoryException e) {
            throw unknown(uri, e);
        }
    }

    private static IllegalArgumentException unknown(String uri, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"" + uri + "\" is not a known coordinate reference system; use one of "
                        + OFFERED.stream().map(Crs::uri).toList() + " or another EPSG number",
                cause);
    }

    /**
     * A copy of a WGS 84 geometry in another system, east first.
     *
     * @throws IllegalArgumentException when it lies too far outside of the system's area
     */
    public static Geometry fromLonLat(Geometry geometry, Crs to) {
        return switch (to.epsg()) {
            case 4326 -> geometry.copy();
            case 3857 -> changed(geometry, CoordinateReferenceSystems::toMercator);
            default -> intoArea(geometry, to);
        };
    }

    /**
     * Far outside of its area a projection gives numbers that stand for no place: what does not come back to where it was
     * is refused.
     */
    private static Geometry intoArea(Geometry geometry, Crs to) {
        Geometry there = transform(geometry, FROM_LON_LAT.computeIfAbsent(to.epsg(), code -> between(4326, code)));
        if (!toLonLat(there, to).equalsExact(geometry, SAME_DEGREES)) {
            throw new IllegalArgumentException("the geometry lies outside the area of this system");
        }
        return there;
    }

    /** A copy in WGS 84 of a geometry that is in another system, east first. */
    public static Geometry toLonLat(Geometry geometry, Crs from) {
        return switch (from.epsg()) {
            case 4326 -> geometry.copy();
            case 3857 -> changed(geometry, CoordinateReferenceSystems::fromMercator);
            default -> transform(geometry, TO_LON_LAT.computeIfAbsent(from.epsg(), code -> between(code, 4326)));
        };
    }

    /** A copy with the two axes exchanged. */
    public static Geometry swapAxes(Geometry geometry) {
        return changed(geometry, pair -> {
            double first = pair[0];
            pair[0] = pair[1];
            pair[1] = first;
        });
    }

    private static void toMercator(double[] pair) {
        double lat = Math.clamp(pair[1], -MERCATOR_LATITUDE_LIMIT, MERCATOR_LATITUDE_LIMIT);
        pair[0] = MERCATOR_RADIUS_METERS * Math.toRadians(pair[0]);
        pair[1] = MERCATOR_RADIUS_METERS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
    }

    private static void fromMercator(double[] pair) {
        pair[0] = Math.toDegrees(pair[0] / MERCATOR_RADIUS_METERS);
        pair[1] = Math.toDegrees(2 * Math.atan(Math.exp(pair[1] / MERCATOR_RADIUS_METERS)) - Math.PI / 2);
    }

    private static MathTransform between(int from, int to) {
        try {
            // "true" asks for east first, whatever the definitions say; lenient, for datums without a known shift.
            return CRS.findMathTransform(CRS.decode("EPSG:" + from, true), CRS.decode("EPSG:" + to, true), true);
        } catch (FactoryException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "there is no way from EPSG:%d to EPSG:%d", from, to), e);
        }
    }

    private static Geometry transform(Geometry geometry, MathTransform way) {
        try {
            return JTS.transform(geometry, way);
        } catch (TransformException e) {
            throw new IllegalArgumentException("the geometry cannot be brought into this system: " + e.getMessage(), e);
        }
    }

    /** Changes a pair of coordinates in place. */
    @FunctionalInterface
    private interface PairChange {
        void change(double[] pair);
    }

    private static Geometry changed(Geometry geometry, PairChange change) {
        Geometry copy = geometry.copy();
        double[] pair = new double[2];
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                pair[0] = sequence.getX(i);
                pair[1] = sequence.getY(i);
                change.change(pair);
                sequence.setOrdinate(i, CoordinateSequence.X, pair[0]);
                sequence.setOrdinate(i, CoordinateSequence.Y, pair[1]);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
