package org.clashmap.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures the case forms on a list of inflected names, word for word as a lookup tries them. */
class CaseFormListTest {
    private static final Path LIST = Path.of("src/test/resources/text/case-forms.tsv");

    @Test
    void inflectedNamesLeadToTheirNominative() throws IOException {
        List<String> missed = new ArrayList<>();
        int all = 0;
        int guesses = 0;
        int words = 0;
        for (String line : Files.readAllLines(LIST, StandardCharsets.UTF_8)) {
            if (line.startsWith("#") || line.startsWith("language")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Language language = Language.find(cells[0]).orElseThrow();
            String[] form = NameKeys.fold(cells[1]).split(" ", -1);
            String[] nominative = NameKeys.fold(cells[2]).split(" ", -1);
            all++;
            assertEquals(nominative.length, form.length, line);
            for (int i = 0; i < form.length; i++) {
                List<String> found = CaseForms.nominatives(form[i], language);
                words++;
                guesses += found.size();
                if (!form[i].equals(nominative[i]) && !found.contains(nominative[i])) {
                    missed.add(cells[1] + " – " + cells[2]);
                    break;
                }
            }
        }
        String measured = (all - missed.size()) + " of " + all + ", missed " + missed + ", guesses a word "
                + Math.round(10.0 * guesses / words) / 10.0;
        System.out.println(measured);
        assertTrue(all >= 120, measured);
        assertTrue(missed.size() <= 0.02 * all, measured);
        assertTrue(guesses <= 12 * words, measured);
    }
}
