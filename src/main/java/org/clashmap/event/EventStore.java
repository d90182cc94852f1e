package org.clashmap.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clashmap.geo.BoundingBox;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * The wall to the store. One writer, many readers; a write is durable when the call returns, and all of it or nothing is
 * kept. Events are versioned and never overwritten. Rejected, retracted and merged events are not part of the current
 * state that {@link #list} and {@link #count} read, but {@link #find} and {@link #listVersions} still give them.
 */
public interface EventStore extends AutoCloseable {
    /** How far outside its range {@link #listNear} looks for the day of an event. */
    int NEAR_DAYS = 14;

    /**
     * Keeps a report with its coding. A report whose id is already stored is left as it is, and so are its events.
     *
     * @return true when it was new
     * @throws IllegalArgumentException when one of its events has the id of a stored event; then nothing of it is kept
     */
    default boolean addReport(Report report, CodedReport coded) {
        return addReport(report, coded, null);
    }

    /**
     * Keeps a report with its coding and the bytes as they were received.
     *
     * @param received the bytes that {@code report.receipt()} describes, or null when they are not to be kept
     */
    default boolean addReport(Report report, CodedReport coded, byte @Nullable [] received) {
        return addReport(report, coded, received, List.of());
    }

    /**
     * The same, with what the report changes in the events of others, all in one transaction.
     *
     * @param following next versions of stored events and of the report's own, in their order
     * @throws IllegalStateException when one of them does not follow the stored version; then nothing of it is kept
     */
    boolean addReport(Report report, CodedReport coded, byte @Nullable [] received, List<Event> following);

    /**
     * Keeps a batch of imported records in one transaction. Reports that are stored already are left as they are. An event
     * whose id is new is stored as it is; for one whose id is known, also from earlier in the batch, {@code renewal} says
     * what becomes of it.
     *
     * @throws IllegalStateException when a renewal is not the stored version plus one; then nothing of the batch is kept
     */
    BatchCounts addBatch(List<Report> reports, List<Event> events, Renewal renewal);

    /** What becomes of a stored event when an import brings it again. */
    @FunctionalInterface
    interface Renewal {
        /** The next version, or empty when the stored one stays. */
        Optional<Event> next(Event stored, Event incoming);
    }

    /**
     * What a batch did to the events.
     *
     * @param added ids that were new
     * @param renewed known ids that have a new version
     * @param unchanged known ids that were left as they are
     */
    record BatchCounts(int added, int renewed, int unchanged) {
        public static final BatchCounts NONE = new BatchCounts(0, 0, 0);

        public BatchCounts plus(BatchCounts other) {
            return new BatchCounts(added + other.added, renewed + other.renewed, unchanged + other.unchanged);
        }
    }

    /**
     * Adds the next version of a stored event.
     *
     * @throws IllegalStateException when {@code event.version()} is not the stored version plus one: someone else was
     *     faster
     * @throws IllegalArgumentException when no such event is stored
     */
    void addVersion(Event event);

    /**
     * Adds several versions in one transaction, in their order: the next ones of stored events, and first ones of events
     * that are new, such as the parts of a split.
     *
     * @throws IllegalStateException when one of them does not follow the stored version, or is a first one of an event that
     *     is stored; then nothing is kept
     * @throws IllegalArgumentException when one of them is a later version of an event that is not stored
     */
    void addVersions(List<Event> next);

    /** The current version of an event; of one that is off the map its tombstone. */
    Optional<Event> find(String id);

    /** One version of an event. */
    Optional<Event> findVersion(String id, int version);

    /** All versions of an event, oldest first; empty when there is no such event. */
    List<Event> listVersions(String id);

    /** The history of an event, oldest first, by its patches: no whole documents are read. */
    List<Revision> listRevisions(String id);

    /**
     * The change feed: every version of every event in the order of the commits.
     *
     * @param after cursor of the last row seen, or 0 for all
     */
    List<EventChange> listChanges(long after, int limit);

    /** The cursor of the last change, 0 when there is none. */
    long lastChange();

    /** The events of a query, in its order and slice. */
    List<Event> list(EventQuery query);

    /** Gives the events of a query one by one, in its order and slice and of one state of the store, in constant memory. */
    void forEach(EventQuery query, Consumer<Event> each);

    /**
     * The dated events of all tiers whose window overlaps a range and whose point, or failing it the bounds of whose
     * footprint, meets a box; in the order of {@link #list}. Of windows that reach far, those whose day lies more than
     * {@link #NEAR_DAYS} outside the range are passed over. What others tell of an event is found by it: a lookup that costs
     * what the days hold, however much the place has seen in the years before.
     *
     * @param box null for everywhere, nowhere included
     */
    List<Event> listNear(@Nullable BoundingBox box, LocalDate from, LocalDate to, int limit);

    /** How many events match, whatever the slice. */
    long count(EventQuery query);

    /**
     * The same as {@link #forEach} of the state that the store was in at a data version.
     *
     * @throws IllegalArgumentException when the store has not come to that version yet
     */
    void forEachAsOf(long dataVersion, EventQuery query, Consumer<Event> each);

    /** The same as {@link #count} of the state that the store was in at a data version. */
    long countAsOf(long dataVersion, EventQuery query);

    /**
     * Ids of events of the current state in whose title, places, actors or quotes every word occurs or begins a word, best
     * first. Small letters find large ones, and letters find themselves with accents. These are the events as they are
     * stored: what a reader may not see is found as well.
     */
    List<String> search(String words, int limit);

    /** A stored report. */
    Optional<Report> findReport(String id);

    /** The bytes of a report as they were received, if they were kept. */
    Optional<byte[]> findReceived(String reportId);

    /** The stored reports, newest first by publication, at most {@code limit}. */
    List<Report> listReports(int limit);

    /** What was left out of a report, in text order. */
    List<Omission> listOmissions(String reportId);

    /** The number of the last write, which grows with every one, for caches, citations and ETags. */
    long dataVersion();

    /**
     * Calls {@code listener} soon after each commit, this process's or another's, on a thread of the store's. Commits close
     * to each other may be one call. What has changed {@link #listChanges} tells.
     */
    Watch onChange(Runnable listener);

    /** The wish to be called; closing it ends the calls. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
