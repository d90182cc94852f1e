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

    /** The soft maximum of the scores, "none of these" among them. */
    void share(Weights weights) {
        double[] shares = new double[options.size() + 1];
        shares[0] = weights.score(none);
        for (int i = 0; i < options.size(); i++) {
            shares[i + 1] = weights.score(options.get(i).evidence);
        }
        SoftMax.share(shares);
        noneShare = shares[0];
        for (int i = 0; i < options.size(); i++) {
            options.get(i).share = shares[i + 1];
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
