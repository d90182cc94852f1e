package org.clashmap.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Makes the next state of the index from the last one and what changed, in the manner of a log-structured merge tree: the
 * many rows stand in one large segment; those that changed since, in a small one that is made anew with each change; when
 * that has grown, the two become one. Used by one thread.
 */
final class IndexWriter {
    /** The small segment may have so many rows, however small the large one is. */
    static final int LEAST_SMALL = 8192;

    /** The small segment is at most this part of the large one. */
    private static final int SHARE = 64;

    private final Vocabulary vocabulary;
    private final Documents documents;
    private final int leastSmall;

    IndexWriter(Vocabulary vocabulary, Documents documents, int leastSmall) {
        this.vocabulary = vocabulary;
        this.documents = documents;
        this.leastSmall = leastSmall;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    SegmentBuilder builder(int expected) {
        return new SegmentBuilder(vocabulary.shapes, expected);
    }

    void add(SegmentBuilder rows, Entry entry) {
        vocabulary.add(rows, entry, documents);
    }

    IndexView first(SegmentBuilder rows, long dataVersion) {
        return view(List.of(IndexView.Part.of(rows.build())), dataVersion);
    }

    private IndexView view(List<IndexView.Part> parts, long dataVersion) {
        return new IndexView(parts, vocabulary, documents, dataVersion);
    }

    /**
     * The state after a change.
     *
     * @param ids of all events that changed; their rows go
     * @param entries the rows that take their place
     */
    IndexView next(IndexView before, Collection<String> ids, List<Entry> entries, long dataVersion) {
        if (ids.isEmpty()) {
            return view(before.parts(), dataVersion);
        }
        List<IndexView.Part> parts = new ArrayList<>();
        for (IndexView.Part part : before.parts()) {
            parts.add(without(part, ids));
        }
        SegmentBuilder small = builder(entries.size() + 64);
        if (parts.size() > 1) {
            copyAlive(parts.removeLast(), small);
        }
        entries.forEach(entry -> add(small, entry));
        IndexView.Part large = parts.getFirst();
        if (small.size() <= Math.max(leastSmall, large.segment().size / SHARE)) {
            if (small.size() > 0) {
                parts.add(IndexView.Part.of(small.build()));
            }
            return view(parts, dataVersion);
        }
        Segment changed = small.build();
        SegmentBuilder whole = builder(large.alive() + changed.size);
        copyAlive(large, whole);
        copyAlive(IndexView.Part.of(changed), whole);
        return first(whole, dataVersion);
    }

    private static void copyAlive(IndexView.Part part, SegmentBuilder target) {
        for (int row = 0; row < part.segment().size; row++) {
            if (!part.isDead(row)) {
                target.copy(part.segment(), row);
            }
        }
    }

    private static IndexView.Part without(IndexView.Part part, Collection<String> ids) {
        long[] dead = part.dead().clone();
        int count = part.deadCount();
        for (String id : ids) {
            for (int row : part.segment().rows(id)) {
                if ((dead[row >>> 6] >>> row & 1) == 0) {
                    dead[row >>> 6] |= 1L << row;
                    count++;
                }
            }
        }
        return new IndexView.Part(part.segment(), dead, count);
    }
}
