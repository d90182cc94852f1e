package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clashmap.gazetteer.SearchHit.Closeness;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about searching the gazetteer that ships with the project. */
class NameSearchTest {
    private static final Gazetteer GAZETTEER = Geodata.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kyi | gn:703448 | BEGINNING",
                "Донец | gn:709717 | BEGINNING",
                "Kramator | gn:704508 | BEGINNING",
                "Chasiv | gn:710915 | BEGINNING",
                "Kyiv | gn:703448 | EXACT",
                "Kharkov | gn:706483 | EXACT",
                "Artyomovsk | gn:713174 | EXACT",
                "خان يونس | gn:281124 | EXACT",
                "Торецьку | gn:709354 | INFLECTED",
                "Donetks | gn:709717 | TYPO",
                "Bakhmot | gn:713174 | TYPO",
                "Mariupl | gn:701822 | TYPO",
                "Kramatrosk | gn:704508 | TYPO",
                "Харкив | gn:706483 | OTHER_SPELLING",
                "Paris Texas | gn:4717560 | EXACT",
                "Paris, TX | gn:4717560 | EXACT",
                "Springfield, Illinois | gn:4250542 | EXACT",
                "Tarasivka, Donetsk | gn:691877 | EXACT",
                "Tarasivka, Kramatorsk raion, Donetsk | gn:691877 | EXACT",
                "Tarasivka, UA-09 | gn:691863 | EXACT",
                "Тарасівка Донецька область | gn:691877 | EXACT",
                "Тарасівка, Донецьк | gn:691877 | EXACT",
                "Ukraine Bakhmut | gn:713174 | EXACT",
                "Sahel | rgn:sahel | EXACT",
                "Black S | rgn:black-sea | BEGINNING",
            })
    void bestAnswerAndHowItMet(String text, String id, Closeness closeness) {
        List<SearchHit> hits = GAZETTEER.search(SearchQuery.of(text, 5));
        assertEquals(id, hits.getFirst().place().id(), () -> text + " gave " + hits);
        if (closeness != Closeness.OTHER_SPELLING) {
            assertEquals(closeness, hits.getFirst().closeness(), () -> text + " gave " + hits);
        }
    }

    @ParameterizedTest
    @CsvSource({"Donetsk, ne:UA-14", "Kharkiv, ne:UA-63", "Idlib, ne:SY-ID", "Донецьк, ne:UA-14", "New York, ne:US-NY"})
    void townStandsBeforeTheUnitOfItsName(String name, String unit) {
        List<SearchHit> hits = GAZETTEER.search(SearchQuery.of(name, 10));
        assertTrue(hits.getFirst().place().feature().isPopulatedPlace(), hits::toString);
        assertTrue(hits.stream().anyMatch(hit -> hit.place().id().equals(unit)), hits::toString);
    }

    @ParameterizedTest
    @CsvSource({"Donetsk oblast, ne:UA-14", "Донецкая область, ne:UA-14", "Georgia, ne:GE", "Texas, ne:US-TX"})
    void unitThatIsNamedAsOneStandsFirst(String name, String unit) {
        assertEquals(unit, best(SearchQuery.of(name, 3)));
    }

    @Test
    void looseSpellingFindsVillagesThatHaveNoRussianName() {
        List<SearchHit> hits = GAZETTEER.search(SearchQuery.of("Красногоровка", 10));
        assertEquals("gn:704393", hits.getFirst().place().id());
        assertTrue(
                hits.stream()
                        .anyMatch(hit -> hit.closeness() == Closeness.OTHER_SPELLING
                                && hit.place().id().startsWith("gnp:")),
                hits::toString);
    }

    @Test
    void typedUnitIsTold() {
        SearchHit hit =
                GAZETTEER.search(SearchQuery.of("Tarasivka, Donetsk", 1)).getFirst();
        assertNotNull(hit.unit());
        assertEquals("ne:UA-14", hit.unit().id());
        assertEquals(
                2, GAZETTEER.search(SearchQuery.of("Tarasivka, Donetsk", 10)).size());
    }

    @Test
    void unknownUnitDoesNotHideTheName() {
        List<SearchHit> hits = GAZETTEER.search(SearchQuery.of("Bakhmut, Xyzzy", 3));
        assertEquals("gn:713174", hits.getFirst().place().id());
        assertEquals(null, hits.getFirst().unit());
    }

    @Test
    void nearAndWithinAndBoxChooseAmongHomonyms() {
        Optional<String> anywhere = Optional.empty();
        LonLat kramatorsk = new LonLat(37.5, 48.3);
        LonLat svatove = new LonLat(38.3, 49.6);
        assertEquals(
                "gn:691877",
                best(new SearchQuery("тарасівка", anywhere, Optional.of(kramatorsk), Optional.empty(), 1)));
        assertEquals(
                "gn:691863", best(new SearchQuery("тарасівка", anywhere, Optional.of(svatove), Optional.empty(), 1)));
        assertEquals(
                "gn:712588",
                best(new SearchQuery("Bilohor", Optional.of("ne:UA-09"), Optional.empty(), Optional.empty(), 5)));
        BoundingBox aroundVolnovakha = new BoundingBox(37, 47, 38, 48);
        assertEquals(
                "gn:9529726",
                best(new SearchQuery("Tarasivka", anywhere, Optional.empty(), Optional.of(aroundVolnovakha), 5)));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertEquals(List.of(), GAZETTEER.search(SearchQuery.of("  ", 5)));
        assertEquals(List.of(), GAZETTEER.search(SearchQuery.of(",", 5)));
        assertEquals(List.of(), GAZETTEER.search(SearchQuery.of("qzqzqzqzqz", 5)));
        assertEquals(List.of(), GAZETTEER.search(SearchQuery.of("Kyiv", 0)));
        assertEquals(
                List.of(),
                GAZETTEER.search(
                        new SearchQuery("Kyiv", Optional.of("no such unit"), Optional.empty(), Optional.empty(), 5)));
    }

    @Test
    void answersAreDistinctAndTheSameEachTime() {
        for (String text : List.of("San", "Sa", "Nova", "Пок", "Krasno", "Bakhmot", "Washington")) {
            List<SearchHit> hits = GAZETTEER.search(SearchQuery.of(text, 20));
            assertEquals(
                    hits.size(),
                    hits.stream().map(hit -> hit.place().id()).distinct().count(),
                    text);
            assertEquals(hits, GAZETTEER.search(SearchQuery.of(text, 20)));
            // A longer list begins with the shorter one.
            assertEquals(hits.subList(0, 3), GAZETTEER.search(SearchQuery.of(text, 3)), text);
        }
    }

    private static String best(SearchQuery query) {
        return GAZETTEER.search(query).getFirst().place().id();
    }
}
