package org.clashmap.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.clashmap.evaluate.ToponymScorer.Gold;
import org.clashmap.extract.toponym.NameModelLearner;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.WeightLearner;
import org.clashmap.geocode.Weights;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;

/** Learns the weights of toponym resolution from corpora with annotated toponyms or with the points of events. */
public final class Training {
    private final Gazetteer gazetteer;
    private final WeightLearner learner;
    private final Corpora corpora;
    private final Consumer<String> progress;

    /** @param limit how many records of each corpus are read at most, spread evenly */
    public Training(Gazetteer gazetteer, OptionalInt limit, Consumer<String> progress) {
        this.gazetteer = gazetteer;
        this.learner = new WeightLearner(gazetteer);
        this.corpora = new Corpora(limit, progress);
        this.progress = progress;
    }

    /**
     * @param paths corpora and folders of them; records of other kinds are passed over
     * @throws IllegalStateException when no record has a place to learn from
     */
    public Weights run(List<Path> paths) {
        each(paths, this::add);
        return learner.learn();
    }

    /**
     * The table of the model that says which names are places.
     *
     * @param paths corpora with annotated toponyms and folders of them; records of other kinds are passed over
     * @throws IllegalStateException when no record has annotated toponyms
     */
    public String runNames(List<Path> paths) {
        NameModelLearner names = new NameModelLearner(gazetteer);
        each(paths, record -> {
            if (record.path("toponyms").isArray()) {
                String text = record.path("text").asString();
                names.add(
                        AnalysedText.of(text, Language.EN),
                        ToponymScorer.golds(record, text).stream()
                                .map(Gold::span)
                                .toList());
            }
        });
        return names.learn();
    }

    private void each(List<Path> paths, Consumer<JsonNode> record) {
        for (Path file : Corpora.files(paths)) {
            if (!Corpora.isGoldReport(file)) {
                progress.accept("reading " + Corpora.name(file));
                try {
                    corpora.each(file, record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        progress.accept("learning");
    }

    private void add(JsonNode record) {
        String text = record.path("text").asString();
        if (record.path("toponyms").isArray()) {
            List<Gold> golds = ToponymScorer.golds(record, text);
            learner.add(
                    AnalysedText.of(text, Language.EN),
                    golds.stream().map(Gold::span).toList(),
                    golds.stream()
                            .map(gold -> Optional.ofNullable(gold.point()))
                            .toList());
        } else if (PointScorer.hasPoints(record)) {
            learner.addEvent(AnalysedText.of(text, Corpora.languageOf(text)), PointScorer.points(record));
        }
    }
}
