package org.clashmap.gazetteer.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stored form of a layer, and that no half-written one is ever in place. */
class LayerWriterIT {
    private static final LayerInfo INFO = new LayerInfo(
            "test",
            new LayerInfo.Terms("Village survey", "CC BY 4.0", "https://example.org/"),
            Instant.parse("2026-11-01T00:00:00Z"),
            List.of(new LayerInfo.SourceFile("villages.csv", 120, "ab".repeat(32), null)));

    @TempDir
    private Path root;

    private static LayerPlace place(String id, double lat, double lon, StoredName... names) {
        return new LayerPlace(
                id,
                "PPL",
                new LayerPlace.Unit("UA", "05", "1412", ""),
                new LayerPlace.Position(new LonLat(lon, lat), PlacePrecision.POINT),
                0,
                List.of(names));
    }

    private LayerWriter.Stored store(LayerPlace... places) throws IOException {
        try (LayerWriter writer = LayerWriter.open(root, "test")) {
            for (LayerPlace place : places) {
                writer.add(place);
            }
            return writer.commit(INFO);
        }
    }

    private List<String> table(String country) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(root.resolve("test/places/" + country + ".tsv.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> list = Files.list(root)) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void rowsAreSortedIntoSectionsOfTheirUnits() throws IOException {
        store(
                place("user:b", 47.6, 37.6, StoredName.plain("Second"), new StoredName("Друге", NameMark.UKRAINIAN)),
                place("gn:12", 47.5, 37.5, StoredName.plain("First")));
        assertEquals(
                List.of(
                        "@05\t1412\t",
                        "user:b\tPPL\t47.6\t37.6\t\tpl\tSecond|+Друге",
                        "12\tPPL\t47.5\t37.5\t\tpl\tFirst"),
                table("UA"));
    }

    @Test
    void oneSettlementTwiceIsStoredOnceWithAllNames() throws IOException {
        LayerWriter.Stored stored = store(
                place("user:a", 47.5000, 37.5, StoredName.plain("Velyka Nova"), StoredName.plain("Wielka Nowa")),
                place("user:b", 47.5100, 37.5, new StoredName("Велика Нова", NameMark.UKRAINIAN)));
        assertEquals(new LayerWriter.Stored(1, 3, 1), stored);
        assertEquals(
                "user:a\tPPL\t47.5\t37.5\t\tpl\tVelyka Nova|Wielka Nowa|+Велика Нова",
                table("UA").getLast());
    }

    @Test
    void namesakesFurtherThanThreeKilometresApartStayTwo() throws IOException {
        assertEquals(
                2,
                store(
                                place("user:a", 47.50, 37.5, StoredName.plain("Nove")),
                                place("user:b", 47.53, 37.5, StoredName.plain("Nove")))
                        .places());
    }

    @Test
    void aFormerNameDoesNotFuse() throws IOException {
        assertEquals(
                2,
                store(
                                place("user:a", 47.5, 37.5, StoredName.plain("Nove")),
                                place(
                                        "user:b",
                                        47.5,
                                        37.501,
                                        StoredName.plain("Stare"),
                                        new StoredName("Nove", NameMark.HISTORIC)))
                        .places());
    }

    @Test
    void namesForPlacesOfTheBaseCarryNoPosition() throws IOException {
        try (LayerWriter writer = LayerWriter.open(root, "test")) {
            writer.add(new LayerNames("gn:691877", "UA", List.of(new StoredName("Тарасовка", NameMark.RUSSIAN))));
            writer.add(new LayerNames("gn:691877", "UA", List.of(new StoredName("Тарасівка", NameMark.UKRAINIAN))));
            writer.commit(INFO);
        }
        assertEquals(List.of("691877\t\t\t\t\tnl\t*Тарасовка|+Тарасівка"), table("UA"));
    }

    @Test
    void unitsComeBeforeTheirPlaces() throws IOException {
        LayerPlace unit = new LayerPlace(
                "gn:9",
                "ADM2",
                new LayerPlace.Unit("UA", "05", "", "1499"),
                new LayerPlace.Position(new LonLat(37, 47), PlacePrecision.AREA),
                0,
                List.of(StoredName.plain("Novyi Raion")));
        store(place("gn:1", 47.5, 37.5, StoredName.plain("First")), unit);
        assertEquals(
                List.of(
                        "@05\t\t",
                        "9\tADM2\t47\t37\t\tal\tNovyi Raion\t1499",
                        "@05\t1412\t",
                        "1\tPPL\t47.5\t37.5\t\tpl\tFirst"),
                table("UA"));
    }

    @Test
    void theManifestReadsBackAsWritten() throws IOException {
        store(place("user:a", 47.5, 37.5, StoredName.plain("Nove")));
        LayerManifest.Entry entry = LayerManifest.read(root.resolve("test"));
        assertEquals(INFO, entry.info());
        assertEquals(1, entry.places());
        assertFalse(entry.info().terms().isPrivate());
    }

    @Test
    void theSamePlacesGiveTheSameBytes() throws IOException {
        store(
                place("user:a", 47.5, 37.5, StoredName.plain("Nove")),
                place("user:b", 48, 37.5, StoredName.plain("Nove")));
        byte[] first = Files.readAllBytes(root.resolve("test/places/UA.tsv.gz"));
        String manifest = Files.readString(root.resolve("test/manifest.tsv"));
        store(
                place("user:b", 48, 37.5, StoredName.plain("Nove")),
                place("user:a", 47.5, 37.5, StoredName.plain("Nove")));
        assertEquals(manifest, Files.readString(root.resolve("test/manifest.tsv")));
        assertTrue(java.util.Arrays.equals(first, Files.readAllBytes(root.resolve("test/places/UA.tsv.gz"))));
    }

    @Test
    void anUncommittedLayerLeavesTheOldOneAlone() throws IOException {
        store(place("user:a", 47.5, 37.5, StoredName.plain("Nove")));
        try (LayerWriter writer = LayerWriter.open(root, "test")) {
            writer.add(place("user:b", 48, 37.5, StoredName.plain("Other")));
        }
        assertEquals(List.of("test"), folders());
        assertTrue(table("UA").getLast().endsWith("Nove"));
    }

    @Test
    void whatACutOffRunLeftIsClearedUp() throws IOException {
        store(place("user:a", 47.5, 37.5, StoredName.plain("Nove")));
        // Cut off between taking the old layer away and moving the new one into place, and while writing another.
        Files.move(root.resolve("test"), root.resolve(".old-test"));
        Files.createDirectories(root.resolve(".new-other/places"));
        LayerFolder layers = new LayerFolder(root);
        layers.change().close();
        assertEquals(List.of("test"), folders());
        assertEquals(List.of("test"), layers.names());
    }

    @Test
    void twoRunsCannotChangeTheLayersAtOnce() throws IOException {
        LayerFolder layers = new LayerFolder(root);
        try (LayerFolder.Change first = layers.change()) {
            assertTrue(first.channel().isOpen());
            LayerException refused = assertThrows(LayerException.class, layers::change);
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("another run"), String.valueOf(refused.getMessage()));
        }
        layers.change().close();
    }

    @Test
    void aNameThatIsNoFolderIsRefused() {
        for (String name : List.of("../evil", "", "Name", ".hidden", "a b", "x".repeat(61))) {
            assertThrows(LayerException.class, () -> LayerWriter.open(root, name), name);
        }
    }
}
