package org.clashmap.extract.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clashmap.extract.TimeMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeReaderTest {
    @ParameterizedTest
    @MethodSource("cases")
    void readsTheWindowThatTheCodebookGives(String language, String published, String sentence, String expected) {
        AnalysedText text = AnalysedText.of(sentence, Language.find(language).orElseThrow());
        List<TimeMention> mentions = TimeReader.read(text, LocalDate.parse(published));
        String found = mentions.stream().map(mention -> show(mention, sentence)).collect(Collectors.joining(" ; "));
        assertEquals(expected, found.isEmpty() ? "-" : found, sentence);
    }

    static List<String[]> cases() {
        return WordTable.rows("extract/times").stream()
                .map(row -> row.cells().toArray(String[]::new))
                .toList();
    }

    @Test
    void undatedNewsIsOfTheSevenDaysToPublication() {
        TimeMention mention = TimeReader.undated(LocalDate.of(2025, 4, 8));
        assertEquals(LocalDate.of(2025, 4, 2), mention.start());
        assertEquals(LocalDate.of(2025, 4, 8), mention.end());
        assertEquals(LocalDate.of(2025, 4, 8), mention.day());
        assertEquals("inferred_publish", mention.basis());
    }

    @Test
    void relativeTimesWithoutAPublicationDayStayUnknown() {
        AnalysedText text = AnalysedText.of("On Friday a mine went off; on 3 June 2021 another did.", Language.EN);
        List<TimeMention> mentions = TimeReader.read(text, null);
        assertNull(mentions.getFirst().start());
        assertEquals(LocalDate.of(2021, 6, 3), mentions.getLast().day());
    }

    @Test
    void daysThatDoNotExistAreNoDates() {
        AnalysedText text = AnalysedText.of("On 31 June 2021, on 30 February and on 45.13.2021.", Language.EN);
        assertEquals(List.of(), TimeReader.read(text, LocalDate.of(2024, 1, 1)));
    }

    @Test
    void mentionsStandInOrderAndApartInShuffledText() {
        List<String> pieces = cases().stream().map(row -> row[2]).toList();
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String shuffled = random.ints(12, 0, pieces.size())
                    .mapToObj(pieces::get)
                    .flatMap(piece -> Stream.of(piece.split(" ", -1)).skip(random.nextInt(3)))
                    .collect(Collectors.joining(" "));
            for (Language language : Language.values()) {
                int last = 0;
                for (TimeMention mention :
                        TimeReader.read(AnalysedText.of(shuffled, language), LocalDate.of(2024, 2, 29))) {
                    assertTrue(mention.span().start() >= last, "seed " + seed + ": " + mention);
                    last = mention.span().end();
                }
            }
        }
    }

    @Test
    void everyRowOfTheTablesReadsAPhraseMadeFromIt() {
        for (Language language : Language.values()) {
            for (TimeTable.Rule rule : TimeTable.of(language).rules()) {
                String phrase = rule.pattern().stream()
                        .filter(element -> !element.optional())
                        .map(element -> sample(element, language))
                        .collect(Collectors.joining(" "))
                        .replace("' ", "'");
                AnalysedText text = AnalysedText.of(phrase + ".", language);
                List<TimeMention> mentions = TimeReader.read(text, LocalDate.of(2024, 3, 6));
                assertTrue(rule.reading() == TimeReading.NONE || !mentions.isEmpty(), rule + ": " + phrase);
            }
        }
    }

    private static String sample(TimeTable.Element element, Language language) {
        if (element.atoms().isEmpty()) {
            return element.words().stream().sorted().findFirst().orElseThrow();
        }
        return switch (element.atoms().getFirst()) {
            case "date" -> "7 " + month(language) + " 2023";
            case "mon", "month" -> month(language) + " 2023";
            case "year" -> "2023";
            case "d", "n" -> "3";
            case "wd" -> weekday(language);
            default -> days(language);
        };
    }

    private static String month(Language language) {
        return switch (language) {
            case EN -> "May";
            case UK -> "травня";
            case RU -> "мая";
            case AR -> "مايو";
            case FR -> "mai";
            case ES -> "mayo";
        };
    }

    private static String weekday(Language language) {
        return switch (language) {
            case EN -> "Friday";
            case UK -> "п'ятниці";
            case RU -> "пятницу";
            case AR -> "الجمعة";
            case FR -> "vendredi";
            case ES -> "viernes";
        };
    }

    private static String days(Language language) {
        return switch (language) {
            case EN -> "days";
            case UK -> "днів";
            case RU -> "дней";
            case AR -> "أيام";
            case FR -> "jours";
            case ES -> "días";
        };
    }

    private static String show(TimeMention mention, String text) {
        String words = mention.span().of(text) + " > ";
        if (mention.habitual()) {
            return words + "habit";
        }
        if (mention.basis().equals("relative_to_previous_event")) {
            return words + "previous " + mention.offsetDays();
        }
        return words + day(mention.start()) + ".." + day(mention.end()) + " @" + day(mention.day()) + " "
                + mention.acledPrecision() + "/" + mention.ucdpPrecision() + (mention.open() ? " open" : "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "-" : day.toString();
    }
}
