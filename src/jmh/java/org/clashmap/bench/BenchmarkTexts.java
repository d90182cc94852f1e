package org.clashmap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts that geoparsers are timed on. English ones, since CLAVIN reads no other language. */
record BenchmarkTexts(String source, List<String> texts) {
    /** A corpus is read so far: enough for figures that repeat, and a run of minutes. */
    private static final int MOST_TEXTS = 300;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    BenchmarkTexts {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("no texts in " + source);
        }
    }

    /** The English reports of the repository: few and short, so that figures need no corpus, but say less. */
    static BenchmarkTexts ownReports(Path home) throws IOException {
        JsonNode gold = JSON.readTree(Files.readString(home.resolve("src/test/resources/gold/g01.json")));
        return new BenchmarkTexts(
                "the English reports of the repository",
                List.of(
                        Files.readString(home.resolve("src/main/resources/sample/report.txt")),
                        gold.at("/report/text").asString()));
    }

    /**
     * The first texts of a corpus.
     *
     * @param file JSON Lines with a {@code text} each, plain or {@code .gz}
     */
    static BenchmarkTexts ofCorpus(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && texts.size() < MOST_TEXTS; line = lines.readLine()) {
                texts.add(JSON.readTree(line).path("text").asString());
            }
        }
        return new BenchmarkTexts(file.getFileName() + ", first " + texts.size(), texts);
    }

    /** Code points in all texts. */
    long characters() {
        return texts.stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
    }
}
