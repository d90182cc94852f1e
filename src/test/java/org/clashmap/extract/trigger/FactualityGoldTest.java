package org.clashmap.extract.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clashmap.extract.Act;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.TriggerMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the gold reports where they lie beside the checkout, or where {@code clashmap.shared} says; else skipped. */
class FactualityGoldTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TriggerReader READER = new TriggerReader();
    private static final Set<Act> FIRE = EnumSet.of(
            Act.STRIKE, Act.SHELLING, Act.AIR_STRIKE, Act.DRONE_STRIKE, Act.MISSILE_STRIKE, Act.EXPLOSION, Act.GRENADE);
    private static final Map<String, Set<Act>> FITTING = Map.of(
            "Armed clash",
            EnumSet.of(Act.CLASH, Act.GROUND_ATTACK, Act.AMBUSH, Act.CAPTURE_OF_PEOPLE),
            "Air/drone strike",
            FIRE,
            "Shelling/artillery/missile attack",
            FIRE,
            "Government regains territory",
            EnumSet.of(Act.TERRITORY_RETAKEN, Act.TERRITORY_TAKEN),
            "Non-state actor overtakes territory",
            EnumSet.of(Act.TERRITORY_RETAKEN, Act.TERRITORY_TAKEN),
            "Remote explosive/landmine/IED",
            EnumSet.of(Act.IED_OR_MINE),
            "Attack",
            EnumSet.of(Act.ATTACK_ON_CIVILIANS, Act.KILLING));
    private static final Set<Act> VIOLENT = EnumSet.range(Act.CLASH, Act.TERRITORY_RETAKEN);

    private record Report(String name, String text, JsonNode gold, List<TriggerMention> mentions) {
        List<TriggerMention> asserted(JsonNode place) {
            CodePoints points = CodePoints.of(text);
            Span span = new Span(
                    points.toUnits(place.get("start").asInt()),
                    points.toUnits(place.get("end").asInt()));
            return mentions.stream()
                    .filter(mention -> mention.factuality() == Factuality.ASSERTED
                            && mention.span().overlaps(span))
                    .toList();
        }
    }

    @Test
    void noPassageThatIsNoEventIsToldAsViolence() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Report report : reports()) {
            for (JsonNode passage : report.gold().get("not_events")) {
                report.asserted(passage).stream()
                        .filter(mention -> VIOLENT.contains(mention.act()))
                        .forEach(mention -> wrong.add(report.name() + ": " + passage.get("quote") + " " + mention));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyEventOfTheMapHasAFittingAct() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Report report : reports()) {
            for (JsonNode feature : report.gold().get("events").get("features")) {
                JsonNode event = feature.get("properties");
                Set<Act> fitting =
                        FITTING.getOrDefault(event.get("sub_event_type").asString(), Set.of());
                if (event.get("map_tier").asInt() == 1 && !hasFitting(report, event, fitting)) {
                    wrong.add(report.name() + ": " + event.get("title"));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean hasFitting(Report report, JsonNode event, Set<Act> fitting) {
        for (JsonNode evidence : event.get("sources").get(0).get("evidence")) {
            if (report.asserted(evidence).stream().anyMatch(mention -> fitting.contains(mention.act()))) {
                return true;
            }
        }
        return false;
    }

    private static List<Report> reports() throws IOException {
        Path shared = Path.of(System.getProperty("clashmap.shared", "../shared"));
        assumeTrue(Files.isDirectory(shared.resolve("gold")), () -> "skipped: no gold reports in " + shared);
        List<Report> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(shared.resolve("gold"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json")) {
                    JsonNode gold = JSON.readTree(Files.readString(file));
                    String text = text(shared, gold.get("report"));
                    Language language = Language.find(
                                    gold.get("report").get("lang").asString())
                            .orElseThrow();
                    List<TriggerMention> mentions = READER.read(AnalysedText.of(text, language));
                    reports.add(new Report(String.valueOf(file.getFileName()), text, gold, mentions));
                }
            }
        }
        return reports;
    }

    /** The seed report keeps its text in a file of its own. */
    private static String text(Path shared, JsonNode report) throws IOException {
        JsonNode text = report.get("text");
        return text != null && text.isString()
                ? text.asString()
                : Files.readString(shared.resolve("seeds/article.txt"));
    }
}
