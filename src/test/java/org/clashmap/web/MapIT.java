package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.web.BrowserWorld.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The map in real Chromium against the real server. Every window, when it closes, fails its test if the page wrote an error
 * or a warning to the console, threw, got an error from the server, or asked any other host.
 */
class MapIT {
    /** How bright a pixel of the base map is, 0 to 765; read from a copy, since reading slows a canvas down. */
    private static final String BRIGHTNESS = """
            (() => {
              const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
              copy.drawImage(document.querySelector(".basemap-tiles canvas"), 200, 200, 1, 1, 0, 0, 1, 1);
              const [red, green, blue] = copy.getImageData(0, 0, 1, 1).data;
              return red + green + blue;
            })()""";

    private static final String LABELS = "document.querySelector('canvas.basemap-labels').toDataURL()";

    @TempDir
    static Path folder;

    private static BrowserWorld world;

    @BeforeAll
    static void start() throws IOException {
        world = BrowserWorld.start(folder);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void marksAreTheEventsOfTheDefaultMap() {
        try (Window window = world.open("", 1280, 800)) {
            assertEquals(3, window.eventsOnMap());
            assertEquals("3", window.page.getAttribute("#map", "data-marks"));
            assertEquals("Clashmap", window.page.locator("h1").innerText().strip());
        }
    }

    @Test
    void theListHoldsWhatTheMapHolds() {
        try (Window window = world.open("#v=1&view=list", 1280, 800)) {
            assertEquals(
                    List.of("ev-clash", "ev-drones", "ev-shelling"),
                    window.page.locator("#list tr[data-event]").all().stream()
                            .map(row -> String.valueOf(row.getAttribute("data-event")))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aClickOnAMarkShowsTheSentenceItRestsOn() {
        try (Window window = world.open("#v=1&z=8&c=48.3500,37.5500", 1280, 800)) {
            window.page.locator("#map").click();
            window.page.waitForSelector("#map[data-selected=ev-clash]");
            assertSentence(window.page, BrowserWorld.CLASH_SENTENCE);
        }
    }

    @Test
    void theKeyboardWalksTheMapAndOpensEvents() {
        try (Window window = world.open("#v=1&z=8&c=48.3500,37.5500", 1280, 800)) {
            window.page.locator("#map").focus();
            window.page.keyboard().press("n");
            window.page.waitForSelector("#map[data-selected=ev-clash]");
            assertSentence(window.page, BrowserWorld.CLASH_SENTENCE);
            window.page.keyboard().press("Escape");
            window.page.waitForSelector("#map[data-selected='']");
        }
    }

    @Test
    void aRowOfTheListOpensByEnter() {
        try (Window window = world.open("#v=1&view=list", 1280, 800)) {
            window.page.locator("#list button[data-event=ev-shelling]").focus();
            window.page.keyboard().press("Enter");
            assertSentence(window.page, BrowserWorld.SHELLING_SENTENCE);
        }
    }

    @Test
    void anEventKnownOnlyToARegionStandsOnTheMapAndOpensFromALink() {
        try (Window window = world.open("#v=1&e=ev-drones", 1280, 800)) {
            assertSentence(window.page, BrowserWorld.DRONES_SENTENCE);
        }
    }

    @Test
    void narrowingTheTimelineHidesEvents() {
        try (Window window = world.open("", 1280, 800)) {
            window.page.locator("#timeline .handle.from").focus();
            window.page.keyboard().press("End");
            window.awaitEventsOnMap(0);
            window.page.keyboard().press("Home");
            window.awaitEventsOnMap(3);
            window.page.locator("#timeline .quick button").first().click();
            window.awaitEventsOnMap(1);
        }
    }

    @Test
    void anEventOfSeveralDaysStaysForAllOfThem() {
        try (Window window = world.open("#v=1&d=2025-04-05..2025-04-05", 1280, 800)) {
            assertEquals(1, window.eventsOnMap());
        }
    }

    @Test
    void theDatesOfALinkAreRestored() {
        try (Window window = world.open("#v=1&d=2025-04-20..2025-04-30", 1280, 800)) {
            assertEquals(2, window.eventsOnMap());
            assertTrue(window.page.url().contains("d=2025-04-20"), window.page.url());
        }
    }

    @Test
    void darkHasItsOwnGroundAndIsKept() {
        try (Window window = world.open("", 1280, 800)) {
            int light = ((Number) window.page.evaluate(BRIGHTNESS)).intValue();
            turnDark(window.page);
            window.page.waitForFunction(BRIGHTNESS + " < " + light / 2);
            window.page.reload();
            assertEquals("dark", window.page.getAttribute("html", "data-theme"));
        }
    }

    @Test
    void theBaseMapNamesPlacesInTheChosenLanguage() {
        try (Window window = world.open("#v=1&z=6&c=48.5,35", 1280, 800)) {
            Object before = window.page.evaluate(LABELS);
            window.page.selectOption("select.language", "uk");
            window.page.waitForFunction("before => " + LABELS + " !== before", before);
        }
    }

    @Test
    void axeFindsNothingInEitherTheme() {
        for (String hash : List.of("#v=1&e=ev-clash", "#v=1&view=list")) {
            try (Window window = world.open(hash, 1280, 800)) {
                assertAccessible(window.page, hash + " light");
                turnDark(window.page);
                assertAccessible(window.page, hash + " dark");
            }
        }
    }

    @Test
    void axeFindsNothingOnAPhone() {
        try (Window window = world.open("#v=1&e=ev-clash", 390, 844)) {
            assertAccessible(window.page, "phone");
        }
    }

    @Test
    void aNarrowScreenNeverScrollsSideways() {
        for (String hash : List.of("", "#v=1&e=ev-clash", "#v=1&view=list")) {
            try (Window window = world.open(hash, 320, 640)) {
                Object wider = window.page.evaluate("document.documentElement.scrollWidth - innerWidth");
                assertTrue(((Number) wider).intValue() <= 0, hash + " is wider than the screen by " + wider);
                assertFalse(window.page.locator("#map").boundingBox() == null && !hash.contains("list"), hash);
            }
        }
    }

    private static void assertSentence(Page page, String sentence) {
        page.waitForSelector("#card blockquote mark");
        page.waitForFunction(
                "sentence => [...document.querySelectorAll('#card blockquote mark')].map(m => m.textContent).join('') === sentence",
                sentence);
    }

    private static void turnDark(Page page) {
        for (int press = 0; press < 3 && !"dark".equals(page.getAttribute("html", "data-theme")); press++) {
            page.locator("#header button[aria-label^=Theme]").click();
            page.waitForTimeout(50);
        }
    }

    private static void assertAccessible(Page page, String where) {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        assertEquals(List.of(), violations, where);
    }
}
