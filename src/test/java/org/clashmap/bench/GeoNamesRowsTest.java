package org.clashmap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlaceName;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.Validity;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.api.Test;

class GeoNamesRowsTest {
    private static final Place TOWN = new Place(
            0,
            "gn:703448",
            "Kyiv",
            new LonLat(30.5238, 50.4547),
            new Place.Feature('P', "PPLC"),
            new Place.Admin("UA", "ne:UA-30", null),
            2_797_553,
            PlacePrecision.POINT,
            "geonames");

    @Test
    void rowHasNineteenColumnsForReadersThatDropEmptyOnesAtTheEnd() {
        String[] columns = GeoNamesRows.row(703448, TOWN, "", List.of()).split("\t", 0);
        assertEquals(19, columns.length);
    }

    @Test
    void columnsStandWhereGeoNamesHasThem() {
        String[] columns = GeoNamesRows.row(703448, TOWN, "12", List.of(name("Kyiv"), name("Київ")))
                .split("\t", -1);
        assertEquals("703448", columns[0]);
        assertEquals("Kyiv", columns[1]);
        assertEquals("Kyiv,Київ", columns[3]);
        assertEquals("50.4547", columns[4]);
        assertEquals("30.5238", columns[5]);
        assertEquals("P", columns[6]);
        assertEquals("PPLC", columns[7]);
        assertEquals("UA", columns[8]);
        assertEquals("12", columns[10]);
        assertEquals("2797553", columns[14]);
    }

    @Test
    void nameWithCommaIsNotCutInTwo() {
        String row = GeoNamesRows.row(703448, TOWN, "", List.of(name("Kyiv, City of"), name("Kiev")));
        assertEquals("Kiev", row.split("\t", -1)[3]);
        assertFalse(row.contains("City of"));
    }

    private static PlaceName name(String spelling) {
        return new PlaceName(spelling, NameMatch.Kind.VARIANT, List.of(), Validity.UNKNOWN);
    }
}
