package org.clashmap.geocode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sense for each name in a text (after Gale, Church and Yarowsky 1992): where the words around one mention say what it
 * is ("the Kursk front", "Paris, Texas"), the bare name elsewhere leans the same way.
 */
final class Senses {
    private static final double CLEARLY = 0.6;

    private Senses() {}

    static void agree(List<Weighing> weighings) {
        Map<String, Map<Integer, Double>> told = new LinkedHashMap<>();
        for (Weighing weighing : weighings) {
            Option best = weighing.best();
            if (best != null && weighing.mention.isLiteral() && isTold(weighing) && best.share > CLEARLY) {
                told.computeIfAbsent(weighing.mention.text(), name -> new LinkedHashMap<>())
                        .merge(best.place().index(), best.share, Math::max);
            }
        }
        for (Weighing weighing : weighings) {
            Map<Integer, Double> senses = told.get(weighing.mention.text());
            if (senses != null && !isTold(weighing)) {
                for (Option option : weighing.options) {
                    Double share = senses.get(option.place().index());
                    if (share != null && option.get(Evidence.SAME_SENSE) == 0) {
                        option.reasons.add("the report says so of this name elsewhere");
                    }
                    option.set(Evidence.SAME_SENSE, share == null ? 0 : share);
                }
            }
        }
    }

    private static boolean isTold(Weighing weighing) {
        Option best = weighing.best();
        return weighing.isTold() || (best != null && best.get(Evidence.INSIDE_NAMED_UNIT) > CLEARLY);
    }
}
