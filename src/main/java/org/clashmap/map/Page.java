package org.clashmap.map;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clashmap.event.publish.Audience;
import org.jspecify.annotations.Nullable;

/** A slice of the events that match, ready to be written. */
public final class Page {
    private final IndexView view;
    private final long matched;
    private final Segment[] segments;
    private final int[] rows;
    private final boolean more;

    private Page(IndexView view, long matched, List<Segment> segments, int[] rows, boolean more) {
        this.view = view;
        this.matched = matched;
        this.segments = segments.toArray(Segment[]::new);
        this.rows = rows;
        this.more = more;
    }

    /**
     * Which slice.
     *
     * @param after only what follows this place, or null
     * @param offset matches to pass over from there
     */
    public record Slice(@Nullable Cursor after, int offset, int limit) {
        public static final Slice ALL = new Slice(null, 0, Integer.MAX_VALUE);
    }

    static Page of(IndexView view, IndexFilter filter, Audience audience, Slice slice) {
        Rows matches = new Rows(view, filter, audience);
        Rows.Walk walk = walk(matches, slice.after());
        for (int i = 0; i < slice.offset(); i++) {
            if (!walk.advance()) {
                break;
            }
        }
        int most = (int) Math.min(matches.total(), slice.limit());
        List<Segment> segments = new ArrayList<>(most);
        int[] rows = new int[most];
        while (segments.size() < most && walk.advance()) {
            rows[segments.size()] = walk.row();
            segments.add(walk.segment());
        }
        return new Page(view, matches.total(), segments, rows, walk.advance());
    }

    private static Rows.Walk walk(Rows matches, @Nullable Cursor after) {
        if (after == null) {
            return matches.walk();
        }
        LocalDate day = after.day();
        return matches.walkBehind(
                day == null ? Segment.NONE : (int) day.toEpochDay(), after.id().getBytes(StandardCharsets.UTF_8));
    }

    /** The store's data version that it is of. */
    public long dataVersion() {
        return view.dataVersion();
    }

    /** How many events match, whatever the slice. */
    public long matched() {
        return matched;
    }

    public int size() {
        return segments.length;
    }

    public List<String> ids() {
        List<String> ids = new ArrayList<>(segments.length);
        for (int i = 0; i < segments.length; i++) {
            ids.add(segments[i].id(rows[i]));
        }
        return ids;
    }

    /** The place behind the last event, when more follow. */
    public Optional<Cursor> next() {
        if (!more || segments.length == 0) {
            return Optional.empty();
        }
        Segment last = segments[segments.length - 1];
        int row = rows[segments.length - 1];
        int day = last.value(IntColumn.DAY, row);
        return Optional.of(new Cursor(day == Segment.NONE ? null : LocalDate.ofEpochDay(day), last.id(row)));
    }

    Segment segment(int place) {
        return segments[place];
    }

    int row(int place) {
        return rows[place];
    }

    IndexView view() {
        return view;
    }

    /** The publishers of the events' sources, in their order of letters. */
    public Set<String> publishers() {
        Set<String> publishers = new TreeSet<>();
        boolean[] seen = new boolean[view.names().sources().size()];
        for (int i = 0; i < segments.length; i++) {
            int code = segments[i].value(IntColumn.SOURCE, rows[i]);
            if (!seen[code]) {
                seen[code] = true;
                publishers.addAll(List.of(view.names().sources().get(code).split(Vocabulary.SOURCE_SEPARATOR)));
            }
        }
        publishers.remove("");
        return publishers;
    }

    /** Gives the documents one by one. */
    public void forEachDocument(Consumer<String> each) {
        for (int i = 0; i < segments.length; i++) {
            each.accept(view.document(segments[i], rows[i]));
        }
    }

    /** Writes the documents with commas between them. */
    public void writeDocuments(OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int filled = 0;
        for (int i = 0; i < segments.length; i++) {
            int length = segments[i].value(IntColumn.LENGTH, rows[i]);
            if (filled + length + 1 > buffer.length) {
                out.write(buffer, 0, filled);
                filled = 0;
                if (length + 1 > buffer.length) {
                    buffer = new byte[length + 1];
                }
            }
            if (i > 0) {
                buffer[filled++] = ',';
            }
            view.documents().copy(segments[i].document(rows[i]), buffer, filled, length);
            filled += length;
        }
        out.write(buffer, 0, filled);
    }
}
