package org.clashmap.api.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Geodata;
import org.junit.jupiter.api.Test;

class PlaceJsonTest {
    private final Gazetteer gazetteer = Geodata.shared();
    private final PlaceJson places = new PlaceJson(gazetteer);

    private Map<String, Object> properties(String id) {
        return places.properties(gazetteer.find(id).orElseThrow());
    }

    @Test
    void occupiedTownKeepsItsCountryAndTellsWhoHoldsItSinceWhen() {
        Map<String, Object> simferopol = properties("gn:693805");
        assertEquals("UA", simferopol.get("country"));
        assertEquals(true, simferopol.get("disputed"));
        assertEquals(List.of("RU"), simferopol.get("claimed_by"));
        String heldBy = String.valueOf(simferopol.get("held_by"));
        assertTrue(heldBy.contains("holder=RU, extent=whole, from=2014-02-27, to=null"), heldBy);
    }

    @Test
    void endedHoldingIsHistoryAndNoDispute() {
        Map<String, Object> shusha = properties("gn:147105");
        assertEquals(false, shusha.get("disputed"));
        assertEquals(List.of(), shusha.get("claimed_by"));
        assertTrue(String.valueOf(shusha.get("held_by")).contains("to=2020-11-08"));
    }

    @Test
    void undisputedPlaceSaysNothingOfIt() {
        assertFalse(properties("gn:702550").containsKey("disputed"), "Lviv");
    }
}
