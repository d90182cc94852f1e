package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStore;

/**
 * What becomes of a stored event when its record comes again. A record that is as it was changes nothing; one that differs
 * is the next version. What people decided in between is not undone: a withdrawn event stays withdrawn, and one they worked
 * on comes up for review.
 */
final class Renewals {
    private static final String RAW = "imported_raw";

    private Renewals() {}

    /** For rows: they are the same when the row as it came is. */
    static EventStore.Renewal ofRows(Receipt receipt) {
        return (stored, incoming) -> {
            boolean same =
                    stored.supplement().find(RAW).equals(incoming.supplement().find(RAW));
            return same ? Optional.empty() : Optional.of(renewed(stored, incoming, receipt));
        };
    }

    /**
     * For own records: they are the same when, but for the number, they are a version that is stored; else they are taken
     * as they are. An event that was withdrawn here stays so.
     */
    static EventStore.Renewal ofOwn(ImportTarget target) {
        return (stored, incoming) -> {
            if (stored.isWithdrawn()) {
                return Optional.empty();
            }
            String document = unnumbered(incoming);
            boolean known = document.equals(unnumbered(stored))
                    || target.listVersions(stored.id()).stream()
                            .anyMatch(version -> unnumbered(version).equals(document));
            return known
                    ? Optional.empty()
                    : Optional.of(incoming.withVersion(stored.version() + 1, incoming.editorial()));
        };
    }

    private static String unnumbered(Event event) {
        return EventJson.toJson(event.withVersion(1, event.editorial()));
    }

    private static Event renewed(Event stored, Event incoming, Receipt receipt) {
        int version = stored.version() + 1;
        List<Event.Change> history = new ArrayList<>(stored.editorial().history());
        history.add(new Event.Change(
                version, receipt.collectedAt(), "import", "import", "changed at the source, " + receipt.file()));
        Event.Review before = stored.editorial().review();
        boolean worked = before.reviewer() != null;
        Event.Review review = incoming.editorial().review();
        if (stored.isWithdrawn()) {
            review = before;
        } else if (worked) {
            review = new Event.Review(
                    "in_review", before.reviewer(), before.reviewedAt(), "the record changed at its source");
        }
        Event.Sensitivity sensitivity =
                worked ? stored.editorial().sensitivity() : incoming.editorial().sensitivity();
        Event.Identity identity = new Event.Identity(
                stored.id(),
                version,
                stored.identity().groupId() == null
                        ? incoming.identity().groupId()
                        : stored.identity().groupId(),
                stored.identity().parentId() == null
                        ? incoming.identity().parentId()
                        : stored.identity().parentId(),
                stored.identity().links().isEmpty()
                        ? incoming.identity().links()
                        : stored.identity().links());
        return new Event(
                identity,
                incoming.what(),
                incoming.when(),
                incoming.where(),
                incoming.who(),
                incoming.toll(),
                incoming.account(),
                new Event.Editorial(review, sensitivity, history),
                incoming.supplement());
    }
}
