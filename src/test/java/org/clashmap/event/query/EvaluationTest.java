package org.clashmap.event.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.EventSamples;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What filters hold of: the full sample, of 2 to 8 April 2025 at 48.35 N 37.55 E, and events that know less. */
class EvaluationTest {
    private static final Event FULL = EventSamples.full();
    private static final Event BARE = EventSamples.at("bare", null, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id = 'ev-full'",
                "fatalities = 2 AND low <= 2 AND best > 2 AND high <> 3",
                "title LIKE 'Clash near%'",
                "title LIKE '_lash%Верхн_'",
                "CASEI(title) LIKE CASEI('%ВЕРХНЯ')",
                "ACCENTI('Й') = 'И' AND CASEI('STRASSE') = CASEI('straße')",
                "uncertainty_m BETWEEN 8000 AND 8000",
                "event_date BETWEEN DATE('2025-04-08') AND DATE('2025-04-08')",
                "location IN ('Kherson', 'Verkhnia')",
                "event_date = TIMESTAMP('2025-04-08T23:59:59Z')",
                "sub_event_type = 'Armed clash' AND event_type = 'Battles' AND disorder_type = 'Political violence'",
                "review_status = 'in_review' AND sensitivity_level = 'blurred'",
                "acled_codable AND ambiguous AND NOT FALSE",
                "actor1 = 'Army A' AND actor2 = 'Army B' AND actor1 < actor2 AND inter2 = 8",
                "A_CONTAINS(actors, ['Envoy', 'Civilians'])",
                "A_OVERLAPS(weapon, ['drone', 'mortar']) AND A_CONTAINEDBY(tags, ['night', 'day'])",
                "A_EQUALS(tags, ['night'])",
                "S_INTERSECTS(geometry, BBOX(37, 48, 38, 49))",
                "S_WITHIN(geometry, footprint) AND S_CONTAINS(footprint, geometry)",
                "S_INTERSECTS(footprint, POINT(37.55 48.30)) AND S_DISJOINT(geometry, POINT(37.55 48.30))",
                "S_OVERLAPS(footprint, BBOX(37.55, 48, 38, 49)) AND S_CROSSES(LINESTRING(37 48.35, 38 48.35), footprint)",
                "S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(0 0), POLYGON((37 48,38 48,38 49,37 49,37 48))))",
                "S_CONTAINS(BBOX(37, 48, 38, 49), geometry)",
                "T_INTERSECTS(INTERVAL(date_start, date_end), INTERVAL('2025-04-08', '..'))",
                "T_DURING(INTERVAL(date_start, date_end), INTERVAL('2025-04-01', '2025-04-09'))",
                "T_FINISHES(event_date, INTERVAL('2025-04-02', '2025-04-08'))",
                "T_OVERLAPS(INTERVAL(date_start, date_end), INTERVAL('2025-04-05', '2025-04-09'))",
                "T_MEETS(INTERVAL(date_start, date_end), INTERVAL('2025-04-08', '2025-04-09'))",
                "T_STARTEDBY(INTERVAL(date_start, date_end), DATE('2025-04-02'))",
                "T_AFTER(event_date, DATE('2025-04-07')) AND T_BEFORE(event_date, TIMESTAMP('2025-04-09T00:00:00Z'))",
                "high - low = 2 AND (low + high) / 2 = best AND 7 div 2 = 3 AND 7 % 2 = 1 AND 2 ^ 3 = 8",
                "(fatalities > 1) = TRUE",
                "captured IS NOT NULL AND injured_low = 5 AND displaced_high = 200 AND attack_count = 47",
                "country = 'Ukraine' AND iso3 = 'UKR' AND admin1 = 'Donetsk' AND geo_level = 'settlement_vicinity'",
                "plover_event = 'ASSAULT' AND civilian_targeting IS NOT NULL"
            })
    void holdsOfTheFullSample(String filter) {
        assertTrue(Evaluation.of(Cql2.parse(filter)).accepts(FULL), filter);
        assertFalse(Evaluation.of(Cql2.parse("NOT (" + filter + ")")).accepts(FULL), filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = 'Ukraine'",
                "country <> 'Ukraine'",
                "country LIKE '%'",
                "country IN ('Ukraine')",
                "event_date > DATE('1900-01-01')",
                "captured + 1 > 0",
                "low / 0 = 1",
                "S_INTERSECTS(geometry, BBOX(-180,-90,180,90))",
                "S_DISJOINT(geometry, POINT(0 0))",
                "T_AFTER(event_date, DATE('1900-01-01'))",
                "confidence BETWEEN 0 AND 1"
            })
    void whatIsNotKnownIsNeitherTrueNorFalse(String filter) {
        assertEquals(Truth.UNKNOWN, Evaluation.of(Cql2.parse(filter)).ask(BARE), filter);
        assertEquals(
                Truth.UNKNOWN, Evaluation.of(Cql2.parse("NOT (" + filter + ")")).ask(BARE));
        assertTrue(Evaluation.of(Cql2.parse("map_tier = 1 OR " + filter)).accepts(BARE));
        assertEquals(
                Truth.FALSE,
                Evaluation.of(Cql2.parse("map_tier = 2 AND (" + filter + ")")).ask(BARE));
    }

    @Test
    void isNullAsksWhetherAValueIsKnown() {
        assertTrue(accepts("country IS NULL AND geometry IS NULL AND event_date IS NULL", BARE));
        assertFalse(accepts("country IS NULL", FULL));
    }

    @Test
    void eventWithoutAPointIsFoundByItsArea() {
        Geometry area = Geodesy.circle(new LonLat(30, 50), 50_000, 32);
        Event region = EventSamples.over("region", area, LocalDate.of(2025, 4, 1));
        assertTrue(accepts("S_INTERSECTS(geometry, POINT(30.3 50))", region));
        assertTrue(accepts("longitude IS NULL", region));
    }

    @Test
    void boxAcrossTheDateLineHoldsBothSides() {
        Event west = EventSamples.at("w", new LonLat(179.5, -17), null);
        Event east = EventSamples.at("e", new LonLat(-179.5, -17), null);
        for (Event event : List.of(west, east)) {
            assertTrue(accepts("S_WITHIN(geometry, BBOX(177, -20, -177, -10))", event));
        }
        assertFalse(accepts("S_WITHIN(geometry, BBOX(-177, -20, 177, -10))", west));
    }

    @Test
    void everyRelationOfTwoTimesHoldsExactlyWhereItShould() {
        List<TimeSpan> spans =
                List.of(span(1, 3), span(3, 5), span(1, 5), span(2, 4), span(4, 8), span(6, 8), span(2, 2));
        for (TimeSpan a : spans) {
            for (TimeSpan b : spans) {
                // The thirteen relations of Allen, of which meeting takes the common day as a day of both.
                List<TemporalOperator> found = List.of(
                                TemporalOperator.T_BEFORE,
                                TemporalOperator.T_AFTER,
                                TemporalOperator.T_EQUALS,
                                TemporalOperator.T_CONTAINS,
                                TemporalOperator.T_DURING)
                        .stream()
                        .filter(operator -> operator.holds(a, b))
                        .toList();
                assertTrue(found.size() <= 1, a + " " + b + " " + found);
                assertEquals(TemporalOperator.T_DISJOINT.holds(a, b), !TemporalOperator.T_INTERSECTS.holds(a, b));
                assertEquals(TemporalOperator.T_OVERLAPS.holds(a, b), TemporalOperator.T_OVERLAPPEDBY.holds(b, a));
                assertEquals(TemporalOperator.T_STARTS.holds(a, b), TemporalOperator.T_STARTEDBY.holds(b, a));
                assertEquals(TemporalOperator.T_FINISHES.holds(a, b), TemporalOperator.T_FINISHEDBY.holds(b, a));
                assertEquals(TemporalOperator.T_MEETS.holds(a, b), TemporalOperator.T_METBY.holds(b, a));
                assertEquals(TemporalOperator.T_BEFORE.holds(a, b), TemporalOperator.T_AFTER.holds(b, a));
                assertEquals(TemporalOperator.T_CONTAINS.holds(a, b), TemporalOperator.T_DURING.holds(b, a));
            }
        }
        assertTrue(TemporalOperator.T_MEETS.holds(span(1, 3), span(3, 5)));
        assertTrue(TemporalOperator.T_OVERLAPS.holds(span(2, 4), span(3, 5)));
        assertTrue(TemporalOperator.T_STARTS.holds(span(1, 3), span(1, 5)));
        assertTrue(TemporalOperator.T_CONTAINS.holds(span(1, 5), span(2, 4)));
        assertTrue(TemporalOperator.T_INTERSECTS.holds(new TimeSpan(null, null), span(6, 8)));
    }

    private static TimeSpan span(int from, int to) {
        return new TimeSpan(Moment.of(LocalDate.of(2025, 1, from)), Moment.of(LocalDate.of(2025, 1, to)));
    }

    @Test
    void patternsOfManyWildcardsTakeNoTimeToSpeakOf() {
        String long40k = "a".repeat(40_000);
        LikePattern pattern = LikePattern.of(new Value.Text("%a".repeat(20) + "b"));
        assertFalse(pattern.matches(long40k));
        assertTrue(LikePattern.of(new Value.Text("100\\%_")).matches("100%!"));
        assertFalse(LikePattern.of(new Value.Text("100\\%_")).matches("1000!"));
    }

    private static boolean accepts(String filter, Event event) {
        return Evaluation.of(Cql2.parse(filter)).accepts(event);
    }
}
