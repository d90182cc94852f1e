package org.clashmap.gazetteer.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which zoom a label has room, decided once for the whole world: at each zoom the labels of lower zooms stay and the
 * others are tried in the order given. So a map that pans never changes its mind about a label. Boxes are estimated from
 * the length of the name in Web Mercator pixels (256-pixel tiles). O(n · zooms).
 */
final class BasemapPlacement {
    private static final int FIRST_ZOOM = 3;
    static final int LAST_ZOOM = 10;
    /** Least weight that a city needs at each zoom from 3 to 10, so that room alone does not fill the map. */
    private static final long[] LEAST_WEIGHT = {1_500_000, 600_000, 250_000, 60_000, 15_000, 5_000, 2_500, 2_000};

    private static final double CHARACTER_PIXELS = 6.6;
    private static final double HEIGHT_PIXELS = 18;
    private static final double DOT_PIXELS = 10;
    private static final int BUCKET = 128;

    private final Map<Long, List<double[]>> taken = new HashMap<>();

    private BasemapPlacement() {}

    /** The zoom of each city, in the order given (heaviest first); 0 for those without room at any zoom. */
    static int[] zooms(List<BasemapCity> cities) {
        int[] zooms = new int[cities.size()];
        for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
            BasemapPlacement placement = new BasemapPlacement();
            for (int i = 0; i < zooms.length; i++) {
                if (zooms[i] > 0) {
                    placement.takeAnyway(cities.get(i), zoom);
                }
            }
            long least = LEAST_WEIGHT[zoom - FIRST_ZOOM];
            for (int i = 0; i < zooms.length && cities.get(i).weight() >= least; i++) {
                if (zooms[i] == 0 && placement.takeIfFree(cities.get(i), zoom)) {
                    zooms[i] = zoom;
                }
            }
        }
        return zooms;
    }

    /** Right of the dot, else left of it, as the map itself tries first. */
    private boolean takeIfFree(BasemapCity city, int zoom) {
        for (boolean right : new boolean[] {true, false}) {
            double[] box = box(city, zoom, right);
            if (isFree(box)) {
                take(box);
                return true;
            }
        }
        return false;
    }

    private void takeAnyway(BasemapCity city, int zoom) {
        if (!takeIfFree(city, zoom)) {
            take(box(city, zoom, true));
        }
    }

    private static double[] box(BasemapCity city, int zoom, boolean right) {
        double size = Math.scalb(256.0, zoom);
        double x = (city.lon() + 180) / 360 * size;
        double sine = StrictMath.sin(StrictMath.toRadians(Math.max(-85, Math.min(85, city.lat()))));
        double y = (0.5 - StrictMath.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size;
        double width = city.name().length() * CHARACTER_PIXELS + DOT_PIXELS;
        double room = room(city.weight());
        double along = (HEIGHT_PIXELS + room) / 2;
        double west = right ? x - DOT_PIXELS / 2 : x - width;
        return new double[] {west - room, y - along, west + width + DOT_PIXELS / 2 + room, y + along};
    }

    /** Pixels kept free around a label: the weightier the place, the nearer it may come to others. */
    private static double room(long weight) {
        return weight >= 500_000 ? 4 : weight >= 100_000 ? 10 : 24;
    }

    private boolean isFree(double[] box) {
        for (long bucket : buckets(box)) {
            for (double[] other : taken.getOrDefault(bucket, List.of())) {
                if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void take(double[] box) {
        for (long bucket : buckets(box)) {
            taken.computeIfAbsent(bucket, b -> new ArrayList<>()).add(box);
        }
    }

    private static List<Long> buckets(double[] box) {
        List<Long> buckets = new ArrayList<>();
        for (int x = (int) Math.floor(box[0] / BUCKET); x <= (int) Math.floor(box[2] / BUCKET); x++) {
            for (int y = (int) Math.floor(box[1] / BUCKET); y <= (int) Math.floor(box[3] / BUCKET); y++) {
                buckets.add((long) x << 32 | (y & 0xffffffffL));
            }
        }
        return buckets;
    }
}
