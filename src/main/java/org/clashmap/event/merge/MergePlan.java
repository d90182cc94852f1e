package org.clashmap.event.merge;

import java.util.List;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;

/**
 * What becomes of a report's events beside those of other reports.
 *
 * @param coded the report's coding, with suggestions and links written into its events
 * @param following next versions of stored events and of the report's own, to be kept with it
 */
public record MergePlan(CodedReport coded, List<Event> following, Counts counts) {
    public MergePlan {
        following = List.copyOf(following);
    }

    /**
     * How many of the report's events went which way.
     *
     * @param merged into stored events, reprints and corrections among them
     * @param suggested pairs left for a person
     */
    public record Counts(int merged, int reprints, int corrections, int suggested) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    merged + other.merged,
                    reprints + other.reprints,
                    corrections + other.corrections,
                    suggested + other.suggested);
        }
    }

    /** Everything as it was coded. */
    public static MergePlan nothing(CodedReport coded) {
        return new MergePlan(coded, List.of(), Counts.NONE);
    }
}
