package org.clashmap.text;

import java.util.Locale;
import java.util.Set;

/**
 * The language of a text by its letters: Latin is English; of Cyrillic, "і ї є ґ" are Ukrainian and "ы э ъ ё" Russian,
 * and where a short text has neither, small words decide. Linear time. Other languages are taken for the nearest of the
 * three.
 *
 * @param cyrillicLetters counted in the text
 * @param ukrainianMarks letters and, failing them, words that only Ukrainian has
 * @param russianMarks the same for Russian
 */
public record LanguageGuess(
        Language language, int latinLetters, int cyrillicLetters, int ukrainianMarks, int russianMarks) {
    private static final String UKRAINIAN = "іїєґІЇЄҐ";
    private static final String RUSSIAN = "ыэъёЫЭЪЁ";
    private static final Set<String> UKRAINIAN_WORDS = Set.of("та", "що", "й", "під", "від", "не", "до", "у");
    private static final Set<String> RUSSIAN_WORDS = Set.of("и", "что", "из", "от", "как", "или", "для", "под");

    public static LanguageGuess of(String text) {
        int latin = 0;
        int cyrillic = 0;
        int ukrainian = 0;
        int russian = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            latin += script == Character.UnicodeScript.LATIN ? 1 : 0;
            cyrillic += script == Character.UnicodeScript.CYRILLIC ? 1 : 0;
            ukrainian += UKRAINIAN.indexOf(c) >= 0 ? 1 : 0;
            russian += RUSSIAN.indexOf(c) >= 0 ? 1 : 0;
        }
        if (cyrillic <= latin) {
            return new LanguageGuess(Language.EN, latin, cyrillic, ukrainian, russian);
        }
        if (ukrainian == russian) {
            for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1)) {
                ukrainian += UKRAINIAN_WORDS.contains(word) ? 1 : 0;
                russian += RUSSIAN_WORDS.contains(word) ? 1 : 0;
            }
        }
        // "і" is one Ukrainian letter in twenty: a text without any is more likely Russian.
        Language language = ukrainian > russian ? Language.UK : Language.RU;
        return new LanguageGuess(language, latin, cyrillic, ukrainian, russian);
    }
}
