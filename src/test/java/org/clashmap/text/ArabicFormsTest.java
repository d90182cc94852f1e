package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicFormsTest {
    @ParameterizedTest
    @CsvSource({
        "الخرطوم, خرطوم",
        "خرطوم, الخرطوم",
        "بالخرطوم, الخرطوم",
        "والفاشر, الفاشر",
        "للفاشر, الفاشر",
    })
    void articleAndOneLetterWordsMakeNoDifference(String written, String name) {
        assertTrue(ArabicForms.of(NameKeys.fold(written)).contains(NameKeys.fold(name)));
    }

    @ParameterizedTest
    @CsvSource({"أُمّ دُرْمان, ام درمان", "إدلب, ادلب", "آمرلي, امرلي", "غـــزّة, غزه", "مصطفى, مصطفي", "بؤرة, بوره"})
    void foldingLosesMarksAndVariantsOfLetters(String written, String key) {
        assertEquals(key, NameKeys.fold(written));
    }

    @Test
    void tellsArabicScript() {
        assertTrue(ArabicForms.isArabic("حلب"));
        assertFalse(ArabicForms.isArabic("aleppo"));
        assertFalse(ArabicForms.isArabic(""));
    }
}
