package org.clashmap.geocode;

import java.util.Comparator;
import java.util.List;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.jspecify.annotations.Nullable;

/** One mention with its candidates, best first after {@link #share()}. */
final class Weighing {
    final ToponymMention mention;
    final List<Option> options;
    /** Named as the unit that another place lies in. */
    boolean told;
    /** Every candidate lies in a country the text never speaks of. */
    boolean strange;

    Weighing(ToponymMention mention, List<Option> options) {
        this.mention = mention;
        this.options = options;
    }

    @Nullable
    Option best() {
        return options.isEmpty() ? null : options.getFirst();
    }

    /** Its best candidate is a spot rather than an extent. */
    boolean isSpot() {
        Option best = best();
        return best != null && !best.match.place().feature().isArea();
    }

    /** The words around it say what kind of place it is. */
    boolean isTold() {
        return told || (mention.expected() != ExpectedKind.ANY && mention.expected() != ExpectedKind.SETTLEMENT);
    }

    void share() {
        double top = options.stream().mapToDouble(Option::score).max().orElse(0);
        double sum = 0;
        for (Option option : options) {
            option.share = Math.exp(option.score() - top);
            sum += option.share;
        }
        for (Option option : options) {
            option.share /= sum;
        }
        options.sort(Comparator.comparingDouble((Option o) -> -o.share)
                .thenComparing(o -> o.match.place().id()));
    }

    List<Candidate> candidates(int most) {
        return options.stream()
                .limit(most)
                .filter(o -> o.share >= 0.005 || o == options.getFirst())
                .map(o -> o.toCandidate(options.size() == 1))
                .toList();
    }
}
