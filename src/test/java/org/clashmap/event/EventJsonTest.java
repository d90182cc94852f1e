package org.clashmap.event;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode properties(Event event) {
        return MAPPER.readTree(EventJson.toJson(event)).get("properties");
    }

    private static Event with(Event event, List<Event.Actor> actors) {
        return new Event(
                event.identity(),
                event.what(),
                event.when(),
                event.where(),
                new Event.Who(actors, null, null, null),
                event.toll(),
                event.account(),
                event.editorial());
    }

    private static Event.Actor actor(String name, String role, int inter) {
        return new Event.Actor(name, role, inter, null, null, null, null);
    }

    @Test
    void writtenEventsKeepTheSchema() throws IOException {
        for (Event event : List.of(
                EventSamples.full(),
                EventSamples.at("ev-1", new LonLat(-180, -90), LocalDate.of(2025, 1, 1)),
                EventSamples.at("ev-2", null, null),
                EventSamples.over("ev-3", Geodesy.circle(new LonLat(180, 0), 9000, 16), null))) {
            assertEquals(List.of(), SchemaCheck.problems(EventJson.toJson(event)), event.id());
        }
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() throws IOException {
        String good = EventJson.toJson(EventSamples.full());
        assertFalse(SchemaCheck.problems(good.replace("\"Armed clash\"", "\"Brawl\""))
                .isEmpty());
        assertFalse(SchemaCheck.problems(good.replace("\"map_tier\":1", "\"map_tier\":4"))
                .isEmpty());
        assertFalse(SchemaCheck.problems(good.replace("\"actor1\":", "\"actor_1\":"))
                .isEmpty());
        assertFalse(SchemaCheck.problems(good.replace("\"certainty\":\"claimed\",", ""))
                .isEmpty());
    }

    @Test
    void everySubEventTypeAndTierIsInTheSchema() throws IOException {
        for (SubEventType type : SubEventType.values()) {
            Event full = EventSamples.full();
            Event.What what = full.what();
            for (RecordType record : RecordType.values()) {
                Event changed = new Event(
                        full.identity(),
                        new Event.What(what.title(), record, MapTier.TIMELINE_ONLY, type, what.plover(), what.traits()),
                        full.when(),
                        full.where(),
                        full.who(),
                        full.toll(),
                        full.account(),
                        full.editorial());
                assertEquals(List.of(), SchemaCheck.problems(EventJson.toJson(changed)), type + " " + record);
            }
        }
    }

    @Test
    void nothingIsLostOnTheWay() {
        Event full = EventSamples.full();
        Event back = EventJson.parse(EventJson.toJson(full));
        assertEquals(full.who(), back.who());
        assertEquals(full.account(), back.account());
        assertEquals(full.editorial(), back.editorial());
        assertEquals(full.what(), back.what());
        assertEquals(full.when(), back.when());
        assertEquals(full.toll(), back.toll());
        assertEquals(full.identity(), back.identity());
        assertEquals(full.where().names(), back.where().names());
        assertEquals(full.where().precision(), back.where().precision());
        assertEquals(
                full.where().geocode().candidates().get(1),
                back.where().geocode().candidates().get(1));
        assertNotNull(back.where().footprint());
    }

    @Test
    void writeReadWriteIsIdentical() {
        for (Event event : List.of(EventSamples.full(), EventSamples.at("ev-2", null, null))) {
            String once = EventJson.toJson(event);
            assertEquals(once, EventJson.toJson(EventJson.parse(once)));
        }
    }

    @Test
    void coordinatesHaveSixDecimalsAndStandInBothPlaces() {
        JsonNode feature = MAPPER.readTree(EventJson.toJson(EventSamples.full()));
        assertEquals("[37.552712,48.35]", feature.at("/geometry/coordinates").toString());
        assertEquals("37.552712", feature.at("/properties/longitude").toString());
    }

    @Test
    void anEventWithoutAPointHasNoGeometryAndNoCoordinates() {
        JsonNode feature = MAPPER.readTree(EventJson.toJson(EventSamples.at("ev", null, null)));
        assertTrue(feature.get("geometry").isNull());
        assertTrue(feature.at("/properties/latitude").isNull());
        assertNull(EventJson.read(feature).where().point());
    }

    @Test
    void actorColumnsFollowTheRoles() {
        JsonNode properties = properties(EventSamples.full());
        assertEquals("Army A", properties.get("actor1").asString());
        assertEquals("1st Brigade", properties.get("assoc_actor_1").asString());
        assertEquals("Army B", properties.get("actor2").asString());
        assertEquals(18, properties.get("interaction").asInt());
    }

    @Test
    void twoParticipantsAreActorOneAndTwoEvenWhenEqual() {
        Event.Actor gang = actor("Unidentified armed group", "participant", 3);
        Event event = with(EventSamples.full(), List.of(gang, gang));
        JsonNode properties = properties(event);
        assertEquals("Unidentified armed group", properties.get("actor2").asString());
        assertEquals(33, properties.get("interaction").asInt());
        assertEquals(event.who(), EventJson.parse(EventJson.toJson(event)).who());
    }

    @Test
    void aLoneActorInteractsWithNobodyAndALoneTargetIsActorTwo() {
        assertEquals(
                10,
                properties(with(EventSamples.full(), List.of(actor("Army", "initiator", 1))))
                        .get("interaction")
                        .asInt());
        JsonNode target = properties(with(EventSamples.full(), List.of(actor("Civilians", "target", 7))));
        assertTrue(target.get("actor1").isNull());
        assertEquals("Civilians", target.get("actor2").asString());
    }

    @Test
    void anAssociateOfAThirdActorIsNotLost() throws IOException {
        Event event = with(
                EventSamples.full(),
                List.of(
                        actor("Army", "initiator", 1),
                        actor("Rebels", "target", 2),
                        new Event.Actor("Police", "participant", 1, "a", "Special unit", null, null)));
        String json = EventJson.toJson(event);
        assertEquals(List.of(), SchemaCheck.problems(json));
        assertTrue(json.contains("\"Special unit\""));
        assertEquals(json, EventJson.toJson(EventJson.parse(json)));
    }

    @Test
    void recordsWithActorColumnsOnlyAreRead() {
        Event event = EventJson.parse("""
                {"type": "Feature", "id": "h1", "geometry": null, "properties": {"event_id": "h1",
                 "actor1": "Army", "inter1": 1, "assoc_actor_1": "Unit", "actor2": "Civilians", "inter2": 7,
                 "event_type": "Battles", "sub_event_type": "Armed clash", "something_else": [1]}}""");
        assertEquals(
                List.of(
                        new Event.Actor("Army", "initiator", 1, "a", "Unit", null, null),
                        new Event.Actor("Civilians", "target", 7, "b", null, null, null)),
                event.who().actors());
    }

    @Test
    void refusalsNameTheEventThePropertyAndTheValue() {
        String message = messageOf(
                () -> EventJson.parse("{\"properties\": {\"event_id\": \"e7\", \"date_start\": \"8 April\"}}"));
        assertEquals("event e7: date_start \"8 April\" is not a day as YYYY-MM-DD", message);
        assertThrows(IllegalArgumentException.class, () -> EventJson.parse("{\"type\": \"Feature\"}"));
        assertThrows(
                IllegalArgumentException.class,
                () -> EventJson.parse("{\"properties\": {\"event_id\": \"e\", \"sub_event_type\": \"Brawl\"}}"));
    }

    @Test
    void propertiesWithoutAPlaceInTheRecordAreKeptAsTheyAre() throws IOException {
        Event event = EventSamples.full()
                .withSupplement(new Supplement(Map.of(
                        "external_ids", "{\"acled\":\"UKR1\"}",
                        "notes", "\"\\\"Обстріл\\\",\\nсказав він\"",
                        "number_of_sources", "7",
                        "imported_raw", "{\"a\":\"1\",\"b\":[{\"c\":null}]}")));
        String json = EventJson.toJson(event);
        assertEquals(List.of(), SchemaCheck.problems(json));
        JsonNode properties = properties(event);
        assertEquals(7, properties.get("number_of_sources").asInt());
        assertEquals("\"Обстріл\",\nсказав він", properties.get("notes").asString());
        Event back = EventJson.parse(json);
        assertEquals(event.supplement(), back.supplement());
        assertEquals(json, EventJson.toJson(back));
        assertEquals("UKR1", back.supplement().text("external_ids", "acled"));
    }

    @Test
    void whatFollowsFromTheRestIsKeptOnlyWhereTheRecordSaysOtherwise() {
        Event full = EventSamples.full();
        assertEquals(Supplement.NONE, EventJson.parse(EventJson.toJson(full)).supplement());
        String other = EventJson.toJson(full).replace("\"interaction\":18", "\"interaction\":10");
        assertEquals(
                Map.of("interaction", "10"), EventJson.parse(other).supplement().properties());
    }

    @Test
    void goldRecordsAreReadAndKeepTheirActorsAndDates() throws IOException {
        Path gold = Path.of(System.getProperty("clashmap.shared", "../shared")).resolve("gold");
        assumeTrue(Files.isDirectory(gold), "no gold reports at " + gold + ", skipped");
        List<String> differences = new ArrayList<>();
        try (Stream<Path> files = Files.list(gold)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode features = MAPPER.readTree(Files.readString(file)).at("/events/features");
                for (JsonNode feature : features) {
                    JsonNode before = feature.get("properties");
                    String json = EventJson.toJson(EventJson.read(feature));
                    JsonNode after = MAPPER.readTree(json).get("properties");
                    for (String name : List.of(
                            "event_id",
                            "map_tier",
                            "event_date",
                            "date_start",
                            "date_end",
                            "disorder_type",
                            "event_type",
                            "sub_event_type",
                            "actor1",
                            "assoc_actor_2",
                            "actor2",
                            "interaction",
                            "latitude",
                            "longitude",
                            "fatalities",
                            "high",
                            "injured",
                            "uncertainty_m",
                            "certainty")) {
                        if (!before.path(name).equals(after.path(name))) {
                            differences.add(before.get("event_id") + " " + name + ": " + before.path(name) + " became "
                                    + after.path(name));
                        }
                    }
                    differences.addAll(SchemaCheck.problems(json));
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void sourcesThatWereComparedAreCountedByTheirIndependence() {
        SourceRef source = EventSamples.full().account().sources().getFirst();
        Event.Account account = EventSamples.full().account();
        List<SourceRef> sources = List.of(
                source.withStanding(new SourceRef.Standing(true, null)),
                source.withStanding(new SourceRef.Standing(false, "rep-first")),
                source.withStanding(new SourceRef.Standing(true, null)));
        Event event = new Event(
                EventSamples.full().identity(),
                EventSamples.full().what(),
                EventSamples.full().when(),
                EventSamples.full().where(),
                EventSamples.full().who(),
                EventSamples.full().toll(),
                new Event.Account(account.certainty(), account.verification(), null, account.claims(), sources),
                EventSamples.full().editorial());
        JsonNode properties =
                JsonMapper.builder().build().readTree(EventJson.toJson(event)).get("properties");
        assertEquals(3, properties.get("number_of_sources").asInt());
        assertEquals(2, properties.get("independent_sources").asInt());
        assertEquals("rep-first", properties.at("/sources/1/reprint_of").asString());
        assertEquals(EventJson.toJson(event), EventJson.toJson(EventJson.parse(EventJson.toJson(event))));
    }
}
