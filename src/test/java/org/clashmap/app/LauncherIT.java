package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script as a user starts it. Runs after packaging, so that the jar is there and the script builds nothing. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("clashmap").toAbsolutePath();

    @Test
    @Timeout(120)
    void launcherRunsTheProgramFromAnyFolderAndAlphabet(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("target", "clashmap.jar")), "no jar is built yet");
        Path input = Files.writeString(folder.resolve("вхід.jsonl"), "{\"id\":\"ї\",\"text\":\"Тиша.\"}\n");
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "geoparse", "--jsonl", input.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        Run run = run(builder.directory(folder.toFile()));
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("\"id\":\"ї\""), run.output());
        assertTrue(run.output().contains("\"toponyms\":[]"), run.output());
    }

    @Test
    @Timeout(60)
    void jdkIsFoundWithoutAnySetting() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString(), "--check-jdk");
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_HOME"));
        assertEquals(0, run(builder).exitCode());
    }

    private record Run(int exitCode, String output) {}

    private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
