package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class LocaliserTest {
    private static final LonLat KRAMATORSK = new LonLat(37.58793, 48.73049);

    private final Geoparser geoparser = new Geoparser(Geodata.shared());
    private final Localiser localiser = new Localiser(Geodata.shared());

    @Test
    void regionHasAnAreaAndNoPoint() {
        Location location = locate("Fighting went on in the Donetsk region.");
        assertNull(location.point());
        assertNotNull(location.footprint());
        assertEquals("admin1", location.level());
        assertEquals(4, location.exactness().wherePrec());
    }

    @Test
    void offsetIsComputedAndItsUncertaintyGrowsWithTheDistance() {
        Location near = locate("A drone fell 10 km north-west of Kramatorsk.");
        Location far = locate("A drone fell 40 km north-west of Kramatorsk.");
        assertEquals(10_000, Geodesy.distanceMeters(KRAMATORSK, point(near)), 200);
        assertEquals("computed", near.status());
        assertTrue(uncertainty(far) > uncertainty(near));
    }

    @Test
    void wideGapIsALineAndNeverAMiddle() {
        Location location = locate("Convoys were shot at between Kramatorsk and Donetsk.");
        assertNull(location.point());
        assertEquals("LineString", Objects.requireNonNull(location.footprint()).getGeometryType());
    }

    @Test
    void narrowGapIsASpotInTheMiddle() {
        Location location = locate("Fighting went on between Myrnohrad and Pokrovsk.");
        assertNotNull(location.point());
        assertEquals(2, location.exactness().geoPrecision());
    }

    @Test
    void twoFarVillagesAreToldApart() {
        PlacePhrase phrase = phrase("They clashed near Kramatorsk and Mariupol.");
        assertEquals(2, Localiser.split(phrase).size());
    }

    @Test
    void frontIsASectorAtItsAnchorWithAWideCircle() {
        Location location = locate("Nine assaults were beaten back in the Kramatorsk direction.");
        assertEquals("front_sector", location.level());
        assertEquals(5, location.exactness().wherePrec());
        assertTrue(uncertainty(location) >= 20_000);
    }

    @Test
    void borderOfTwoCountriesIsTheLineTheyShareAndNoPoint() {
        Location location = locate("Shots were fired along the border between Sudan and Chad.");
        assertNull(location.point());
        Geometry line = Objects.requireNonNull(location.footprint());
        assertEquals(1, line.getDimension());
        // Wadi Halfa on the border with Egypt is far off it, Adré and Geneina lie on both sides of it.
        assertTrue(line.distance(line.getFactory().createPoint(new Coordinate(22.2, 13.47))) < 0.3);
        assertTrue(line.distance(line.getFactory().createPoint(new Coordinate(31.35, 21.8))) > 5);
        assertEquals(5, location.exactness().wherePrec());
        assertTrue(uncertainty(location) > 100_000);
    }

    @Test
    void borderOfOneCountryIsItsWholeEdge() {
        Location location = locate("Two men were held near the Lebanese border.");
        assertNull(location.point());
        assertEquals(1, Objects.requireNonNull(location.footprint()).getDimension());
    }

    @Test
    void countriesThatAreNoNeighboursShareNoLine() {
        Location location = locate("They met on the border of Mali and Sudan.");
        assertNull(location.point());
        assertNull(location.footprint());
    }

    @Test
    void riverIsNeverASpotNorATownOfItsName() {
        Location location = locate("Clashes went on along the left bank of the Dnipro.");
        assertNull(location.point());
        assertEquals("route", location.level());
    }

    private Location locate(String text) {
        return localiser.locate(phrase(text));
    }

    private PlacePhrase phrase(String text) {
        AnalysedText analysed = AnalysedText.of(text, Language.EN);
        List<PlacePhrase> phrases = PlacePhraseReader.read(analysed, geoparser.parse(analysed));
        assertEquals(1, phrases.size(), () -> phrases.toString());
        return phrases.getFirst();
    }

    private static LonLat point(Location location) {
        return Objects.requireNonNull(location.point());
    }

    private static int uncertainty(Location location) {
        return Objects.requireNonNull(location.exactness().uncertaintyMeters());
    }
}
