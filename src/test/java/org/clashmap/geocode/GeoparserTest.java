package org.clashmap.geocode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** Own sentences against the repository's gazetteer. */
class GeoparserTest {
    private final Geoparser geoparser = new Geoparser(Geodata.shared());

    @Test
    void capitalThatSpeaksIsAGovernmentAndOneThatIsBombedIsAPlace() {
        List<Toponym> toponyms = english("Tehran rejected the offer. Two rockets fell in Tehran at dawn.");
        assertEquals(
                List.of(ToponymRole.METONYM, ToponymRole.LITERAL),
                toponyms.stream().map(t -> t.mention().role()).toList());
    }

    @Test
    void datelineIsNotAPlaceOfTheReport() {
        assertEquals(
                ToponymRole.DATELINE,
                english("BEIRUT, Monday 3 March 2025. Shells fell on Tyre.")
                        .getFirst()
                        .mention()
                        .role());
    }

    @Test
    void shortCityInCapitalsAtTheHeadIsADateline() {
        assertEquals(
                ToponymRole.DATELINE,
                find(english("KYIV, Ukraine – Fighting went on near Izium on Monday."), "KYIV")
                        .mention()
                        .role());
        assertEquals(
                ToponymRole.DATELINE,
                find(english("LVIV (Agency) - Two people died."), "LVIV")
                        .mention()
                        .role());
    }

    @Test
    void namesOfPeopleAndOrganisationsAreNotPlaces() {
        List<Toponym> toponyms =
                english("Mr Paris of the London Times met Austin Georgetown near Lviv on a rainy day.");
        assertEquals(
                List.of("Lviv"),
                toponyms.stream()
                        .filter(t -> t.mention().isLiteral())
                        .map(t -> t.mention().text())
                        .toList());
    }

    @Test
    void homonymAcrossTheBorderOfTheNamedUnitStaysInPlay() {
        Toponym village = find(
                english("The two sides fought near the village of Bilohorivka in Donetsk, west of the river."),
                "Bilohorivka");
        Resolution.Ambiguous open = assertInstanceOf(Resolution.Ambiguous.class, village.resolution());
        assertEquals(
                List.of("gn:712588", "gn:712589"),
                open.candidates().stream()
                        .filter(c -> c.share() > 0.1)
                        .map(c -> c.place().id())
                        .sorted()
                        .toList());
        assertTrue(open.candidates().stream().noneMatch(c -> c.reasons().isEmpty()));
    }

    @Test
    void nameOfATownAndItsProvinceMeansTheProvinceWhenItHoldsAnotherPlace() {
        Toponym unit = find(english("Shells hit the village of Hryshyne in Donetsk."), "Donetsk");
        assertEquals("ADM1", best(unit).feature().code());
        Toponym city = find(english("Shells hit a market in the city of Donetsk."), "Donetsk");
        assertTrue(best(city).feature().isPopulatedPlace());
    }

    @Test
    void homonymPrefersPlaceNearOtherMentions() {
        Toponym east = find(english("Drones hit Kramatorsk, Druzhkivka and Kostiantynivka."), "Kostiantynivka");
        assertEquals("gn:705104", best(east).id());
    }

    @Test
    void ukrainianCaseFormsAndAdjectivesFindTheirTown() {
        List<Toponym> toponyms = geoparser.parse(AnalysedText.of(
                "На Покровському напрямку тривали бої. Дрон влучив у будинок у Торецьку.", Language.UK));
        assertEquals(
                List.of("Pokrovsk", "Toretsk"),
                toponyms.stream().map(t -> best(t).name()).toList());
    }

    @Test
    void abbreviationsOfOrganisationsAreNotTowns() {
        assertFalse(english("The UN and the RSF met in Geneva.").stream()
                .map(t -> t.mention().text())
                .collect(Collectors.toSet())
                .contains("UN"));
    }

    @Test
    void sharesOfAMentionSumToOneAtMost() {
        for (Toponym toponym : english("Fighting spread from Tripoli to Springfield and Georgetown near Victoria.")) {
            double sum = toponym.resolution().candidates().stream()
                    .mapToDouble(Candidate::share)
                    .sum();
            assertTrue(sum <= 1 + 1e-9, toponym.mention().text());
        }
    }

    @Test
    void nameMeansTheSameWhereTheReportSaysNothingMore() {
        List<Toponym> paris =
                english("A fire broke out in Paris, Texas. Crews from Paris fought it for hours.").stream()
                        .filter(t -> t.mention().text().equals("Paris"))
                        .toList();
        assertEquals(2, paris.size());
        for (Toponym each : paris) {
            assertEquals("ne:US-TX", best(each).admin().admin1());
        }
    }

    @Test
    void countyIsTheOneInTheStateTheReportIsAbout() {
        Toponym county = find(
                english("Deputies of Anderson County met in Austin, Texas. Roads near Houston and Dallas are closed."),
                "Anderson County");
        assertEquals("ne:US-TX", best(county).admin().admin1());
    }

