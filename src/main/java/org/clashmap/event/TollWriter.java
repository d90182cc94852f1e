package org.clashmap.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clashmap.extract.CountMention;
import org.jspecify.annotations.Nullable;

/**
 * Writes the counts of an event (codebook section 4): the first figure told is the conservative one, another figure for the
 * same people widens the range; figures of different sources are never added up.
 */
final class TollWriter {
    private TollWriter() {}

    static Event.Toll write(Reading reading, List<CountMention> counts) {
        List<CountMention> ordered = counts.stream()
                .distinct()
                .sorted(Comparator.comparing(CountMention::span))
                .toList();
        Event.Estimate deaths = estimate(ordered, CountMention.Kind.KILLED);
        Event.Range injured = range(ordered, CountMention.Kind.WOUNDED);
        Event.Estimate captured = estimate(ordered, CountMention.Kind.CAPTURED);
        Event.Range displaced = range(ordered, CountMention.Kind.DISPLACED);
        Event.Estimate attacks = estimate(ordered, CountMention.Kind.ATTACKS);
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

    private static Event.@Nullable Estimate estimate(List<CountMention> counts, CountMention.Kind kind) {
        List<CountMention> own = counts.stream().filter(c -> c.kind() == kind).toList();
        if (own.isEmpty()) {
            return null;
        }
        CountMention first = own.getFirst();
        int low = own.stream().mapToInt(CountMention::low).min().orElseThrow();
        int high = own.stream().mapToInt(CountMention::high).max().orElseThrow();
        return new Event.Estimate(low, Math.max(low, first.best()), high);
    }

    private static Event.@Nullable Range range(List<CountMention> counts, CountMention.Kind kind) {
        return Optional.ofNullable(estimate(counts, kind))
                .filter(e -> e.high() > 0)
                .map(e -> new Event.Range(e.low(), e.high()))
                .orElse(null);
    }
}
