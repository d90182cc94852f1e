package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeodataIT {
    @TempDir
    Path folder;

    @Test
    void missingTablesNameTheFolderAndTheCommand() {
        assertRefused("is missing", folder.toString());
    }

    @Test
    void tablesOfAnotherFormatNameBothFormatsAndTheCommand() throws IOException {
        Files.writeString(folder.resolve(GeodataFormat.MANIFEST), "format\t0\nversion\t0.abc\n");
        assertRefused("format '0'", "format " + GeodataFormat.NUMBER);
    }

    @Test
    void damagedManifestNamesTheFile() throws IOException {
        Files.writeString(folder.resolve(GeodataFormat.MANIFEST), "format\t1\nlayer\tg\n");
        assertRefused(GeodataFormat.MANIFEST, "cannot be read");
    }

    @Test
    void tableThatTheManifestPromisesButIsNotThereIsNamed() throws IOException {
        Files.writeString(
                folder.resolve(GeodataFormat.MANIFEST),
                "format\t" + GeodataFormat.NUMBER + "\nversion\t1.x\nfile\tplaces/UA.tsv.gz\t1\tabc\n");
        assertRefused("UA.tsv.gz", "cannot be read");
    }

    private void assertRefused(String... parts) {
        GeodataException e = assertThrows(GeodataException.class, () -> CompactGazetteer.load(folder));
        for (String part : parts) {
            assertTrue(e.toString().contains(part), e.toString());
        }
        assertTrue(e.toString().endsWith("run ./clashmap gazetteer build"), e.toString());
    }
}
