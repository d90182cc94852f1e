package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.clashmap.text.WordTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names with their places or roles, and place phrases, in own sentences of all six languages. */
class PlaceSentencesTest {
    private static final Geoparser GEOPARSER = new Geoparser(Geodata.shared());

    static Stream<Arguments> sentences() {
        return WordTable.rows("geocode/sentences", 4).stream()
                .map(row -> Arguments.of(Language.find(row.get(0)).orElseThrow(), row.get(1), row.get(2), row.get(3)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sentences")
    void namesAndPhrasesAreRead(Language language, String text, String names, String phrases) {
        assertEquals(language, LanguageGuess.of(text).language());
        AnalysedText analysed = AnalysedText.of(text, language);
        List<Toponym> toponyms = GEOPARSER.parse(analysed);
        assertEquals(names, toponyms.stream().map(PlaceSentencesTest::told).collect(Collectors.joining("; ")));
        assertEquals(
                phrases,
                PlacePhraseReader.read(analysed, toponyms).stream()
                        .map(phrase -> phrase.relation().name().toLowerCase(Locale.ROOT) + ": "
                                + phrase.span().of(text))
                        .collect(Collectors.joining("; ")));
    }

    private static String told(Toponym toponym) {
        String place = toponym.mention().isLiteral()
                ? toponym.resolution().findBest().map(Place::id).orElse("unknown")
                : toponym.mention().role().wire();
        return toponym.mention().text() + "=" + place;
    }
}
