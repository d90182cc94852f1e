package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.geom.Envelope;

/**
 * Populated places by cells of half a degree, for those near a position. Only places with a point of their own are in it.
 * Two arrays, made by counting; a query looks at the cells its circle touches, also across the date line and the poles.
 * Immutable.
 */
final class SpatialGrid {
    private static final int CELLS_PER_DEGREE = 2;
    private static final int COLUMNS = 360 * CELLS_PER_DEGREE;
    private static final int ROWS = 180 * CELLS_PER_DEGREE;
    private static final double METERS_PER_DEGREE = Math.PI * Geodesy.MEAN_RADIUS_METERS / 180;

    private static final double ROUNDING_DEGREES = 1e-6;

    private final PlaceTable places;
    /** Where a cell's places begin in {@link #members}. */
    private final int[] start = new int[ROWS * COLUMNS + 1];

    private final int[] members;

    SpatialGrid(PlaceTable places) {
        this.places = places;
        int count = 0;
        for (int row = 0; row < places.count(); row++) {
            if (isMember(row)) {
                start[cellOf(row) + 1]++;
                count++;
            }
        }
        for (int cell = 0; cell < ROWS * COLUMNS; cell++) {
            start[cell + 1] += start[cell];
        }
        members = new int[count];
        int[] next = start.clone();
        for (int row = 0; row < places.count(); row++) {
            if (isMember(row)) {
                members[next[cellOf(row)]++] = row;
            }
        }
    }

    private boolean isMember(int row) {
        return places.featureOf(row).isPopulatedPlace() && places.precisionOf(row) == PlacePrecision.POINT;
    }

    private record Near(int row, double meters) {}

    /** The rows of places within a distance, nearest first; of equally near ones in the fixed order of answers. */
    List<Integer> near(LonLat position, double radiusMeters, int limit) {
        double degrees = radiusMeters / METERS_PER_DEGREE;
        int south = line(position.lat() - degrees);
        int north = line(position.lat() + degrees);
        List<Near> found = new ArrayList<>();
        for (int line = south; line <= north; line++) {
            int reach = columnsWithin(position.lat(), degrees, line);
            int middle = column(position.lon());
            for (int step = -reach; step <= reach && step < COLUMNS - reach; step++) {
                int cell = line * COLUMNS + Math.floorMod(middle + step, COLUMNS);
                for (int i = start[cell]; i < start[cell + 1]; i++) {
                    int row = members[i];
                    // No way is shorter than the difference in latitude: most of a cell is told apart without a sine.
                    if (Math.abs(places.latOf(row) - position.lat()) > degrees + ROUNDING_DEGREES) {
                        continue;
                    }
                    double meters = Geodesy.distanceMeters(position, new LonLat(places.lonOf(row), places.latOf(row)));
                    if (meters <= radiusMeters) {
                        found.add(new Near(row, meters));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Near::meters).thenComparing((a, b) -> places.compare(a.row, b.row)));
        return found.stream().limit(Math.max(0, limit)).map(Near::row).toList();
    }

    /** The rows of places in a box, in the fixed order of answers. */
    List<Integer> within(BoundingBox box) {
        List<Integer> found = new ArrayList<>();
        for (Envelope side : box.envelopes()) {
            for (int line = line(side.getMinY()); line <= line(side.getMaxY()); line++) {
                int first = line * COLUMNS + column(side.getMinX());
                int last = line * COLUMNS + column(side.getMaxX());
                // The cells of a line lie side by side, and so do their members.
                for (int i = start[first]; i < start[last + 1]; i++) {
                    if (box.contains(places.lonOf(members[i]), places.latOf(members[i]))) {
                        found.add(members[i]);
                    }
                }
            }
        }
        found.sort(places::compare);
        return found;
    }

    /** How many cells to the left and right a circle reaches in a line of cells; all round when it holds a pole. */
    private static int columnsWithin(double lat, double degrees, int line) {
        double farthest = Math.min(89.999, Math.abs(lat) + degrees);
        if (Math.abs(lat) + degrees >= 90) {
            return COLUMNS / 2;
        }
        double lineLat = Math.min(Math.abs(line / (double) CELLS_PER_DEGREE - 90) + 0.5, farthest);
        double narrowest = Math.cos(Math.toRadians(Math.max(lineLat, farthest)));
        return Math.min(COLUMNS / 2, (int) Math.ceil(degrees / narrowest * CELLS_PER_DEGREE) + 1);
    }

    private int cellOf(int row) {
        return line(places.latOf(row)) * COLUMNS + column(places.lonOf(row));
    }

    private static int line(double lat) {
        return Math.clamp((int) Math.floor((lat + 90) * CELLS_PER_DEGREE), 0, ROWS - 1);
    }

    private static int column(double lon) {
        return Math.clamp((int) Math.floor((lon + 180) * CELLS_PER_DEGREE), 0, COLUMNS - 1);
    }
}
