package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about the gazetteer that ships with the project. */
class GazetteerTest {
    private final Gazetteer gazetteer = Geodata.shared();

    @ParameterizedTest
    @CsvSource({
        "Bakhmut, EN, gn:713174",
        "Artyomovsk, EN, gn:713174",
        "Kiev, EN, gn:703448",
        "Kharkov, EN, gn:706483",
        "Odessa, EN, gn:698740",
        "Chasov Yar, EN, gn:710915",
        "Артёмовск, RU, gn:713174",
        "Красноармейск, RU, gn:704422",
        "El Fasher, EN, gn:379555",
        "غزة, EN, gn:281133",
        "US, EN, ne:US",
        "U.S., EN, ne:US",
        "UK, EN, ne:GB",
        "UAE, EN, ne:AE",
        "DPRK, EN, ne:KP",
        "США, UK, ne:US",
        "РФ, RU, ne:RU",
        "Росії, UK, ne:RU",
        "Norte de Santander, EN, ne:CO-NSA",
        "North Darfur, EN, ne:SD-DN",
        "Kursk region, EN, ne:RU-KRS",
        "province of Idlib, EN, ne:SY-ID",
        "Donetsk, EN, ne:UA-14",
        "Donetsk, EN, gn:709717",
        "Донецької області, UK, ne:UA-14",
        "Донецкой области, RU, ne:UA-14",
        "Курской области, RU, ne:RU-KRS",
        "Донеччині, UK, ne:UA-14",
        "Сумщину, UK, ne:UA-59",
        "ДНР, RU, ne:UA-14",
        "Краматорського району, UK, gn:UA.05.1412",
        "Костянтинівського району, UK, gnp:UA.05.Kostiantynivskyi",
        "Торецьком, UK, gn:709354",
        "Тарасівки, UK, gn:691877",
        "Родинським, UK, gn:695581",
        "Куп'янська, UK, gn:703656",
        "Великої Новосілки, UK, gn:690237",
        "Кривому Розі, UK, gn:703845",
        "Кривим Рогом, UK, gn:703845",
        "Часового Яру, UK, gn:710915",
        "Часовым Яром, RU, gn:710915",
        "Курске, RU, gn:538560",
        "Судже, RU, gn:486816",
        "Ростова-на-Дону, RU, gn:501175",
        "Донбасі, UK, rgn:donbas",
        "Чорному морі, UK, rgn:black-sea",
        "Sahel, EN, rgn:sahel",
        "West Bank, EN, ne:PS-WBK",
        "Gaza, EN, ne:PS-GZZ",
        "Gaza, EN, gn:281133",
        "Nagorno-Karabakh, EN, rgn:nagorno-karabakh",
    })
    void findsThePlaceUnderThisName(String name, Language language, String id) {
        List<String> ids = ids(gazetteer.lookup(name, language));
        assertTrue(ids.contains(id), () -> name + " gave " + ids);
    }

    @ParameterizedTest
    @CsvSource({
        "Покровському, UK, gn:704422",
        "Покровському, UK, gn:UA.05.1416",
        "Куп'янському, UK, gn:703656",
        "Сіверському, UK, gn:694403",
        "Краматорського, UK, gn:704508",
        "Гуляйпільському, UK, gn:707898",
        "Криворізького, UK, gn:703845",
        "Харківської, UK, ne:UA-63",
        "Курской, RU, ne:RU-KRS",
        "Белгородской, RU, gn:578072",
        "Покровском, RU, gn:704422",
    })
    void findsTheTownOrUnitOfAnAdjective(String word, Language language, String id) {
        List<String> ids = ids(gazetteer.lookupAdjective(word, language));
        assertTrue(ids.contains(id), () -> word + " gave " + ids);
    }

    @ParameterizedTest
    @CsvSource({
        "Chinese, EN, ne:CN",
        "Britons, EN, ne:GB",
        "Sudanese, EN, ne:SD",
        "South Sudanese, EN, ne:SS",
        "Nigerien, EN, ne:NE",
        "Congolese, EN, ne:CD",
        "Palestinians, EN, ne:PS",
        "Muscovites, EN, gn:524901",
        "українських, UK, ne:UA",
        "росіянами, UK, ne:RU",
        "північнокорейські, UK, ne:KP",
        "россиянами, RU, ne:RU",
        "китайского, RU, ne:CN",
    })
    void knowsWhoseDemonymAWordIs(String word, Language language, String id) {
        assertEquals(Optional.of(id), gazetteer.findByDemonym(word, language).map(Place::id));
    }

