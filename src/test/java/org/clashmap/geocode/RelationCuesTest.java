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
                    EN | on the border of [Dobropil and Zelene]                       | BORDER    | -        | -
                    EN | a dozen kilometres south of [Dobropil]                       | OFFSET    | 12000    | 180
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
                    UK | на півночі [Добропілля]                                      | PART_OF   | -        | -
                    UK | на північ від [Добропілля]                                   | DIRECTION | -        | 0
                    RU | в центре [Доброполья]                                        | PART_OF   | -        | -
                    UK | на межі [Добропілля та Зеленого]                             | BORDER    | -        | -
                    FR | à 12 km au sud-est de [Dobropil]                             | OFFSET    | 12000    | 135
                    FR | à une vingtaine de kilomètres de [Dobropil]                  | NEAR      | 20000    | -
                    FR | près de [Dobropil]                                           | NEAR      | -        | -
                    FR | à la périphérie nord de [Dobropil]                           | NEAR      | -        | -
                    FR | dans le nord de [Dobropil]                                   | PART_OF   | -        | -
                    FR | au nord de [Dobropil]                                        | DIRECTION | -        | 0
                    FR | sur le front de [Dobropil]                                   | FRONT_SECTOR | -     | -
                    FR | dans la ville de [Dobropil]                                  | AT        | -        | -
                    ES | a 12 kilómetros al sureste de [Dobropil]                     | OFFSET    | 12000    | 135
                    ES | a cinco kilómetros de [Dobropil]                             | NEAR      | 5000     | -
                    ES | en las afueras de [Dobropil]                                 | NEAR      | -        | -
                    ES | en el centro de [Dobropil]                                   | PART_OF   | -        | -
                    ES | al oeste de [Dobropil]                                       | DIRECTION | -        | 270
                    ES | en el municipio de [Dobropil]                                | AT        | -        | -
                    AR | على بعد 12 كيلومترا جنوب شرق [دوبروبل]                       | OFFSET    | 12000    | 135
                    AR | قرب بلدة [دوبروبل]                                           | NEAR      | -        | -
                    AR | في ضواحي [دوبروبل]                                           | NEAR      | -        | -
                    AR | في وسط مدينة [دوبروبل]                                       | PART_OF   | -        | -
                    AR | شمال [دوبروبل]                                               | DIRECTION | -        | 0
                    AR | على محور [دوبروبل]                                           | FRONT_SECTOR | -     | -
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
