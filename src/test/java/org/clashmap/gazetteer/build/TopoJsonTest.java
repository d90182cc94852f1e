package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TopoJsonTest {
    /** Two squares that share an edge: the left one runs along arc 1, the right one along it backwards. */
    private static final String TWO_SQUARES = """
            {"type":"Topology","transform":{"scale":[0.5,0.25],"translate":[10,20]},
             "arcs":[[[2,0],[-2,0],[0,4],[2,0]],[[2,4],[0,-4]],[[2,0],[2,0],[0,4],[-2,0]]],
             "objects":{
               "areas":{"type":"GeometryCollection","geometries":[
                 {"type":"Polygon","arcs":[[0,1]]},
                 {"type":"MultiPolygon","arcs":[[[2,1]],[]]}]},
               "roads":{"type":"GeometryCollection","geometries":[
                 {"type":"LineString","arcs":[0]},
                 {"type":"MultiLineString","arcs":[[1],[-2]]}]}}}
            """;

    @Test
    void arcsAreUndoneFromDeltasAndQuantisation() throws IOException {
        double[][] ring = read(TWO_SQUARES).rings("areas").getFirst();
        assertEquals(5, ring.length);
        assertArrayEquals(new double[] {11, 20}, ring[0]);
        assertArrayEquals(new double[] {10, 20}, ring[1]);
        assertArrayEquals(new double[] {10, 21}, ring[2]);
        assertArrayEquals(new double[] {11, 21}, ring[3]);
        assertArrayEquals(ring[0], ring[4]);
    }

    @Test
    void aNegativeIndexRunsAnArcBackwards() throws IOException {
        double[][] forwards = read(TWO_SQUARES).lines("roads").get(1);
        double[][] backwards = read(TWO_SQUARES).lines("roads").get(2);
        assertArrayEquals(forwards[0], backwards[1]);
        assertArrayEquals(forwards[1], backwards[0]);
    }

    @Test
    void emptyPolygonsOfTheSourceAreLeftOut() throws IOException {
        assertEquals(2, read(TWO_SQUARES).rings("areas").size());
    }

    @Test
    void unquantisedTopologiesHaveAbsoluteCoordinates() throws IOException {
        TopoJson plain = read("""
                {"type":"Topology","arcs":[[[1.5,2.5],[3.25,4]]],
                 "objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[0]}]}}}
                """);
        assertArrayEquals(new double[] {3.25, 4}, plain.lines("a").getFirst()[1]);
    }

    @Test
    void otherJsonAndUnknownObjectsAreNamed() {
        refused("FeatureCollection", () -> read("{\"type\":\"FeatureCollection\"}"));
        refused("rivers", () -> read(TWO_SQUARES).lines("rivers"));
        assertThrows(IOException.class, () -> read(TWO_SQUARES).rings("roads"));
    }

    private static void refused(String named, Executable reading) {
        String message = assertThrows(IOException.class, reading).getMessage();
        assertTrue(message != null && message.contains(named), message);
    }

    private static TopoJson read(String json) throws IOException {
        return TopoJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
