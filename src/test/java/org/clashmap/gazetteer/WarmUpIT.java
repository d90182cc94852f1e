package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpIT {
    @TempDir
    Path folder;

    private Path geodata;
    private Gazetteer gazetteer;

    @BeforeEach
    void load() throws IOException {
        geodata = SmallGeodata.base(folder.resolve("geodata")).write();
        gazetteer = CompactGazetteer.load(geodata);
    }

    @Test
    void nothingIsReadFromDiskAfterwards() throws IOException {
        Path outlines = geodata.resolve("outlines.tsv.gz");
        Files.copy(Path.of("geodata/outlines.tsv.gz"), outlines);
        gazetteer.warmUp();
        Files.delete(outlines);
        assertTrue(gazetteer.findOutline("ne:UA-14").isPresent());
        assertEquals(
                "gn:102",
                gazetteer
                        .search(SearchQuery.of("Tarasiv", 1))
                        .getFirst()
                        .place()
                        .id());
    }

    @Test
    void whatIsMissingIsSaidAsByTheQuestionItself() {
        GeodataException warmUp = assertThrows(GeodataException.class, gazetteer::warmUp);
        GeodataException question = assertThrows(GeodataException.class, () -> gazetteer.findOutline("ne:UA-14"));
        assertEquals(question.getMessage(), warmUp.getMessage());
    }
}
