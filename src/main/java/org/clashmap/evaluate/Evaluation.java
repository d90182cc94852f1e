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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.clashmap.evaluate.Scorecard.Section;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the scorers over gold reports ({@code .json}, scored together) and corpora ({@code .jsonl} or {@code .jsonl.gz},
 * one section each, the kind told by the fields of the first record). A corpus is read one line at a time. One thread.
 */
public final class Evaluation {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Function<Report, List<Event>> coder;
    private final Geoparser geoparser;
    private final OptionalInt limit;
    private final Consumer<String> progress;

    /**
     * @param limit how many records of each corpus are read at most, spread evenly; gold reports are always read whole
     * @param progress told the name of each file as it is begun
     */
    public Evaluation(EventCoder coder, Geoparser geoparser, OptionalInt limit, Consumer<String> progress) {
        this.coder = report -> coder.code(report).events();
        this.geoparser = geoparser;
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * @param paths files and folders; of a folder, the gold reports and corpora in it, by name
     * @param day the day of the evaluation
     * @throws IllegalArgumentException when a file is neither a gold report nor a corpus; says which
     */
    public Scorecard run(List<Path> paths, LocalDate day) {
        List<Path> files = paths.stream().flatMap(Evaluation::files).distinct().toList();
        List<Section> sections = new ArrayList<>();
        GoldScorer gold = new GoldScorer(coder);
        boolean hasGold = false;
        for (Path file : files) {
            if (name(file).endsWith(".json")) {
                progress.accept(name(file));
                gold.add(goldReport(file));
                hasGold = true;
            }
        }
        if (hasGold) {
            sections.add(gold.section());
        }
        for (Path file : files) {
            if (!name(file).endsWith(".json")) {
                progress.accept(name(file));
                sections.add(corpus(file));
            }
        }
        return new Scorecard(
                day.toString(),
                geoparser.gazetteer().version(),
                limit.isPresent() ? Integer.valueOf(limit.getAsInt()) : null,
                sections);
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Evaluation::isScored).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScored(Path file) {
        String name = name(file);
        return Files.isRegularFile(file)
                && (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"));
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }

    private static GoldReport goldReport(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!root.path("report").path("text").isString()
                    || !root.path("events").has("features")) {
                throw new IllegalArgumentException(
                        "\"" + file + "\" is no gold report: it needs \"report\" with \"text\", and \"events\"");
            }
            return GoldReport.parse(root);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("\"" + file + "\" is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Section corpus(Path file) {
        String section = name(file).replaceFirst("\\.jsonl(\\.gz)?$", "");
        try (BufferedReader lines = open(file)) {
            String line = lines.readLine();
            JsonNode first = line == null ? JSON.createObjectNode() : JSON.readTree(line);
            if (first.path("toponyms").isArray()) {
                ToponymScorer scorer = new ToponymScorer(geoparser);
                each(file, scorer::add);
                return scorer.section(section);
            }
            if (first.has("docdate")) {
                IncidentScorer scorer = new IncidentScorer(coder);
                each(file, scorer::add);
                return scorer.section(section);
            }
            if (first.path("event").has("lat") || first.path("places").isArray()) {
                PointScorer scorer = new PointScorer(coder, geoparser);
                each(file, scorer::add);
                return scorer.section(section);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("\"" + file + "\" is no JSON lines: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("\"" + file
                + "\" is no corpus that can be scored: its first record has none of \"toponyms\", \"docdate\", \"event\","
                + " \"places\"");
    }

    /**
     * Hands over the records one by one; of a limited run, as many as are wanted, spread evenly over the file. A record
     * that cannot be read is told and left out.
     */
    private void each(Path file, Consumer<JsonNode> scorer) throws IOException {
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

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream stream = name(file).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
