package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clashmap.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotIT {
    @TempDir
    Path folder;

    private Path geodata;
    private Path snapshots;
    private Path snapshot;

    @BeforeEach
    void writeTables() throws IOException {
        geodata = SmallGeodata.base(folder.resolve("geodata")).write();
        snapshots = folder.resolve("snapshots");
        snapshot = snapshots.resolve("gazetteer.snapshot");
    }

    @Test
    void gazetteerFromASnapshotAnswersAsTheOneFromTables() {
        String fromTables = answers(CompactGazetteer.load(geodata));
        assertEquals(fromTables, answers(CompactGazetteer.load(geodata, snapshots)), "when it makes the snapshot");
        assertTrue(fromTables.contains("1924–2016"), fromTables);
        assertTrue(fromTables.contains("gn:102") && fromTables.contains("gnp:UA-1-rozdol"), fromTables);
        assertEquals(fromTables, answers(CompactGazetteer.load(geodata, snapshots)), "when it takes the snapshot");
    }

    @Test
    void snapshotIsTakenWithoutReadingTheTables() throws IOException {
        String before = answers(CompactGazetteer.load(geodata, snapshots));
        Files.delete(geodata.resolve("places/UA.tsv.gz"));
        assertEquals(before, answers(CompactGazetteer.load(geodata, snapshots)));
    }

    @Test
    void snapshotOfThousandsOfPlacesIsWhole() {
        Path large = Path.of("geodata");
        String before = answers(CompactGazetteer.load(large, snapshots));
        assertEquals(before, answers(CompactGazetteer.load(large, snapshots)));
        assertEquals(answers(Geodata.shared()), before);
    }

    @Test
    void changedManifestMakesANewSnapshot() throws IOException {
        CompactGazetteer.load(geodata, snapshots);
        byte[] old = Files.readAllBytes(snapshot);
        new SmallGeodata(geodata, "1.other")
                .layer('g', "geonames", "GeoNames", "CC BY 4.0")
                .table("UA", "7\tPPL\t50\t30\t\tpg\tNovyna|+Новина")
                .write();
        assertEquals("1.other", CompactGazetteer.load(geodata, snapshots).version());
        assertTrue(CompactGazetteer.load(geodata, snapshots).find("gn:7").isPresent());
        assertTrue(!Arrays.equals(old, Files.readAllBytes(snapshot)));
    }

    @Test
    void damagedSnapshotIsReplaced() throws IOException {
        String before = answers(CompactGazetteer.load(geodata, snapshots));
        byte[] whole = Files.readAllBytes(snapshot);
        List<byte[]> damaged = new ArrayList<>();
        for (int at : new int[] {0, 9, 16, whole.length / 2, whole.length - 9}) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x41;
            damaged.add(bytes);
        }
        damaged.add(new byte[0]);
        damaged.add(Arrays.copyOf(whole, whole.length / 2 / 8 * 8));
        damaged.add(Arrays.copyOf(whole, whole.length - 3));
        damaged.add(Arrays.copyOf(whole, whole.length + 8));
        for (byte[] bytes : damaged) {
            Files.write(snapshot, bytes);
            assertEquals(before, answers(CompactGazetteer.load(geodata, snapshots)));
            assertArrayEquals(whole, Files.readAllBytes(snapshot));
        }
    }

    @Test
    void placeWhereNoSnapshotCanBeWrittenCostsOnlyTime() throws IOException {
        Path taken = Files.writeString(folder.resolve("a-file"), "in the way");
        assertEquals(answers(CompactGazetteer.load(geodata)), answers(CompactGazetteer.load(geodata, taken)));
    }

    @Test
    void nothingHalfWrittenIsLeftBehind() throws IOException {
        CompactGazetteer.load(geodata, snapshots);
        try (Stream<Path> files = Files.list(snapshots)) {
            assertEquals(List.of(snapshot), files.toList());
        }
    }

    private static String answers(Gazetteer gazetteer) {
        List<Object> answers = new ArrayList<>(List.of(gazetteer.version(), gazetteer.credits()));
        for (String id : List.of("ne:UA", "gn:102", "gnp:UA-1-rozdol", "gn:UA.05.1412", "gn:1", "x")) {
            answers.add(gazetteer.find(id));
            gazetteer.find(id).ifPresent(place -> answers.add(gazetteer.names(place, Language.UK)));
        }
        for (String name : List.of("Тарасівка", "Bilohorivka", "Тарасовке", "Ukraine", "Stara Bila", "Nowhere")) {
            answers.add(gazetteer.lookup(name, Language.UK));
            answers.add(gazetteer.lookupWithin(name, Language.RU, "ne:UA-14"));
            answers.add(gazetteer.isNamePrefix(name));
        }
        answers.add(gazetteer.findIso3("UA"));
        answers.add(gazetteer.findByDemonym("Ukrainians", Language.EN));
        return answers.toString();
    }
}
