package org.clashmap.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clashmap.gazetteer.Geodata;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** Own short reports against the repository's gazetteer. */
class EventCoderTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2025, 6, 11);

    private final EventCoder coder = new EventCoder(new Geoparser(Geodata.shared()));

    @Test
    void twoFarVillagesBecomeTwoEventsThatShareAGroup() {
        List<Event> events = onMap("Soldiers of both armies clashed near Kupiansk and Mariupol on Monday.");
        assertEquals(2, events.size());
        assertNotNull(events.get(0).identity().groupId());
        assertEquals(
                events.get(0).identity().groupId(), events.get(1).identity().groupId());
        assertEquals(LocalDate.of(2025, 6, 9), events.get(0).when().day());
    }

    @Test
    void dayOfSayingIsNotTheDayOfTheAct() {
        Event event = onMap("Russian shells hit a school in Kramatorsk, the mayor said on Tuesday.")
                .getFirst();
        assertEquals(LocalDate.of(2025, 6, 5), event.when().start());
        assertEquals(WEDNESDAY, event.when().end());
        assertEquals("inferred_publish", event.when().basis());
    }

    @Test
    void everyEventCarriesTheSentenceThatProvesIt() {
        String text =
                "It rained 🌧 all day. A Russian missile struck a warehouse in Kramatorsk on Monday, killing three people.";
        Event event = onMap(text).getFirst();
        Event.Quote quote = event.account().sources().getFirst().evidence().getFirst();
        CodePoints codePoints = CodePoints.of(text);
        assertEquals(quote.text(), text.substring(codePoints.toUnits(quote.start()), codePoints.toUnits(quote.end())));
        assertTrue(quote.text().startsWith("A Russian missile"));
        assertEquals(3, event.toll().fatalities());
    }

    @Test
    void whatDidNotHappenIsLeftOutWithItsReason() {
        CodedReport coded =
                code("No strikes on Kharkiv were reported. If Moscow attacked Sumy, roads would close.", Language.EN);
        assertEquals(
                List.of(),
                coded.events().stream().filter(EventCoderTest::isOnMap).toList());
        List<String> traps = coded.omissions().stream().map(Omission::trap).toList();
        assertTrue(traps.contains("negation"), traps.toString());
        assertTrue(traps.contains("hypothetical"), traps.toString());
    }

    @Test
    void regionAloneGetsNoPoint() {
        Event event = code("Ukrainian and Russian troops fought in the Donetsk region on Monday.", Language.EN)
                .events()
                .getFirst();
        assertNull(event.where().point());
        assertNotNull(event.where().footprint());
        assertEquals(MapTier.OPT_IN, event.what().tier());
    }

    @Test
    void denialOfTheOtherSideMakesAClaimDisputed() {
        Event event = onMap(
                        "Russia's defence ministry claimed its troops had captured the town of Siversk; Kyiv denied it.")
                .getFirst();
        assertEquals("disputed", event.account().certainty());
        assertTrue(event.account().claims().stream().anyMatch(c -> c.stance().equals("denies")));
    }

    @Test
    void prisonersTakenInAFightArePartOfIt() {
        List<Event> events = code(
                        "Ukrainian troops fought Russian soldiers near Lyman on Monday and took two prisoner. Two Russian"
                                + " soldiers have been captured, Kyiv said.",
                        Language.EN)
                .events();
        Event capture = events.stream()
                .filter(e -> e.identity().parentId() != null)
                .findFirst()
                .orElseThrow();
        assertNull(capture.where().point());
        assertEquals(2, capture.toll().captured());
        assertEquals("part_of", capture.identity().links().getFirst().type());
    }

    @Test
    void reportWithoutADateSaysSo() {
        Report undated = report("A drone hit Kramatorsk.", Language.EN, null);
        assertEquals("report_undated", coder.code(undated).notices().getFirst().code());
    }

    @Test
    void ukrainianAndRussianReportsAreReadToo() {
        Event event =
                code("Учора дрон влучив у будинок у Краматорську, загинули дві людини.", Language.UK).events().stream()
                        .filter(EventCoderTest::isOnMap)
                        .findFirst()
                        .orElseThrow();
        assertEquals(SubEventType.AIR_DRONE_STRIKE, event.what().type());
        assertEquals(2, event.toll().fatalities());
        assertEquals(LocalDate.of(2025, 6, 10), event.when().day());
        Event shelling = code("Вчера артиллерия обстреляла Краматорск, ранены трое.", Language.RU).events().stream()
                .filter(EventCoderTest::isOnMap)
                .findFirst()
                .orElseThrow();
        assertEquals(SubEventType.SHELLING, shelling.what().type());
    }

    @Test
    void sameReportGivesTheSameEvents() {
        String text = "Shells hit Kramatorsk and Lyman on Monday, killing two. Kyiv blamed Moscow.";
        assertEquals(code(text, Language.EN).toString(), code(text, Language.EN).toString());
    }

    private List<Event> onMap(String text) {
        List<Event> events = code(text, Language.EN).events().stream()
                .filter(EventCoderTest::isOnMap)
                .toList();
        assertTrue(!events.isEmpty(), "no event on the default map in: " + text);
        return events;
    }

    private static boolean isOnMap(Event event) {
        return event.what().tier() == MapTier.DEFAULT_MAP;
    }

    private CodedReport code(String text, Language language) {
        return coder.code(report(text, language, WEDNESDAY));
    }

    private static Report report(
            String text, Language language, @org.jspecify.annotations.Nullable LocalDate published) {
        return new Report(
                "rep-test",
                text,
                language,
                published,
                new Report.Source("Test", null, null),
                new Report.Receipt(
                        "0".repeat(64),
                        "text/plain",
                        Objects.requireNonNull(text).length(),
                        "2025-06-11T08:00:00Z",
                        "paste"));
    }
}
