package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about the gazetteer that ships with the project. */
class HierarchyTest {
    private final Gazetteer gazetteer = Geodata.shared();
    private final Hierarchy hierarchy = gazetteer.hierarchy();

    private Place place(String id) {
        return gazetteer.find(id).orElseThrow(() -> new AssertionError("no place " + id));
    }

    @Test
    void countryContainsItsUnitsFirstThenItsTownsLargestFirst() {
        List<Place> first = hierarchy.contains("ne:UA", 0, 27).places();
        assertTrue(first.stream().allMatch(place -> place.feature().isAdmin1()), "27 oblasts and cities");
        List<Place> towns = hierarchy.contains("ne:UA-14", 0, 5_000).places().stream()
                .filter(place -> place.feature().isPopulatedPlace())
                .toList();
        assertEquals("gn:709717", towns.getFirst().id(), "the city of Donetsk");
        for (int i = 1; i < towns.size(); i++) {
            assertTrue(towns.get(i - 1).population() >= towns.get(i).population());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gn:443093, SY, true",
        "gn:167444, SY, true",
        "gn:2463447, EH, true",
        "gn:2461874, EH, true",
        "ne:MA-16, EH, true",
        "ne:FR-GF, GF, false",
        "ne:NO-21, SJ, false"
    })
    void landIsOfTheCountryThatIsoAndTheUnitedNationsSay(String id, String country, boolean disputed) {
        assertEquals(country, place(id).admin().country());
        assertEquals(disputed, hierarchy.isDisputed(place(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "-52.33, 4.93, GF",
        "-61.6, 16.2, GP",
        "-61.0, 14.65, MQ",
        "55.5, -21.1, RE",
        "45.15, -12.8, YT",
        "-66.4, 18.2, PR",
        "16.0, 78.5, SJ",
        "-68.3, 12.2, BQ",
        "-14.5, 23.0, EH"
    })
    void territoryWithACodeOfItsOwnHasAnOutline(double lon, double lat, String country) {
        assertEquals(
                country,
                hierarchy
                        .findCountryAt(new LonLat(lon, lat))
                        .orElseThrow()
                        .admin()
                        .country());
        assertTrue(gazetteer.findOutline("ne:" + country).isPresent());
    }

    @Test
    void pagesTogetherAreTheWholeAndHoldNothingTwice() {
        Hierarchy.Page all = hierarchy.contains("gn:UA.05.1412", 0, Integer.MAX_VALUE);
        assertEquals(all.total(), all.places().size());
        List<Place> joined = new ArrayList<>();
        for (int offset = 0; offset < all.total(); offset += 7) {
            joined.addAll(hierarchy.contains("gn:UA.05.1412", offset, 7).places());
        }
        assertEquals(all.places(), joined);
        assertEquals(all.total(), all.places().stream().distinct().count());
        assertTrue(all.places().contains(place("gn:691877")));
        assertTrue(all.places().stream()
                .allMatch(place -> "gn:UA.05.1412".equals(place.admin().admin2())));
        assertEquals(
                List.of(), hierarchy.contains("gn:UA.05.1412", all.total(), 7).places());
    }

    @Test
    void raionOfBefore2020ContainsTheVillagesThatLayInIt() {
        Hierarchy.Page former = hierarchy.contains("gnp:UA.05.Kostiantynivskyi", 0, 500);
        assertTrue(former.total() > 20, () -> former.total() + " places");
    }

    @Test
    void townAndUnknownIdContainNothing() {
        assertEquals(0, hierarchy.contains("gn:709717", 0, 10).total());
        assertEquals(0, hierarchy.contains("no such id", 0, 10).total());
    }

    @Test
    void siblingsAreTheOthersOfTheSmallestUnit() {
        Place tarasivka = place("gn:691877");
        Hierarchy.Page siblings = hierarchy.siblings(tarasivka, 0, 1_000);
        assertEquals(hierarchy.contains("gn:UA.05.1412", 0, 0).total() - 1, siblings.total());
        assertFalse(siblings.places().contains(tarasivka));
        assertTrue(hierarchy.siblings(place("ne:UA-14"), 0, 30).places().contains(place("ne:UA-09")));
        assertEquals(0, hierarchy.siblings(place("ne:UA"), 0, 30).total());
    }

    @Test
    void namesakesAreElsewhereAndNeverThePlaceItself() {
        List<String> ids = hierarchy.namesakes(place("gn:712589"), 50).stream()
                .map(Place::id)
                .toList();
        assertTrue(ids.contains("gn:712588"), ids::toString);
        assertFalse(ids.contains("gn:712589"), ids::toString);
    }

    @Test
    void parentsGoFromRaionToCountry() {
        assertEquals(
                List.of("gn:UA.05.1412", "ne:UA-14", "ne:UA"),
                hierarchy.parents(place("gn:691877")).stream().map(Place::id).toList());
        assertEquals(List.of(), hierarchy.parents(place("ne:UA")));
    }

    @ParameterizedTest
    @CsvSource({
        "37.5527, 48.35, ne:UA",
        "34.1, 45.0, ne:UA",
        "35.27, 51.2, ne:RU",
        "36.8, -1.3, ne:KE",
        "29.22, -1.67, ne:CD",
        "34.45, 31.5, ne:PS",
        "179.2, -16.6, ne:FJ",
        "31.0, 43.0, ''",
        "-179.99, 89.9, ''",
    })
    void positionLiesInThisCountryAlsoWhereNoUnitIsKnown(double lon, double lat, String id) {
        LonLat position = new LonLat(lon, lat);
        assertEquals(id, hierarchy.findCountryAt(position).map(Place::id).orElse(""));
    }

    @Test
    void indexedOutlinesAgreeWithTheOutlinesAsGeometries() {
        Random random = new Random(7);
        var factory = new org.locationtech.jts.geom.GeometryFactory();
        for (String country : List.of("ne:UA", "ne:KE", "ne:FJ", "ne:SD")) {
            var outline = gazetteer.findOutline(country).orElseThrow();
            var box = outline.getEnvelopeInternal();
            for (int i = 0; i < 200; i++) {
                double lon = box.getMinX() + random.nextDouble() * box.getWidth();
                double lat = box.getMinY() + random.nextDouble() * box.getHeight();
                var point = factory.createPoint(new org.locationtech.jts.geom.Coordinate(lon, lat));
                if (outline.contains(point)) {
                    assertEquals(
                            country,
                            hierarchy
                                    .findCountryAt(new LonLat(lon, lat))
                                    .map(Place::id)
                                    .orElse(""),
                            "seed 7, " + lon + ", " + lat);
                }
            }
        }
    }

    @Test
    void crimeaIsUkrainesAndHeldByRussiaSinceItsDay() {
        Place simferopol = place("gn:693805");
        assertEquals("UA", simferopol.admin().country());
        assertTrue(hierarchy.isDisputed(simferopol));
        Holding holding = hierarchy.holdings(simferopol).getFirst();
        assertEquals("RU", holding.holder());
        assertEquals("2014-02-27", holding.from());
        assertFalse(holding.partly());
    }

    @Test
    void whatIsHeldInPartIsSaidToBeSo() {
        assertTrue(hierarchy.holdings(place("gn:691877")).stream().allMatch(Holding::partly));
        assertEquals(List.of(), hierarchy.holdings(place("gn:702550")), "Lviv");
        Place shusha = place("gn:147105");
        assertFalse(hierarchy.isDisputed(shusha), "no longer");
        assertFalse(hierarchy.holdings(shusha).isEmpty());
        assertTrue(hierarchy.isDisputed(place("ne:XK")));
    }

    @Test
    void everyTerritoryOfTheTableIsAPlace() {
        for (String territory :
                HoldingTable.load(java.nio.file.Path.of("geodata")).territories()) {
            assertTrue(gazetteer.find(territory).isPresent(), territory);
        }
    }

    @Test
    void everyHolderAndClaimantThatLooksLikeACodeIsACountry() {
        HoldingTable table = HoldingTable.load(java.nio.file.Path.of("geodata"));
        for (String territory : table.territories()) {
            for (Holding holding : table.of(territory)) {
                List<String> codes = new ArrayList<>(holding.claimants());
                if (holding.holder().length() == 2) {
                    codes.add(holding.holder());
                }
                for (String code : codes) {
                    assertTrue(gazetteer.findCountry(code).isPresent(), territory + " " + code);
                }
            }
        }
        assertTrue(gazetteer.lookup("Crimea", Language.EN).stream()
                .anyMatch(match -> hierarchy.isDisputed(match.place())));
    }
}
