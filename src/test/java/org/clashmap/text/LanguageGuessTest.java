package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageGuessTest {
    private static Language of(String text) {
        return LanguageGuess.of(text).language();
    }

    @Test
    void lettersOfOneLanguageDecide() {
        assertEquals(Language.EN, of("Shelling went on near the river."));
        assertEquals(Language.UK, of("Уночі ворог обстріляв місто, є поранені."));
        assertEquals(Language.RU, of("Ночью был обстрел, объявлена тревога."));
    }

    @Test
    void aForeignNameDoesNotTurnATextOver() {
        assertEquals(Language.RU, of("Издание «Українська правда» пишет, что был обстрел и взрывы, есть раненые."));
        assertEquals(Language.UK, of("Видання «Вёрстка» пише, що обстріл тривав усю ніч, є загиблі."));
        assertEquals(Language.EN, of("The village of Верхнє (Verkhnie) was shelled on Sunday, officials said."));
    }

    @Test
    void smallWordsDecideWhereNoLetterDoes() {
        assertEquals(Language.RU, of("Удар по городу и порту"));
        assertEquals(Language.UK, of("Удар по складу та порту"));
    }

    @Test
    void smallWordsAndMarksTellFrenchAndSpanishFromEnglish() {
        assertEquals(Language.FR, of("Une attaque a fait douze morts près de Djibo, dans le nord du pays."));
        assertEquals(Language.FR, of("Combats à l'est de Goma"));
        assertEquals(Language.ES, of("Un ataque dejó cuatro muertos cerca de Tibú, en Norte de Santander."));
        assertEquals(Language.ES, of("Explosión en una vía del Cauca"));
        assertEquals(Language.EN, of("Gunmen killed four people near Tibú in Norte de Santander, Colombia."));
        assertEquals(Language.EN, of("Fighting in N'Djaména and Tillabéri went on, the UN said."));
    }

    @Test
    void arabicLettersAreArabicUnlessTheyAreAFewAmongOthers() {
        assertEquals(Language.AR, of("قصف على مدينة حلب، بحسب وكالة AFP."));
        assertEquals(Language.EN, of("The town of Rafah (رفح) was hit again."));
    }

    @Test
    void aTextWithoutLettersIsEnglish() {
        assertEquals(Language.EN, of("12:30 — 45"));
        assertEquals(Language.EN, of(""));
    }
}
