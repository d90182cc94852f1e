package org.clashmap.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.clashmap.text.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads corpora ({@code .jsonl}, {@code .jsonl.gz}) one record at a time, all of them or a sample spread evenly. */
final class Corpora {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OptionalInt limit;
    private final Consumer<String> progress;

    /** @param limit how many records of each corpus are read at most */
    Corpora(OptionalInt limit, Consumer<String> progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** The files themselves; of a folder, the gold reports and corpora in it, by name. */
    static List<Path> files(List<Path> paths) {
        return paths.stream().flatMap(Corpora::files).distinct().toList();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Corpora::isScored).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScored(Path file) {
        String name = name(file);
        return Files.isRegularFile(file)
                && (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"));
    }

    /** A report coded by hand rather than a corpus. */
    static boolean isGoldReport(Path file) {
        return name(file).endsWith(".json");
    }

    /** Reports on the same events with the groups that a person makes of them, by its name. */
    static boolean isGrouping(Path file) {
        return name(file).endsWith("groups.json");
    }

    static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }

    /** The records do not say their language; the alphabet does: Ukrainian has four letters that Russian lacks. */
    static Language languageOf(String text) {
        boolean cyrillic =
                text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        if (!cyrillic) {
            return Language.EN;
        }
        return text.codePoints().anyMatch(c -> "іїєґІЇЄҐ".indexOf(c) >= 0) ? Language.UK : Language.RU;
    }

    /**
     * Hands over the records one by one; of a limited run, as many as are wanted, spread evenly over the file. A record
     * that cannot be read is told and left out.
     */
    void each(Path file, Consumer<JsonNode> scorer) throws IOException {
        long total = limit.isPresent() ? count(file) : 0;
        long wanted = limit.orElse(0);
        try (BufferedReader lines = open(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                boolean chosen = total <= wanted || number * wanted / total > (number - 1) * wanted / total;
                if (chosen) {
                    try {
                        scorer.accept(JSON.readTree(line));
                    } catch (JacksonException | DateTimeException | IllegalArgumentException bad) {
                        progress.accept("record " + number + " left out: " + bad.getMessage());
                    }
                }
            }
        }
    }

    private static long count(Path file) throws IOException {
        try (BufferedReader lines = open(file)) {
            return lines.lines().count();
        }
    }

    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream stream = name(file).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
