package org.clashmap.event.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clashmap.Refusal;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading and writing CQL2. The forms are those of the examples in OGC 21-065r2 (clauses 6 to 8 and the folder
 * cql2/standard/schema/examples of github.com/opengeospatial/ogcapi-features), with properties of events.
 */
class Cql2Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // clause 6: logical operators, comparisons, null, true and false
                "country = 'Ukraine'",
                "fatalities<>0",
                "independent_sources - 1.5 > 0",
                "event_date >= DATE('2012-08-10')",
                "event_date >= TIMESTAMP('2012-08-10T05:30:00Z')",
                "fatalities < 4 AND location IS NOT NULL",
                "NOT (fatalities < 5) AND NOT ambiguous",
                "ambiguous = true AND (fatalities > 5 OR location LIKE 'brick%')",
                "(fatalities > 3) = TRUE",
                "FALSE OR geo_precision IS NULL",
                // clause 7.1 and 7.2: advanced comparison
                "title LIKE '% Mike %'",
                "title NOT LIKE 'foo\\%_bar'",
                "uncertainty_m BETWEEN 100.5 AND 1e3",
                "event_date NOT BETWEEN DATE('2020-01-01') AND DATE('2020-02-01')",
                "location IN ('a', 'b', 'it''s')",
                "fatalities NOT IN (1.0, 2, -3)",
                // clauses 7.3 and 7.4: case and accents
                "CASEI(location) IN (casei('Odesa'), CASEI('KYIV'))",
                "ACCENTI(location) = ACCENTI('débárquér')",
                "CASEI(ACCENTI(title)) LIKE CASEI(ACCENTI('%Ж%'))",
                // clauses 7.5 to 7.7: spatial
                "S_INTERSECTS(geometry, POINT(36.3 -49))",
                "S_INTERSECTS(geometry, BBOX(-128.1, -1.1, -99999.0, 180.0, 90.0, 100000.0))",
                "S_WITHIN(geometry, POLYGON((0 0,10 0,10 10,0 10,0 0),(1 1,1 2,2 2,2 1,1 1)))",
                "S_EQUALS(LINESTRING(180 -45, 0 -45), footprint)",
                "S_CROSSES(footprint, LINESTRING Z (172 54 1, 172 -4 2))",
                "S_TOUCHES(footprint, MULTILINESTRING((-1.9 -0.99,75.3 18.2),(0 1,2 3)))",
                "S_DISJOINT(geometry, MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((20 20,30 20,30 30,20 20))))",
                "S_OVERLAPS(footprint, GEOMETRYCOLLECTION(POINT(1.9 2.00001),LINESTRING(7 -6.5,-2 3)))",
                "S_CONTAINS(footprint, MULTIPOINT((12 55.09),(12.5 55)))",
                "S_CONTAINS(footprint, geometry)",
                // clause 7.8: temporal
                "T_AFTER(event_date, DATE('2010-02-10'))",
                "T_DURING(INTERVAL(date_start, date_end), INTERVAL('2017-06-10T07:30:00Z', '2017-06-11T10:30:00Z'))",
                "T_INTERSECTS(INTERVAL('1969-07-16', '..'), INTERVAL(date_start, date_end))",
                "T_FINISHEDBY(INTERVAL('..', '2005-01-10T01:01:01.393216Z'), INTERVAL(date_start, '..'))",
                // clause 7.9: arrays; both brackets
                "A_CONTAINS(tags, ['a', 'b'])",
                "A_OVERLAPS(tags, ('a', 'b', 'c'))",
                "A_EQUALS(['a', TRUE, 1], [])",
                "A_CONTAINEDBY(weapon, ['drone'])",
                // clause 7.10: property with property; 7.12: arithmetic
                "actor1 <> actor2",
                "high > (low - 1)",
                "best = low + 10 * 2 ^ 3 ^ 2 - 4 div 3 % 2",
                "\"high\" = (low + best) / 2"
            })
    void formsOfTheStandardAreReadAndWrittenInBothLanguages(String filter) {
        Predicate read = Cql2.parse(filter);
        assertEquals(read, Cql2.parse(Cql2.toText(read)), Cql2.toText(read));
        assertEquals(read, Cql2.parse(Cql2.toJson(read), Cql2.Form.JSON), Cql2.toJson(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"=","args":[{"property":"country"},"Ukraine"]}                          | country = 'Ukraine'
            {"op":"like","args":[{"op":"casei","args":[{"property":"title"}]},{"op":"casei","args":["%a%"]}]} | CASEI(title) LIKE CASEI('%a%')
            {"op":"like","args":[{"casei":{"property":"title"}},{"casei":"%a%"}]}         | CASEI(title) LIKE CASEI('%a%')
            {"op":"between","args":[{"property":"high"},1,2]}                             | high BETWEEN 1 AND 2
            {"op":"in","args":[{"property":"title"},["a","b"]]}                           | title IN ('a', 'b')
            {"op":"not","args":[{"op":"isNull","args":[{"property":"title"}]}]}           | title IS NOT NULL
            {"op":">=","args":[{"property":"event_date"},{"date":"2020-01-02"}]}          | event_date >= DATE('2020-01-02')
            {"op":"t_before","args":[{"property":"event_date"},{"timestamp":"2020-01-02T00:00:00Z"}]} | T_BEFORE(event_date, TIMESTAMP('2020-01-02T00:00:00Z'))
            {"op":"t_metBy","args":[{"property":"event_date"},{"interval":["..","2020-01-02"]}]} | T_METBY(event_date, INTERVAL('..', '2020-01-02'))
            {"op":"s_within","args":[{"property":"geometry"},{"bbox":[1,2,3,4]}]}         | S_WITHIN(geometry, BBOX(1, 2, 3, 4))
            {"op":"s_within","args":[{"property":"geometry"},{"type":"Point","coordinates":[1,2]}]} | S_WITHIN(geometry, POINT(1 2))
            {"op":"a_containedBy","args":[{"property":"tags"},["a"]]}                     | A_CONTAINEDBY(tags, ['a'])
            {"op":">","args":[{"op":"+","args":[{"property":"low"},1]},{"property":"high"}]} | low + 1 > high
            {"op":"and","args":[{"property":"ambiguous"},true]}                           | ambiguous AND TRUE
            """)
    void jsonSaysTheSameAsText(String json, String text) {
        assertEquals(Cql2.parse(text), Cql2.parse(json));
    }

    @Test
    void andBindsTighterThanOrAndNotTightest() {
        assertEquals(
                Cql2.parse("low = 1 OR ((NOT (low = 2)) AND low = 3)"),
                Cql2.parse("low = 1 OR NOT low = 2 AND low = 3"));
        assertEquals(Cql2.parse("high = (low + (2 * 3))"), Cql2.parse("high = low + 2 * 3"));
        assertEquals(Cql2.parse("high = ((low - 2) - 3)"), Cql2.parse("high = low - 2 - 3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fatalities >                         | at character 13: expected a condition or a value, not the end
            fatalities = 1 )                     | at character 16: expected an operator or the end, not ")"
            fatalities = 1 2                     | at character 16: expected an operator or the end, not "2"
            fatalities                           | at character 1: expected a condition, such as fatalities > 3, not just a whole number
            title = 'abc                         | at character 9: the text that starts here is not closed with '
            title ; 'abc'                        | at character 7: ";" has no meaning here
            title = 5                            | at character 1: a text cannot be compared with a number
            event_date > '2020-01-01'            | at character 1: a day cannot be compared with a text; a day is written DATE('2025-04-01')
            event_date > DATE('2020-13-01')      | at character 14: "2020-13-01" is not a day; write DATE('2025-04-01')
            geometry = 'x'                       | at character 1: a geometry cannot be compared; use S_INTERSECTS and the like
            avg(low) < 4                         | at character 1: there is no function "avg"; CASEI and ACCENTI are all there are
            title NOT = 'a'                      | at character 11: expected LIKE, BETWEEN or IN after NOT, not "="
            title IN ()                          | at character 1: IN needs at least one value in its list
            title LIKE location                  | at character 1: LIKE takes a pattern in quotes after it, not a text
            S_WITHIN(geometry)                   | at character 1: S_WITHIN takes two values, not 1
            S_WITHIN(geometry, POINT(200 1))     | at character 20: longitude
            S_WITHIN(footprint, POLYGON((0 0,2 2,2 0,0 2,0 0))) | at character 21: the geometry is not valid
            T_DURING(event_date, INTERVAL('2020-01-02', '2020-01-01')) | at character 22: an interval must not end before it starts
            low + title = 3                      | at character 5: "+" takes two numbers, not a text
            low = 1e999                          | at character 7: the number "1e999" is too large
            {"op":"and","args":[true,{"op":"=","args":[{"property":"nix"},1]}]} | at "/args/1/args/0": there is no property "nix"
            {"op":"s_near","args":[]}            | at "": there is no function "s_near"
            {"op":"between","args":[{"property":"low"},1]} | "between" takes 3 args, not 2
            {"op":                               | the filter is not JSON that can be read
            """)
    void refusalsSayWhereAndWhatWasExpected(String filter, String message) {
        String told = Refusal.messageOf(FilterException.class, () -> Cql2.parse(filter));
        assertTrue(told.startsWith(message) || told.contains(message), told);
    }

    @Test
    void bombsAreRefusedBeforeTheyCostAnything() {
        String deep = "(".repeat(10_000) + "low = 1" + ")".repeat(1_000);
        assertTrue(refusal(deep).contains("nested more than 50 deep"), refusal(deep));
        String not = "NOT ".repeat(2_000) + "low = 1";
        assertTrue(refusal(not).contains("nested more than 50 deep"), refusal(not));
        String power = "low = " + "2 ^ ".repeat(2_000) + "2";
        assertTrue(refusal(power).contains("nested more than 50 deep"), refusal(power));
        String broad = "low = 1" + " OR low = 1".repeat(900);
        assertTrue(refusal(broad).contains("asks too much"), refusal(broad));
        String listed = "low IN (1" + ",1".repeat(5_000) + ")";
        assertTrue(refusal(listed).contains("asks too much"), refusal(listed));
        String wild = "title LIKE '" + "%a".repeat(100) + "'";
        assertTrue(refusal(wild).contains("20 times %"), refusal(wild));
        String lengthy = "title = '" + "a".repeat(30_000) + "'";
        assertTrue(refusal(lengthy).contains("at most 20000"), refusal(lengthy));
        String nested = "{\"op\":\"not\",\"args\":[".repeat(500) + "true" + "]}".repeat(500);
        assertTrue(refusal(nested).contains("not JSON that can be read"), refusal(nested));
        String json = "{\"op\":\"not\",\"args\":[".repeat(52) + "true" + "]}".repeat(52);
        assertTrue(refusal(json).contains("nested more than 50 deep"), refusal(json));
    }

    private static String refusal(String filter) {
        return Refusal.messageOf(FilterException.class, () -> Cql2.parse(filter));
    }

    @Test
    void anyTextIsReadOrRefusedNeverAFailureOfTheProgram() {
        List<String> words = List.of(
                "low",
                "=",
                "<",
                "(",
                ")",
                "[",
                "]",
                ",",
                "'a'",
                "1",
                "-",
                "^",
                "NOT",
                "AND",
                "OR",
                "IN",
                "LIKE",
                "IS",
                "NULL",
                "BETWEEN",
                "DATE",
                "INTERVAL",
                "POINT",
                "POLYGON",
                "BBOX",
                "S_WITHIN",
                "T_AFTER",
                "A_EQUALS",
                "CASEI",
                "geometry",
                "event_date",
                "title",
                "TRUE",
                "div",
                "\"high\"",
                "Z",
                "..",
                "'");
        long seed = 20_26_11_24;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            List<String> filter = new ArrayList<>();
            int length = 1 + random.nextInt(12);
            for (int j = 0; j < length; j++) {
                filter.add(words.get(random.nextInt(words.size())));
            }
            String text = String.join(" ", filter);
            try {
                Predicate read = Cql2.parse(text);
                assertEquals(read, Cql2.parse(Cql2.toText(read)), () -> "seed " + seed + ": " + text);
            } catch (FilterException refused) {
                assertTrue(String.valueOf(refused.getMessage()).startsWith("at character"), text);
            }
        }
    }

    @Test
    void geometriesComeInTheAxisOrderOfTheirSystem() {
        Predicate latitudeFirst = Cql2.parse(
                "S_INTERSECTS(geometry, POINT(50 36))",
                Cql2.Form.TEXT,
                CoordinateReferenceSystems.EPSG_4326,
                Queryables.ofEvents());
        assertEquals(Cql2.parse("S_INTERSECTS(geometry, POINT(36 50))"), latitudeFirst);
    }
}