    @Test
    void countryToldWithTheTextIsEvidence() {
        AnalysedText line = AnalysedText.of("Shelling in Tripoli kills two.", Language.EN);
        assertEquals("LY", country(geoparser.parse(line)));
        assertEquals("LB", country(geoparser.parse(line, Setting.inCountry("LB"))));
    }

    @Test
    void recentEventsNearOneOfTwoHomonymsSpeakForIt() {
        AnalysedText line = AnalysedText.of("Shells hit Kostiantynivka.", Language.EN);
        List<Candidate> alone = geoparser.parse(line).getFirst().resolution().candidates();
        Candidate second = alone.get(1);
        Setting setting =
                new Setting(java.util.Optional.empty(), List.of(second.place().point()));
        double after = geoparser.parse(line, setting).getFirst().resolution().candidates().stream()
                .filter(c -> c.place().id().equals(second.place().id()))
                .findFirst()
                .orElseThrow()
                .share();
        assertTrue(after > second.share(), after + " after, " + second.share() + " before");
    }

    @Test
    void buildingStandsInTheTownItIsCalledAfter() {
        for (String line : List.of(
                "Mariupol Drama Theatre was destroyed.",
                "A rocket struck the Kharkiv National University at noon.",
                "Smoke rose over the Kherson Oncology Hospital.")) {
            Toponym town = english(line).getFirst();
            assertEquals(ToponymRole.LITERAL, town.mention().role(), line);
            assertTrue(best(town).feature().isPopulatedPlace(), line);
        }
    }

    @Test
    void capitalThatAStrikeFallsOnIsAPlace() {
        assertEquals(
                ToponymRole.LITERAL,
                find(english("Strike on Kyiv kills three."), "Kyiv").mention().role());
    }

    @Test
    void endsOfARailwayArePlacesAndPartiesToATalkAreNot() {
        assertTrue(find(english("The railway between Irpin and Kyiv is cut."), "Kyiv")
                .mention()
                .isLiteral());
        assertFalse(find(english("Talks between Ankara and Kyiv went on."), "Kyiv")
                .mention()
                .isLiteral());
    }

    @Test
    void arabicNameIsFoundUnderASpellingNoTableHas() {
        assertEquals(
                "SY",
                country(english("Clashes raged near Deir Ezzor all night.").stream()
                        .filter(t -> t.mention().text().equals("Deir Ezzor"))
                        .toList()));
    }

    @Test
    void nameWithItsArticleInLowerCaseIsRead() {
        assertEquals(
                "SY",
                best(find(english("Warplanes hit Aleppo and al-Bab."), "al-Bab"))
                        .admin()
                        .country());
    }

    @Test
    void nameThatOpensALineWithItsRegionIsAPlace() {
        Toponym village = find(english("Yakovlivka, Kharkiv region. Homes were destroyed by shelling."), "Yakovlivka");
        assertTrue(village.mention().isLiteral());
    }

    @Test
    void adjectiveOfATownBeforeItsWorksMeansTheTown() {
        assertEquals(
                "gn:712451",
                best(geoparser
                                .parse(AnalysedText.of("ЗСУ знищили техніку на Бердянському аеродромі.", Language.UK))
                                .getFirst())
                        .id());
    }

    @Test
    void abbreviatedStateSaysWhereTheTownBeforeItLies() {
        Toponym paris = find(english("Police in Paris, Ill., closed the road."), "Paris");
        assertEquals("ne:US-IL", best(paris).admin().admin1());
        assertTrue(english("He fell ill. Miss Smith, a nurse, came.").stream()
                .noneMatch(t -> t.mention().text().equals("Miss") && t.mention().isLiteral()));
    }

    @Test
    void roadBetweenTwoTownsIsALine() {
        for (String line : List.of(
                "Fighting raged along the Kharkiv–Kupiansk road.", "Mines lie on the Kharkiv-Kupiansk highway.")) {
            AnalysedText text = AnalysedText.of(line, Language.EN);
            PlacePhrase phrase =
                    PlacePhraseReader.read(text, geoparser.parse(text)).getFirst();
            assertEquals(Relation.ALONG, phrase.relation(), line);
            assertEquals(2, phrase.anchors().size(), line);
        }
    }

    @Test
    void villageNoTableKnowsIsOneOfAListOfVillages() {
        Toponym unknown = find(
                english("Drones struck the villages of Tetkino, Qwertivka and Glushkovo in Kursk region."),
                "Qwertivka");
        assertTrue(unknown.mention().isLiteral());
        assertInstanceOf(Resolution.Unresolved.class, unknown.resolution());
    }

    @Test
    void sameTextGivesTheSameAnswer() {
        String text = "Rockets fell near Aleppo, Idlib and a village south of Hama, Damascus said.";
        assertEquals(english(text), english(text));
    }

    private List<Toponym> english(String text) {
        return geoparser.parse(AnalysedText.of(text, Language.EN));
    }

    private static String country(List<Toponym> toponyms) {
        return best(toponyms.getFirst()).admin().country();
    }

    private static Toponym find(List<Toponym> toponyms, String name) {
        return toponyms.stream()
                .filter(t -> t.mention().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static org.clashmap.gazetteer.Place best(Toponym toponym) {
        return toponym.resolution().findBest().orElseThrow();
    }
}
