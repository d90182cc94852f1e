package org.clashmap.event.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask for one event, all of them together: of each the strictest.
 *
 * @param marks that count, without those a person has loosened
 * @param beside whether another event that is held back is told in one sentence with it
 * @param because the reasons of the rules in words
 */
record Terms(
        List<String> marks,
        Times times,
        Blur blur,
        Coarseness date,
        Set<Fact> withheld,
        boolean beside,
        Set<String> because) {
    Terms {
        marks = List.copyOf(marks);
        withheld = Set.copyOf(withheld);
        because = Collections.unmodifiableSet(new LinkedHashSet<>(because));
    }

    /**
     * The clock's part.
     *
     * @param release when the event may be shown; {@link Instant#MIN} at once, {@link Instant#MAX} never
     * @param changes when a delay of a rule runs out
     */
    record Times(Instant release, List<Instant> changes) {
        Times {
            changes = List.copyOf(changes);
        }
    }

    private static final Duration USUAL_DELAY = Duration.ofDays(3);

    static Terms of(Event event, Rules rules, Instant now) {
        Event.Sensitivity sensitivity = event.editorial().sensitivity();
        List<String> marks = new ArrayList<>(sensitivity.reasons());
        if (rules.isAtRisk(event) && !marks.contains(Rules.SOURCE_AT_RISK)) {
            marks.add(Rules.SOURCE_AT_RISK);
        }
        marks.removeAll(sensitivity.loosened());
        Gathering gathering = new Gathering(event);
        for (String mark : marks) {
            if (mark.startsWith(Rules.BESIDE)) {
                rules.find(mark.substring(Rules.BESIDE.length())).ifPresent(rule -> gathering.addBeside(rule, now));
            } else {
                rules.find(mark).ifPresent(rule -> gathering.add(mark, rule));
            }
        }
        gathering.addLevel(sensitivity);
        return gathering.finish();
    }

    boolean isEmpty() {
        return marks.isEmpty() && blur == Blur.NONE && !beside && withheld.isEmpty();
    }

    /** When the clock alone makes a difference next. */
    Optional<Instant> nextChange(Instant now) {
        return times.changes().stream()
                .filter(change -> change.isAfter(now) && change.isBefore(Instant.MAX))
                .min(Instant::compareTo);
    }

    boolean withholds(Fact fact) {
        return withheld.contains(fact);
    }

    /** When the last day of an event is over everywhere it may be told of in UTC; empty when no day is known. */
    private static Optional<Instant> over(Event event) {
        LocalDate last = event.when().end();
        if (last == null) {
            last = event.when().day();
        }
        if (last == null) {
            last = event.account().sources().stream()
                    .map(SourceRef::published)
                    .filter(day -> day != null)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }
        return Optional.ofNullable(last)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Adds rules one by one. */
    private static final class Gathering {
        private final @Nullable Instant over;
        private final List<String> marks = new ArrayList<>();
        private final Set<Fact> withheld = EnumSet.noneOf(Fact.class);
        private final Set<String> because = new LinkedHashSet<>();
        private final List<Instant> changes = new ArrayList<>();
        private Instant release = Instant.MIN;
        private Blur blur = Blur.NONE;
        private Coarseness date = Coarseness.DAY;
        private boolean beside;

        Gathering(Event event) {
            over = over(event).orElse(null);
        }

        void add(String mark, Rule rule) {
            marks.add(mark);
            because.add(rule.because());
            withheld.addAll(rule.withheld());
            blur = blur.stricter(rule.blur());
            date = date.stricter(rule.date());
            delay(rule.delay());
        }

        private void delay(Duration delay) {
            if (!delay.isZero()) {
                Instant end = end(delay);
                release = end.isAfter(release) ? end : release;
                changes.add(end);
            }
        }

        /** An event of no known day might be of today. */
        private Instant end(Duration delay) {
            return over == null ? Instant.MAX : over.plus(delay);
        }

        /** The other event's place, names or day are in these words as long as its own rule hides them. */
        void addBeside(Rule rule, Instant now) {
            boolean waiting = !rule.delay().isZero() && now.isBefore(end(rule.delay()));
            if (waiting) {
                changes.add(end(rule.delay()));
            }
            boolean hides = !rule.withheld().isEmpty()
                    || rule.blur().compareTo(Blur.SETTLEMENT) > 0
                    || rule.date() != Coarseness.DAY;
            if (waiting || hides) {
                beside = true;
                withheld.add(Fact.QUOTES);
                because.add("since the words also tell of something that is held back");
            }
        }

        /** A level that no rule accounts for, as a person or an import sets it, is taken at its word. */
        void addLevel(Event.Sensitivity sensitivity) {
            boolean free = sensitivity.loosened().isEmpty();
            switch (sensitivity.level()) {
                case "withheld" -> withheld.add(Fact.EVENT);
                case "restricted" -> {
                    if (free && marks.isEmpty()) {
                        withheld.add(Fact.EVENT);
                    }
                }
                case "blurred" -> {
                    if (free) {
                        blur = blur.stricter(Blur.GRID_5KM);
                        because.add("as its editors decided");
                    }
                }
                case "delayed" -> {
                    if (free && marks.isEmpty()) {
                        delay(USUAL_DELAY);
                    }
                }
                default -> {
                    // public, or a word of another version; the marks say what is to be done
                }
            }
        }

        Terms finish() {
            if (withheld.contains(Fact.NAMES) || withheld.contains(Fact.SOURCE)) {
                withheld.add(Fact.QUOTES);
            }
            if (withheld.contains(Fact.EVENT)) {
                release = Instant.MAX;
            }
            return new Terms(marks, new Times(release, changes), blur, date, withheld, beside, because);
        }
    }
}
