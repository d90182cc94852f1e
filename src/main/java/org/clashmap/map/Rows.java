package org.clashmap.map;

import java.util.List;
import java.util.NoSuchElementException;
import org.clashmap.event.publish.Audience;

/**
 * The rows that match, in the order of items: a bit for each place of the order, so that a page costs what the matches cost
 * to mark and its own rows to read, whatever the slice.
 */
final class Rows {
    private final List<IndexView.Part> parts;
    private final long[][] marked;
    private final long total;

    Rows(IndexView view, IndexFilter filter, Audience audience) {
        parts = view.parts();
        marked = new long[parts.size()][];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = new long[parts.get(i).segment().size / 64 + 1];
        }
        long[] count = new long[1];
        new Selection(view, filter, audience).scan((segment, rows, found) -> {
            count[0] += found;
            mark(markedOf(segment), segment.rank, rows, found);
        });
        total = count[0];
    }

    private long[] markedOf(Segment segment) {
        for (int i = 0; i < marked.length; i++) {
            if (parts.get(i).segment() == segment) {
                return marked[i];
            }
        }
        throw new NoSuchElementException("a segment of another state");
    }

    private static void mark(long[] bits, int[] rank, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            int place = rank[rows[i]];
            bits[place >>> 6] |= 1L << place;
        }
    }

    long total() {
        return total;
    }

    Walk walk() {
        return new Walk(0);
    }

    /** From the first row behind a place; the row that was there may be gone. */
    Walk walkBehind(int day, byte[] id) {
        Walk walk = new Walk(0);
        for (int i = 0; i < marked.length; i++) {
            walk.next[i] = nextMarked(i, firstBehind(parts.get(i).segment(), day, id));
        }
        return walk;
    }

    private static int firstBehind(Segment segment, int day, byte[] id) {
        int low = 0;
        int high = segment.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segment.compare(segment.order[middle], day, id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first marked place of a part from one on, or -1. */
    private int nextMarked(int part, int from) {
        long[] bits = marked[part];
        int word = from >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        long left = bits[word] & -1L << from;
        while (left == 0) {
            if (++word == bits.length) {
                return -1;
            }
            left = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }

    /** Goes through the rows in order, over all segments at once. */
    final class Walk {
        private final int[] next = new int[marked.length];
        private int part = -1;
        private int row;

        private Walk(int from) {
            for (int i = 0; i < next.length; i++) {
                next[i] = nextMarked(i, from);
            }
        }

        /** Steps to the next row; false at the end. */
        boolean advance() {
            int first = -1;
            for (int i = 0; i < next.length; i++) {
                if (next[i] >= 0 && (first < 0 || isBefore(i, first))) {
                    first = i;
                }
            }
            if (first < 0) {
                return false;
            }
            part = first;
            row = parts.get(first).segment().order[next[first]];
            next[first] = nextMarked(first, next[first] + 1);
            return true;
        }

        private boolean isBefore(int one, int other) {
            Segment segment = parts.get(one).segment();
            Segment otherSegment = parts.get(other).segment();
            return segment.compare(segment.order[next[one]], otherSegment, otherSegment.order[next[other]]) < 0;
        }

        Segment segment() {
            return parts.get(part).segment();
        }

        int row() {
            return row;
        }
    }
}
