package org.clashmap.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.extract.TimeMention;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an act happened (codebook section 2): a time in its clause, then in its sentence, then the time that the report
 * gave last. The day on which somebody said so is not the day of the act.
 */
final class DraftTimes {
    /** Characters from the start of a sentence within which a time frames what follows. */
    private static final int FRAME_WITHIN = 12;

    private static final int FRAME_SENTENCES = 3;
    /** Tokens of a date with its hour that stand as a sentence. */
    private static final int HEAD_TOKENS = 8;

    private static final Pattern BULLETIN = Pattern.compile(
            "(?iu)(?:\\bдоб[уиіою]|\\bсут(?:ки|ок)|24[ -]hours?|24 годин|24 час|past day|last day|reporting period)");
    private static final Pattern CLOCK = Pattern.compile("[\\[(•*-]?\\s*(?:[01]?\\d|2[0-3])[:.][0-5]\\d\\b");

    /** Days before publication from which an act is background: news of two months ago is none. */
    private static final int HISTORY_DAYS = 62;

    private final Reading reading;

    /** What {@link #bulletinFrame} finds, the same for all of a report. */
    private final Optional<TimeMention> frame;

    DraftTimes(Reading reading) {
        this.reading = reading;
        this.frame = bulletinFrame();
    }

    void fill(Draft draft, Sentence sentence, List<Draft> sameSentence, List<Draft> before) {
        List<TimeMention> usable = reading.timesOf(sentence).stream()
                .filter(t -> !t.habitual()
                        && !t.open()
                        && (draft.family() == Family.SPEECH || !reading.isSayingTime(t.span())))
                .toList();
        Optional<TimeMention> head = dateHead(sentence);
        Optional<TimeMention> own = usable.stream()
                .filter(t -> head.isEmpty() || isInClause(draft, t))
                .min(Comparator.comparingInt((TimeMention t) -> distance(draft, t))
                        .thenComparingInt(t -> t.span().start()));
        if (own.isPresent()) {
            draft.time = anchored(own.get(), sameSentence, draft, before);
            return;
        }
        TimeMention carried = head.or(() -> Optional.ofNullable(lastTimeBefore(sentence, before)))
                .or(() -> clockDay(sentence))
                .or(() -> frame)
                .orElse(null);
        if (carried != null && draft.family() != Family.DIPLOMACY && !draft.background) {
            draft.time = carried;
            draft.timeFromContext = true;
        }
    }

    /** So long before the report that it is told as history. */
    boolean isPast(Draft draft) {
        LocalDate published = reading.report().published();
        LocalDate end = draft.time == null ? null : draft.time.end();
        return published != null && end != null && end.isBefore(published.minusDays(HISTORY_DAYS));
    }

    private static boolean opens(TimeMention time, Sentence sentence) {
        return time.span().start() - sentence.span().start() <= FRAME_WITHIN
                || !sentence.span().contains(time.span());
    }

    private static boolean isInClause(Draft draft, TimeMention time) {
        return draft.triggers.stream().anyMatch(t -> t.clause().contains(time.span()));
    }

    private static int distance(Draft draft, TimeMention time) {
        return (isInClause(draft, time) ? 0 : 300)
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

    /** "4 March.", "- Friday, 12 May.": a date that is all of a sentence heads what follows in its paragraph. */
    private Optional<TimeMention> dateHead(Sentence sentence) {
        List<Sentence> all = reading.text().sentences();
        for (int i = sentence.index() - 1; i >= 0 && all.get(i).paragraph() == sentence.paragraph(); i--) {
            Sentence earlier = all.get(i);
            for (TimeMention time : reading.timesOf(earlier)) {
                boolean whole = 2 * time.span().length() >= earlier.span().length()
                        || (opens(time, earlier) && earlier.tokens().size() <= HEAD_TOKENS);
                if (whole && !time.habitual() && !time.open() && !isDayOfWriting(time, earlier)) {
                    return Optional.of(time);
                }
            }
        }
        return Optional.empty();
    }

    /** The report's own day at its head says when it was written. */
    private boolean isDayOfWriting(TimeMention time, Sentence sentence) {
        return sentence.index() < FRAME_SENTENCES
                && time.start() != null
                && time.start().equals(reading.report().published());
    }

    /** An entry of a live page that opens with a clock time: what it tells without a day happened on the page's day. */
    private Optional<TimeMention> clockDay(Sentence sentence) {
        LocalDate day = reading.report().published();
        Sentence opening = opening(sentence);
        Matcher clock = CLOCK.matcher(opening.span().of(reading.text().text()));
        if (day == null || !clock.lookingAt()) {
            return Optional.empty();
        }
        int start = opening.span().start();
        return Optional.of(new TimeMention(
                new Span(start, start + clock.end()), day, day, day, 1, 1, "inferred_same_day", false, false, 0));
    }

    private Sentence opening(Sentence sentence) {
        int first = sentence.index();
        List<Sentence> all = reading.text().sentences();
        while (first > 0 && all.get(first - 1).paragraph() == sentence.paragraph()) {
            first--;
        }
        return all.get(first);
    }

    /** "In the past 24 hours" at the head of a bulletin holds for all that it tells without a time. */
    private Optional<TimeMention> bulletinFrame() {
        return reading.text().sentences().stream()
                .limit(FRAME_SENTENCES)
                .flatMap(s -> reading.timesOf(s).stream())
                .filter(t -> t.start() != null
                        && t.end() != null
                        && !t.open()
                        && BULLETIN.matcher(t.span().of(reading.text().text())).find())
                .findFirst();
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
