package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The front end's own checks: its tests under node, and its types. Skipped, and said so, where node is missing. */
class WebChecksIT {
    private static final Path WEB = Path.of("web");
    private static final int MINUTES = 5;

    private record Outcome(int code, String output) {}

    @Test
    void testsOfTheFrontEndPass() throws IOException, InterruptedException {
        assumeTrue(isThere("node"), "skipped: node is not installed");
        Outcome outcome = run(List.of("node", "--test"));
        assertEquals(0, outcome.code, outcome.output);
    }

    @Test
    void typesOfTheFrontEndAgree() throws IOException, InterruptedException {
        assumeTrue(isThere("npm"), "skipped: npm is not installed");
        if (!Files.isDirectory(WEB.resolve("node_modules").resolve("typescript"))) {
            Outcome installed =
                    run(List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"));
            assumeTrue(installed.code == 0, "skipped: the pinned compiler cannot be fetched: " + installed.output);
        }
        Outcome outcome = run(List.of("npm", "run", "--silent", "check"));
        assertEquals(0, outcome.code, outcome.output);
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return run(List.of(command, "--version")).code == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("web-checks", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(WEB.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " took longer than " + MINUTES + " minutes");
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
