package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackagesIT {
    @TempDir
    Path folder;

    @Test
    void opensAFileOfACachedPackageWithoutNpm() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of("a.txt", "x".repeat(700), "data/b.txt", "Тарасівка"));
        Tarballs.write(folder, "@scope/name", "1.2.3", files);
        NpmPackages packages = NpmPackages.in(folder, "no-such-command");
        try (InputStream in = packages.open("@scope/name", "1.2.3", "data/b.txt")) {
            assertEquals("Тарасівка", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (InputStream in = packages.open("@scope/name", "1.2.3", "a.txt")) {
            assertEquals(700, in.readAllBytes().length);
        }
    }

    @Test
    void namesTheMissingFile() throws IOException {
        Tarballs.write(folder, "name", "1.0.0", Map.of("a.txt", "x"));
        NpmPackages packages = NpmPackages.in(folder, "no-such-command");
        FileNotFoundException e =
                assertThrows(FileNotFoundException.class, () -> packages.open("name", "1.0.0", "b.txt"));
        assertTrue(e.toString().contains("b.txt in package name@1.0.0"), e.toString());
    }

    @Test
    void namesTheCommandWhenNpmIsMissing() {
        NpmPackages packages = NpmPackages.in(folder, "no-such-command");
        IOException e = assertThrows(IOException.class, () -> packages.open("name", "1.0.0", "a.txt"));
        assertTrue(e.toString().contains("'npm pack name@1.0.0' cannot be run: install npm"), e.toString());
    }

    @Test
    void namesTheCommandAndItsOutcomeWhenNpmFails() {
        NpmPackages packages = NpmPackages.in(folder, "false");
        IOException e = assertThrows(IOException.class, () -> packages.open("name", "1.0.0", "a.txt"));
        assertTrue(e.toString().contains("'npm pack name@1.0.0' failed (exit code 1)"), e.toString());
    }

    @Test
    void namesTheTarballThatIsDamaged() throws IOException {
        Files.writeString(folder.resolve("name-1.0.0.tgz"), "not a tarball");
        NpmPackages packages = NpmPackages.in(folder, "no-such-command");
        IOException e = assertThrows(IOException.class, () -> packages.open("name", "1.0.0", "a.txt"));
        assertTrue(e.toString().contains("name-1.0.0.tgz cannot be read"), e.toString());
    }
}
