package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.clashmap.event.EventCoder;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geocode.Geoparser;
import org.junit.jupiter.api.Test;

/**
 * Holds the scores at or above those of {@code docs/scores.json}: over the invented reports of this repository always, and
 * over the reports and corpora beside the checkout where they are ({@code ../shared}, or the system property
 * {@code clashmap.shared}), of which a sample is read.
 *
 * <p>{@code mvn verify -Dit.test=EvaluationBaselineIT -Dclashmap.baseline=write} writes the file anew instead.
 */
class EvaluationBaselineIT {
    private static final Path BASELINE = Path.of("docs/scores.json");
    private static final List<Path> OWN_GOLD =
            List.of(Path.of("src/test/resources/gold"), Path.of("src/test/resources/gold-own"));
    private static final String OWN_SECTION = "gold_own";
    private static final int SAMPLE = 80;
    private static final double TOLERANCE = 0.005;
    private static final List<String> HEADLINES = List.of(
            "event_f1",
            "required_recall",
            "trap_rate",
            "forbidden_points",
            "end_to_end_recall",
            "recognition_f1_overlap",
            "resolution_161km",
            "within_25km");

    private static final Path SHARED = Path.of(System.getProperty("clashmap.shared", "../shared"));

    private final Geoparser geoparser = new Geoparser(Geodata.shared());

    @Test
    void ownReportsScoreNoWorseThanTheBaseline() throws IOException {
        assumeFalse(isWriting(), "skipped: the baseline is being written");
        check(ownScores());
    }

    @Test
    void sharedReportsAndCorporaScoreNoWorseThanTheBaseline() throws IOException {
        assumeTrue(
                Files.isDirectory(SHARED.resolve("gold")) && Files.isDirectory(SHARED.resolve("corpora")),
                "skipped: there are no gold reports and corpora in \"" + SHARED
                        + "\"; only the repository's own reports are scored");
        Scorecard scores = run(List.of(SHARED.resolve("gold"), SHARED.resolve("corpora")));
        if (isWriting()) {
            List<Scorecard.Section> all = new ArrayList<>(ownScores().sections());
            all.addAll(scores.sections());
            write(new Scorecard(scores.evaluated(), scores.gazetteer(), SAMPLE, all));
        }
        check(scores);
    }

    private Scorecard ownScores() {
        Scorecard scores = run(OWN_GOLD);
        Scorecard.Section gold = scores.sections().getFirst();
        Scorecard.Section own = new Scorecard.Section(
                OWN_SECTION, "Own invented reports coded by hand", gold.records(), gold.metrics());
        return new Scorecard(scores.evaluated(), scores.gazetteer(), SAMPLE, List.of(own));
    }

    private Scorecard run(List<Path> paths) {
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        return new Evaluation(new EventCoder(geoparser), geoparser, OptionalInt.of(SAMPLE), file -> {})
                .run(paths, today);
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("clashmap.baseline"));
    }

    private static void write(Scorecard scores) throws IOException {
        Files.writeString(BASELINE, scores.toJson() + "\n");
    }

    private static void check(Scorecard scores) throws IOException {
        Scorecard baseline = Scorecard.parse(Files.readString(BASELINE));
        List<String> worse = new ArrayList<>();
        int compared = 0;
        for (Scorecard.Section section : scores.sections()) {
            Scorecard.Section before = baseline.find(section.name()).orElse(null);
            for (String name : before == null ? List.<String>of() : HEADLINES) {
                Scorecard.Metric now = section.find(name).orElse(null);
                Scorecard.Metric then =
                        before == null ? null : before.find(name).orElse(null);
                if (now != null && then != null) {
                    compared++;
                    if (isWorse(now, then.value())) {
                        worse.add(section.name() + " " + name + " " + now.value() + ", was " + then.value());
                    }
                }
            }
        }
        assertTrue(compared > 0, "nothing in " + BASELINE + " to compare with");
        assertEquals(List.of(), worse);
    }

    private static boolean isWorse(Scorecard.Metric now, double then) {
        return switch (now.unit()) {
            case SHARE -> now.value() < then - TOLERANCE;
            case ERROR_SHARE -> now.value() > then + TOLERANCE;
            case MISTAKES, KILOMETERS -> now.value() > then;
        };
    }
}