    @Test
    void everyCountryHasAnEnglishAdjectiveOrDemonymAndItsCodes() {
        for (String iso2 :
                List.of("UA", "RU", "SD", "PS", "SY", "MM", "CD", "CO", "HT", "ML", "BF", "NE", "YE", "XK", "TW")) {
            assertTrue(gazetteer.findCountry(iso2).isPresent(), iso2);
            assertEquals(3, gazetteer.findIso3(iso2).orElse("").length(), iso2);
        }
        assertEquals("Kyiv", gazetteer.findCapital("UA").map(Place::name).orElse(""));
        assertEquals("Khartoum", gazetteer.findCapital("SD").map(Place::name).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"IEV", "KHC", "85180", "x", "Qzqzqz"})
    void codesAndNonsenseAreNoNames(String name) {
        assertEquals(List.of(), ids(gazetteer.lookup(name, Language.EN)));
    }

    @Test
    void twoBilohorivkasAndThreeTarasivkasOfTheEastAreKnownByTheirPoints() {
        assertPoint("gn:691877", 37.5527, 48.35, "ne:UA-14", "gn:UA.05.1412");
        assertPoint("gn:9529726", 37.6487, 47.5502, "ne:UA-14", "gn:UA.05.1404");
        assertPoint("gn:691863", 38.392, 49.6642, "ne:UA-09", "gn:UA.14.4410");
        assertPoint("gn:712589", 38.2149, 48.7344, "ne:UA-14", "gn:UA.05.1402");
        assertPoint("gn:712588", 38.2482, 48.925, "ne:UA-09", "gn:UA.14.4412");
        List<String> bilohorivka = ids(gazetteer.lookupWithin("Bilohorivka", Language.EN, "ne:UA"));
        assertTrue(bilohorivka.containsAll(List.of("gn:712588", "gn:712589")), bilohorivka::toString);
        List<NameMatch> inDonetsk = gazetteer.lookupWithin("Tarasivka", Language.EN, "ne:UA-14");
        assertEquals(List.of("gn:691877", "gn:9529726"), ids(inDonetsk), "no third, and none known only to its raion");
    }

    private void assertPoint(String id, double lon, double lat, String admin1, String admin2) {
        Place place = gazetteer.find(id).orElseThrow();
        assertEquals(new LonLat(lon, lat), place.point());
        assertEquals(PlacePrecision.POINT, place.precision());
        assertEquals(new Place.Admin("UA", admin1, admin2), place.admin());
    }

    @Test
    void villageKnownToItsRaionIsNeverAPoint() {
        Place klynove = gazetteer
                .lookupWithin("Клинове", Language.UK, "gn:UA.05.1412")
                .getFirst()
                .place();
        assertEquals(PlacePrecision.ADMIN2, klynove.precision());
        assertEquals("gn:UA.05.1412", klynove.admin().admin2());
    }

    @Test
    void crimeaBelongsToUkraine() {
        assertEquals(
                "ne:UA-43",
                gazetteer.findAdmin1At(new LonLat(34.1, 45.0)).map(Place::id).orElse(""));
        assertEquals(
                "ne:UA-40",
                gazetteer.findAdmin1At(new LonLat(33.52, 44.61)).map(Place::id).orElse(""));
        Place simferopol = gazetteer.find("gn:693805").orElseThrow();
        assertEquals("UA", simferopol.admin().country());
        assertTrue(gazetteer
                .findOutline("ne:UA")
                .orElseThrow()
                .getEnvelopeInternal()
                .contains(34.1, 45.0));
        assertEquals(
                NameMatch.Kind.OCCUPATION,
                gazetteer.lookup("Республика Крым", Language.RU).getFirst().kind());
    }

    @ParameterizedTest
    @CsvSource({
        "37.5527, 48.35, ne:UA-14",
        "38.2482, 48.925, ne:UA-09",
        "30.52, 50.45, ne:UA-30",
        "30.75, 46.48, ne:UA-51",
        "35.27, 51.2, ne:RU-KRS",
        "34.45, 31.5, ne:PS-GZZ",
        "25.35, 13.63, ne:SD-DN",
        "31.0, 43.0, ''",
    })
    void positionLiesInThisUnit(double lon, double lat, String id) {
        assertEquals(
                id, gazetteer.findAdmin1At(new LonLat(lon, lat)).map(Place::id).orElse(""));
    }

    @Test
    void outlinesOfCountriesUnitsAndRegionsAreValid() {
        for (String id : List.of("ne:UA", "ne:RU", "ne:SD", "ne:FJ", "ne:UA-14", "ne:PS-GZZ", "rgn:donbas", "ne:KE")) {
            assertTrue(gazetteer.findOutline(id).orElseThrow().isValid(), id);
        }
        assertEquals(Optional.empty(), gazetteer.findOutline("gn:703448"));
        assertEquals(Optional.empty(), gazetteer.findOutline("no such id"));
    }

