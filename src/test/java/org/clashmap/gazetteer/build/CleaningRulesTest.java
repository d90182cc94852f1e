package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clashmap.gazetteer.StoredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"BAK", "UKHH", "12345", "Of", "Ар", "ha er ke fu", "sbstwpwl", "https://example.org", "", "-"})
    void codesAndTransliterationsAreNoNames(String name) {
        assertFalse(NameFilter.isName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bar", "Same", "'s-Hertogenbosch", "al-Raqqa", "غزة", "قم", "Ужа", "ハリコフ", "哈爾科夫"})
    void shortForeignAndOrdinaryWordsStay(String name) {
        assertTrue(NameFilter.isName(name));
    }

    @Test
    void degreesAreWrittenShortAndExact() {
        assertEquals("48.35", StoredRow.degrees(48.3500));
        assertEquals("-0.00001", StoredRow.degrees(-0.00001));
        assertEquals("-73", StoredRow.degrees(-73));
        assertEquals("0", StoredRow.degrees(0.000001));
        assertEquals("179.99999", StoredRow.degrees(179.99999));
    }

    @Test
    void unitsLoseTheWordThatSaysWhatTheyAre() {
        assertEquals("Kramatorskyi", AdminUnits.bareName("Kramatorskyi Raion"));
        assertEquals("La Paz", AdminUnits.bareName("Departamento de La Paz"));
        assertEquals("Kyiv City", AdminUnits.bareName("Kyiv City"));
        assertEquals("South Governorate", AdminUnits.bareName("South Governorate"));
    }
}
