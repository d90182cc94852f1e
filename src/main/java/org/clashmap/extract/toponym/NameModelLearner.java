package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;

/**
 * Learns {@link NameModel} from English articles whose place names are annotated: each name that the rules find is an
 * example, right where an annotation overlaps it. Logistic regression with a Gaussian prior, climbed by Adam (Kingma and Ba
 * 2015) over all examples at once; no random numbers, so the same articles give the same weights. Not thread-safe.
 */
public final class NameModelLearner {
    private static final int LEAST_SEEN = 4;
    private static final double PRIOR = 3;
    private static final int STEPS = 300;
    private static final double STEP = 0.05;
    private static final double LEAST_WEIGHT = 0.02;
    private static final String HEADER = """
            # How much what is seen of a name in an English text speaks for a place, on a logit scale (NameFeatures says what).
            # Learnt by: clashmap train --names CORPORA
            # feature	weight
            """;

    /** A name with its features, by number. */
    @SuppressWarnings("ArrayRecordComponent") // of this learner only, never compared
    private record Example(int[] features, boolean place) {}

    private final ToponymReader reader;
    private final List<List<String>> seen = new ArrayList<>();
    private final List<Boolean> places = new ArrayList<>();

    public NameModelLearner(Gazetteer gazetteer) {
        this.reader = new ToponymReader(gazetteer);
    }

    /** @param golds the spans of the text's place names */
    public void add(AnalysedText text, List<Span> golds) {
        List<ToponymMention> mentions = reader.readByRules(text);
        NameJudge judge = new NameJudge(text, mentions);
        for (ToponymMention mention : mentions) {
            seen.add(judge.features(mention));
            places.add(golds.stream().anyMatch(gold -> gold.overlaps(mention.span())));
        }
    }

    /**
     * The table of weights, as {@link NameModel} reads it.
     *
     * @throws IllegalStateException when no article has been added
     */
    public String learn() {
        if (seen.isEmpty()) {
            throw new IllegalStateException("no article with annotated place names to learn from");
        }
        Map<String, Integer> counts = new TreeMap<>();
        seen.forEach(features -> features.forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        List<String> names = new ArrayList<>(List.of(NameModel.BIAS));
        Map<String, Integer> numbers = new TreeMap<>();
        counts.forEach((feature, count) -> {
            if (count >= LEAST_SEEN) {
                numbers.put(feature, names.size());
                names.add(feature);
            }
        });
        double[] weights = climb(examples(numbers), names.size());
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i < weights.length; i++) {
            if (i == 0 || Math.abs(weights[i]) >= LEAST_WEIGHT) {
                table.append(String.format(Locale.ROOT, "%s\t%.3f\n", names.get(i), weights[i]));
            }
        }
        return table.toString();
    }

    private List<Example> examples(Map<String, Integer> numbers) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            int[] features = seen.get(i).stream()
                    .map(numbers::get)
                    .filter(java.util.Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .toArray();
            examples.add(new Example(features, places.get(i)));
        }
        return examples;
    }

    private static double[] climb(List<Example> examples, int size) {
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] spread = new double[size];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(examples, weights);
            for (int k = 0; k < size; k++) {
                double g = (gradient[k] + (k == 0 ? 0 : PRIOR * weights[k])) / examples.size();
                mean[k] = 0.9 * mean[k] + 0.1 * g;
                spread[k] = 0.99 * spread[k] + 0.01 * g * g;
                double corrected = mean[k] / (1 - Math.pow(0.9, step));
                weights[k] -= STEP * corrected / (Math.sqrt(spread[k] / (1 - Math.pow(0.99, step))) + 1e-8);
            }
        }
        return weights;
    }

    private static double[] gradient(List<Example> examples, double[] weights) {
        double[] gradient = new double[weights.length];
        for (Example example : examples) {
            double sum = weights[0];
            for (int feature : example.features) {
                sum += weights[feature];
            }
            double error = 1 / (1 + Math.exp(-sum)) - (example.place ? 1 : 0);
            gradient[0] += error;
            for (int feature : example.features) {
                gradient[feature] += error;
            }
        }
        return gradient;
    }
}
