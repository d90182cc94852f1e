package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFormsTest {
    @ParameterizedTest
    @CsvSource({
        "торецьком, торецьк",
        "торецьку, торецьк",
        "тарасівки, тарасівка",
        "авдіївці, авдіївка",
        "авдіївкою, авдіївка",
        "харкова, харків",
        "харковом, харків",
        "києва, київ",
        "миколаєву, миколаїв",
        "тернополя, тернопіль",
        "канева, канів",
        "розі, ріг",
        "рогом, ріг",
        "сумах, суми",
        "сум, суми",
        "чернівців, чернівці",
        "кременця, кременець",
        "дніпром, дніпро",
        "запоріжжю, запоріжжя",
        "гуляйполя, гуляйполе",
        "родинським, родинське",
        "часового, часів",
        "великої, велика",
        "нижніх, нижні",
        "росії, росія",
        "празі, прага",
        "китаєм, китай",
    })
    void ukrainianFormLeadsToItsNominative(String form, String nominative) {
        List<String> nominatives = CaseForms.nominatives(form, Language.UK);
        assertTrue(nominatives.contains(nominative), () -> form + " gave " + nominatives);
    }

    @ParameterizedTest
    @CsvSource({
        "курске, курск",
        "торецком, торецк",
        "суджи, суджа",
        "судже, суджа",
        "авдеевкой, авдеевка",
        "великой, великая",
        "россии, россия",
        "казанью, казань",
        "сумах, сумы",
        "лук, луки",
        "донцу, донец",
        "грозном, грозный",
        "часовым, часов",
        "ростове, ростов",
        "китаем, китай",
        "запорожья, запорожье",
        "бородино, бородино",
    })
    void russianFormLeadsToItsNominative(String form, String nominative) {
        List<String> nominatives = CaseForms.nominatives(form, Language.RU);
        assertTrue(form.equals(nominative) || nominatives.contains(nominative), () -> form + " gave " + nominatives);
    }

    @Test
    void englishHasNoCaseForms() {
        assertEquals(List.of(), CaseForms.nominatives("kyiv", Language.EN));
    }

    @Test
    void shortWordsKeepAStem() {
        CaseForms.nominatives("ах", Language.UK).forEach(word -> assertTrue(word.length() >= 2, word));
        assertEquals(List.of(), CaseForms.nominatives("", Language.UK));
    }
}
