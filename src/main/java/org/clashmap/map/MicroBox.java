package org.clashmap.map;

import java.util.List;
import org.clashmap.geo.BoundingBox;

/**
 * A box in millionths of a degree that holds exactly the rounded positions that the box in degrees holds; west is not
 * greater than east.
 */
record MicroBox(int west, int south, int east, int north) {
    /** One, or two over the date line. */
    static List<MicroBox> of(BoundingBox box) {
        int south = least(box.south());
        int north = greatest(box.north());
        return box.crossesDateLine()
                ? List.of(
                        new MicroBox(least(box.west()), south, 180_000_000, north),
                        new MicroBox(-180_000_000, south, greatest(box.east()), north))
                : List.of(new MicroBox(least(box.west()), south, greatest(box.east()), north));
    }

    /** The least number whose degrees, as they are written, are not below a side. */
    private static int least(double side) {
        int near = (int) Math.round(side * 1e6);
        while (near / 1e6 < side) {
            near++;
        }
        while ((near - 1) / 1e6 >= side) {
            near--;
        }
        return near;
    }

    private static int greatest(double side) {
        return -least(-side);
    }

    boolean contains(int lon, int lat) {
        return lon >= west && lon <= east && lat >= south && lat <= north;
    }

    boolean meets(Blocks blocks, int block) {
        return blocks.west[block] <= east
                && blocks.east[block] >= west
                && blocks.south[block] <= north
                && blocks.north[block] >= south;
    }

    boolean contains(Blocks blocks, int block) {
        return blocks.west[block] >= west
                && blocks.east[block] <= east
                && blocks.south[block] >= south
                && blocks.north[block] <= north;
    }
}
