package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameStemsTest {
    private static String stem(String latin) {
        return NameStems.stem(NameKeys.skeleton(latin));
    }

    @ParameterizedTest
    @CsvSource({
        "podilsk, podolsk",
        "kryvyi rih, krivoy rog",
        "vuhledar, ugledar",
        "vovchansk, volchansk",
        "komyshuvakha, kamyshevakha",
        "zaporizhzhia, zaporozhye",
        "rozdolne, razdolnoye",
        "zhovti vody, zheltye vody",
        "hannivka, annovka",
        "vilkhivka, olkhovka",
        "verkhnotoretske, verkhnetoretskoye",
        "pisky, peski",
        "novyi rozdil, novy rozdol",
        "sloviansk, slavyansk",
    })
    void ukrainianAndRussianFormsShareTheirStem(String ukrainian, String russian) {
        assertEquals(stem(ukrainian), stem(russian));
    }

    @ParameterizedTest
    @CsvSource({
        "lisove, lisivka",
        "torske, toretsk",
        "pokrovsk, pokrovske",
        "zelene, zelena",
        "bohdanivka, bohdanove",
        "sukha balka, kryva balka"
    })
    void differentNamesKeepDifferentStems(String one, String other) {
        assertNotEquals(stem(one), stem(other));
    }
}
