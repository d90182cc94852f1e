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
    void aTextWithoutLettersIsEnglish() {
        assertEquals(Language.EN, of("12:30 — 45"));
        assertEquals(Language.EN, of(""));
    }
}
