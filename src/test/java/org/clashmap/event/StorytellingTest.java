package org.clashmap.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** What belongs to one act when a report tells it over several sentences, and what does not. */
class StorytellingTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 6, 11);

    private final EventCoder coder = new EventCoder(new Geoparser(Geodata.shared()));

    @Test
    void placeAndDayOfADatelineAreNotThoseOfTheEvent() {
        Event event = only("SUMY, June 9 (Test Wire) - A drone hit a bakery in Kramatorsk overnight, the mayor said.");
        assertEquals("Kramatorsk", event.where().names().location());
        assertEquals(LocalDate.of(2025, 6, 10), event.when().start());
    }

    @Test
    void whatEndedMonthsAgoIsBackground() {
        List<Event> events = code("In November 2023 a missile killed three people in Kramatorsk.");
        assertEquals(RecordType.BACKGROUND, events.getFirst().what().recordType());
        assertEquals(MapTier.TIMELINE_ONLY, events.getFirst().what().tier());
    }

    @Test
    void eventWithoutAnyPlaceIsForTheTimeline() {
        List<Event> events = code("On Monday a mine blew up a bus, killing two people.");
        assertEquals(MapTier.TIMELINE_ONLY, events.getFirst().what().tier());
    }

    @Test
    void deadOfTheNextSentenceBelongToTheFightJustTold() {
        Event event = only("The two armies clashed near Lyman on Monday. Two soldiers were killed and three wounded.");
        assertEquals(SubEventType.ARMED_CLASH, event.what().type());
        assertEquals(2, event.toll().fatalities());
    }

    @Test
    void captureToldWithTheFightIsPartOfIt() {
        Event event = only("Ukrainian troops fought a Russian group near Lyman on Monday and captured four soldiers.");
        assertEquals(SubEventType.ARMED_CLASH, event.what().type());
        assertEquals(4, event.toll().captured());
    }

    @Test
    void secondPlaceThatSaysWhereTheFirstLiesIsNoSecondEvent() {
        Event event = only("A missile hit a school in Kramatorsk, south of Sloviansk, on Monday.");
        assertEquals("Kramatorsk", event.where().names().location());
    }

    @Test
    void baseOfABrigadeIsNotWhereItFought() {
        Event event = only("A brigade, which is based in Poltava, clashed on Monday with Russian troops near Lyman.");
        assertEquals("near Lyman", event.where().names().location());
    }

    @Test
    void placeInsideTheSubjectYieldsToThePlaceOfTheAct() {
        Event event = only("Two men wanted for a robbery near Poltava were arrested by police in Sumy on Monday.");
        assertEquals("Sumy", event.where().names().location());
    }

    @Test
    void dateThatStandsAloneDatesWhatFollows() {
        Event event = only("Incidents this week.\n\n- Friday, 6 June. A landmine killed a farmer near Izium.");
        assertEquals(LocalDate.of(2025, 6, 6), event.when().day());
    }

    @Test
    void entryWithAClockTimeIsOfTheDay() {
        Event event = only("Live page, Wednesday.\n\n09:40 A missile has hit a two-storey house in Kramatorsk.");
        assertEquals(WEDNESDAY, event.when().start());
        assertEquals("09:40", event.when().text());
    }

    @Test
    void pastDayAtTheHeadOfABulletinHoldsForAllOfIt() {
        List<Event> events = code(
                "In the past 24 hours 120 clashes were recorded, the General Staff said.\n\nA bomb fell on Kramatorsk. Nobody was hurt."
                        + "\n\nArtillery shelled Lyman.");
        List<Event> onMap = events.stream().filter(StorytellingTest::isOnMap).toList();
        assertEquals(2, onMap.size());
        for (Event event : onMap) {
            assertEquals(LocalDate.of(2025, 6, 10), event.when().start());
            assertEquals(WEDNESDAY, event.when().end());
        }
    }

    @Test
    void unknownPlaceIsShownAsTheUnitToldBesideIt() {
        List<Event> events = code("Gunmen killed two people on Monday in the village of Qwertivka, Kharkiv region.");
        Where where = events.getFirst().where();
        assertNull(where.point());
        assertEquals("admin1", where.precision().level());
        assertTrue(String.valueOf(where.text()).contains("Qwertivka"));
    }

    @Test
    void copyInCapitalsIsReadAndQuotedAsWritten() {
        Event event =
                only("A CAR BOMB EXPLODED ON MONDAY IN FRONT OF A POLICE STATION IN KRAMATORSK, KILLING TWO PEOPLE.");
        assertEquals(SubEventType.REMOTE_EXPLOSIVE, event.what().type());
        assertEquals("IN KRAMATORSK", event.where().text());
        assertEquals(2, event.toll().fatalities());
    }

    @Test
    void monthIsNeitherAProtestNorASupposition() {
        Event event =
                only("On 13 May 2025 a man threw a grenade at a house in Kramatorsk. On 2 March nothing happened.");
        assertEquals(SubEventType.GRENADE, event.what().type());
    }

    @Test
    void actOfADayToComeIsAnnouncedAndNotTold() {
        CodedReport coded =
                coded("Blasts are heard in Kramatorsk tomorrow at ten: sappers destroy old shells there tomorrow.");
        assertTrue(coded.events().stream().noneMatch(StorytellingTest::isOnMap));
    }

    @Test
    void hospitalOfTheWoundedIsNotTheSceneOfTheAct() {
        Event event = only("A mine wounded two farmers near Izium on Monday, who were taken to a hospital in Poltava.");
        assertEquals("near Izium", event.where().names().location());
    }

    private Event only(String text) {
        List<Event> events =
                code(text).stream().filter(StorytellingTest::isOnMap).toList();
        assertEquals(1, events.size(), () -> "events on the default map in: " + text);
        return events.getFirst();
    }

    private static boolean isOnMap(Event event) {
        return event.what().tier() == MapTier.DEFAULT_MAP;
    }

    private List<Event> code(String text) {
        return coded(text).events();
    }

    private CodedReport coded(String text) {
        Report.Receipt receipt =
                new Report.Receipt("0".repeat(64), "text/plain", text.length(), "2025-06-11T08:00:00Z", "paste");
        return coder.code(
                new Report("rep-test", text, Language.EN, WEDNESDAY, new Report.Source("Test", null, null), receipt));
    }
}
