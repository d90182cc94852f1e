package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTest {
    @ParameterizedTest
    @CsvSource({
        "Donets'k, donetsk",
        "Куп’янськ, купянськ",
        "КУП'ЯНСЬК, купянськ",
        "Ivano-Frankivs'k, ivano frankivsk",
        "Івано–Франківськ, івано франківськ",
        "Łódź, lodz",
        "São Tomé, sao tome",
        "U.S., us",
        "St. Petersburg, st petersburg",
        "St.Petersburg, st petersburg",
        "Артёмовск, артемовск",
        "Ґалаґан, галаган",
        "Йосипівка, йосипівка",
        "Їжаківка, їжаківка",
        "Straße, strasse",
        "İstanbul, istanbul",
        "أحمد, احمد",
        "غَزَّة, غزه",
        "'  Kryvyi   Rih ', kryvyi rih",
        "…, …",
    })
    void caseMarksApostrophesAndHyphensMakeNoDifference(String name, String key) {
        assertEquals(key, NameKeys.fold(name));
    }

    @Test
    void looseMarksFoldLikeComposedLetters() {
        assertEquals("київ", NameKeys.fold("Ки\u0456\u0308в".replace('\u0456', '\u0456')));
        assertEquals("йосип", NameKeys.fold("И\u0306осип"));
        assertEquals("lodz", NameKeys.fold("Lo\u0301dz\u0301"));
    }

    @Test
    void lettersThatTellNamesApartStay() {
        assertNotEquals(NameKeys.fold("Мирне"), NameKeys.fold("Мірне"));
        assertNotEquals(NameKeys.fold("Україна"), NameKeys.fold("Укріна"));
    }

    @Test
    void nothingButMarksFoldsToNothing() {
        assertEquals("", NameKeys.fold(" -’. "));
        assertEquals("", NameKeys.fold(""));
    }

    @ParameterizedTest
    @CsvSource({
        "tarasivka, tarasovka",
        "bilohorivka, belogorovka",
        "oleksandrivka, aleksandrovka",
        "mykolaivka, nikolayevka",
        "kostiantynivka, konstantinovka",
        "torske, torskoye",
        "ivanivske, ivanovskoye",
        "krasne, krasnoye",
        "hryhorivka, grigoryevka",
        "andriivka, andreyevka",
        "novomykhailivka, novomikhaylovka",
    })
    void ukrainianAndRussianSpellingsShareTheirSkeleton(String one, String other) {
        assertEquals(NameKeys.skeleton(one), NameKeys.skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({"tarasivka, terny", "lyman, liubymivka", "pokrovsk, petrivske", "torske, toretsk"})
    void differentNamesKeepDifferentSkeletons(String one, String other) {
        assertNotEquals(NameKeys.skeleton(one), NameKeys.skeleton(other));
    }
}
