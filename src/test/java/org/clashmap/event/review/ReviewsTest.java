package org.clashmap.event.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.MapTier;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What decisions and corrections make of an event. */
class ReviewsTest {
    private static final List<Event> CODED = Desk.coded("rep-a", Desk.TEXT);
    private static final Event KUPIANSK = CODED.get(0);
    private static final Event ZARICHNE = CODED.get(1);
    /** Zarichne in the district of Berestyn, the second candidate, with a point of its own. */
    private static final String BERESTYN = "gnp:UA-64417-zarichne";

    private final Reviews reviews = new Reviews(Desk.GAZETTEER);

    private Event decide(Event event, ReviewAction action) {
        return reviews.decide(event, Decision.of(action), Desk.ANNA);
    }

    private Event decide(Event event, ReviewAction action, String reason) {
        return reviews.decide(event, new Decision(action, reason, null, Changes.NONE), Desk.ANNA);
    }

    private Event correct(Event event, Changes changes) {
        return reviews.decide(event, Decision.correct(changes), Desk.ANNA);
    }

    private RefusedChangeException refused(Event event, Changes changes) {
        return assertThrows(RefusedChangeException.class, () -> correct(event, changes));
    }

    @Test
    void acceptedIsANewVersionThatSaysWhoAndWhen() {
        Event accepted = decide(KUPIANSK, ReviewAction.ACCEPT);
        assertEquals(2, accepted.version());
        assertEquals(
                new Event.Review("accepted", "anna", Desk.ANNA.at(), null),
                accepted.editorial().review());
        Event.Change last = accepted.editorial().history().getLast();
        assertEquals(new Event.Change(2, Desk.ANNA.at(), "anna", "accept", null), last);
        assertEquals(KUPIANSK.where(), accepted.where());
    }

    @ParameterizedTest
    @CsvSource({
        "machine, accept correct reject hold assign loosen",
        "in_review, accept correct reject hold assign loosen",
        "accepted, correct reject withdraw reopen publish hold assign loosen",
        "published, correct withdraw reopen hold assign loosen",
        "rejected, reopen",
        "retracted, reopen"
    })
    void everyStateTakesItsActionsAndRefusesTheOthersByName(String status, String allowed) {
        Event.Editorial editorial = new Event.Editorial(
                new Event.Review(status, null, null, null),
                Event.Sensitivity.PUBLIC,
                KUPIANSK.editorial().history());
        Event event = KUPIANSK.withVersion(4, editorial);
        List<String> takes = List.of(allowed.split(" "));
        for (ReviewAction action : ReviewAction.values()) {
            Changes changes = switch (action) {
                case ASSIGN -> Changes.assignee("bob");
                case CORRECT -> Changes.title("A title");
                default -> Changes.NONE;
            };
            Decision decision = new Decision(action, "why", null, changes);
            if (takes.contains(action.wire())) {
                assertEquals(5, reviews.decide(event, decision, Desk.ANNA).version(), action::wire);
            } else {
                RefusedChangeException refused = assertThrows(
                        RefusedChangeException.class, () -> reviews.decide(event, decision, Desk.ANNA), action::wire);
                assertEquals("action", refused.member());
                assertEquals(takes, refused.allowed());
            }
        }
    }

    @Test
    void rejectionWantsAReasonAndKeepsIt() {
        RefusedChangeException refused =
                assertThrows(RefusedChangeException.class, () -> decide(KUPIANSK, ReviewAction.REJECT));
        assertEquals(Decision.REASON_CODES, refused.allowed());
        Event rejected = reviews.decide(
                KUPIANSK,
                new Decision(ReviewAction.REJECT, "told as a rumour", "not_an_event", Changes.NONE),
                Desk.ANNA);
        assertEquals(
                "not_an_event: told as a rumour", rejected.editorial().review().reason());
        assertTrue(rejected.isWithdrawn());
        assertFalse(decide(rejected, ReviewAction.REOPEN).isWithdrawn());
    }

