package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;

/**
 * Learns the weights of the evidence from texts with known places: conditional logistic regression over the candidates of
 * each mention and the answer "none of these", the weights drawn to those set by hand (a Gaussian prior around them).
 * Evidence that depends on the shares of other names is taken anew after each pass. No random numbers: the same texts in
 * the same order give the same weights. Not thread-safe; holds the texts in memory.
 */
public final class WeightLearner {
    private static final int PASSES = 3;
    private static final int STEPS = 400;
    private static final double STEP = 0.05;
    /** A candidate this near to the known place is right; of several, those hardly farther than the nearest. */
    private static final double NEAR_METERS = 161_000;

    private static final double SAME_METERS = 10_000;
    private static final double SITE_METERS = 25_000;
    /** What a line about an event teaches is less sure than an annotated name. */
    private static final double EVENT_WEIGHT = 0.5;

    /** A text with the known place of each span, or with the point of the event it tells. */
    private sealed interface Text {
        /** Spans whose place is known; an unknown one only gives context. */
        record OfSpans(AnalysedText text, List<Span> spans, List<Optional<LonLat>> points) implements Text {}

        record OfEvent(AnalysedText text, List<LonLat> points) implements Text {}
    }

    /** The evidence of each answer of one mention, "none of these" last, and which are right. */
    private static final class Case {
        final double[][] answers;
        final boolean[] right;
        final double weight;

        Case(double[][] answers, boolean[] right, double weight) {
            this.answers = answers;
            this.right = right;
            this.weight = weight;
        }
    }

    private final Gazetteer gazetteer;
    private final List<Text> texts = new ArrayList<>();

    public WeightLearner(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A text with the known place of each span; a span without one gives context only. */
    public void add(AnalysedText text, List<Span> spans, List<Optional<LonLat>> points) {
        texts.add(new Text.OfSpans(text, List.copyOf(spans), List.copyOf(points)));
    }

    /** A text that tells of an event at one of these points: a name with a candidate there means it. */
    public void addEvent(AnalysedText text, List<LonLat> points) {
        texts.add(new Text.OfEvent(text, List.copyOf(points)));
    }

    /** @throws IllegalStateException when no text has been added */
    public Weights learn() {
        if (texts.isEmpty()) {
            throw new IllegalStateException("no text with known places to learn from");
        }
        Weights prior = Weights.load();
        double[] weights = prior.byHand();
        for (int pass = 0; pass < PASSES; pass++) {
            weights = climb(cases(prior.learnt(weights)), prior, weights);
        }
        return prior.learnt(weights);
    }

    private List<Case> cases(Weights weights) {
        Geoparser geoparser = new Geoparser(gazetteer, weights);
        List<Case> cases = new ArrayList<>();
        for (Text each : texts) {
            switch (each) {
                case Text.OfSpans known -> {
                    List<Weighing> weighings = geoparser.weigh(known.text(), known.spans());
                    for (int i = 0; i < weighings.size(); i++) {
                        Weighing weighing = weighings.get(i);
                        known.points().get(i).ifPresent(point -> addKnown(weighing, point, cases));
                    }
                }
                case Text.OfEvent event -> {
                    for (Weighing weighing : geoparser.weigh(event.text())) {
                        event.points().forEach(point -> addSite(weighing, point, cases));
                    }
                }
            }
        }
        return cases;
    }

    /**
     * A line about a site teaches what its names mean: a settlement there, where one bears the name; else the unit of that
     * name that holds the site. A name that fits neither teaches nothing, since it may be any other place of the line.
     */
    private void addSite(Weighing weighing, LonLat point, List<Case> cases) {
        if (!weighing.mention.isLiteral() || weighing.isTold()) {
            return;
        }
        if (weighing.options.stream().anyMatch(option -> isSite(option, point))) {
            addCase(weighing, option -> isSite(option, point), EVENT_WEIGHT, cases);
            return;
        }
        String unit = gazetteer.findAdmin1At(point).map(Place::id).orElse("");
        Predicate<Option> holds = option -> option.place().id().equals(unit);
        if (weighing.options.stream().anyMatch(holds)) {
            addCase(weighing, holds, EVENT_WEIGHT, cases);
        }
    }

    private static boolean isSite(Option option, LonLat point) {
        return option.place().feature().isPopulatedPlace()
                && Geodesy.distanceMeters(option.place().point(), point) < SITE_METERS;
    }

    private static void addKnown(Weighing weighing, LonLat point, List<Case> cases) {
        double nearest = weighing.options.stream()
                .mapToDouble(option -> Geodesy.distanceMeters(option.place().point(), point))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        addCase(
                weighing,
                option -> nearest <= NEAR_METERS
                        && Geodesy.distanceMeters(option.place().point(), point) <= nearest + SAME_METERS,
                1,
                cases);
    }

    private static void addCase(Weighing weighing, Predicate<Option> isRight, double weight, List<Case> cases) {
        int answers = weighing.options.size() + 1;
        if (answers == 1) {
            return;
        }
        double[][] evidence = new double[answers][];
        boolean[] right = new boolean[answers];
        boolean any = false;
        for (int i = 0; i < answers - 1; i++) {
            evidence[i] = weighing.options.get(i).evidence.clone();
            right[i] = isRight.test(weighing.options.get(i));
            any |= right[i];
        }
        evidence[answers - 1] = weighing.none.clone();
        right[answers - 1] = !any;
        cases.add(new Case(evidence, right, weight));
    }

    /** Adam (Kingma and Ba 2015) over all cases at once: more robust to the scales of the evidence than plain descent. */
    private static double[] climb(List<Case> cases, Weights prior, double[] start) {
        double[] byHand = prior.byHand();
        double[] worth = prior.worth();
        double[] weights = start.clone();
        double[] mean = new double[weights.length];
        double[] spread = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = new double[weights.length];
            for (Case each : cases) {
                addGradient(each, weights, gradient);
            }
            for (int k = 0; k < weights.length; k++) {
                double g = (gradient[k] + worth[k] * (byHand[k] - weights[k])) / cases.size();
                mean[k] = 0.9 * mean[k] + 0.1 * g;
                spread[k] = 0.99 * spread[k] + 0.01 * g * g;
                double corrected = mean[k] / (1 - Math.pow(0.9, step));
                weights[k] += STEP * corrected / (Math.sqrt(spread[k] / (1 - Math.pow(0.99, step))) + 1e-8);
            }
        }
        return weights;
    }

    private static void addGradient(Case each, double[] weights, double[] gradient) {
        double[] all = new double[each.answers.length];
        double[] right = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Weights.score(weights, each.answers[i]);
            right[i] = each.right[i] ? all[i] : Double.NEGATIVE_INFINITY;
        }
        SoftMax.share(all);
        SoftMax.share(right);
        for (int i = 0; i < all.length; i++) {
            double pull = each.weight * (right[i] - all[i]);
            if (pull != 0) {
                double[] evidence = each.answers[i];
                for (int k = 0; k < gradient.length; k++) {
                    gradient[k] += pull * evidence[k];
                }
            }
        }
    }
}