    @ParameterizedTest
    @CsvSource({
        "Артемівськ, UK, Бахмут, gn:713174, 2016",
        "Artemivsk, EN, Bakhmut, gn:713174, 2016",
        "Дніпропетровськ, UK, Дніпро, gn:709930, 2016",
        "Красноград, RU, Berestyn, gn:704388, 2024",
        "Chervonohrad, EN, Шептицький, gn:710554, 2024",
        "Новгородське, UK, Niu-York, ovr:ua-niu-york, 2021",
        "Кіровоград, UK, Кропивницький, gn:705812, 2016",
        "Bilmak, EN, Кам'янка, gn:703494, 2021",
        "Сталино, RU, Донецьк, gn:709717, 1961",
        "Leningrad, EN, Saint Petersburg, gn:498817, 1991"
    })
    void oldNameAndNewOneLeadToTheTownWithTheYearOfTheRenaming(
            String old, Language language, String now, String id, int year) {
        NameMatch former = match(gazetteer.lookup(old, language), id);
        NameMatch current = match(gazetteer.lookup(now, NameKeys.isCyrillic(now) ? Language.UK : Language.EN), id);
        assertEquals(NameMatch.Kind.OFFICIAL, current.kind());
        assertEquals(NameMatch.Kind.HISTORIC, former.kind());
        assertEquals(year, former.validity().lastYear());
        assertEquals(year, current.validity().firstYear());
    }

    private static NameMatch match(List<NameMatch> matches, String id) {
        return matches.stream()
                .filter(match -> match.place().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + matches));
    }

    @Test
    void skeletonMatchesOnlyWithinAUnit() {
        List<NameMatch> within = gazetteer.lookupWithin("Novomikhailovka", Language.EN, "ne:UA-14");
        assertFalse(within.isEmpty());
        assertTrue(within.stream().allMatch(match -> match.level() == NameMatch.Level.SKELETON), within::toString);
        assertTrue(gazetteer.lookup("Novomikhailovka", Language.EN).stream()
                .noneMatch(match -> match.level() == NameMatch.Level.SKELETON));
        assertEquals(List.of(), gazetteer.lookupWithin("Kyiv", Language.EN, "no such unit"));
    }

    @Test
    void answersAreOrderedByPopulationThenId() {
        List<NameMatch> matches = gazetteer.lookup("San José", Language.EN);
        assertTrue(matches.size() > 20);
        List<Place> places = matches.stream().map(NameMatch::place).toList();
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(java.util.Comparator.comparingLong((Place place) -> -place.population())
                .thenComparing(Place::id));
        assertEquals(sorted, places);
        assertEquals(matches, gazetteer.lookup("San José", Language.EN));
    }

    @Test
    void beginningsOfLongerNamesAreKnown() {
        assertTrue(gazetteer.isNamePrefix("Norte"));
        assertTrue(gazetteer.isNamePrefix("Norte de"));
        assertTrue(gazetteer.isNamePrefix("Великої"), "of Велика Новосілка, inflected");
        assertFalse(gazetteer.isNamePrefix("Qzqzqz"));
    }

    @Test
    void nearGivesTheNearestPopulatedPlacesFirst() {
        List<Place> near = gazetteer.near(new LonLat(37.5527, 48.35), 15_000, 4);
        assertEquals("gn:691877", near.getFirst().id());
        assertTrue(near.stream().allMatch(place -> place.precision() == PlacePrecision.POINT));
    }

    @Test
    void namesComeInTheAskedLanguage() {
        assertEquals("Бахмут", first("gn:713174", Language.UK));
        assertEquals("Бахмут", first("gn:713174", Language.RU));
        assertEquals("Москва", first("gn:524901", Language.UK));
        assertEquals("Киев", first("gn:703448", Language.RU));
        assertEquals(
                "Донецкая область",
                gazetteer.names(gazetteer.find("ne:UA-14").orElseThrow(), Language.RU).stream()
                        .filter(name -> name.endsWith("область"))
                        .findFirst()
                        .orElse(""));
        assertEquals("Kyiv", first("gn:703448", Language.EN));
    }

    private String first(String id, Language language) {
        return gazetteer.names(gazetteer.find(id).orElseThrow(), language).getFirst();
    }

    @Test
    void creditsNameEverySourceWithItsLicence() {
        assertEquals(
                List.of("geonames", "geonames-postal", "naturalearth", "ourairports", "overrides"),
                gazetteer.credits().stream().map(Gazetteer.Credit::layer).toList());
        assertTrue(gazetteer.credits().stream()
                .allMatch(credit -> credit.places() > 0 && !credit.licence().isEmpty()));
        assertTrue(gazetteer.version().startsWith(GeodataFormat.NUMBER + "."));
    }

    private static List<String> ids(List<NameMatch> matches) {
        return matches.stream().map(match -> match.place().id()).toList();
    }
}
