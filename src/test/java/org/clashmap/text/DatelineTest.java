package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOMA, Democratic Republic of Congo, Nov. 19 (Test Wire) - Fighters came.|Democratic Republic",
                "PORT SUDAN (Agency) — Shells fell on the market.|PORT SUDAN",
                "Bogota, 14 Mar 89 (Radio) -- [Text] A bomb exploded.|14 Mar 89",
                "NORTHTOWN/SOUTHTOWN, Jan 27 (Test Wire) - Mortars hit.|SOUTHTOWN",
                "КИЇВ, 5 травня – Ворог обстріляв місто.|5 травня",
                "SAINT-MARC - Shops stayed shut on Monday.|SAINT-MARC"
            })
    void headOfAReportIsFound(String text, String inside) {
        Span found = Dateline.find(AnalysedText.of(text, Language.EN)).orElseThrow();

        assertTrue(found.of(text).contains(inside), found.of(text));
        assertTrue(found.end() < text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kharkiv - the second city of Ukraine - was hit.",
                "On 5 May, drones hit Sumy – and Konotop.",
                "Two people died in Sumy."
            })
    void sentenceWithADashIsNone(String text) {
        assertTrue(Dateline.find(AnalysedText.of(text, Language.EN)).isEmpty());
    }

    @Test
    void itMayStandBelowATitle() {
        String text = "Shelling goes on\n\nGOMA, Nov. 19 (Test Wire) - Fighters came.";
        assertEquals(
                18,
                Dateline.find(AnalysedText.of(text, Language.EN)).orElseThrow().start());
    }
}
