package org.clashmap.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clashmap.extract.CountMention;
import org.jspecify.annotations.Nullable;

/**
 * Writes the counts of an event (codebook section 4): the first figure told is the conservative one, another figure for the
 * same people widens the range; figures of different sources are never added up.
 */
final class TollWriter {
    /** What stands between the parts of one number: "the driver and his passenger", "водій і його дружина". */
    private static final Pattern JOINS =
            Pattern.compile("(?iu)\\s*(?:,|,?\\s*(?:and|as well as|та|і|й|и|а також|також|также))"
                    + "\\s*(?:(?:a|an|another|one|his|her|its|their|його|її|їх|їхній|їхня|їхню|его|ее|её|их)\\s+)?");

    private TollWriter() {}

    static Event.Toll write(Reading reading, List<CountMention> counts) {
        List<CountMention> ordered = counts.stream()
                .distinct()
                .sorted(Comparator.comparing(CountMention::span))
                .toList();
        Event.Estimate deaths = estimate(reading, ordered, CountMention.Kind.KILLED);
        Event.Range injured = range(reading, ordered, CountMention.Kind.WOUNDED);
        Event.Estimate captured = estimate(reading, ordered, CountMention.Kind.CAPTURED);
        Event.Range displaced = range(reading, ordered, CountMention.Kind.DISPLACED);
        Event.Estimate attacks = estimate(reading, ordered, CountMention.Kind.ATTACKS);
        String words = ordered.stream()
                .map(c -> c.span().of(reading.text().written()))
                .distinct()
                .collect(Collectors.joining("; "));
        Event.Estimate told = deaths == null ? new Event.Estimate(0, 0, 0) : deaths;
        return new Event.Toll(
                told.low(),
                told,
                injured,
                captured == null ? null : captured.best(),
                displaced,
                attacks == null ? null : attacks.best(),
                words.isEmpty() ? null : words);
    }

    private static Event.@Nullable Estimate estimate(
            Reading reading, List<CountMention> counts, CountMention.Kind kind) {
        List<Event.Estimate> figures =
                figures(reading, counts.stream().filter(c -> c.kind() == kind).toList());
        if (figures.isEmpty()) {
            return null;
        }
        int low = figures.stream().mapToInt(Event.Estimate::low).min().orElseThrow();
        int high = figures.stream().mapToInt(Event.Estimate::high).max().orElseThrow();
        return new Event.Estimate(low, Math.max(low, figures.getFirst().best()), high);
    }

    /** The figures told, those of one list added up: "two guards and a driver were killed" is three. */
    private static List<Event.Estimate> figures(Reading reading, List<CountMention> counts) {
        List<Event.Estimate> figures = new ArrayList<>();
        CountMention before = null;
        for (CountMention count : counts) {
            Event.Estimate own = new Event.Estimate(count.low(), count.best(), count.high());
            if (before != null && count.kind() != CountMention.Kind.ATTACKS && isListed(reading, before, count)) {
                Event.Estimate sum = figures.removeLast();
                own = new Event.Estimate(sum.low() + own.low(), sum.best() + own.best(), sum.high() + own.high());
            }
            figures.add(own);
            before = count;
        }
        return figures;
    }

    private static boolean isListed(Reading reading, CountMention left, CountMention right) {
        return left.span().end() <= right.span().start()
                && JOINS.matcher(reading.text()
                                .text()
                                .substring(left.span().end(), right.span().start()))
                        .matches();
    }

    private static Event.@Nullable Range range(Reading reading, List<CountMention> counts, CountMention.Kind kind) {
        return Optional.ofNullable(estimate(reading, counts, kind))
                .filter(e -> e.high() > 0)
                .map(e -> new Event.Range(e.low(), e.high()))
                .orElse(null);
    }
}
