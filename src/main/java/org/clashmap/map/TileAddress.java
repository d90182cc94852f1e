package org.clashmap.map;

/**
 * A tile of the tile matrix set WebMercatorQuad. What lies beyond the square of Web Mercator, north or south of 85.05°,
 * belongs to the tiles of its edge. Tiles have no margin, so that each event is in one tile of a level.
 *
 * @param row from the north
 * @param column from the west
 */
@SuppressWarnings("ShortCircuitBoolean") // rows are tested without branches
public record TileAddress(int level, int row, int column) {
    public static final int LAST_LEVEL = 22;

    /** @throws IllegalArgumentException when there is no such tile, saying which there are */
    public TileAddress {
        if (level < 0 || level > LAST_LEVEL) {
            throw new IllegalArgumentException("levels go from 0 to " + LAST_LEVEL + ", there is no level " + level);
        }
        int last = (1 << level) - 1;
        if (row < 0 || row > last || column < 0 || column > last) {
            throw new IllegalArgumentException("rows and columns of level " + level + " go from 0 to " + last
                    + ", there is no tile " + row + "/" + column);
        }
    }

    /** Mercator units below a tile's size. */
    private int shift() {
        return Mercator.BITS - level;
    }

    /** From a Mercator coordinate to a place in the tile, whose sides are 4096 long. */
    int within(int coordinate) {
        int offset = coordinate & (1 << shift()) - 1;
        int shift = shift() - VectorTile.EXTENT_BITS;
        return shift >= 0 ? offset >>> shift : offset << -shift;
    }

    private boolean holds(int x, int y) {
        return x >>> shift() == column && y >>> shift() == row;
    }

    /** A block of points, by its bounds. Areas may reach over their badge's tile, so they are always looked at. */
    boolean mayHold(Segment segment, int block) {
        Blocks blocks = segment.blocks;
        if (blocks.starts[block] >= segment.placed) {
            return false;
        }
        return blocks.starts[block] >= segment.points
                || ((blocks.leastX[block] >>> shift()) <= column
                        && (blocks.mostX[block] >>> shift()) >= column
                        && (blocks.leastY[block] >>> shift()) <= row
                        && (blocks.mostY[block] >>> shift()) >= row);
    }

    boolean holdsAll(Segment segment, int block) {
        Blocks blocks = segment.blocks;
        return blocks.starts[block] < segment.points
                && holds(blocks.leastX[block], blocks.leastY[block])
                && holds(blocks.mostX[block], blocks.mostY[block]);
    }

    int keep(Segment segment, int[] rows, int count) {
        int[] xs = segment.ints(IntColumn.X);
        int[] ys = segment.ints(IntColumn.Y);
        int shift = shift();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int at = rows[i];
            rows[kept] = at;
            kept += (xs[at] >>> shift) == column & (ys[at] >>> shift) == row ? 1 : 0;
        }
        return kept;
    }
}