    @Test
    void heldIsAcceptedAndWithheldUntilItIsPublished() {
        Event held = decide(KUPIANSK, ReviewAction.HOLD, "a family asks for a day");
        assertEquals("accepted", held.editorial().review().status());
        assertEquals("withheld", held.editorial().sensitivity().level());
        Event published = decide(held, ReviewAction.PUBLISH);
        assertEquals("published", published.editorial().review().status());
        assertEquals(KUPIANSK.editorial().sensitivity(), published.editorial().sensitivity());
    }

    @Test
    void assignedToSomebodyIsInReview() {
        Event assigned = reviews.decide(
                KUPIANSK, new Decision(ReviewAction.ASSIGN, null, null, Changes.assignee("bob")), Desk.ANNA);
        assertEquals("in_review", assigned.editorial().review().status());
        assertEquals("bob", assigned.editorial().review().readers().assignee());
        Event again = EventJson.parse(EventJson.toJson(assigned));
        assertEquals(assigned.editorial(), again.editorial());
    }

    @Test
    void anotherCandidateKeepsTheRelationOfTheText() {
        Event corrected = correct(ZARICHNE, Changes.place(new PlaceChange.Listed(2)));
        Where where = corrected.where();
        LonLat berestyn = Desk.GAZETTEER.find(BERESTYN).orElseThrow().point();
        LonLat point = where.point();
        assertNotNull(point);
        assertEquals(10_000, Geodesy.geodesicMeters(berestyn, point), 1);
        assertEquals(315, Geodesy.bearingDegrees(berestyn, point), 0.1);
        assertEquals(new Where.Precision(2, 2, "settlement_vicinity", 3_500), where.precision());
        assertEquals("computed", where.geocode().status());
        assertEquals(ZARICHNE.where().geocode().relation(), where.geocode().relation());
        assertEquals(BERESTYN, where.geocode().chosen());
        assertFalse(where.geocode().verdict().ambiguous());
        assertEquals(new Where.Decided("anna", Desk.ANNA.at()), where.geocode().decided());
        assertEquals(4, where.geocode().candidates().size());
        assertEquals(
                "Drone strike: 10 km north-west of Zarichne", corrected.what().title());
        assertEquals(MapTier.DEFAULT_MAP, corrected.what().tier());
        assertEquals(
                where.geocode(),
                EventJson.parse(EventJson.toJson(corrected)).where().geocode());
    }

    @Test
    void candidateKnownToItsDistrictGivesNoPoint() {
        Where where =
                correct(ZARICHNE, Changes.place(new PlaceChange.Listed(1))).where();
        assertNull(where.point());
        assertEquals("admin2", where.precision().level());
        assertNotNull(where.footprint());
    }

    @Test
    void candidateOutOfRangeIsToldHowManyThereAre() {
        RefusedChangeException refused = refused(ZARICHNE, Changes.place(new PlaceChange.Listed(5)));
        assertEquals("changes.place.candidate", refused.member());
        assertEquals(List.of("1 to 4"), refused.allowed());
    }

    @Test
    void placeOfAnotherNameIsItselfTheScene() {
        Event corrected = correct(ZARICHNE, Changes.place(new PlaceChange.Known("gn:703656")));
        assertEquals("settlement", corrected.where().precision().level());
        assertEquals("Drone strike: Kupiansk", corrected.what().title());
        assertEquals(KUPIANSK.where().point(), corrected.where().point());
        assertEquals("at", relation(corrected));
    }

    private static String relation(Event event) {
        Where.Relation relation = event.where().geocode().relation();
        return relation == null ? "" : relation.type();
    }

    @Test
    void unitIsAnAreaAndNeverAPoint() {
        String kharkiv = String.valueOf(
                Desk.GAZETTEER.find("gn:703656").orElseThrow().admin().admin1());
        Event corrected = correct(KUPIANSK, Changes.place(new PlaceChange.Known(kharkiv)));
        assertNull(corrected.where().point());
        assertEquals("admin1", corrected.where().precision().level());
        assertEquals(3, corrected.where().precision().geo());
        assertEquals(MapTier.OPT_IN, corrected.what().tier());
    }

