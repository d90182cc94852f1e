package org.clashmap.event.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The common parameters, asked of the full sample, and what is refused. */
class EventFilterTest {
    private static final Event FULL = EventSamples.full();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bbox           | 37,48,38,49                 | true
            bbox           | 38,48,39,49                 | false
            datetime       | 2025-04-08/..               | true
            datetime       | 2025-04-09/..               | false
            map_tier       | 2,3                         | false
            event_type     | Riots,Battles               | true
            event_type     | Riots                       | false
            sub_event_type | Armed clash                 | true
            actor          | Envoy                       | true
            actor          | Nobody,Army B               | true
            actor          | Army                        | false
            actor1         | Army B                      | false
            precision      | exact,settlement_vicinity   | true
            precision      | exact                       | false
            review_status  | in_review                   | true
            review_status  | accepted                    | false
            country        | Ukraine                     | true
            admin1         | Kyiv                        | false
            fatalities     | 2,9                         | true
            fatalities     | 3                           | false
            ambiguous      | true                        | true
            event_date     | 2025-04-08                  | true
            sources_min    | 1                           | true
            sources_min    | 2                           | false
            q              | верхня clash                | true
            q              | CLÁSH                       | true
            q              | clash kherson               | false
            q              | kherson,clash               | true
            q              | lash                        | false
            filter         | fatalities > 1              | true
            filter         | fatalities > 2              | false
            """)
    void parametersAreAskedOfTheEvent(String name, String value, boolean accepted) {
        assertEquals(accepted, EventFilter.parse(Map.of(name, value)).test().test(FULL));
    }

    @Test
    void allThatIsGivenMustHold() {
        Map<String, String> both = Map.of("country", "Ukraine", "filter", "fatalities > 2");
        assertFalse(EventFilter.parse(both).test().test(FULL));
        assertTrue(EventFilter.parse(Map.of("country", "Ukraine", "filter", "fatalities > 1"))
                .test()
                .test(FULL));
    }

    @Test
    void facetIsCountedWithoutItsOwnParameter() {
        EventFilter filter = EventFilter.parse(Map.of("country", "Poland", "admin1", "Donetsk"));
        assertFalse(filter.test().test(FULL));
        assertTrue(filter.without("country").test().test(FULL));
        assertFalse(filter.without("admin1").test().test(FULL));
    }

    @Test
    void commaInAValueIsWrittenWithABackslash() {
        EventFilter filter = EventFilter.parse(Map.of("source", "The Herald\\, Evening,Other"));
        assertEquals(
                List.of(new Value.Text("The Herald, Evening"), new Value.Text("Other")),
                filter.properties().get("source"));
    }

    @Test
    void emptyParametersAskForTheDefaultMap() {
        assertEquals(EventFilter.DEFAULT_MAP, EventFilter.parse(Map.of("limit", "10")));
        assertTrue(EventFilter.parse(Map.of()).isPlain());
    }

    @Test
    void boxMayBeInAnotherSystemAndItsAxisOrder() {
        assertEquals(
                new BoundingBox(36, 50, 37, 51),
                EventFilter.parse(
                                Map.of("bbox", "50,36,51,37", "bbox-crs", "http://www.opengis.net/def/crs/EPSG/0/4326"))
                        .box());
        BoundingBox mercator = Objects.requireNonNull(EventFilter.parse(Map.of(
                        "bbox",
                        "4007501.67,6446275.84,4118821.16,6621293.72",
                        "bbox-crs",
                        "http://www.opengis.net/def/crs/EPSG/0/3857"))
                .box());
        assertEquals(36, mercator.west(), 1e-6);
        assertEquals(37, mercator.east(), 1e-6);
        assertEquals(50, mercator.south(), 1e-6);
        assertEquals(51, mercator.north(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bbox           | 1,2,3               | a box has 4 numbers
            bbox-crs       | EPSG:9999999        | not a known coordinate reference system
            datetime       | yesterday           | YYYY-MM-DD
            map_tier       | 4                   | map tier 4
            event_type     | Fights              | Battles
            fatalities     | many                | a whole number
            ambiguous      | yes                 | true or false
            event_date     | May                 | a day YYYY-MM-DD
            sources_min    | -1                  | a whole number from 0
            q              | ,,                  | words
            filter         | fatalities >        | at character 13
            filter-lang    | cql                 | cql2-text or cql2-json
            """)
    void refusalsNameTheParameterAndWhatIsAllowed(String name, String value, String message) {
        InvalidParameterException refused =
                assertThrows(InvalidParameterException.class, () -> EventFilter.parse(Map.of(name, value)));
        assertEquals(name, refused.name());
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }

    @Test
    void orderPutsTheUnknownLastBothWays() {
        Event early = EventSamples.at("a", new LonLat(1, 1), LocalDate.of(2025, 1, 1));
        Event late = EventSamples.at("b", new LonLat(1, 1), LocalDate.of(2025, 1, 2));
        Event undated = EventSamples.at("c", new LonLat(1, 1), null);
        List<Event> events = List.of(undated, late, early);
        assertEquals(
                List.of(early, late, undated),
                events.stream().sorted(SortBy.parse("event_date").comparator()).toList());
        assertEquals(
                List.of(late, early, undated),
                events.stream().sorted(SortBy.parse("-event_date").comparator()).toList());
        assertEquals(
                List.of(late, early, undated),
                events.stream().sorted(SortBy.parse("map_tier").comparator()).toList());
    }

    @Test
    void enumerationsAreThoseOfTheSchema() throws Exception {
        JsonNode properties = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("docs/event.schema.json")))
                .path("properties")
                .path("properties")
                .path("properties");
        int compared = 0;
        for (Queryable queryable : Queryables.ofEvents().list()) {
            JsonNode allowed = properties.path(queryable.name()).path("enum");
            if (allowed.isArray()) {
                List<Object> values = allowed.valueStream()
                        .filter(value -> !value.isNull())
                        .map(value -> value.isNumber() ? (Object) value.asInt() : value.asString())
                        .toList();
                assertEquals(values, queryable.values(), queryable.name());
                compared++;
            }
        }
        assertTrue(compared >= 10, compared + " enumerations");
    }
}
