package org.clashmap.map;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;
import org.clashmap.event.publish.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Draws the events that match into one tile: each as a point while they are few, else as counts by the cells of a grid.
 * Events known by an area alone become a badge for each area, with their count. Used once, by one thread.
 */
@SuppressWarnings("EnumOrdinal") // columns are arrays by the place of their constant
final class TileMaker {
    private final IndexView view;
    private final TileAddress tile;
    private final TileStyle style;
    private final Rows points = new Rows();
    private final Map<Integer, Integer> areas = new TreeMap<>();
    private int pointCount;
    private @Nullable TileGrid grid;

    /** Rows kept until they are too many to be drawn one by one. */
    private static final class Rows {
        private Segment[] segments = new Segment[64];
        private int[] rows = new int[64];
        private int size;

        void add(Segment segment, int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
                segments = Arrays.copyOf(segments, size * 2);
            }
            segments[size] = segment;
            rows[size++] = row;
        }
    }

    private TileMaker(IndexView view, TileAddress tile, TileStyle style) {
        this.view = view;
        this.tile = tile;
        this.style = style;
    }

    /** The tile; no bytes when nothing is in it. */
    static byte[] make(IndexView view, IndexFilter filter, Audience audience, TileAddress tile, TileStyle style) {
        TileMaker maker = new TileMaker(view, tile, style);
        new Selection(view, filter, audience, tile).scan(maker::take);
        VectorTile out = new VectorTile();
        if (maker.grid == null) {
            maker.drawPoints(out);
        } else {
            maker.grid.draw(out, view.names().precisions());
        }
        maker.drawAreas(out);
        return out.bytes();
    }

    private void take(Segment segment, int[] rows, int count) {
        if (rows[0] >= segment.points) {
            int[] shapes = segment.ints(IntColumn.SHAPE);
            for (int i = 0; i < count; i++) {
                areas.merge(shapes[rows[i]], 1, Integer::sum);
            }
            return;
        }
        pointCount += count;
        if (grid == null && pointCount > style.mostPoints()) {
            grid = new TileGrid(tile, style.cells(), view.names().precisions().size());
            for (int i = 0; i < points.size; i++) {
                grid.take(points.segments[i], new int[] {points.rows[i]}, 1);
            }
        }
        if (grid != null) {
            grid.take(segment, rows, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            points.add(segment, rows[i]);
        }
    }

    private void drawPoints(VectorTile out) {
        VectorTile.Layer layer = out.new Layer("events");
        int id = layer.key("id");
        int subType = layer.key("sub_event_type");
        int type = layer.key("event_type");
        int precision = layer.key("precision");
        int status = layer.key("review_status");
        int day = layer.key("day");
        int uncertainty = layer.key("uncertainty_m");
        Vocabulary.Names names = view.names();
        for (int i = 0; i < points.size; i++) {
            Segment segment = points.segments[i];
            int row = points.rows[i];
            SubEventType sub = SubEventType.values()[segment.value(ByteColumn.SUB_EVENT_TYPE, row)];
            layer.tag(id, layer.newValue(segment.idCopy(row)));
            layer.tag(subType, layer.value(sub.label()));
            layer.tag(type, layer.value(sub.type().label()));
            layer.tag(precision, layer.value(names.precisions().get(segment.value(ByteColumn.PRECISION, row))));
            layer.tag(status, layer.value(names.statuses().get(segment.value(ByteColumn.STATUS, row))));
            int epochDay = segment.value(IntColumn.DAY, row);
            if (epochDay != Segment.NONE) {
                layer.tag(day, layer.value(LocalDate.ofEpochDay(epochDay).toString()));
            }
            layer.tag(uncertainty, layer.value(segment.value(IntColumn.UNCERTAINTY_METERS, row)));
            layer.point(tile.within(segment.value(IntColumn.X, row)), tile.within(segment.value(IntColumn.Y, row)));
        }
        layer.close();
    }

    private void drawAreas(VectorTile out) {
        VectorTile.Layer layer = out.new Layer("regions");
        int area = layer.key("area");
        int count = layer.key("count");
        areas.forEach((number, events) -> {
            Shapes.Shape shape = view.shapes()[number];
            layer.tag(area, layer.value(shape.isLine() ? "line" : "region"));
            layer.tag(count, layer.value(events));
            layer.point(tile.within(shape.x()), tile.within(shape.y()));
        });
        layer.close();
    }

    /** The name of an event type in a property of a cluster. */
    static String slug(EventType type) {
        return "t_" + type.name().toLowerCase(Locale.ROOT);
    }
}
