package org.clashmap.event.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of rules of a data folder. */
class RulesFileTest {
    @TempDir
    private Path folder;

    private Rules read(String json) throws IOException {
        Files.writeString(folder.resolve(RulesFile.NAME), json);
        return RulesFile.read(folder);
    }

    @Test
    void withoutAFileTheTableOfTheProgramHolds() {
        assertEquals(Rules.standard(), RulesFile.read(folder));
        assertEquals(
                Duration.ofDays(3),
                Rules.standard().find("military_position").orElseThrow().delay());
    }

    @Test
    void namedRuleIsReplacedAddedOrSwitchedOffAndOthersStay() throws IOException {
        Rules rules = read("""
                {"format": 1, "exact_for": "reviewer", "sources_at_risk": ["A Channel"],
                 "rules": {"military_position": {"delay_hours": 24, "place": "district"},
                           "air_defence": {"place": "province", "date": "week", "withhold": ["names", "counts"],
                                           "because": "since the law says so"},
                           "civilian_strike": null}}""");
        assertEquals(
                Duration.ofHours(24),
                rules.find("military_position").orElseThrow().delay());
        assertEquals(
                Blur.DISTRICT, rules.find("military_position").orElseThrow().blur());
        assertEquals(
                new Rule(
                        Duration.ZERO,
                        Blur.PROVINCE,
                        Coarseness.WEEK,
                        Set.of(Fact.NAMES, Fact.COUNTS),
                        "since the law says so"),
                rules.find("air_defence").orElseThrow());
        assertEquals(Optional.empty(), rules.find("civilian_strike"));
        assertEquals(Rules.standard().find("pow"), rules.find("pow"));
        assertEquals("reviewer", rules.exactFor());
        assertEquals("a channel", rules.sourcesAtRisk().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | cannot be read",
                "[] | no JSON object",
                "{} | format",
                "{\"format\":2} | format 1",
                "{\"format\":1,\"rule\":{}} | \"rule\"; allowed: format, exact_for, rules",
                "{\"format\":1,\"exact_for\":\"reader\"} | exact_for is \"reader\"; allowed: contributor",
                "{\"format\":1,\"rules\":[]} | rules is no JSON object",
                "{\"format\":1,\"rules\":{\"pow\":7}} | rules.pow",
                "{\"format\":1,\"rules\":{\"pow\":{\"place\":\"town\"}}} | rules.pow.place is \"town\"; allowed: exact, settlement, grid_5km",
                "{\"format\":1,\"rules\":{\"pow\":{\"date\":\"year\"}}} | rules.pow.date is \"year\"; allowed: day, week, month",
                "{\"format\":1,\"rules\":{\"pow\":{\"delay\":3}}} | \"delay\"; allowed: delay_hours",
                "{\"format\":1,\"rules\":{\"pow\":{\"delay_hours\":-1}}} | rules.pow.delay_hours is -1",
                "{\"format\":1,\"rules\":{\"pow\":{\"delay_hours\":1.5}}} | rules.pow.delay_hours is 1.5",
                "{\"format\":1,\"rules\":{\"pow\":{\"withhold\":[\"face\"]}}} | rules.pow.withhold is \"face\"; allowed: names, quotes",
                "{\"format\":1,\"rules\":{\"pow\":{\"withhold\":\"names\"}}} | rules.pow.withhold is no list",
                "{\"format\":1,\"sources_at_risk\":[\"\"]} | sources_at_risk"
            })
    void slipIsRefusedWithTheMemberAndWhatIsAllowed(String json, String message) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(json));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains(RulesFile.NAME), refused.getMessage());
    }
}
