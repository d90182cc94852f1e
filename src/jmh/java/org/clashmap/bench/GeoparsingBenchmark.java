package org.clashmap.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.Resolution;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.LanguageGuess;

/**
 * How fast Clashmap geoparses, beside CLAVIN, in one process on one thread. Both know the same places and are warmed with the
 * texts they are timed on; then they take turns, so that what else the machine does falls on both. What counts is the
 * processor time of the thread, and beside it that of the whole process, which also collects garbage and compiles.
 *
 * <p>Not JMH: a round must hold both, and JMH runs one benchmark after the other and reads the clock.
 */
public final class GeoparsingBenchmark {
    private static final int ROUNDS = 15;
    private static final double WARMING_SECONDS = 12;

    /** Short, so that both contestants of a round find the machine as busy. */
    private static final double ROUND_SECONDS = 1;

    private static final double NANOSECONDS = 1e9;
    private static final int MEGABYTE = 1_000_000;

    private final BenchmarkTexts texts;

    private GeoparsingBenchmark(BenchmarkTexts texts) {
        this.texts = texts;
    }

    /** A geoparser with what it does to one text and the rounds it has behind it. */
    private record Contestant(String name, ToIntFunction<String> parser, List<Round> rounds) {}

    /**
     * @param found place names in all texts, each text once
     * @param threadSpeed characters per second of the thread's processor time
     * @param processSpeed the same of the process's
     */
    private record Round(int found, double threadSpeed, double processSpeed) {}

    /** With {@code -Dtexts=FILE}, on a corpus; {@code clashmap.home} is the folder of the repository. */
    public static void main(String... arguments) throws IOException, ReflectiveOperationException {
        Path home = Path.of(System.getProperty("clashmap.home", "")).toAbsolutePath();
        String corpus = System.getProperty("texts", "");
        BenchmarkTexts texts =
                corpus.isEmpty() ? BenchmarkTexts.ownReports(home) : BenchmarkTexts.ofCorpus(Path.of(corpus));
        new GeoparsingBenchmark(texts).compare(home);
    }

    private void compare(Path home) throws IOException, ReflectiveOperationException {
        Gazetteer gazetteer = CompactGazetteer.load(home.resolve("geodata"));
        Geoparser geoparser = new Geoparser(gazetteer);
        Contestant ours = new Contestant("Clashmap", text -> parse(geoparser, text), new ArrayList<>());
        round(ours, WARMING_SECONDS);
        long heap = heapInUse();
        long resolved = texts.texts().stream()
                .flatMap(text -> toponyms(geoparser, text).stream())
                .filter(toponym -> toponym.resolution() instanceof Resolution.Resolved)
                .count();

        Contestant clavin =
                new Contestant("CLAVIN", new Clavin(home.resolve("target/clavin")).open(gazetteer), new ArrayList<>());
        if (round(clavin, WARMING_SECONDS).found() == 0) {
            throw new IllegalStateException("CLAVIN finds nothing, so its index must be broken");
        }
        for (int number = 0; number < ROUNDS; number++) {
            // Neither is always the first.
            for (Contestant contestant : number % 2 == 0 ? List.of(ours, clavin) : List.of(clavin, ours)) {
                contestant.rounds().add(round(contestant, ROUND_SECONDS));
            }
        }
        print("%s: %d texts, %d characters", texts.source(), texts.texts().size(), texts.characters());
        print("heap in use with gazetteer and warm geoparser: %d MB", heap / MEGABYTE);
        print("Clashmap resolves %d of the names it finds", resolved);
        tell(ours);
        tell(clavin);
        print(
                "Clashmap is %.1f times as fast by the thread, %.1f times by the process (medians of %d rounds)",
                ratio(ours, clavin, Round::threadSpeed), ratio(ours, clavin, Round::processSpeed), ROUNDS);
    }

    private static int parse(Geoparser geoparser, String text) {
        return toponyms(geoparser, text).size();
    }

    /** From the bare text to places, as {@code ./clashmap geoparse} does it, but for place phrases, which CLAVIN has not. */
    private static List<Toponym> toponyms(Geoparser geoparser, String text) {
        return geoparser.parse(
                AnalysedText.of(text, LanguageGuess.of(text).language()));
    }

    /** Parses all texts, over and over, until so much processor time of the thread has passed. */
    private Round round(Contestant contestant, double seconds) {
        long threadStart = threadNanoseconds();
        long processStart = processNanoseconds();
        int passes = 0;
        int found;
        long thread;
        do {
            found = 0;
            for (String text : texts.texts()) {
                found += contestant.parser().applyAsInt(text);
            }
            passes++;
            thread = threadNanoseconds() - threadStart;
        } while (thread < seconds * NANOSECONDS);
        long process = processNanoseconds() - processStart;
        double characters = (double) texts.characters() * passes;
        return new Round(found, characters / thread * NANOSECONDS, characters / process * NANOSECONDS);
    }

    private static long threadNanoseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanoseconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** Bytes in use after collections, the second for what the first only marked as free to go. */
    private static long heapInUse() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void tell(Contestant contestant) {
        double[] speeds =
                contestant.rounds().stream().mapToDouble(Round::threadSpeed).sorted().toArray();
        print(
                "%s: %,.0f characters per second of the thread (rounds from %,.0f to %,.0f), %,.0f of the process; %d names found",
                contestant.name(),
                speed(contestant, Round::threadSpeed),
                speeds[0],
                speeds[speeds.length - 1],
                speed(contestant, Round::processSpeed),
                contestant.rounds().getLast().found());
    }

    private static double speed(Contestant contestant, ToDoubleFunction<Round> speed) {
        return median(contestant.rounds().stream().mapToDouble(speed).toArray());
    }

    /** The median of the rounds' ratios, not the ratio of medians: the machine may be slower in one round than in another. */
    private static double ratio(Contestant faster, Contestant slower, ToDoubleFunction<Round> speed) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(
                ratios,
                round -> speed.applyAsDouble(faster.rounds().get(round))
                        / speed.applyAsDouble(slower.rounds().get(round)));
        return median(ratios);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
