package org.clashmap.geo;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static String json(@Nullable Geometry geometry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            GeoJson.write(json, geometry);
        }
        return text.toString();
    }

    private static @Nullable Geometry read(String json) {
        return GeoJson.read(MAPPER.readTree(json));
    }

    @Test
    void allKindsComeBackAsTheyWere() throws ParseException {
        for (String wkt : new String[] {
            "POINT (37.5 48.25)",
            "MULTIPOINT ((1 2), (3 4))",
            "LINESTRING (1 2, 3 4, 5 6)",
            "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
            "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"
        }) {
            Geometry geometry = new WKTReader().read(wkt);
            assertEquals(wkt, String.valueOf(read(json(geometry))));
        }
    }

    @Test
    void outerRingsRunCounterClockwiseAndHolesClockwise() throws ParseException {
        Geometry clockwise = new WKTReader().read("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))");
        assertEquals(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
                String.valueOf(read(json(clockwise))));
    }

    @Test
    void sixDecimalsAreWritten() throws ParseException {
        assertEquals(
                "{\"type\":\"Point\",\"coordinates\":[1.234568,-0.0]}".replace("-0.0", "0.0"),
                json(new WKTReader().read("POINT (1.23456789 -0.0000001)")));
    }

    @Test
    void noneAndEmptyAreNull() throws ParseException {
        assertEquals("null", json(null));
        assertEquals("null", json(new WKTReader().read("POLYGON EMPTY")));
        assertNull(read("null"));
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertTrue(messageOf(() -> read("{\"type\": \"Point\", \"coordinates\": [200, 10]}"))
                .contains("longitude 200.0"));
        assertTrue(messageOf(() -> read("{\"type\": \"Blob\", \"coordinates\": [2, 1]}"))
                .contains("Blob"));
        assertThrows(
                IllegalArgumentException.class, () -> read("{\"type\": \"Point\", \"coordinates\": [\"a\", \"b\"]}"));
        assertThrows(IllegalArgumentException.class, () -> read("{\"type\": \"Point\"}"));
    }
}
