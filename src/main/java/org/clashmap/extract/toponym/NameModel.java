package org.clashmap.extract.toponym;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.text.WordTable;

/**
 * How likely a name in an English text is a place: logistic regression over {@link NameFeatures}, its weights learnt by
 * {@link NameModelLearner} from articles with annotated place names. Immutable; thread-safe.
 */
final class NameModel {
    static final String TABLE = "extract/toponyms/name-model";
    static final String BIAS = "bias";

    private static final NameModel ENGLISH = load();

    private final Map<String, Double> weights;

    NameModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    static NameModel english() {
        return ENGLISH;
    }

    private static NameModel load() {
        Map<String, Double> weights = new HashMap<>();
        for (WordTable.Row row : WordTable.rows(TABLE, 2)) {
            weights.put(row.cells().get(0), Double.parseDouble(row.cells().get(1)));
        }
        return new NameModel(weights);
    }

    /** From 0 to 1. */
    double share(List<String> features) {
        double sum = weights.getOrDefault(BIAS, 0.0);
        for (String feature : features) {
            sum += weights.getOrDefault(feature, 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
