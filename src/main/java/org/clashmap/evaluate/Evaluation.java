package org.clashmap.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clashmap.evaluate.Scorecard.Section;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;
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
    private final Corpora corpora;
    private final Function<Report, CodedReport> whole;
    private final @Nullable Supplier<EventStore> stores;

    /**
     * @param limit how many records of each corpus are read at most, spread evenly; gold reports are always read whole
     * @param progress told the name of each file as it is begun
     */
    public Evaluation(EventCoder coder, Geoparser geoparser, OptionalInt limit, Consumer<String> progress) {
        this(coder, geoparser, limit, progress, null);
    }

    /** @param stores opens an empty store, in which reports on the same events are put together; null to leave that out */
    public Evaluation(
            EventCoder coder,
            Geoparser geoparser,
            OptionalInt limit,
            Consumer<String> progress,
            @Nullable Supplier<EventStore> stores) {
        this.whole = coder::code;
        this.stores = stores;
        this.coder = report -> coder.code(report).events();
        this.geoparser = geoparser;
        this.limit = limit;
        this.progress = progress;
        this.corpora = new Corpora(limit, progress);
    }

    /**
     * @param paths files and folders; of a folder, the gold reports and corpora in it, by name
     * @param day the day of the evaluation
     * @throws IllegalArgumentException when a file is neither a gold report nor a corpus; says which
     */
    public Scorecard run(List<Path> paths, LocalDate day) {
        List<Path> files = Corpora.files(paths);
        List<Section> sections = new ArrayList<>();
        GoldScorer gold = new GoldScorer(coder);
        boolean hasGold = false;
        for (Path file : files) {
            if (Corpora.isGoldReport(file) && !Corpora.isGrouping(file)) {
                progress.accept(Corpora.name(file));
                gold.add(goldReport(file));
                hasGold = true;
            }
        }
        if (hasGold) {
            sections.add(gold.section());
        }
        for (Path file : files) {
            if (Corpora.isGrouping(file)) {
                if (stores != null) {
                    progress.accept(Corpora.name(file));
                    sections.add(GroupingScorer.score(file, whole, stores));
                }
            } else if (!Corpora.isGoldReport(file)) {
                progress.accept(Corpora.name(file));
                sections.add(corpus(file));
            }
        }
        return new Scorecard(
                day.toString(),
                geoparser.gazetteer().version(),
                limit.isPresent() ? Integer.valueOf(limit.getAsInt()) : null,
                sections);
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
        String section = Corpora.name(file).replaceFirst("\\.jsonl(\\.gz)?$", "");
        try (BufferedReader lines = Corpora.open(file)) {
            String line = lines.readLine();
            JsonNode first = line == null ? JSON.createObjectNode() : JSON.readTree(line);
            if (first.has("report") && first.path("events").has("features")) {
                // What people decided about stored reports, as the desk gives it out.
                GoldScorer scorer = new GoldScorer(coder);
                corpora.each(file, record -> scorer.add(GoldReport.parse(record)));
                return scorer.section();
            }
            if (first.path("toponyms").isArray()) {
                ToponymScorer scorer = new ToponymScorer(geoparser);
                corpora.each(file, scorer::add);
                return scorer.section(section);
            }
            if (first.has("docdate")) {
                IncidentScorer scorer = new IncidentScorer(coder);
                corpora.each(file, scorer::add);
                return scorer.section(section);
            }
            if (PointScorer.hasPoints(first)) {
                PointScorer scorer = new PointScorer(coder, geoparser);
                corpora.each(file, scorer::add);
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
}
