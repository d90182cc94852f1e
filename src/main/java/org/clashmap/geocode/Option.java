package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.jspecify.annotations.Nullable;

/** A candidate while it is being weighed. Mutable; confined to one resolution. */
final class Option {
    final NameMatch match;
    final List<String> reasons = new ArrayList<>();
    double base;
    double nearness;
    double share;
    boolean outsideNamedUnit;

    @Nullable
    String nearest;

    Option(NameMatch match) {
        this.match = match;
    }

    double score() {
        return base + Scores.NEIGHBOURS * nearness;
    }

    Candidate toCandidate(boolean only) {
        List<String> all = new ArrayList<>(reasons);
        if (nearest != null && nearness > 0.1) {
            all.add(nearest);
        }
        if (!match.matchedName().equals(match.place().name())) {
            all.add("known there as " + match.matchedName());
        }
        if (match.place().population() > 0) {
            all.add("population " + match.place().population());
        }
        if (only) {
            all.addFirst("the only place of this name in the gazetteer");
        }
        return new Candidate(match, share, all);
    }
}
