package org.clashmap.geocode;

import java.util.Arrays;

/** From scores on a logit scale to shares that sum to 1. */
final class SoftMax {
    private SoftMax() {}

    /** Turns scores into shares in place; a score of negative infinity gets no share. */
    static void share(double[] scores) {
        double top = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - top);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
