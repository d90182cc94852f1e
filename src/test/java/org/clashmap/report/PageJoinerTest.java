package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageJoinerTest {
    @Test
    void linesBecomeParagraphs() {
        assertEquals(
                "The town was shelled at night.\n\nTwo people were hurt.",
                PageJoiner.join(List.of("The town was\nshelled at night.\u2029\nTwo people\nwere hurt.\u2029\n")));
    }

    @Test
    void brokenWordsAreWholeAgainAndCompoundsKeepTheirHyphen() {
        assertEquals(
                "The artillery of the south-eastern group fired. A south-eastern wind blew; військові стріляли.",
                PageJoiner.join(
                        List.of("The artil-\nlery of the south-\neastern group fired. A south-eastern\nwind blew;"
                                + " війсь\u00ad\nкові стріляли.")));
        assertEquals(
                "From 3-\u20095 May in Donetsk-Makiivka",
                PageJoiner.join(List.of("From 3-\u20095 May in Donetsk-\nMakiivka")));
    }

    @Test
    void runningHeadsAndPageNumbersGoAndTheSentenceGoesOn() {
        List<String> pages = List.of(
                "Bulletin No. 7\nThe column was stopped near the\n1\n",
                "Bulletin No. 7\nriver by fire.\u2029\nIn the evening it was\n2\n",
                "Bulletin No. 7\nquiet.\u2029\nPage 3 of 3\n");
        assertEquals(
                "The column was stopped near the river by fire.\n\nIn the evening it was quiet.",
                PageJoiner.join(pages));
    }

    @Test
    void aLineOfNumbersWithinAPageIsText() {
        assertEquals(
                "Killed:\n\n14",
                PageJoiner.join(List.of("x\u2029\nKilled:\u2029\n14\u2029\nx\u2029"))
                        .substring(3, 14));
    }
}
