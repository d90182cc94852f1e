package org.clashmap.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.TimeMention;
import org.clashmap.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an act happened (codebook section 2): a time in its clause, then in its sentence, then the time that the report
 * gave last. The day on which somebody said so is not the day of the act.
 */
final class DraftTimes {
    /** Characters from the start of a sentence within which a time frames what follows. */
    private static final int FRAME_WITHIN = 12;

    private final Reading reading;

    DraftTimes(Reading reading) {
        this.reading = reading;
    }

    void fill(Draft draft, Sentence sentence, List<Draft> sameSentence, List<Draft> before) {
        List<TimeMention> usable = reading.timesOf(sentence).stream()
                .filter(t -> !t.habitual()
                        && !t.open()
                        && (draft.family() == Family.SPEECH || !reading.isSayingTime(t.span())))
                .toList();
        Optional<TimeMention> own = usable.stream()
                .min(Comparator.comparingInt((TimeMention t) -> distance(draft, t))
                        .thenComparingInt(t -> t.span().start()));
        if (own.isPresent()) {
            draft.time = anchored(own.get(), sameSentence, draft, before);
            return;
        }
        TimeMention carried = lastTimeBefore(sentence, before);
        if (carried != null && draft.family() != Family.DIPLOMACY && !draft.background) {
            draft.time = carried;
            draft.timeFromContext = true;
        }
    }

    private static boolean opens(TimeMention time, Sentence sentence) {
        return time.span().start() - sentence.span().start() <= FRAME_WITHIN
                || !sentence.span().contains(time.span());
    }

    private static int distance(Draft draft, TimeMention time) {
        boolean inClause = draft.triggers.stream().anyMatch(t -> t.clause().contains(time.span()));
        return (inClause ? 0 : 300)
                + Math.abs(draft.main.span().start() - time.span().start());
    }

    /** "Hours later", "the same day": the day of the event told before. */
    private static TimeMention anchored(TimeMention time, List<Draft> sameSentence, Draft draft, List<Draft> before) {
        if (!time.basis().equals("relative_to_previous_event")) {
            return time;
        }
        TimeMention anchor = null;
        for (Draft earlier : before) {
            anchor = earlier.time == null ? anchor : earlier.time;
        }
        for (Draft earlier : sameSentence) {
            if (earlier == draft) {
                break;
            }
            anchor = earlier.time == null ? anchor : earlier.time;
        }
        LocalDate end = anchor == null ? null : anchor.end();
        if (end == null) {
            return time;
        }
        LocalDate day = end.plusDays(time.offsetDays());
        return new TimeMention(time.span(), day, day, day, 1, 1, time.basis(), false, false, 0);
    }

    /**
     * A time that opens a sentence frames what follows: a bulletin gives its day once, and it holds for the rest of the
     * paragraph. A time inside a sentence dates that act alone.
     */
    private @Nullable TimeMention lastTimeBefore(Sentence sentence, List<Draft> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Draft draft = before.get(i);
            Sentence last = reading.text().sentences().get(draft.firstSentence());
            if (last.paragraph() != sentence.paragraph()) {
                return null;
            }
            if (draft.time != null && !draft.background && opens(draft.time, last)) {
                return draft.time;
            }
        }
        return null;
    }
}
