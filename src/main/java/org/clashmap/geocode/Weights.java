package org.clashmap.geocode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clashmap.text.WordTable;

/**
 * How much each kind of {@link Evidence} counts. Read from {@code /geocode/weights.tsv}: the name of the evidence, a
 * weight set by hand, how many mentions that one is worth when others are learnt from texts, and the weight learnt.
 * Immutable.
 */
public final class Weights {
    private static final String HEADER = """
            # What each kind of evidence for a candidate place counts, on a logit scale (geocode.Evidence says what each is).
            # Learnt by: ./clashmap train PATH... (conditional logistic regression, drawn to the weights set by hand, each as
            # strongly as by so many mentions: strong where the codebook decides, weak where texts know better).
            # evidence	by hand	worth	learnt
            """;

    private final double[] byHand;
    private final double[] worth;
    private final double[] learnt;

    private Weights(double[] byHand, double[] worth, double[] learnt) {
        this.byHand = byHand;
        this.worth = worth;
        this.learnt = learnt.clone();
    }

    /** The weights that come with the program. */
    public static Weights load() {
        return of(WordTable.rows("geocode/weights"));
    }

    /** @throws IllegalArgumentException when a row is not of the form, or an evidence is unknown or missing */
    static Weights parse(List<String> lines) {
        return of(WordTable.parse("weights", lines));
    }

    private static Weights of(List<WordTable.Row> table) {
        Map<String, double[]> rows = new HashMap<>();
        for (WordTable.Row row : table) {
            List<String> cells = row.cells();
            if (cells.size() != 4) {
                throw new IllegalArgumentException(
                        row.where() + ": " + cells + " is not: evidence, by hand, worth, learnt");
            }
            rows.put(
                    row.get(0),
                    cells.subList(1, 4).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        double[] byHand = new double[Evidence.COUNT];
        double[] worth = new double[Evidence.COUNT];
        double[] learnt = new double[Evidence.COUNT];
        for (Evidence evidence : Evidence.values()) {
            double[] row = rows.remove(evidence.wire());
            if (row == null) {
                throw new IllegalArgumentException("weights: no row for " + evidence.wire());
            }
            byHand[evidence.column()] = row[0];
            worth[evidence.column()] = row[1];
            learnt[evidence.column()] = row[2];
        }
        if (!rows.isEmpty()) {
            throw new IllegalArgumentException("weights: no such evidence: " + rows.keySet());
        }
        return new Weights(byHand, worth, learnt);
    }

    /** These weights with others learnt. */
    Weights learnt(double[] other) {
        return new Weights(byHand, worth, other);
    }

    double score(double[] evidence) {
        return score(learnt, evidence);
    }

    static double score(double[] weights, double[] evidence) {
        double sum = 0;
        for (int i = 0; i < evidence.length; i++) {
            sum += weights[i] * evidence[i];
        }
        return sum;
    }

    double[] byHand() {
        return byHand.clone();
    }

    double[] worth() {
        return worth.clone();
    }

    /** The table, as {@link #load} reads it. */
    public String toTable() {
        StringBuilder table = new StringBuilder(HEADER);
        for (Evidence evidence : Evidence.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%s\t%.2f\t%.0f\t%.3f\n",
                    evidence.wire(),
                    byHand[evidence.column()],
                    worth[evidence.column()],
                    learnt[evidence.column()]));
        }
        return table.toString();
    }
}
