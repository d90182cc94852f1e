package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The best-scored places of those offered, each once with the name that scored best. An offer below the worst kept costs one
 * comparison, so that ten thousand names can be offered for one query. For one thread and one query.
 */
final class BestPlaces {
    /** A place by its row, under a name. */
    record Scored(int row, int name, SearchHit.Closeness closeness, int edits, double score) {}

    private final int limit;
    private final Comparator<Scored> worstFirst;
    private final PriorityQueue<Scored> kept;
    private final Map<Integer, Scored> byRow = new HashMap<>();

    BestPlaces(int limit, PlaceTable places) {
        this.limit = limit;
        // Of equals the one later in the fixed order is the worse.
        this.worstFirst = Comparator.comparingDouble(Scored::score)
                .thenComparing((a, b) -> places.compare(b.row, a.row))
                .thenComparing(Comparator.comparingInt(Scored::name).reversed());
        this.kept = new PriorityQueue<>(worstFirst);
    }

    /** True when an offer with this score could be kept. */
    boolean wants(double score) {
        return kept.size() < limit || kept.element().score <= score;
    }

    void offer(Scored offered) {
        Scored old = byRow.get(offered.row);
        if (old != null) {
            if (worstFirst.compare(old, offered) >= 0) {
                return;
            }
            kept.remove(old);
        }
        byRow.put(offered.row, offered);
        kept.add(offered);
        if (kept.size() > limit) {
            byRow.remove(kept.remove().row);
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    int size() {
        return kept.size();
    }

    /** Best first. */
    List<Scored> list() {
        List<Scored> list = new ArrayList<>(kept);
        list.sort(worstFirst.reversed());
        return list;
    }
}
