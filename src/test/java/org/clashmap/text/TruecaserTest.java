package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TruecaserTest {
    @Test
    void commonWordsLoseTheirCapitalsAndNamesKeepThem() {
        assertEquals(
                "Three rebels were killed and seven others were wounded near Quezaltepeque.",
                Truecaser.restore("THREE REBELS WERE KILLED AND SEVEN OTHERS WERE WOUNDED NEAR QUEZALTEPEQUE."));
    }

    @Test
    void wordThatIsPartOfNamesKeepsItsCapitalBesideOne() {
        assertEquals(
                "The new offices in New York and the United States were closed.",
                Truecaser.restore("THE NEW OFFICES IN NEW YORK AND THE UNITED STATES WERE CLOSED."));
    }

    @Test
    void acronymInBracketsStaysOneEverywhere() {
        String restored =
                Truecaser.restore("THE PEOPLE'S FRONT OF THE COAST [PFAC] SAID TODAY THAT PFAC UNITS ATTACKED.");

        assertTrue(restored.endsWith("[PFAC] said today that PFAC units attacked."), restored);
    }

    @Test
    void mayIsAMonthOnlyBesideANumber() {
        assertEquals(
                "The talks may be held again in the capital on 5 May this year.",
                Truecaser.restore("THE TALKS MAY BE HELD AGAIN IN THE CAPITAL ON 5 MAY THIS YEAR."));
    }

    @Test
    void mixedCaseIsLeftAlone() {
        String text = "KYIV, Ukraine - UN staff left the MSF clinic near Sumy on Monday.\nTHE END";
        assertSame(text, Truecaser.restore(text));
    }

    @Test
    void lengthNeverChanges() {
        String text = "İSTANBUL POLICE SAID TODAY THAT STRASSE AND ẞ WERE NAMES OF TWO PLACES.";
        assertEquals(text.length(), Truecaser.restore(text).length());
    }

    @Test
    void analysedTextReadsUsualCaseAndQuotesWhatWasWritten() {
        AnalysedText text =
                AnalysedText.of("A BOMB EXPLODED NEAR THE U.S. EMBASSY IN LIMA, PERU, YESTERDAY.", Language.EN);

        assertEquals(1, text.sentences().size());
        assertTrue(text.text().contains("exploded near the U.S. embassy in Lima, Peru"), text.text());
        assertTrue(text.written().contains("EXPLODED NEAR THE U.S. EMBASSY"), text.written());
    }
}
