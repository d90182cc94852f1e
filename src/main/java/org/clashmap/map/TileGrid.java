package org.clashmap.map;

import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;

/**
 * Counts of points by the cells of a tile. A cell's mark stands where most of its events are, never at a middle where none
 * is: rows come along the curve, position by position, so that the longest run of one position is known on the way.
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class TileGrid {
    private static final int TYPES = EventType.values().length;
    private static final int[] TYPE_OF = typeOf();

    private final TileAddress tile;
    private final int bits;
    private final int kinds;

    /** For each cell: its count, then its counts by type, then by precision. */
    private final int[] counts;

    private final int[] longest;
    private final int[] longestX;
    private final int[] longestY;
    private int lastX = -1;
    private int lastY = -1;
    private int run;

    TileGrid(TileAddress tile, int cells, int precisions) {
        this.tile = tile;
        bits = Integer.numberOfTrailingZeros(cells);
        kinds = 1 + TYPES + precisions;
        counts = new int[cells * cells * kinds];
        longest = new int[cells * cells];
        longestX = new int[cells * cells];
        longestY = new int[cells * cells];
    }

    private static int[] typeOf() {
        int[] types = new int[256];
        for (SubEventType sub : SubEventType.values()) {
            types[sub.ordinal()] = sub.type().ordinal();
        }
        return types;
    }

    void take(Segment segment, int[] rows, int count) {
        int[] xs = segment.ints(IntColumn.X);
        int[] ys = segment.ints(IntColumn.Y);
        byte[] types = segment.bytes(ByteColumn.SUB_EVENT_TYPE);
        byte[] precisions = segment.bytes(ByteColumn.PRECISION);
        int down = Mercator.BITS - tile.level() - bits;
        int mask = (1 << bits) - 1;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int x = xs[row];
            int y = ys[row];
            int cell = down >= 0
                    ? (((y >>> down) & mask) << bits) | ((x >>> down) & mask)
                    : (((y << -down) & mask) << bits) | ((x << -down) & mask);
            int at = cell * kinds;
            counts[at]++;
            counts[at + 1 + TYPE_OF[types[row] & 0xFF]]++;
            counts[at + 1 + TYPES + (precisions[row] & 0xFF)]++;
            run = x == lastX && y == lastY ? run + 1 : 1;
            lastX = x;
            lastY = y;
            if (run > longest[cell]) {
                longest[cell] = run;
                longestX[cell] = x;
                longestY[cell] = y;
            }
        }
    }

    void draw(VectorTile out, Dictionary.Values precisions) {
        VectorTile.Layer layer = out.new Layer("clusters");
        int count = layer.key("count");
        int here = layer.key("count_here");
        EventType[] types = EventType.values();
        for (int cell = 0; cell < longest.length; cell++) {
            int at = cell * kinds;
            if (counts[at] == 0) {
                continue;
            }
            layer.tag(count, layer.value(counts[at]));
            layer.tag(here, layer.value(longest[cell]));
            for (int type = 0; type < TYPES; type++) {
                if (counts[at + 1 + type] > 0) {
                    layer.tag(layer.key(TileMaker.slug(types[type])), layer.value(counts[at + 1 + type]));
                }
            }
            for (int precision = 0; precision < kinds - 1 - TYPES; precision++) {
                int ofIt = counts[at + 1 + TYPES + precision];
                if (ofIt > 0) {
                    String name = precision == 0 ? "unknown" : precisions.get(precision);
                    layer.tag(layer.key("p_" + name), layer.value(ofIt));
                }
            }
            layer.point(tile.within(longestX[cell]), tile.within(longestY[cell]));
        }
        layer.close();
    }
}
