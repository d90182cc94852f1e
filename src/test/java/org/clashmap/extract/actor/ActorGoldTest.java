package org.clashmap.extract.actor;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.speech.SpeechReader;
import org.clashmap.extract.trigger.TriggerReader;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts how many actors and speakers of the gold reports are read; only where the gold lies beside the checkout. */
class ActorGoldTest {
    private static final Path SHARED = Path.of(System.getProperty("clashmap.shared", "../shared"));
    private static final Path GOLD = SHARED.resolve("gold");
    private static final double LEAST_ACTORS_FOUND = 0.85;
    private static final double LEAST_SPEAKERS_FOUND = 0.9;

    private final List<String> missed = new ArrayList<>();
    private int wanted;
    private int found;

    @Test
    void mostActorsOfTheGoldAreRead() throws IOException {
        for (Reading reading : readings()) {
            for (JsonNode feature : reading.gold().get("events").get("features")) {
                JsonNode event = feature.get("properties");
                Set<String> names = reading.partsOf(event);
                count(names, reading.id(), event.path("actor1").asString(""));
                count(names, reading.id(), event.path("actor2").asString(""));
            }
        }
        System.out.println("actors of the gold read: " + found + " of " + wanted + "; not: " + missed);
        assertTrue(found >= LEAST_ACTORS_FOUND * wanted, () -> "missed " + missed);
    }

    @Test
    void mostSpeakersOfTheGoldAreRead() throws IOException {
        for (Reading reading : readings()) {
            Set<String> names = reading.speeches().stream()
                    .map(mention -> mention.speaker().name())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (JsonNode feature : reading.gold().get("events").get("features")) {
                for (JsonNode claim : feature.get("properties").path("claims")) {
                    countSpeaker(reading, names, claim);
                }
            }
        }
        System.out.println("speakers of the gold read: " + found + " of " + wanted + "; not: " + missed);
        assertTrue(found >= LEAST_SPEAKERS_FOUND * wanted, () -> "missed " + missed);
    }

    private void count(Set<String> names, String id, String name) {
        if (!name.isEmpty()) {
            wanted++;
            if (names.contains(name)) {
                found++;
            } else {
                missed.add(id + ": " + name);
            }
        }
    }

    /** By name, or by the words of the claim's quotation where the gold names the speaker in another language. */
    private void countSpeaker(Reading reading, Set<String> names, JsonNode claim) {
        String speaker = claim.get("speaker").asString();
        if (speaker.equals("narrator")) {
            return;
        }
        wanted++;
        boolean byName = names.stream().anyMatch(name -> sameWords(name, speaker));
        String quote = claim.path("quote").asString("");
        boolean byQuote = reading.speeches().stream()
                .anyMatch(mention ->
                        mention.stance().wire().equals(claim.get("stance").asString())
                                && quote.contains(mention.speaker()
                                        .span()
                                        .of(reading.text().text())));
        if (byName || byQuote) {
            found++;
        } else {
            missed.add(reading.id() + ": " + speaker);
        }
    }

    private static boolean sameWords(String one, String other) {
        Set<String> words = new TreeSet<>(List.of(other.toLowerCase(Locale.ROOT).split(" ", -1)));
        words.removeAll(Set.of("of", "the", "at"));
        return new TreeSet<>(List.of(one.toLowerCase(Locale.ROOT).split(" ", -1))).containsAll(words);
    }

    private record Reading(
            String id, JsonNode gold, AnalysedText text, List<ActorMention> mentions, List<SpeechMention> speeches) {
        /** The actors of every act that a trigger in the sentences of the event's evidence tells. */
        Set<String> partsOf(JsonNode event) {
            int year = Integer.parseInt(
                    gold.get("report").get("publish_date").asString().substring(0, 4));
            ActorSetting setting =
                    new ActorSetting(year, iso2(event.path("iso3").asString("")));
            Set<String> names = new TreeSet<>();
            for (TriggerMention trigger : new TriggerReader().read(text)) {
                String sentence = text.sentenceAt(trigger.span().start()).span().of(text.text());
                if (isProvenBy(event, sentence)) {
                    ActorRoles.of(text, trigger, mentions, speeches, setting)
                            .forEach(part -> names.add(part.actor().name()));
                }
            }
            return names;
        }

        private static boolean isProvenBy(JsonNode event, String sentence) {
            for (JsonNode source : event.path("sources")) {
                for (JsonNode evidence : source.path("evidence")) {
                    String quote = evidence.path("quote")
                            .asString(evidence.path("text").asString(""));
                    if (!quote.isEmpty() && (sentence.contains(quote) || quote.contains(sentence))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static Optional<String> iso2(String iso3) {
            return Stream.of(Locale.getISOCountries())
                    .filter(code -> Locale.of("", code).getISO3Country().equals(iso3))
                    .findFirst();
        }
    }

    private static List<Reading> readings() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), "no gold reports beside the checkout: not measured");
        assumeTrue(Files.isDirectory(Path.of("geodata")), "no geodata: not measured");
        Gazetteer gazetteer = CompactGazetteer.load(Path.of("geodata"));
        List<Path> files;
        try (Stream<Path> all = Files.list(GOLD)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Reading> readings = new ArrayList<>();
        for (Path file : files) {
            JsonNode gold = JsonMapper.builder().build().readTree(Files.readString(file));
            JsonNode report = gold.get("report");
            String words = report.has("text")
                    ? report.get("text").asString()
                    : Files.readString(SHARED.resolve("seeds").resolve("article.txt"));
            AnalysedText text = AnalysedText.of(
                    words, Language.find(report.get("lang").asString()).orElseThrow());
            int year = Integer.parseInt(report.get("publish_date").asString().substring(0, 4));
            List<ActorMention> mentions =
                    new ActorReader(gazetteer).read(text, new ActorSetting(year, Optional.empty()));
            readings.add(new Reading(
                    file.getFileName().toString(), gold, text, mentions, SpeechReader.read(text, mentions)));
        }
        return readings;
    }
}
