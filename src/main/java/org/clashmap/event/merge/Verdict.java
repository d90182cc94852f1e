package org.clashmap.event.merge;

import java.util.List;

/** What two tellings are to each other. */
sealed interface Verdict {
    /** Other events, or nothing to go by. */
    record Apart() implements Verdict {}

    /**
     * One event: merged without asking.
     *
     * @param how why it is sure
     * @param reasons in words, best first
     */
    record Same(How how, double score, List<String> reasons) implements Verdict {
        public Same {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Perhaps one event: a person decides.
     *
     * @param contradicts whether the two blame opposite sides
     */
    record Perhaps(double score, List<String> reasons, boolean contradicts) implements Verdict {
        public Perhaps {
            reasons = List.copyOf(reasons);
        }
    }

    /** The one that is an aggregate sums up the other. */
    record Sum() implements Verdict {}

    /** Why two tellings are one event. */
    enum How {
        /** Another report of it. */
        REPORT,
        /** The same text again. */
        REPRINT,
        /** It corrects or raises a figure told before. */
        CORRECTION,
        /** The same record of another collection. */
        RECORD
    }
}
