package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ElisionsTest {
    @Test
    void elidedWordIsATokenOfItsOwn() {
        assertEquals(
                List.of("Près", "d'", "Alep", "jusqu'", "à", "l’", "Ituri"), tokens("Près d'Alep jusqu'à l’Ituri"));
        assertEquals(List.of("L'", "armée", "recule"), tokens("L'armée recule"));
    }

    @Test
    void nameWithAnApostropheOfItsOwnStaysWhole() {
        assertEquals(List.of("N'Djaména", "et", "M'Bour"), tokens("N'Djaména et M'Bour"));
        assertEquals(List.of("Val-d'Isère"), tokens("Val-d'Isère"));
    }

    private static List<String> tokens(String text) {
        return AnalysedText.of(text, Language.FR).sentences().getFirst().tokens().stream()
                .map(Token::text)
                .toList();
    }
}
