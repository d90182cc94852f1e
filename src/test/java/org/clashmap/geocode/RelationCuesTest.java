package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences with the name or names in square brackets. */
class RelationCuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    EN | Rockets fell about 12 km south-east of [Dobropil]            | OFFSET    | 12000    | 135
                    EN | The column stopped five kilometres north of [Dobropil]       | OFFSET    | 5000     | 0
                    EN | It was seen 3 miles west of the town of [Dobropil]           | OFFSET    | 4828.032 | 270
                    EN | A depot 7 km from [Dobropil] burned                          | NEAR      | 7000     | -
                    EN | Mortars were fired east of [Dobropil]                        | DIRECTION | -        | 90
                    EN | on the northern outskirts of [Dobropil]                      | NEAR      | -        | -
                    EN | a house in the west of [Dobropil]                            | PART_OF   | -        | -
                    EN | a flat in central [Dobropil]                                 | PART_OF   | -        | -
                    EN | near the villages of [Dobropil and Zelene]                   | NEAR      | -        | -
                    EN | fighting raged between [Dobropil and Zelene]                 | BETWEEN   | -        | -
                    EN | shot at on the road from [Dobropil to Zelene]                | ALONG     | -        | -
                    EN | moved from [Dobropil to Zelene] in May                       | AT        | -        | -
                    EN | a market in [Dobropil]                                       | AT        | -        | -
                    EN | [Dobropil] was hit                                           | AT        | -        | -
                    UK | бої тривали між [Добропіллям та Зеленим]                     | BETWEEN   | -        | -
                    UK | за 8 км на північний захід від [Добропілля]                  | OFFSET    | 8000     | 315
                    UK | поблизу [Добропілля]                                         | NEAR      | -        | -
                    UK | ворог атакував у бік [Добропілля]                            | FRONT_SECTOR | -     | -
                    UK | дрон влучив у будинок у [Добропіллі]                         | AT        | -        | -
                    RU | бои шли в районе [Доброполья]                                | NEAR      | -        | -
                    RU | в 15 километрах к югу от [Доброполья]                        | OFFSET    | 15000    | 180
                    RU | севернее [Доброполья]                                        | DIRECTION | -        | 0
                    """)
    void wordsBeforeANameTellTheRelation(
            Language language,
            String marked,
            Relation relation,
            @Nullable Double distanceMeters,
            @Nullable Double bearingDegrees) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        Span names = new Span(start, end);
        int count = names.of(text).matches("(?U).*\\s(and|to|та)\\s.*") ? 2 : 1;

        RelationCues.Cue cue = RelationCues.before(text, 0, names, language, count);

        assertEquals(relation, cue.relation(), marked);
        assertEquals(distanceMeters, cue.distanceMeters(), marked);
        assertEquals(bearingDegrees, cue.bearingDegrees(), marked);
    }
}
