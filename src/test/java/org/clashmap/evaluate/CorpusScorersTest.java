package org.clashmap.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.clashmap.event.EventCoder;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geocode.Geoparser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small corpora of own sentences, read with the repository's gazetteer. */
class CorpusScorersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String TOPONYMS = """
            {"id":"a","text":"\uD83C\uDF0A The flood reached Bankass and Douentza in Mali.","toponyms":[\
            {"start":20,"end":27,"name":"Bankass","lat":14.07,"lon":-3.5},\
            {"start":32,"end":40,"name":"Douentza","lat":15.0,"lon":-2.95},\
            {"start":44,"end":48,"name":"Mali","lat":null,"lon":null}]}
            """;

    @TempDir
    private Path folder;

    private final Geoparser geoparser = new Geoparser(Geodata.shared());

    @Test
    void toponymsAreScoredByCodePointsAndOverThoseWithCoordinates() throws IOException {
        Scorecard.Section scores = only(write("towns.jsonl", TOPONYMS));
        assertEquals("towns", scores.name());
        assertEquals(1, value(scores, "end_to_end_recall"));
        assertEquals(2, scores.find("end_to_end_recall").orElseThrow().of());
        assertEquals(1, value(scores, "recognition_f1_exact"));
        assertEquals(1, value(scores, "resolution_161km"));
    }

    @Test
    void aToponymFarFromTheGoldDoesNotCountAsFound() throws IOException {
        Scorecard.Section scores = only(write("towns.jsonl", TOPONYMS.replace("15.0", "45.0")));
        assertEquals(0.5, value(scores, "end_to_end_recall"));
        assertEquals(1, value(scores, "recognition_f1_overlap"));
    }

    @Test
    void linesArePlacedWithoutBeingToldTheCountry() throws IOException {
        Scorecard.Section scores = only(write("lines.jsonl", """
                {"id":"1","text":"Mine kills two soldiers near Douentza, Mali","date":"2024-08-20","event":{"lat":15.0,"lon":-2.95}}
                {"id":"2","text":"Удар по Чугуєву","date":"20240820","places":[{"lat":1,"lon":1},{"lat":49.84,"lon":36.69}]}
                {"id":"3","text":"Nothing is named here","date":"2024-08-20","event":{"lat":15.0,"lon":-2.95}}
                """));
        assertEquals(2.0 / 3, value(scores, "within_25km"), 1e-9);
        assertEquals(2.0 / 3, value(scores, "placed"), 1e-9);
        assertTrue(value(scores, "median_km") < 25);
    }

    @Test
    void aBadRecordIsToldAndLeftOut() throws IOException {
        List<String> told = new ArrayList<>();
        Path file = write("lines.jsonl", """
                {"id":"1","text":"Mine kills two soldiers near Douentza, Mali","date":"2024-08-20","event":{"lat":15.0,"lon":-2.95}}
                {"id":"2","text":"Mine kills two","date":"no day","event":{"lat":15.0,"lon":-2.95}}
                """);
        Scorecard scores = evaluation(OptionalInt.empty(), told).run(List.of(file), DAY);
        assertEquals(1, scores.sections().getFirst().records());
        assertTrue(told.getLast().contains("record 2"), told.toString());
    }

    @Test
    void aLimitedRunTakesItsRecordsFromTheWholeFile() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            lines.append("{\"id\":\"").append(i).append("\",\"text\":\"x\",\"date\":\"");
            lines.append(i % 5 == 0 ? "bad" : "2024-01-01");
            lines.append("\",\"event\":{\"lat\":0,\"lon\":0}}\n");
        }
        List<String> told = new ArrayList<>();
        evaluation(OptionalInt.of(2), told).run(List.of(write("lines.jsonl", lines.toString())), DAY);
        assertEquals(3, told.size(), told.toString());
        assertTrue(told.getLast().contains("record 10"), told.toString());
    }

    @Test
    void aFileThatIsNoCorpusIsRefusedByName() throws IOException {
        Path file = write("other.jsonl", "{\"a\":1}\n");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> only(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("other.jsonl"));
    }

    @Test
    void scoresComeBackFromJsonAsTheyWere() throws IOException {
        Scorecard scores =
                evaluation(OptionalInt.of(3), new ArrayList<>()).run(List.of(write("towns.jsonl", TOPONYMS)), DAY);
        assertEquals(scores.toJson(), Scorecard.parse(scores.toJson()).toJson());
        assertEquals(3, Scorecard.parse(scores.toJson()).limit());
    }

    private Scorecard.Section only(Path file) {
        return evaluation(OptionalInt.empty(), new ArrayList<>())
                .run(List.of(file), DAY)
                .sections()
                .getFirst();
    }

    private Evaluation evaluation(OptionalInt limit, List<String> told) {
        return new Evaluation(new EventCoder(geoparser), geoparser, limit, told::add);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static double value(Scorecard.Section section, String metric) {
        return section.find(metric).orElseThrow().value();
    }
}
