package org.clashmap.map;

/**
 * Bounds of every 256 rows in space and time, so that a scan passes over what cannot match. A block never holds rows of two
 * kinds (point, area, nowhere).
 */
final class Blocks {
    static final int ROWS = 256;

    final int[] starts;
    final int[] west;
    final int[] south;
    final int[] east;
    final int[] north;
    /** Bounds of points in Web Mercator; y grows to the south. */
    final int[] leastX;

    final int[] leastY;
    final int[] mostX;
    final int[] mostY;
    final int[] from;
    final int[] to;

    private Blocks(int[] starts) {
        this.starts = starts;
        int blocks = starts.length - 1;
        west = new int[blocks];
        south = new int[blocks];
        east = new int[blocks];
        north = new int[blocks];
        leastX = new int[blocks];
        leastY = new int[blocks];
        mostX = new int[blocks];
        mostY = new int[blocks];
        from = new int[blocks];
        to = new int[blocks];
    }

    static Blocks of(Segment segment, Shapes.Shape[] shapes) {
        int[] zones = {0, segment.points, segment.placed, segment.size};
        int count = 0;
        for (int zone = 0; zone < 3; zone++) {
            count += (zones[zone + 1] - zones[zone] + ROWS - 1) / ROWS;
        }
        int[] starts = new int[count + 1];
        int next = 0;
        for (int zone = 0; zone < 3; zone++) {
            for (int row = zones[zone]; row < zones[zone + 1]; row += ROWS) {
                starts[next++] = row;
            }
        }
        starts[count] = segment.size;
        Blocks blocks = new Blocks(starts);
        for (int block = 0; block < count; block++) {
            blocks.measure(block, segment, shapes);
        }
        return blocks;
    }

    int count() {
        return west.length;
    }

    private void measure(int block, Segment segment, Shapes.Shape[] shapes) {
        leastX[block] = leastY[block] = Integer.MAX_VALUE;
        west[block] = south[block] = from[block] = Integer.MAX_VALUE;
        east[block] = north[block] = to[block] = Integer.MIN_VALUE;
        for (int row = starts[block]; row < starts[block + 1]; row++) {
            from[block] = Math.min(from[block], segment.value(IntColumn.START, row));
            to[block] = Math.max(to[block], segment.value(IntColumn.END, row));
            if (row < segment.points) {
                int lon = segment.value(IntColumn.LON, row);
                int lat = segment.value(IntColumn.LAT, row);
                extend(block, lon, lat, lon, lat);
                leastX[block] = Math.min(leastX[block], segment.value(IntColumn.X, row));
                leastY[block] = Math.min(leastY[block], segment.value(IntColumn.Y, row));
                mostX[block] = Math.max(mostX[block], segment.value(IntColumn.X, row));
                mostY[block] = Math.max(mostY[block], segment.value(IntColumn.Y, row));
            } else if (row < segment.placed) {
                Shapes.Shape shape = shapes[segment.value(IntColumn.SHAPE, row)];
                extend(block, shape.west(), shape.south(), shape.east(), shape.north());
            }
        }
    }

    private void extend(int block, int w, int s, int e, int n) {
        west[block] = Math.min(west[block], w);
        south[block] = Math.min(south[block], s);
        east[block] = Math.max(east[block], e);
        north[block] = Math.max(north[block], n);
    }
}
