package org.clashmap.exchange.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;

/** One claim or more for each layout of JSON; the records are invented. */
class JsonPresetsTest {
    private static final LonLat TESTIVKA = new LonLat(34.5, 51.25);

    @Test
    void bellingcatWritesTheMonthFirstAndCoordinatesAsText() {
        Imported imported = Imported.of("bellingcat.json");
        assertEquals("bellingcat", imported.preset());
        Event event = imported.event(0);
        assertEquals("bellingcat-CIV9", event.id());
        assertEquals(LocalDate.of(2024, 5, 31), event.when().day());
        assertEquals(TESTIVKA, event.where().point());
        assertEquals("geolocated", event.account().verification());
        assertEquals(
                List.of("https://media.example/1", "https://media.example/2"),
                event.account().sources().stream().map(SourceRef::url).toList());
        assertTrue(
                Objects.requireNonNull(event.where().precision().uncertaintyMeters()) > 150,
                "the points are obscured on purpose");
        assertTrue(String.valueOf(event.supplement().text("imported_raw")).contains("\"filters\":[{\"key\":\"x\"}]"));
    }

    @Test
    void cirDatesAreThoseOfTheVerification() {
        Imported imported = Imported.of("cir.geojson");
        assertEquals("cir", imported.preset());
        assertNull(imported.event(0).when().start());
        assertEquals(LocalDate.of(2024, 6, 2), imported.event(0).when().end());
        assertEquals(new Event.DatePrecision(3, 5), imported.event(0).when().precision());
        assertEquals("Ukraine - Sumy - Testivka", imported.event(0).where().text());
    }

    @Test
    void geoconfirmedWritesLatitudeFirstAndImpossibleDatesAreLeftOut() {
        Imported imported = Imported.of("geoconfirmed.json");
        assertEquals("geoconfirmed", imported.preset());
        assertEquals(1, imported.events().size());
        assertEquals(TESTIVKA, imported.event(0).where().point());
        assertEquals(2, imported.event(0).account().sources().size());
        assertEquals(Map.of("row_date_early", 1L), imported.summary().rejected());
        assertEquals(
                "geoconfirmed.json, record 2", imported.notices().getFirst().where());
    }

    @Test
    void liveMapsAreReadAsVenuesAndAsFeatures() {
        Imported venues = Imported.of("liveuamap.json");
        assertEquals("liveuamap", venues.preset());
        assertEquals(LocalDate.of(2024, 5, 31), venues.event(0).when().day());
        assertEquals(LocalDate.of(2024, 5, 30), venues.event(0).when().start());
        assertEquals(
                "https://live.example/21",
                venues.event(0).account().sources().getFirst().url());
        assertEquals("liveuamap-21", venues.event(0).id());
        Imported features = Imported.of("liveuamap.geojson");
        assertEquals("geo-extractor", features.preset());
        assertEquals(TESTIVKA, features.event(0).where().point());
        assertEquals(
                "Explosions heard in Testivka (invented)",
                features.event(0).what().title());
    }

    @Test
    void extractedGeolocationsKeepAllLinks() {
        Imported imported = Imported.of("geo-extractor.geojson");
        assertEquals("geo-extractor", imported.preset());
        assertEquals(2, imported.event(0).account().sources().size());
        assertTrue(imported.event(0).id().startsWith("geo-extractor-row-"));
    }
}
