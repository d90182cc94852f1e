package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasemapArcsTest {
    private static final BasemapDisputes DISPUTES = disputes(
            "UA-43\tUA\town\tresolution 68/262\tlink",
            "UA-40\tUA\town\tresolution 68/262\tlink",
            "XK\tXK\tRS\tstatus\tlink");

    /** Squares of one degree side by side, from west to east. */
    private static final BasemapTerritory KHERSON = square("UA-65", "UKR", "UA", 0);

    private static final BasemapTerritory CRIMEA = square("UA-43", "RUS", "UA", 1);
    private static final BasemapTerritory SEVASTOPOL = square("UA-40", "RUS", "UA", 2);
    private static final BasemapTerritory KRASNODAR = square("RU-KDA", "RUS", "RU", 3);

    @Test
    void crimeaIsUkraineWhateverTheSourceSays() {
        assertEquals("UA", DISPUTES.countryOf("UA-43", "RUS", "RU"));
        assertEquals("UA", DISPUTES.countryOf("UA-40", "RUS", "RU"));
        assertEquals("RU", DISPUTES.countryOf("RU-KDA", "RUS", "RU"));
    }

    @Test
    void eachKindOfBorderIsToldFromItsTwoSides() {
        List<BasemapArcs.Arc> arcs = BasemapArcs.of(List.of(KHERSON, CRIMEA, SEVASTOPOL, KRASNODAR), DISPUTES);
        assertEquals(BasemapLine.DISPUTED, kindAt(arcs, 1));
        assertEquals(BasemapLine.ADMIN1, kindAt(arcs, 2));
        assertEquals(BasemapLine.COUNTRY, kindAt(arcs, 3));
        assertEquals(BasemapLine.LAND, kindAt(arcs, 0));
        assertEquals(BasemapLine.LAND, kindAt(arcs, 4));
    }

    @Test
    void eachSharedBorderIsThereOnce() {
        List<BasemapArcs.Arc> arcs = BasemapArcs.of(List.of(KHERSON, CRIMEA), DISPUTES);
        assertEquals(
                1, arcs.stream().filter(arc -> arc.kind != BasemapLine.LAND).count());
    }

    @Test
    void coastsJoinToOneRingAnticlockwise() {
        List<BasemapArcs.Arc> arcs = BasemapArcs.of(List.of(KHERSON, CRIMEA, SEVASTOPOL), DISPUTES);
        List<double[][]> rings = BasemapArcs.rings(arcs.stream()
                .filter(arc -> arc.kind == BasemapLine.LAND)
                .map(arc -> arc.points)
                .toList());
        assertEquals(1, rings.size());
        assertEquals(3, BasemapRings.area(rings.getFirst()), 1e-9);
        assertTrue(BasemapRings.isClosed(rings.getFirst()));
    }

    @Test
    void anIslandWithoutNeighboursIsAClosedArc() {
        List<BasemapArcs.Arc> arcs = BasemapArcs.of(List.of(KHERSON), DISPUTES);
        assertEquals(1, arcs.size());
        assertArrayEquals(arcs.getFirst().points[0], arcs.getFirst().points[4]);
    }

    @Test
    void wholeCountriesCanHaveDisputedNeighbours() {
        BasemapTerritory kosovo = square("XK-X01~", "KOS", "XK", 0);
        BasemapTerritory serbia = square("RS-00", "SRB", "RS", 1);
        BasemapTerritory albania = square("AL-01", "ALB", "AL", 1);
        assertTrue(DISPUTES.isDisputed(serbia, kosovo));
        assertFalse(DISPUTES.isDisputed(albania, kosovo));
        assertFalse(DISPUTES.isDisputed(kosovo, square("XK-X02~", "KOS", "XK", 1)));
    }

    @Test
    void simplifyingKeepsEndsSoThatBordersStillMeet() {
        double[][] line = {{0, 0}, {1, 0.001}, {2, 0}, {3, 0.4}, {4, 0}};
        double[][] simple = BasemapSimplifier.simplify(line, 0.01);
        assertArrayEquals(new double[][] {{0, 0}, {2, 0}, {3, 0.4}, {4, 0}}, simple);
        assertArrayEquals(new double[][] {{0, 0}, {4, 0}}, BasemapSimplifier.simplify(line, 10));
    }

    @Test
    void aRingNeverBecomesLessThanATriangle() {
        double[][] ring = {{0, 0}, {0.1, 0}, {0.1, 0.1}, {0, 0.1}, {0, 0}};
        assertTrue(BasemapSimplifier.simplify(ring, 100).length >= 4);
    }

    /** The kind of the arc that lies wholly on a meridian, or else of the one that touches it. */
    private static BasemapLine kindAt(List<BasemapArcs.Arc> arcs, double longitude) {
        return arcs.stream()
                .filter(arc -> Arrays.stream(arc.points).allMatch(point -> point[0] == longitude))
                .findFirst()
                .or(() -> arcs.stream()
                        .filter(arc -> Arrays.stream(arc.points).anyMatch(point -> point[0] == longitude))
                        .findFirst())
                .orElseThrow()
                .kind;
    }

    private static BasemapTerritory square(String unit, String source, String country, double west) {
        double[][] ring = {{west, 45}, {west + 1, 45}, {west + 1, 46}, {west, 46}, {west, 45}};
        return new BasemapTerritory(unit, source, country, 6, List.<double[][]>of(ring));
    }

    private static BasemapDisputes disputes(String... rows) {
        try {
            return BasemapDisputes.parse(List.of(rows));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
