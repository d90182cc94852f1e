package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicInLatinTest {
    @ParameterizedTest
    @CsvSource({
        "Deir ez-Zor, Deir Ezzor",
        "Deir ez-Zor, Dayr az Zawr",
        "Qamishli, Kamishly",
        "As-Suwayda, Sweida",
        "Jisr al-Shughur, Jisr ash Shughour",
        "Saraqib, Saraqeb",
        "Khan Shaykhun, Khan Sheikhoun",
        "Nyala, Niyala",
        "El Fasher, Al-Fashir",
        "Marib, Ma'rib"
    })
    void pressSpellingsOfOneNameShareASkeleton(String one, String other) {
        assertEquals(skeleton(one), skeleton(other));
    }

    @ParameterizedTest
    @CsvSource({"Hama, Homs", "Idlib, Aleppo", "Raqqa, Rastan", "Taiz, Aden"})
    void differentTownsKeepDifferentSkeletons(String one, String other) {
        assertNotEquals(skeleton(one), skeleton(other));
    }

    private static String skeleton(String name) {
        return ArabicInLatin.skeleton(NameKeys.fold(name));
    }
}
