package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.junit.jupiter.api.Test;

/** Measures the lookup of adjectives, simple and compound, on a list of districts and directions named in reports. */
class AdjectiveListTest {
    private static final Path LIST = Path.of("src/test/resources/text/place-adjectives.tsv");

    @Test
    void adjectivesLeadToTheirPlace() throws IOException {
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (String line : Files.readAllLines(LIST, StandardCharsets.UTF_8)) {
            if (line.startsWith("#") || line.startsWith("language")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String wanted = skeleton(cells[2]);
            all++;
            boolean found = Geodata.shared()
                    .lookupAdjective(cells[1], Language.find(cells[0]).orElseThrow())
                    .stream()
                    .map(NameMatch::place)
                    .anyMatch(place -> place.feature().isPopulatedPlace()
                            && skeleton(place.name()).equals(wanted));
            if (!found) {
                missed.add(cells[1]);
            }
        }
        String measured = (all - missed.size()) + " of " + all + ", missed " + missed;
        System.out.println(measured);
        assertTrue(all > 90, measured);
        assertTrue(missed.size() <= 2, measured);
    }

    private static String skeleton(String name) {
        return NameKeys.skeleton(NameKeys.fold(name));
    }
}
