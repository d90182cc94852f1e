package org.clashmap.event.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventSamples;
import org.clashmap.event.SchemaCheck;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

/** What readers see of events under each rule of the table. */
class PublisherTest {
    private static final Gazetteer GAZETTEER = CompactGazetteer.load(Path.of("geodata"));
    private static final Rules RULES = Rules.standard();
    private static final Publisher PUBLISHER = new Publisher(RULES, Release.ACCEPTED, GAZETTEER);
    /** Long after every delay. */
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    static Stream<String> marks() {
        return RULES.rules().keySet().stream();
    }

    private static Event shown(Event event) {
        return PUBLISHER.publish(event, Audience.PUBLIC, LATER).orElseThrow();
    }

    private static Rule rule(String mark) {
        return RULES.find(mark).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void nothingThatARuleWithholdsIsLeftInAnyField(String mark) {
        String json = EventJson.toJson(shown(SecretEvents.marked("ev-1", mark, "public")));
        for (String word : SecretEvents.forbidden(rule(mark))) {
            assertFalse(json.contains(word), mark + " leaves " + word + " in " + json);
        }
    }

    @ParameterizedTest
    @MethodSource("marks")
    void publicEventIsAnEventOfTheFormatAndSaysWhatIsMissing(String mark) throws IOException {
        Event shown = shown(SecretEvents.marked("ev-1", mark, "public"));
        assertEquals(List.of(), SchemaCheck.problems(EventJson.toJson(shown)));
        Event.Sensitivity sensitivity = shown.editorial().sensitivity();
        assertEquals(List.of(mark), sensitivity.reasons());
        assertNotNull(sensitivity.notice());
        assertTrue(String.valueOf(sensitivity.notice()).contains(rule(mark).because()), sensitivity.notice());
        assertEquals(EventJson.toJson(shown), EventJson.toJson(EventJson.parse(EventJson.toJson(shown))));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void staffSeeTheEventItself(String mark) {
        Event event = SecretEvents.marked("ev-1", mark, "withheld");
        assertSame(event, PUBLISHER.publish(event, Audience.STAFF, LATER).orElseThrow());
        assertTrue(PUBLISHER.publish(event, Audience.PUBLIC, LATER).isEmpty());
    }

    @Test
    void withoutAMarkTheEventIsWholeButForItsEditors() {
        Event event = SecretEvents.marked("ev-1", "", "public");
        Event shown = shown(event);
        assertEquals(event.where(), shown.where());
        assertEquals(event.account(), shown.account());
        assertEquals(event.supplement().find("imported_raw"), shown.supplement().find("imported_raw"));
        assertFalse(EventJson.toJson(shown).contains("Editorsecret"));
        assertEquals("an editor", shown.editorial().history().get(1).by());
        assertEquals("clashmap", shown.editorial().history().get(0).by());
    }

    @ParameterizedTest
    @CsvSource({
        "machine, false",
        "in_review, false",
        "accepted, true",
        "published, true",
        "gold, true",
        "rejected, false",
        "retracted, false"
    })
    void nothingIsPublicThatNoPersonAccepted(String status, boolean visible) {
        Event event = EventSamples.next(EventSamples.at("ev-1", new LonLat(1, 1), null), status);
        assertEquals(visible, PUBLISHER.publish(event, Audience.PUBLIC, LATER).isPresent());
        boolean withdrawn = status.equals("rejected") || status.equals("retracted");
        Publisher all = new Publisher(RULES, Release.ALL, GAZETTEER);
        assertEquals(!withdrawn, all.publish(event, Audience.PUBLIC, LATER).isPresent());
    }

    @Test
    void delayRunsOutByTheClockAlone() {
        Event event = SecretEvents.marked("ev-1", "military_position", "delayed");
        // 72 hours after the end of 8 April.
        Instant release = Instant.parse("2025-04-12T00:00:00Z");
        assertEquals(Optional.of(release), PUBLISHER.nextChange(event, release.minusSeconds(1)));
        assertTrue(PUBLISHER
                .publish(event, Audience.PUBLIC, release.minusSeconds(1))
                .isEmpty());
        assertTrue(PUBLISHER.publish(event, Audience.PUBLIC, release).isPresent());
        assertEquals(Optional.empty(), PUBLISHER.nextChange(event, release));
    }

    @Test
    void positionOfNoKnownDayIsNeverReleased() {
        Event dated = SecretEvents.marked("ev-1", "military_position", "delayed");
        Event undated = EventSamples.at("ev-1", new LonLat(1, 1), null);
        undated = undated.withVersion(
                1,
                new Event.Editorial(
                        dated.editorial().review(), dated.editorial().sensitivity(), List.of()));
        assertTrue(PUBLISHER.publish(undated, Audience.PUBLIC, LATER).isEmpty());
        assertEquals(Optional.empty(), PUBLISHER.nextChange(undated, LATER));
    }

    @Test
    void coarserPlaceThanTheRuleAsksForStaysAndKeepsItsWords() {
        Event clash = EventSamples.full();
        Event settlement = new Event(
                clash.identity(),
                clash.what(),
                clash.when(),
                clash.where(),
                clash.who(),
                clash.toll(),
                clash.account(),
                new Event.Editorial(
                        new Event.Review("accepted", null, null, null),
                        new Event.Sensitivity("delayed", List.of("military_position"), null),
                        List.of()));
        Event shown = shown(settlement);
        assertEquals(settlement.where(), shown.where());
        assertEquals(settlement.account(), shown.account());
        assertEquals("public", shown.editorial().sensitivity().level());
    }

    @ParameterizedTest
    @CsvSource({
        "civilian_strike, settlement, snap_settlement",
        "aid_or_health_site, settlement_vicinity, grid_5km",
        "sexual_violence, admin1, snap_admin1"
    })
    void placeIsShownByWhatWasThereBefore(String mark, String level, String blur) {
        Event shown = shown(SecretEvents.marked("ev-1", mark, "public"));
        assertEquals(level, shown.where().precision().level());
        assertEquals(blur, shown.editorial().sensitivity().shown().blur());
        assertEquals(
                shown.where().precision().uncertaintyMeters(),
                shown.editorial().sensitivity().shown().uncertaintyMeters());
        if (level.equals("admin1")) {
            assertNull(shown.where().point());
            assertEquals("Donetsk", shown.where().names().location());
            assertEquals(LocalDate.of(2025, 4, 1), shown.when().start());
            assertEquals(LocalDate.of(2025, 4, 30), shown.when().end());
        }
    }

    /** Many events at one place, each looked at from a little beside: one answer, and it tells nothing of where in the cell. */
    @Test
    void manyLooksAtACellTellNoMoreThanOne() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            LonLat point =
                    new LonLat(random.nextDouble() * 360 - 180, Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
            for (Grid grid : List.of(Grid.FIVE_KM, Grid.TWENTY_KM)) {
                String where = "seed " + seed + " " + point + " " + grid;
                Grid.Cell cell = grid.of(point);
                assertTrue(
                        cell.outline()
                                .buffer(1e-5)
                                .covers(cell.outline()
                                        .getFactory()
                                        .createPoint(new Coordinate(point.lon(), point.lat()))),
                        where);
                assertEquals(cell, grid.of(cell.middle()), where);
                LonLat corner = corner(cell, random);
                assertEquals(cell, grid.of(corner), where);
                double radius = grid.equals(Grid.FIVE_KM) ? Blur.GRID_5KM.meters() : Blur.GRID_20KM.meters();
                assertTrue(Geodesy.distanceMeters(point, cell.middle()) <= radius, where);
            }
        }
    }

    private static LonLat corner(Grid.Cell cell, Random random) {
        double west = cell.outline().getEnvelopeInternal().getMinX();
        double south = cell.outline().getEnvelopeInternal().getMinY();
        double width = cell.outline().getEnvelopeInternal().getWidth();
        double height = cell.outline().getEnvelopeInternal().getHeight();
        return new LonLat(
                west + width * (0.01 + 0.98 * random.nextDouble()),
                south + height * (0.01 + 0.98 * random.nextDouble()));
    }

    @Test
    void sameInputSameOutput() {
        Event event = SecretEvents.marked("ev-1", "children", "public");
        assertEquals(EventJson.toJson(shown(event)), EventJson.toJson(shown(event)));
    }

    @Test
    void severalMarksAddUpToTheStrictest() {
        Event event = SecretEvents.marked("ev-1", "civilian_strike", "public");
        Event both = withSensitivity(
                event,
                new Event.Sensitivity("public", List.of("civilian_strike", "sexual_violence", "source_at_risk"), null));
        String json = EventJson.toJson(shown(both));
        for (String mark : List.of("civilian_strike", "sexual_violence", "source_at_risk")) {
            for (String word : SecretEvents.forbidden(rule(mark))) {
                assertFalse(json.contains(word), word);
            }
        }
    }

    @Test
    void levelThatNoMarkAccountsForIsTakenAtItsWord() {
        assertTrue(PUBLISHER
                .publish(SecretEvents.marked("ev-1", "", "restricted"), Audience.PUBLIC, LATER)
                .isEmpty());
        assertEquals(
                "grid_5km",
                shown(SecretEvents.marked("ev-1", "", "blurred"))
                        .editorial()
                        .sensitivity()
                        .shown()
                        .blur());
        Event delayed = SecretEvents.marked("ev-1", "", "delayed");
        assertTrue(PUBLISHER
                .publish(delayed, Audience.PUBLIC, Instant.parse("2025-04-11T23:59:59Z"))
                .isEmpty());
        assertTrue(PUBLISHER
                .publish(delayed, Audience.PUBLIC, Instant.parse("2025-04-12T00:00:00Z"))
                .isPresent());
    }

    @Test
    void loosenedRuleHoldsNoLongerAndOthersDo() {
        Event event = SecretEvents.marked("ev-1", "aid_or_health_site", "public");
        Event loosened = withSensitivity(event, event.editorial().sensitivity().loosen());
        assertEquals(event.where(), shown(loosened).where());
        assertEquals(
                List.of("aid_or_health_site"),
                shown(loosened).editorial().sensitivity().loosened());
        Event marked = withSensitivity(
                loosened,
                new Event.Sensitivity(
                        "public",
                        List.of("aid_or_health_site", "children"),
                        null,
                        List.of("aid_or_health_site"),
                        Event.Shown.WHOLE));
        assertEquals("admin1", shown(marked).where().precision().level());
        Event held = withSensitivity(
                loosened, new Event.Sensitivity("withheld", List.of("held"), null, List.of("held"), Event.Shown.WHOLE));
        assertTrue(PUBLISHER.publish(held, Audience.PUBLIC, LATER).isEmpty());
    }

    @Test
    void wordsToldTogetherWithWhatIsHeldBackAreHeldBackToo() {
        Event event = SecretEvents.marked("ev-1", Rules.BESIDE + "aid_or_health_site", "public");
        String json = EventJson.toJson(shown(event));
        assertFalse(json.contains("quotesecret"), json);
        assertFalse(json.contains("aid_or_health_site"), json);
        assertEquals(event.where().point(), shown(event).where().point());
        Event clash = SecretEvents.marked("ev-1", Rules.BESIDE + "military_position", "public");
        Instant release = Instant.parse("2025-04-12T00:00:00Z");
        Publisher publisher = PUBLISHER;
        assertEquals(Optional.of(release), publisher.nextChange(clash, release.minus(Duration.ofHours(1))));
        Event before = publisher
                .publish(clash, Audience.PUBLIC, release.minusSeconds(1))
                .orElseThrow();
        assertFalse(EventJson.toJson(before).contains("quotesecret"));
        Event after = publisher.publish(clash, Audience.PUBLIC, release).orElseThrow();
        assertTrue(EventJson.toJson(after).contains("quotesecret"));
    }

    @Test
    void sourceAtRiskIsKnownByItsNameOrAddress() {
        for (String risk : List.of("SOURCESECRET gazette", "sourcesecret.example", "rep-sourcesecret")) {
            Publisher careful =
                    new Publisher(new Rules(RULES.rules(), "contributor", List.of(risk)), Release.ALL, GAZETTEER);
            String json =
                    EventJson.toJson(careful.publish(SecretEvents.marked("ev-1", "", "public"), Audience.PUBLIC, LATER)
                            .orElseThrow());
            for (String word : SecretEvents.forbidden(rule("source_at_risk"))) {
                assertFalse(json.contains(word), risk + " " + word);
            }
        }
    }

    /** Kinds of places that the coder writes, under every blur: the point and the names of a settlement never stay. */
    @Test
    void everyLevelUnderEveryBlurLosesItsPoint() {
        Map<String, Integer> seen = new HashMap<>();
        for (String level : List.of(
                "exact",
                "street",
                "neighbourhood",
                "settlement",
                "settlement_vicinity",
                "route",
                "front_sector",
                "admin3",
                "admin2",
                "admin1",
                "country",
                "sea",
                "none",
                "inherits_parent")) {
            Where before = SecretEvents.marked("ev-1", "", "public").where();
            for (boolean point : List.of(true, false)) {
                Where where = new Where(
                        before.text(),
                        point ? before.point() : null,
                        before.footprint(),
                        before.names(),
                        new Where.Precision(1, 1, level, 200),
                        before.geocode(),
                        before.basis());
                for (Blur blur : List.of(Blur.GRID_5KM, Blur.GRID_20KM, Blur.DISTRICT, Blur.PROVINCE)) {
                    Where shown = new PublicPlace(GAZETTEER).of(where, blur, "shown roughly");
                    assertFalse(SecretEvents.POINT.equals(shown.point()), level + " " + blur);
                    assertFalse("Streetsecret 5".equals(shown.names().location()), level + " " + blur);
                    assertNull(shown.text());
                    assertEquals(List.of(), shown.geocode().candidates());
                    seen.merge(shown.precision().level(), 1, Integer::sum);
                }
            }
        }
        assertTrue(seen.size() >= 4, seen.toString());
    }

    @Test
    void whatIsMarkedTodayIsNotToBeReadInThePast() {
        Event past = SecretEvents.marked("ev-1", "", "public");
        Event current = SecretEvents.marked("ev-1", "aid_or_health_site", "public");
        String json = EventJson.toJson(
                PUBLISHER.publishPast(past, current, Audience.PUBLIC, LATER).orElseThrow());
        for (String word : SecretEvents.forbidden(rule("aid_or_health_site"))) {
            assertFalse(json.contains(word), word);
        }
        Event held = SecretEvents.marked("ev-1", "", "withheld");
        assertTrue(PUBLISHER.publishPast(past, held, Audience.PUBLIC, LATER).isEmpty());
        Event unseen = EventSamples.next(past, "machine");
        assertTrue(
                PUBLISHER.publishPast(unseen, current, Audience.PUBLIC, LATER).isEmpty());
        assertSame(
                past, PUBLISHER.publishPast(past, held, Audience.STAFF, LATER).orElseThrow());
    }

    private static Event withSensitivity(Event event, Event.Sensitivity sensitivity) {
        return event.withVersion(
                event.version(),
                new Event.Editorial(
                        event.editorial().review(),
                        sensitivity,
                        event.editorial().history()));
    }
}
