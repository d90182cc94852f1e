package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geo.LonLat;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.junit.jupiter.api.Test;

class WeightLearnerTest {
    private static final LonLat PARIS_TEXAS = new LonLat(-95.5555, 33.6609);

    @Test
    void textsThatMeanTheSmallTownTeachThatSizeSaysLess() {
        assertTrue(learner().learn().score(of(Evidence.POPULATION))
                < Weights.load().learnt(Weights.load().byHand()).score(of(Evidence.POPULATION)));
    }

    @Test
    void sameTextsGiveTheSameWeights() {
        assertEquals(learner().learn().toTable(), learner().learn().toTable());
    }

    @Test
    void nothingToLearnFromIsSaid() {
        assertThrows(IllegalStateException.class, () -> new WeightLearner(Geodata.shared()).learn());
    }

    private static WeightLearner learner() {
        WeightLearner learner = new WeightLearner(Geodata.shared());
        for (String word : List.of("fair", "council", "bakery", "school", "river", "bridge")) {
            String text = "Paris opened its " + word + " yesterday.";
            learner.add(AnalysedText.of(text, Language.EN), List.of(new Span(0, 5)), List.of(Optional.of(PARIS_TEXAS)));
        }
        return learner;
    }

    private static double[] of(Evidence evidence) {
        double[] one = new double[Evidence.COUNT];
        one[evidence.column()] = 1;
        return one;
    }
}
