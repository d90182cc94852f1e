package org.clashmap.gazetteer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every hand-written row says why it is there and where it can be checked. */
class OverrideRowsTest {
    private static final Overrides OVERRIDES = new Overrides(Path.of("geodata/overrides"));

    @ParameterizedTest
    @CsvSource({"names.tsv, true", "places.tsv, true", "lands.tsv, true", "regions.tsv, false"})
    void rowsHaveTheirReasonAndLink(String file, boolean withReason) throws IOException {
        List<Overrides.Row> rows = OVERRIDES.read(file);
        assertFalse(rows.isEmpty());
        for (Overrides.Row row : rows) {
            assertTrue(row.get("link").startsWith("https://"), row::where);
            assertTrue(!withReason || row.get("reason").length() > 3, row::where);
        }
    }

    @Test
    void regionsLieInTheirExtentAndHaveAKeyOfTheirOwn() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Overrides.Row row : OVERRIDES.read("regions.tsv")) {
            assertTrue(keys.add(row.get("key")), row::where);
            boolean inside = row.degrees("south") <= row.degrees("lat")
                    && row.degrees("lat") <= row.degrees("north")
                    && (row.degrees("west") > row.degrees("east")
                            || (row.degrees("west") <= row.degrees("lon")
                                    && row.degrees("lon") <= row.degrees("east")));
            assertTrue(inside, row::where);
            assertFalse(row.list("en").isEmpty(), row::where);
        }
        assertTrue(keys.size() > 200);
    }

    @Test
    void namesSayOnceWhatTheyAre() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Overrides.Row row : OVERRIDES.read("names.tsv")) {
            for (String name : row.list("names")) {
                assertTrue(seen.add(row.get("place") + row.get("kind") + name), () -> row.where() + ": " + name);
            }
        }
    }

    @Test
    void adjectivesOfUnitsAreReadBackToCyrillic() {
        assertEquals("Суджанский", UnitsByName.cyrillic("Sudzhanskiy"));
        assertEquals("Щигровский", UnitsByName.cyrillic("Shchigrovskiy"));
        assertEquals("Рыльский", UnitsByName.cyrillic("Ryl’skiy"));
        assertEquals("Зубово-Полянский", UnitsByName.cyrillic("Zubovo-Polyanskiy"));
    }
}