    @Test
    void pinIsAsExactAsItsUncertaintySays() {
        LonLat spot = new LonLat(37.7, 49.75);
        Map<Integer, String> levels = Map.of(
                100, "exact", 800, "street", 2_500, "neighbourhood", 5_000, "settlement", 9_000, "settlement_vicinity");
        levels.forEach((meters, level) -> {
            Where where = correct(KUPIANSK, Changes.place(new PlaceChange.Pin(spot, meters)))
                    .where();
            assertEquals(spot, where.point());
            assertEquals(level, where.precision().level());
            assertEquals(meters, where.precision().uncertaintyMeters());
            assertEquals("estimated", where.geocode().status());
            assertEquals("Kharkiv", where.names().admin1());
        });
        Event pinned = correct(KUPIANSK, Changes.place(new PlaceChange.Pin(spot, 500)));
        assertEquals("Shelling: Synkivka", pinned.what().title());
        Event afield = correct(KUPIANSK, Changes.place(new PlaceChange.Pin(new LonLat(37.78, 49.75), 500)));
        assertTrue(afield.what().title().matches("Shelling: \\d+ km [a-z-]+ of \\w+"), afield.what()::title);
    }

    @Test
    void pinWithoutUncertaintyKeepsTheOneThereIsAndInventsNone() {
        LonLat spot = new LonLat(37.7, 49.75);
        PlaceChange pin = new PlaceChange.Pin(spot, null);
        assertEquals(
                4_000, correct(KUPIANSK, Changes.place(pin)).where().precision().uncertaintyMeters());
        assertEquals(
                "changes.place.uncertainty_m",
                refused(ZARICHNE, Changes.place(pin)).member());
    }

    @Test
    void finerThanWhatIsKnownIsRefused() {
        Changes exact =
                new Changes(new PlaceChange.Pin(new LonLat(37.7, 49.75), 5_000), "exact", null, null, null, null);
        assertEquals(
                List.of("settlement", "settlement_vicinity", "front_sector"),
                refused(KUPIANSK, exact).allowed());
        assertEquals(
                "changes.precision",
                refused(KUPIANSK, Changes.precision("exact")).member());
        Event vague = correct(ZARICHNE, Changes.place(new PlaceChange.Listed(1)));
        assertEquals(
                List.of("admin2"),
                refused(vague, Changes.precision("settlement")).allowed());
    }

    @ParameterizedTest
    @CsvSource({
        "settlement_vicinity, 2, 2, 9000, near Kupiansk",
        "neighbourhood, 1, 1, 4000, part of Kupiansk",
        "admin1, 3, 4, , Kharkiv",
        "front_sector, 2, 5, 25000, Kupiansk direction"
    })
    void precisionBringsItsAreaAndItsTitle(String level, int geo, int ucdp, Integer meters, String location) {
        Event corrected = correct(KUPIANSK, Changes.precision(level));
        Where.Precision precision = corrected.where().precision();
        assertEquals(List.of(geo, ucdp, level), List.of(precision.geo(), precision.where(), precision.level()));
        if (meters != null) {
            assertEquals(meters, precision.uncertaintyMeters());
        }
        assertEquals("Shelling: " + location, corrected.what().title());
    }

    @Test
    void betweenTwoPlacesStaysBetweenThem() {
        Event between = Desk.coded("rep-b", "Clashes broke out between Rodynske and Myrnohrad on Monday.")
                .getFirst();
        Event again = correct(between, Changes.place(new PlaceChange.Listed(1)));
        assertEquals(between.where().point(), again.where().point());
        assertEquals(between.where().precision(), again.where().precision());
        assertEquals(between.what(), again.what());
    }

