package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clashmap.text.NameKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTableTest {
    @Test
    void everyNameOfTheBundleIsFoundUnderItsKey() {
        NameTable names = Composition.of(Path.of("geodata"), new Layers(List.of()))
                .tables()
                .names();
        for (int name = 0; name < names.count(); name += 3) {
            int wanted = name;
            String key = NameKeys.fold(names.spelling(name));
            assertTrue(Arrays.stream(names.find(key)).anyMatch(found -> found == wanted), names.spelling(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bakhmut", "BAKHMUT", "Бахмут", "Йосипівка", "Ёлкино", "Їжаківка", "Ґринів", "Nueva  York", " Oslo ",
                "Saint-Denis", "St. Louis", "L'Aquila", "Łódź", "غزة", "Straße", "東京", "A1", "U.S."
            })
    void nameIsFoundByItsKeyAndNotByAnother(String spelling) {
        NameTable names = new NameTable(0);
        add(names, spelling);
        add(names, spelling + "x");
        names.trim();
        String key = NameKeys.fold(spelling);
        assertArrayEquals(new int[] {0}, names.find(key));
        assertTrue(names.contains(key));
        assertEquals(0, names.find(key + "y").length);
        assertEquals(0, names.find(key.substring(1)).length);
    }

    @Test
    void keysOfOneHashAreToldApartAndNamesOfOneKeyStandTogether() {
        List<String> colliding = List.of("Тая", "Тба", "тая", "Та-я", "ТБА", "Інша", "тая");
        NameTable names = new NameTable(0);
        colliding.forEach(spelling -> add(names, spelling));
        names.trim();
        assertEquals("тая".hashCode(), "тба".hashCode(), "the hash that names are found by is made of this one");
        assertArrayEquals(new int[] {0, 2, 6}, names.find("тая"));
        assertArrayEquals(new int[] {1, 4}, names.find("тба"));
        assertArrayEquals(new int[] {3}, names.find("та я"));
        assertArrayEquals(new int[] {5}, names.find("інша"));
    }

    @Test
    void tableWithoutNamesFindsNone() {
        NameTable names = new NameTable(0);
        names.trim();
        assertEquals(0, names.find("nobody").length);
        assertEquals(0, names.find("").length);
    }

    private static void add(NameTable names, String spelling) {
        byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
        names.add(bytes, 0, bytes.length, (byte) 0, names.count());
    }
}
