package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.event.publish.Audience;

/**
 * The index as it was after one write: immutable, so that whoever holds it reads one state however long it takes. Newer
 * states share most of its memory.
 */
public final class IndexView {
    private final List<Part> parts;
    private final Vocabulary.Names names;
    private final Shapes.Shape[] shapes;
    private final Documents documents;
    private final long dataVersion;
    private final boolean allForEverybody;

    /** A segment and which of its rows newer ones have replaced, a bit each. */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    record Part(Segment segment, long[] dead, int deadCount) {
        static Part of(Segment segment) {
            return new Part(segment, new long[segment.size / 64 + 1], 0);
        }

        boolean hasDead() {
            return deadCount > 0;
        }

        boolean isDead(int row) {
            return (dead[row >>> 6] >>> row & 1) != 0;
        }

        int alive() {
            return segment.size - deadCount;
        }
    }

    IndexView(List<Part> parts, Vocabulary vocabulary, Documents documents, long dataVersion) {
        this.parts = List.copyOf(parts);
        names = vocabulary.names();
        shapes = vocabulary.shapes.all();
        this.documents = documents;
        this.dataVersion = dataVersion;
        allForEverybody = parts.stream().allMatch(part -> part.segment().forEverybody);
    }

    /** The store's data version that this state is of. */
    public long dataVersion() {
        return dataVersion;
    }

    /** How many events match. */
    public long count(IndexFilter filter, Audience audience) {
        return new Selection(this, filter, audience).count();
    }

    /** A slice of the events that match, in the order of items. */
    public Page page(IndexFilter filter, Audience audience, Page.Slice slice) {
        return Page.of(this, filter, audience, slice);
    }

    /** Counts by a facet under the whole filter. */
    public List<Histogram.Bucket> histogram(IndexFilter filter, Audience audience, Facet facet) {
        return Histogram.count(this, filter, audience, facet);
    }

    /** Counts by several facets, each under the conditions on the others. */
    public Map<Facet, List<Histogram.Bucket>> facets(IndexFilter filter, Audience audience, Set<Facet> facets) {
        return Histogram.countCrossed(this, filter, audience, facets);
    }

    /** The events that match in a tile, as a vector tile; no bytes when there are none. */
    public byte[] tile(IndexFilter filter, Audience audience, TileAddress address, TileStyle style) {
        return TileMaker.make(this, filter, audience, address, style);
    }

    /** Counts by country, or by first-order unit and country. */
    public List<RegionCounts.Region> regions(IndexFilter filter, Audience audience, boolean byUnit) {
        return RegionCounts.count(this, filter, audience, byUnit);
    }

    /** The document of an event as an audience sees it, if it matches. */
    public Optional<String> find(String id, IndexFilter filter, Audience audience) {
        Selection selection = new Selection(this, filter, audience);
        for (Part part : parts) {
            for (int row : part.segment().rows(id)) {
                if (!part.isDead(row) && selection.accepts(part.segment(), row)) {
                    return Optional.of(document(part.segment(), row));
                }
            }
        }
        return Optional.empty();
    }

    String document(Segment segment, int row) {
        byte[] document = new byte[segment.value(IntColumn.LENGTH, row)];
        documents.copy(segment.document(row), document, 0, document.length);
        return new String(document, StandardCharsets.UTF_8);
    }

    List<Part> parts() {
        return parts;
    }

    Vocabulary.Names names() {
        return names;
    }

    Shapes.Shape[] shapes() {
        return shapes;
    }

    Documents documents() {
        return documents;
    }

    boolean isAllForEverybody() {
        return allForEverybody;
    }
}