    @Test
    void drawnAreaHasNoPoint() {
        Coordinate[] ring = {
            new Coordinate(37, 49), new Coordinate(37.2, 49), new Coordinate(37.2, 49.2), new Coordinate(37, 49)
        };
        Where where = correct(KUPIANSK, Changes.place(new PlaceChange.Area(new GeometryFactory().createPolygon(ring))))
                .where();
        assertNull(where.point());
        assertEquals("settlement_vicinity", where.precision().level());
        assertEquals("Kharkiv", where.names().admin1());
    }

    @Test
    void nowhereLeavesTheMap() {
        Event corrected = correct(KUPIANSK, Changes.place(new PlaceChange.Nowhere()));
        assertNull(corrected.where().point());
        assertEquals(MapTier.TIMELINE_ONLY, corrected.what().tier());
        Event back = correct(corrected, Changes.place(new PlaceChange.Known("gn:703656")));
        assertEquals(MapTier.DEFAULT_MAP, back.what().tier());
        assertEquals(KUPIANSK.where().precision(), back.where().precision());
        assertEquals(KUPIANSK.what().title(), back.what().title());
    }

    @Test
    void typeBringsTitleCodesAndMarks() {
        Event corrected = correct(KUPIANSK, Changes.type(SubEventType.SEXUAL_VIOLENCE));
        assertEquals("Sexual violence: Kupiansk", corrected.what().title());
        Event.Plover plover = corrected.what().plover();
        assertNotNull(plover);
        assertEquals(List.of("sexual"), plover.modes());
        assertEquals("restricted", corrected.editorial().sensitivity().level());
        Event clash = correct(KUPIANSK, Changes.type(SubEventType.ARMED_CLASH));
        assertEquals("Armed clash: Kupiansk", clash.what().title());
    }

    @Test
    void titleByHandStays() {
        Event titled = correct(KUPIANSK, Changes.title("The market of Kupiansk"));
        Event moved = correct(titled, Changes.precision("settlement_vicinity"));
        assertEquals("The market of Kupiansk", moved.what().title());
    }

    @Test
    void actorsKeepWhatIsKnownOfThem() {
        Event corrected = correct(
                KUPIANSK,
                Changes.actors(List.of(
                        new Changes.Part("Unidentified Armed Group (Ukraine)", "initiator", 3),
                        new Changes.Part("Civilians (Ukraine)", "target", null))));
        Event.Who who = corrected.who();
        assertEquals("UA", String.valueOf(who.actors().get(1).country()));
        assertEquals(7, who.actors().get(1).inter());
        assertEquals("Unidentified Armed Group (Ukraine)", who.sideA());
        assertEquals("Civilians", who.sideB());
        assertEquals(3, who.typeOfViolence());
    }

    @Test
    void countsOfOneKindBringTheOther() {
        Event corrected = correct(KUPIANSK, Changes.counts(CountChanges.dead(4)));
        assertEquals(4, corrected.toll().fatalities());
        assertEquals(new Event.Estimate(4, 4, 4), corrected.toll().deaths());
        CountChanges unknown = new CountChanges(null, new CountChanges.Figure<>(null), null, null, null);
        Event.Toll toll = correct(KUPIANSK, Changes.counts(unknown)).toll();
        assertNull(toll.fatalities());
        assertNull(toll.deaths());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-06, 2025-04-06, 2025-04-06, 1, 1",
        "2025-04-06, 2025-04-07, 2025-04-07, 1, 2",
        "2025-04-01, 2025-04-07, 2025-04-04, 2, 3",
        "2025-04-01, 2025-04-30, 2025-04-16, 3, 4",
        "2025-01-01, 2025-12-31, , 3, 5",
        ", 2025-04-07, , 3, 5"
    })
    void windowBringsDayAndPrecision(
            java.time.LocalDate start, java.time.LocalDate end, java.time.LocalDate day, int acled, int ucdp) {
        Event.When when = correct(KUPIANSK, Changes.when(start, end)).when();
        assertEquals(day, when.day());
        assertEquals(new Event.DatePrecision(acled, ucdp), when.precision());
    }
}
