package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {
    /** The rows of resolution 55 that are easy to get wrong. */
    @ParameterizedTest
    @CsvSource({
        "Згурівка, Zghurivka",
        "Розгон, Rozghon",
        "Єнакієве, Yenakiieve",
        "Їжакевич, Yizhakevych",
        "Кадиївка, Kadyivka",
        "Йосипівка, Yosypivka",
        "Стрий, Stryi",
        "Юрій, Yurii",
        "Яготин, Yahotyn",
        "Костянтин, Kostiantyn",
        "Щербухи, Shcherbukhy",
        "Куп'янськ, Kupiansk",
        "Знам’янка, Znamianka",
        "Русь, Rus",
        "Івано-Франківськ, Ivano-Frankivsk",
        "Кривий Ріг, Kryvyi Rih",
    })
    void ukrainianFollowsTheNationalTable(String name, String latin) {
        assertEquals(latin, Romanisation.ukrainianName(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Артёмовск, artyomovsk",
        "Суджа, sudzha",
        "Белый, bely",
        "Великий Новгород, veliky novgorod",
        "Ель, yel",
        "Подъезд, podezd",
        "Щёлково, shchyolkovo",
    })
    void russianIsWrittenAsThePressDoes(String name, String latin) {
        assertEquals(latin, Romanisation.of(name, Language.RU).getFirst());
    }

    @Test
    void russianAlsoOffersYeAfterVowels() {
        assertEquals(List.of("avdeevka", "avdeyevka"), Romanisation.of("Авдеевка", Language.RU));
    }

    @Test
    void latinStaysAsItIs() {
        assertTrue(Romanisation.of("kyiv", Language.UK).contains("kyiv"));
    }
}
