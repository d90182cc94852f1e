package org.clashmap.geocode;

import java.util.Comparator;
import java.util.List;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.jspecify.annotations.Nullable;

/** One mention with its candidates, best first after {@link #share}, and the belief that none of them is meant. */
final class Weighing {
    private static final Comparator<Option> BEST_FIRST = Comparator.comparingDouble((Option o) -> -o.share)
            .thenComparing(o -> o.place().id());

    final ToponymMention mention;
    final List<Option> options;
    final double[] none = new double[Evidence.COUNT];
    /** Named as the unit that another place lies in. */
    boolean told;

    double noneShare;

    Weighing(ToponymMention mention, List<Option> options) {
        this.mention = mention;
        this.options = options;
        none[Evidence.NONE.column()] = 1;
    }

    @Nullable
    Option best() {
        return options.isEmpty() ? null : options.getFirst();
    }

    /** The words around it say what kind of place it is. */
    boolean isTold() {
        return told || (mention.expected() != ExpectedKind.ANY && mention.expected() != ExpectedKind.SETTLEMENT);
    }

    /** The soft maximum of the scores. */
    void share(Weights weights) {
        double noneScore = weights.score(none);
        double top = noneScore;
        for (Option option : options) {
            option.share = weights.score(option.evidence);
            top = Math.max(top, option.share);
        }
        noneShare = Math.exp(noneScore - top);
        double sum = noneShare;
        for (Option option : options) {
            option.share = Math.exp(option.share - top);
            sum += option.share;
        }
        noneShare /= sum;
        for (Option option : options) {
            option.share /= sum;
        }
        options.sort(BEST_FIRST);
    }

    /** Drops all but the likeliest candidates. */
    void keep(int most) {
        if (options.size() > most) {
            options.subList(most, options.size()).clear();
        }
    }

    List<Candidate> candidates(int most) {
        return options.stream()
                .limit(most)
                .filter(o -> o.share >= 0.005 || o == options.getFirst())
                .map(o -> o.toCandidate(options.size() == 1))
                .toList();
    }
}
