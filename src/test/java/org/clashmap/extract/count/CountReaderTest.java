package org.clashmap.extract.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.clashmap.extract.CountMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountReaderTest {
    @ParameterizedTest
    @MethodSource("cases")
    void countsWhatBecameOfWhom(String language, String sentence, String expected) {
        List<CountMention> mentions = CountReader.read(
                AnalysedText.of(sentence, Language.find(language).orElseThrow()));
        String found = mentions.stream().map(mention -> show(mention, sentence)).collect(Collectors.joining(" ; "));
        assertEquals(expected, found.isEmpty() ? "-" : found, sentence);
    }

    static List<String[]> cases() {
        return WordTable.rows("extract/counts").stream()
                .map(row -> row.cells().toArray(String[]::new))
                .toList();
    }

    @Test
    void mentionsDoNotOverlapAndAreOrderedInShuffledText() {
        List<String[]> cases = cases();
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String shuffled = random.ints(15, 0, cases.size())
                    .mapToObj(i -> cases.get(i)[1])
                    .map(piece -> piece.substring(Math.min(piece.length(), random.nextInt(12))))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ", "));
            for (Language language : Language.values()) {
                List<CountMention> mentions = CountReader.read(AnalysedText.of(shuffled, language));
                for (int i = 1; i < mentions.size(); i++) {
                    assertFalse(
                            mentions.get(i - 1).span().overlaps(mentions.get(i).span()),
                            "seed " + seed + ": " + mentions);
                }
                mentions.forEach(mention -> assertTrue(
                        0 < mention.low() && mention.low() <= mention.best() && mention.best() <= mention.high(),
                        mention.toString()));
            }
        }
    }

    @Test
    void hugeFiguresAreLeftOut() {
        String text = "Killed 99999999999999999999 people and 7.5 people and 1,2,3,4,5 people.";
        CountReader.read(AnalysedText.of(text, Language.EN))
                .forEach(mention -> assertTrue(mention.best() < 100, mention.toString()));
    }

    private static String show(CountMention mention, String text) {
        return mention.span().of(text) + " > " + mention.kind() + " " + mention.low() + "/" + mention.best() + "/"
                + mention.high() + (mention.approximate() ? " ~" : "") + (mention.cumulative() ? " sum" : "");
    }
}
