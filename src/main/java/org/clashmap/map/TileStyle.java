package org.clashmap.map;

/**
 * How events are drawn into a tile.
 *
 * @param mostPoints up to so many events are points; of more, the tile holds counts
 * @param cells of the grid of counts along a side: 8, 16, 32 or 64
 */
public record TileStyle(int mostPoints, int cells) {
    public static final int LARGEST_MOST_POINTS = 50_000;
    public static final TileStyle USUAL = new TileStyle(2000, 16);

    public TileStyle {
        if (mostPoints < 0 || mostPoints > LARGEST_MOST_POINTS) {
            throw new IllegalArgumentException("from 0 to " + LARGEST_MOST_POINTS + " points, not " + mostPoints);
        }
        if (cells < 8 || cells > 64 || Integer.bitCount(cells) != 1) {
            throw new IllegalArgumentException("8, 16, 32 or 64 cells, not " + cells);
        }
    }
}
