package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceAdjectivesTest {
    @ParameterizedTest
    @CsvSource({
        "покровському, покровськ",
        "харківського, харків",
        "сумській, суми",
        "полтавської, полтава",
        "вінницькою, вінниця",
        "прилуцький, прилуки",
        "чернівецькій, чернівці",
        "кременчуцького, кременчук",
        "запорізькому, запоріжжя",
        "новопавлівському, новопавлівка",
        "гуляйпільському, гуляйполе",
        "ялтинського, ялта",
        "рівненській, рівне",
        "тернопільська, тернопіль",
    })
    void ukrainianAdjectiveLeadsToItsName(String adjective, String name) {
        assertTrue(names(adjective, Language.UK).contains(name), () -> "" + names(adjective, Language.UK));
    }

    @ParameterizedTest
    @CsvSource({
        "курской, курск",
        "белгородском, белгород",
        "харьковскую, харьков",
        "авдеевском, авдеевка",
        "суджанского, суджа",
        "донецкому, донецк",
        "запорожским, запорожье",
    })
    void russianAdjectiveLeadsToItsName(String adjective, String name) {
        assertTrue(names(adjective, Language.RU).contains(name), () -> "" + names(adjective, Language.RU));
    }

    @Test
    void otherWordsAreNoPlaceAdjectives() {
        assertEquals(List.of(), PlaceAdjectives.names("великому", Language.UK));
        assertEquals(List.of(), PlaceAdjectives.names("pokrovsk", Language.EN));
        assertEquals(Optional.of("покровський"), PlaceAdjectives.nominative("покровському", Language.UK));
    }

    private static List<String> names(String adjective, Language language) {
        return PlaceAdjectives.names(adjective, language).stream()
                .flatMap(List::stream)
                .toList();
    }
}
