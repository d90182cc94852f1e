package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a question to the gazetteer costs, beside Lucene on the same names in the same run. Names and positions are those of
 * 4,096 settlements drawn with a fixed seed; a call asks for the next of them, so that no cache holds them all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GazetteerBenchmark {
    private static final int QUESTIONS = 4_096;
    private static final double REVERSE_METERS = 15_000;
    private static final int ANSWERS = 5;

    private Gazetteer gazetteer;
    private NameTable names;
    private LuceneNames lucene;
    private final String[] spelling = new String[QUESTIONS];
    private final String[] key = new String[QUESTIONS];
    private final BytesRef[] bytes = new BytesRef[QUESTIONS];
    private final String[] slip = new String[QUESTIONS];
    private final LonLat[] position = new LonLat[QUESTIONS];
    private int next;

    /** Loads the gazetteer and asks Lucene to index the same. */
    @Setup
    public void load() throws IOException {
        Path geodata = Path.of(System.getProperty("clashmap.home", "")).resolve("geodata");
        gazetteer = CompactGazetteer.load(geodata);
        Tables tables = Composition.of(geodata, new Layers(List.of())).tables();
        names = tables.names();
        lucene = new LuceneNames(tables);
        PlaceTable places = tables.places();
        List<Integer> settlements = new ArrayList<>();
        for (int row = 0; row < places.count(); row++) {
            if (places.isSettlement(row) && places.precisionOf(row) == PlacePrecision.POINT) {
                settlements.add(row);
            }
        }
        Random random = new Random(1);
        for (int i = 0; i < QUESTIONS; i++) {
            int row = settlements.get(random.nextInt(settlements.size()));
            spelling[i] = names.spelling(places.firstNameOf(row));
            key[i] = NameKeys.fold(spelling[i]);
            bytes[i] = new BytesRef(key[i]);
            slip[i] = withSlip(key[i], random);
            position[i] = new LonLat(
                    Math.clamp(places.lonOf(row) + random.nextGaussian() * 0.1, -180.0, 180.0),
                    Math.clamp(places.latOf(row) + random.nextGaussian() * 0.1, -90.0, 90.0));
        }
        // Parts that are made when they are first asked for are not what is measured.
        gazetteer.search(SearchQuery.of("kyiv", 1));
        gazetteer.near(position[0], REVERSE_METERS, 1);
        gazetteer.findAdmin1At(position[0]);
    }

    /** A key with one letter but the first replaced; short ones as they are. */
    private static String withSlip(String key, Random random) {
        if (key.length() < 5) {
            return key;
        }
        int wrong = 1 + random.nextInt(key.length() - 1);
        return key.substring(0, wrong) + 'x' + key.substring(wrong + 1);
    }

    private int next() {
        next = (next + 1) & (QUESTIONS - 1);
        return next;
    }

    /** From a folded key to the names that have it. */
    @Benchmark
    public int[] exactKey() {
        return names.find(key[next()]);
    }

    /** From a folded key to the number of one name. */
    @Benchmark
    public Long exactKeyLucene() throws IOException {
        return lucene.exact(bytes[next()]);
    }

    /** From a spelling to places, with all that a place tells. */
    @Benchmark
    public List<NameMatch> exactPlaces() {
        return gazetteer.lookup(spelling[next()], Language.EN);
    }

    /** Ten places for a name with one letter wrong. */
    @Benchmark
    public List<SearchHit> fuzzy() {
        return gazetteer.search(SearchQuery.of(slip[next()], 10));
    }

    /** Ten documents within one edit of the same, by Lucene's Levenshtein automaton. */
    @Benchmark
    public TopDocs fuzzyLucene() throws IOException {
        return lucene.fuzzy(slip[next()], 1);
    }

    /** The five nearest settlements within 15 km. */
    @Benchmark
    public List<Place> reverse() {
        return gazetteer.near(position[next()], REVERSE_METERS, ANSWERS);
    }

    /** The five nearest points of Lucene's tree. */
    @Benchmark
    public TopDocs reverseLucene() throws IOException {
        LonLat at = position[next()];
        return lucene.nearest(at.lat(), at.lon(), ANSWERS);
    }

    /** The first-order unit of a position. */
    @Benchmark
    public Optional<Place> admin1() {
        return gazetteer.findAdmin1At(position[next()]);
    }

    /** The country of a position. */
    @Benchmark
    public Optional<Place> country() {
        return gazetteer.hierarchy().findCountryAt(position[next()]);
    }
}
