package org.clashmap.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The collection of places over HTTP, with the gazetteer that ships with the project. */
class PlaceItemsIT {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kharkiv | gn:706483 | exact | “Kharkiv” is its main name",
                "%D0%A5%D0%B0%D1%80%D0%BA%D1%96%D0%B2 | gn:706483 | exact | “Харків” is an official name",
                "Artyomovsk | gn:713174 | exact | “Artyomovsk” is a name used by an occupier",
                "Bakhmot | gn:713174 | typo | “Bakhmut” is its main name, one letter apart",
                "Kramato | gn:704508 | beginning | “Kramatorsk” is its main name and begins with what was typed",
                "Tarasivka,%20Donetsk | gn:691877 | exact | “Tarasivka” is its main name; in Donetsk",
            })
    void answersSayWhyTheyMatch(String query, String id, String closeness, String why) {
        JsonNode first = answer("?limit=1&q=" + query.replace(" ", "%20"))
                .path("features")
                .path(0);
        JsonNode properties = first.path("properties");
        assertEquals(id, first.path("id").asString(), first::toString);
        assertEquals(closeness, properties.path("match_closeness").asString());
        assertEquals(
                why,
                String.join(
                        "; ",
                        properties
                                .path("why")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    @Test
    void reverseGivesTheNearestWithTheirDistanceAndWhatHoldsThePosition() {
        JsonNode answer = answer("?near=37.56,48.351&limit=3");
        assertEquals(
                List.of("ne:UA-14", "ne:UA"),
                answer.path("containers")
                        .valueStream()
                        .map(unit -> unit.path("id").asString())
                        .toList());
        JsonNode nearest = answer.path("features").path(0);
        assertEquals("gn:691877", nearest.path("id").asString());
        assertEquals(550, nearest.path("properties").path("distance_m").asInt(), 100);
        List<Integer> distances = answer.path("features")
                .valueStream()
                .map(place -> place.path("properties").path("distance_m").asInt())
                .toList();
        assertEquals(distances.stream().sorted().toList(), distances);
        assertTrue(answer("?near=31,43").path("containers").isEmpty(), "at sea");
    }

    @Test
    void boxGivesItsLargestPlaces() {
        JsonNode answer = answer("?bbox=36,47.5,39,49&limit=2");
        assertEquals("gn:709717", answer.path("features").path(0).path("id").asString());
        // Over the date line: Fiji's islands on both sides.
        answer("?bbox=177,-20,-178,-15&limit=50")
                .path("features")
                .forEach(place -> assertEquals(
                        "FJ", place.path("properties").path("country").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UA", "ua", "ne:UA", "Ukraine", "Ukraina", "%D0%A3%D0%BA%D1%80%D0%B0%D1%97%D0%BD%D0%B0"})
    void unitIsNamedByCodeIdOrNameInAnyLanguage(String unit) {
        JsonNode within = answer("?q=Lyman&in=" + unit);
        assertTrue(within.path("numberReturned").asInt() > 0);
        within.path("features")
                .forEach(place -> assertEquals(
                        "UA", place.path("properties").path("country").asString()));
    }

    @Test
    void onePlaceHasItsNamesUnitsHomonymsAndCredit() {
        JsonNode place = answer("/gn:713174");
        JsonNode properties = place.path("properties");
        assertEquals("Point", place.path("geometry").path("type").asString());
        assertEquals("occupation", kindOf(properties, "Artyomovsk"));
        assertEquals("official", kindOf(properties, "Bakhmut"));
        JsonNode former = nameOf(properties, "Артемівськ");
        assertEquals(1924, former.path("valid_from").asInt());
        assertEquals(2016, former.path("valid_to").asInt());
        assertTrue(nameOf(properties, "Bakhmut").path("valid_to").isNull());
        assertTrue(properties
                .path("all_names")
                .valueStream()
                .anyMatch(name -> name.path("languages").toString().contains("uk")
                        && name.path("name").asString().equals("Бахмут")));
        assertEquals(
                List.of("gn:UA.05.1402", "ne:UA-14", "ne:UA"),
                properties
                        .path("parents")
                        .valueStream()
                        .map(unit -> unit.path("id").asString())
                        .toList());
        assertEquals("CC BY 4.0", properties.path("licence").asString());
        JsonNode village = answer("/gn:691877").path("properties");
        assertTrue(village.path("namesakes").size() > 3, village::toString);
        assertTrue(village.path("namesakes").path(0).path("distance_m").asInt() > 0);
        JsonNode oblast = answer("/ne:UA-14");
        assertTrue(oblast.path("geometry").path("type").asString().endsWith("Polygon"));
        assertEquals(4, oblast.path("bbox").size());
    }

    @Test
    void disputedLandKeepsItsCountryAndSaysWhoHoldsIt() {
        JsonNode sevastopol = answer("/ne:UA-40").path("properties");
        assertEquals("UA", sevastopol.path("country").asString());
        assertTrue(sevastopol.path("disputed").asBoolean(), sevastopol::toString);
        assertEquals("RU", sevastopol.path("holdings").path(0).path("holder").asString());
        assertFalse(answer("/gn:2988507").path("properties").path("disputed").asBoolean());
    }

    @Test
    void whatAUnitHoldsComesPageByPage() {
        JsonNode first = answer("?in=UA-14&limit=100");
        int total = first.path("numberMatched").asInt();
        assertTrue(total > 500, first::toString);
        assertEquals(
                total, answer("/ne:UA-14").path("properties").path("contains").asInt());
        assertEquals(
                "ADM2",
                first.path("features")
                        .path(0)
                        .path("properties")
                        .path("feature_code")
                        .asString());
        JsonNode next = answer("?in=UA-14&limit=100&offset=100");
        assertEquals(100, next.path("numberReturned").asInt());
        assertFalse(next.path("features")
                .path(0)
                .path("id")
                .equals(first.path("features").path(0).path("id")));
        assertTrue(first.path("links").toString().contains("\"next\""));
        assertFalse(answer("?in=UA-14&limit=10&offset=" + (total - 3))
                .path("links")
                .toString()
                .contains("\"next\""));
    }

    private static String kindOf(JsonNode properties, String spelling) {
        return nameOf(properties, spelling).path("kind").asString();
    }

    private static JsonNode nameOf(JsonNode properties, String spelling) {
        return properties
                .path("all_names")
                .valueStream()
                .filter(name -> name.path("name").asString().equals(spelling))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no name " + spelling + " in " + properties));
    }

    @Test
    void formerNameIsAnsweredWithItsYears() {
        JsonNode place = answer("?q=%D0%90%D1%80%D1%82%D0%B5%D0%BC%D1%96%D0%B2%D1%81%D1%8C%D0%BA")
                .path("features")
                .path(0)
                .path("properties");
        assertEquals("historic", place.path("match_kind").asString());
        assertEquals(1924, place.path("match_valid_from").asInt());
        assertTrue(place.path("why").toString().contains("a former name (1924–2016)"), place::toString);
    }

    @Test
    void pagesForPeopleHaveLinksReasonsAndCreditsAndNoOutline() {
        String list = server.get(PlaceItems.PATH + "?q=Bakhmut&f=html").body();
        assertTrue(list.contains("gn%3A713174?f=html") || list.contains("gn:713174?f=html"), list);
        assertTrue(list.contains("is its main name") && list.contains("GeoNames"), list);
        HttpResponse<String> oblast = server.get(PlaceItems.PATH + "/ne:UA-14?f=html");
        assertTrue(oblast.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertTrue(oblast.body().contains("Donetsk People&#39;s Republic"), "names are escaped");
        assertFalse(oblast.body().contains("coordinates"));
        assertTrue(
                server.get(PlaceItems.PATH + "?in=UA-14&limit=5&f=html").body().contains("The next page"));
    }

    @Test
    void unitThatIsAPlaceAndPositionTheWrongWayRoundAreToldAsSuch() {
        HttpResponse<String> town = server.get(PlaceItems.PATH + "?q=Lyman&in=gn:713174");
        assertEquals(400, town.statusCode());
        assertTrue(town.body().contains("gn:713174"), town.body());
        HttpResponse<String> swapped = server.get(PlaceItems.PATH + "?near=48.5,137.2");
        assertEquals(400, swapped.statusCode());
        assertTrue(swapped.body().contains("the other way round"), swapped.body());
    }

    @Test
    void withoutAConditionTheLargestPlacesAreListed() {
        JsonNode largest = answer("?limit=3");
        assertEquals(3, largest.path("features").size());
        assertEquals(3, largest.path("numberReturned").asInt());
        assertEquals(largest.path("features"), answer("?q=&limit=3").path("features"));
    }

    @Test
    void unknownPlaceIsAProblem() {
        HttpResponse<String> answer = server.get(PlaceItems.PATH + "/gn:0");
        assertEquals(404, answer.statusCode());
        assertTrue(TestServer.json(answer).path("detail").asString().contains("gn:0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=Kharkiv&near=1",
                "?q=Kharkiv&near=500,500",
                "?q=Kharkiv&in=Atlantis",
                "?q=K&limit=0",
                "?bbox=1,2,3",
                "?q=Kyiv&offset=5",
                "?in=UA&offset=-1",
                "?in=Atlantis",
            })
    void unanswerableSearchIsAProblem(String query) {
        HttpResponse<String> answer = server.get(PlaceItems.PATH + query);
        assertEquals(400, answer.statusCode(), answer.body());
        assertFalse(TestServer.json(answer).path("parameter").asString().isEmpty(), answer.body());
    }

    private static JsonNode answer(String rest) {
        HttpResponse<String> answer = server.get(PlaceItems.PATH + rest);
        assertEquals(200, answer.statusCode(), answer.body());
        return TestServer.json(answer);
    }
}
