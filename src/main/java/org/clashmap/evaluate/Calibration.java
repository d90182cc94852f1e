package org.clashmap.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.evaluate.Scorecard.Unit;

/**
 * Whether shares can be believed: of the places called 80 % likely, 80 % should be right. The error is the mean distance
 * between share and truth over ten bands, each as heavy as the places in it (expected calibration error, Naeini et al.
 * 2015). Not thread-safe.
 */
final class Calibration {
    private static final int BANDS = 10;
    /** Where the bands that people are shown end, in tenths. */
    private static final int[] SHOWN = {5, 7, 9, 10};

    private final int[] called = new int[BANDS];
    private final int[] right = new int[BANDS];
    private final double[] shares = new double[BANDS];

    void add(double share, boolean isRight) {
        int band = Math.min(BANDS - 1, (int) (share * BANDS));
        called[band]++;
        right[band] += isRight ? 1 : 0;
        shares[band] += share;
    }

    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        int all = 0;
        double error = 0;
        for (int band = 0; band < BANDS; band++) {
            all += called[band];
            error += Math.abs(shares[band] - right[band]);
        }
        metrics.add(new Metric(
                "calibration_error",
                "calibration: mean distance of share and truth",
                all == 0 ? 0 : error / all,
                Unit.ERROR_SHARE,
                all));
        int from = 0;
        for (int to : SHOWN) {
            int some = 0;
            int good = 0;
            for (int band = from; band < to; band++) {
                some += called[band];
                good += right[band];
            }
            metrics.add(Metric.share(
                    "called_" + from * 10, "of places called " + from * 10 + "–" + to * 10 + " %, right", good, some));
            from = to;
        }
        return metrics;
    }
}
