package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {
    @ParameterizedTest
    @CsvSource({"1924-2016, 1924–2016", "-2016, until 2016", "2016-, since 2016"})
    void yearsAreStoredAndTold(String stored, String told) {
        Validity validity = Validity.parse(stored);
        assertTrue(validity.isKnown());
        assertEquals(told, validity.toString());
        StoredName name = new StoredName("Stare", NameMark.HISTORIC, validity);
        assertEquals("-Stare^" + stored, name.text());
        assertEquals(name, StoredName.parse(name.text()));
    }

    @Test
    void nameWithoutYearsIsStoredWithoutThem() {
        StoredName name = new StoredName("Нове", NameMark.UKRAINIAN);
        assertEquals("+Нове", name.text());
        assertFalse(StoredName.parse("+Нове").validity().isKnown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1924", "24/25", "1924–2016", "12345-", "2016-1924", "a-b"})
    void whatAreNoYearsIsRefused(String stored) {
        assertThrows(IllegalArgumentException.class, () -> Validity.parse(stored));
    }

    @Test
    void formerUseOfANameInForceAddsNothing() {
        StoredName now = new StoredName("Бахмут", NameMark.UKRAINIAN);
        assertEquals(now, now.with(new StoredName("Бахмут", NameMark.HISTORIC, new Validity(0, 1924))));
        assertEquals(
                new StoredName("Stare", NameMark.HISTORIC, new Validity(0, 1924)),
                StoredName.plain("Stare").with(new StoredName("Stare", NameMark.HISTORIC, new Validity(0, 1924))));
    }
}
