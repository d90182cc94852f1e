package org.clashmap.map;

import java.util.List;
import org.clashmap.geo.BoundingBox;

/** The condition on place: a point in the box, or an area that meets it. Blocks in or out as a whole are not looked into. */
@SuppressWarnings("ShortCircuitBoolean") // rows are tested without branches
final class BoxTest {
    enum Verdict {
        NONE,
        SOME,
        ALL
    }

    private final BoundingBox box;
    private final List<MicroBox> boxes;
    private final Shapes.Shape[] shapes;

    BoxTest(BoundingBox box, Shapes.Shape[] shapes) {
        this.box = box;
        this.shapes = shapes;
        boxes = MicroBox.of(box);
    }

    Verdict of(Segment segment, int block) {
        if (segment.blocks.starts[block] >= segment.placed) {
            return Verdict.NONE;
        }
        Verdict verdict = Verdict.NONE;
        for (MicroBox part : boxes) {
            if (part.contains(segment.blocks, block)) {
                return Verdict.ALL;
            }
            if (part.meets(segment.blocks, block)) {
                verdict = Verdict.SOME;
            }
        }
        return verdict;
    }

    /** For a block whose verdict is {@link Verdict#SOME}. */
    int keep(Segment segment, int[] rows, int count) {
        if (rows[0] >= segment.points) {
            return keepAreas(segment, rows, count);
        }
        return boxes.size() == 1
                ? keepPoints(segment, rows, count, boxes.getFirst())
                : keepPoints(segment, rows, count, boxes.getFirst(), boxes.getLast());
    }

    private static int keepPoints(Segment segment, int[] rows, int count, MicroBox one) {
        int[] lons = segment.ints(IntColumn.LON);
        int[] lats = segment.ints(IntColumn.LAT);
        int west = one.west();
        int south = one.south();
        int east = one.east();
        int north = one.north();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            rows[kept] = row;
            int lon = lons[row];
            int lat = lats[row];
            kept += lon >= west & lon <= east & lat >= south & lat <= north ? 1 : 0;
        }
        return kept;
    }

    private static int keepPoints(Segment segment, int[] rows, int count, MicroBox one, MicroBox other) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int lon = segment.value(IntColumn.LON, row);
            int lat = segment.value(IntColumn.LAT, row);
            rows[kept] = row;
            kept += one.contains(lon, lat) || other.contains(lon, lat) ? 1 : 0;
        }
        return kept;
    }

    private int keepAreas(Segment segment, int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            Shapes.Shape shape = shapes[segment.value(IntColumn.SHAPE, row)];
            rows[kept] = row;
            kept += meets(shape) ? 1 : 0;
        }
        return kept;
    }

    private boolean meets(Shapes.Shape shape) {
        for (MicroBox part : boxes) {
            if (shape.west() <= part.east()
                    && shape.east() >= part.west()
                    && shape.south() <= part.north()
                    && shape.north() >= part.south()) {
                return box.intersects(shape.geometry());
            }
        }
        return false;
    }
}
