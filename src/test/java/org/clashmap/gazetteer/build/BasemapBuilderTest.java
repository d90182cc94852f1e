package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a whole base map from a world of two countries and Crimea. */
class BasemapBuilderTest {
    private static final List<String> FILES =
            List.of("overview.bin", "region.bin", "labels.tsv", "labels-near.tsv", "README.md");

    private static final String UNITS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"iso_3166_2":"UA-65","adm0_a3":"UKR","iso_a2":"UA","min_zoom":6.7},
             "geometry":{"type":"Polygon","coordinates":[[[30,46],[36,46],[36,47],[30,47],[30,46]]]}},
            {"type":"Feature","properties":{"iso_3166_2":"UA-43","adm0_a3":"RUS","iso_a2":"RU","min_zoom":6.7},
             "geometry":{"type":"Polygon","coordinates":[[[32,44],[36,44],[36,46],[30,46],[32,44]]]}},
            {"type":"Feature","properties":{"iso_3166_2":"RU-ROS","adm0_a3":"RUS","iso_a2":"RU","min_zoom":4.7},
             "geometry":{"type":"MultiPolygon","coordinates":[[[[36,46],[42,46],[42,47],[36,47],[36,46]]]]}}]}
            """;

    private static final String WATER = """
            {"type":"Topology","arcs":[[[31,47],[32,47],[32,48],[31,47]],[[30,49],[33,48],[34,46]]],
             "objects":{"lakes":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]]}]},
             "rivers":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[1]}]}}}
            """;

    private static final String CITIES = """
            1\tKramatorsk\tKramatorsk\tKramators'k,Краматорск,Краматорска,Краматорськ\t49.98\t36.25\tP\tPPLA\tUA\t\t07\t\t\t\t1430000\t\t1\tz\td
            2\tAbandoned\tAbandoned\t\t49.0\t36.0\tP\tPPLQ\tUA\t\t07\t\t\t\t900000\t\t1\tz\td
            3\tN'Djamena’s Hill\tx\t\t12.1\t15.0\tP\tPPLC\tTD\t\t1\t\t\t\t1000\t\t1\tz\td
            """;

    @TempDir
    Path folder;

    @Test
    void equalSourcesGiveEqualBytes() throws IOException {
        Path one = geodata("one");
        Path two = geodata("two");
        BasemapBuilder.build(one, BasemapBuilderTest::open);
        BasemapBuilder.build(two, BasemapBuilderTest::open);
        for (String file : FILES) {
            assertArrayEquals(read(one, file), read(two, file), file);
        }
    }

    @Test
    void crimeaIsPartOfUkrainesOutlineAndLabel() throws IOException {
        Path geodata = geodata("crimea");
        BasemapBuilder.build(geodata, BasemapBuilderTest::open);
        List<String> labels = Files.readAllLines(geodata.resolve("basemap/labels.tsv"));
        double latitude = labels.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[4].equals("UA"))
                .mapToDouble(cells -> Double.parseDouble(cells[3]))
                .findFirst()
                .orElseThrow();
        assertTrue(latitude < 46.2, "the widest part of Ukraine is Crimea with the strip north of it: " + latitude);
        assertEquals(2, labels.stream().filter(line -> line.startsWith("n\t")).count());
    }

    @Test
    void labelsKnowUkrainianAndRussianNamesAndLeaveOutAbandonedPlaces() throws IOException {
        Path geodata = geodata("labels");
        BasemapBuilder.build(geodata, BasemapBuilderTest::open);
        List<String> labels = Files.readAllLines(geodata.resolve("basemap/labels.tsv"));
        assertTrue(labels.contains("b\t3\t36.250\t49.980\tKramatorsk\tКраматорськ\tКраматорск"), labels::toString);
        assertTrue(labels.stream().anyMatch(line -> line.contains("\tN'Djamenas Hill\t")), labels::toString);
        assertTrue(labels.stream().noneMatch(line -> line.contains("Abandoned")));
    }

    @Test
    void namesByHandWinOverThoseChosen() throws IOException {
        Path geodata = geodata("hand");
        Files.writeString(geodata.resolve("overrides/basemap-names.tsv"), "1\tKramatorsk\tА\tБ\n");
        BasemapBuilder.build(geodata, BasemapBuilderTest::open);
        assertTrue(Files.readString(geodata.resolve("basemap/labels.tsv")).contains("\tKramatorsk\tА\tБ\n"));
    }

    @Test
    void theReadmeHasTheSumOfEveryFile() throws IOException {
        Path geodata = geodata("readme");
        BasemapBuilder.build(geodata, BasemapBuilderTest::open);
        String readme = Files.readString(geodata.resolve("basemap/README.md"));
        for (String file : FILES.subList(0, 4)) {
            assertTrue(readme.contains("| `" + file + "` |"), file);
        }
        assertTrue(readme.contains("CC BY 4.0"));
    }

    @Test
    void aMissingTableOfDisputesIsNamed() {
        assertThrows(
                NoSuchFileException.class,
                () -> BasemapBuilder.build(folder.resolve("nothing"), BasemapBuilderTest::open));
    }

    private Path geodata(String name) throws IOException {
        Path geodata = folder.resolve(name);
        Files.createDirectories(geodata.resolve("overrides"));
        Files.writeString(
                geodata.resolve("overrides/basemap-disputes.tsv"), "# comment\nUA-43\tUA\town\tresolution\tlink\n");
        Files.writeString(
                geodata.resolve("overrides/basemap-waters.tsv"), "4\t34\t43\tBlack Sea\tЧорне море\tЧёрное море\n");
        Files.writeString(geodata.resolve("overrides/basemap-names.tsv"), "");
        return geodata;
    }

    private static byte[] read(Path geodata, String file) throws IOException {
        return Files.readAllBytes(geodata.resolve("basemap").resolve(file));
    }

    private static InputStream open(String packageName, String version, String entry) throws IOException {
        String content = switch (packageName) {
            case BasemapBuilder.UNITS_PACKAGE -> UNITS;
            case BasemapBuilder.WATER_PACKAGE -> WATER;
            case BasemapBuilder.CITIES_PACKAGE -> CITIES;
            default -> throw new FileNotFoundException(packageName + "@" + version + " " + entry);
        };
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
