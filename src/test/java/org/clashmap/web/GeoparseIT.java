package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.web.BrowserWorld.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The geoparse page in real Chromium against the real server. */
class GeoparseIT {
    private static final String TEXT =
            "💥 Fighting near Tarasivka in Donetsk region. Moscow denied it. Shells fell 10 km north-west of Izium.";

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
    void namesAreMarkedByRoleAndTellTheirCandidatesAndReasons() {
        try (Window window = world.openPage("geoparse", 1280, 900)) {
            Page page = window.page;
            read(page, TEXT);
            assertEquals(TEXT, page.evaluate("""
                    [...document.querySelector("#spans").childNodes].map((node) =>
                      node.nodeType === 3 ? node.data : node.firstChild.data).join("")"""));
            assertTrue(page.innerText("#legend").contains("Place ("), page.innerText("#legend"));
            assertTrue(page.innerText("#status").contains(" ms in all"), page.innerText("#status"));
            assertTrue(page.innerText("#phrases").contains("10 km, bearing 315°"), page.innerText("#phrases"));
            Locator name = page.locator("button.span", new Page.LocatorOptions().setHasText("Tarasivka"));
            name.click();
            assertEquals("true", name.getAttribute("aria-pressed"));
            assertEquals("“Tarasivka”", page.innerText("#detail-title"));
            int candidates = page.locator(".candidates > li").count();
            assertTrue(candidates >= 2, "two Tarasivkas in Donetsk region");
            assertEquals(candidates, page.locator("#map .pin").count());
            assertEquals("A", page.innerText("#map .pin.best"));
            assertTrue(page.locator(".candidates .reasons li").count() > 0);
            name.click();
            assertEquals("All places", page.innerText("#detail-title"));
        }
    }

    @Test
    void whatTheServerRefusesIsTold() {
        try (Window window = world.openPage("geoparse", 1280, 900)) {
            window.page.click("#run");
            // The browser itself asks for the missing text; a country that is none is for the server to refuse.
            assertFalse(window.page.isVisible("#result"));
            window.page.fill("#country", "Atlantis");
            window.page.fill("#text", "Fighting in Izium.");
            window.expectTrouble("400 ", "console: Failed to load resource");
            window.page.click("#run");
            window.page.waitForSelector("#status.failed");
            assertTrue(window.page.innerText("#status").contains("Atlantis"), window.page.innerText("#status"));
        }
    }

    @Test
    void textThatLooksLikeMarkupStaysText() {
        try (Window window = world.openPage("geoparse", 1280, 900)) {
            String text = "<img src=x onerror=alert(1)> Fighting in <b>Izium</b>.";
            read(window.page, text);
            assertEquals(0, window.page.locator("#spans img, #spans b").count());
            assertTrue(window.page.innerText("#spans").startsWith("<img src=x"));
        }
    }

    @Test
    void thePageHasNoAccessibilityViolationsInBothThemesAndFitsAt320Pixels() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                try (Window window = world.openPage("geoparse", width, 800)) {
                    window.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    window.page.click("#example");
                    window.page.waitForSelector("button.span");
                    window.page.locator("button.span").first().click();
                    assertEquals(
                            List.of(),
                            new AxeBuilder(window.page)
                                    .analyze().getViolations().stream()
                                            .map(rule -> rule.getId() + ": "
                                                    + rule.getNodes().getFirst().getHtml())
                                            .toList(),
                            scheme + " at " + width);
                    assertFalse(
                            (boolean) window.page.evaluate(
                                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"),
                            "at " + width);
                }
            }
        }
    }

    private static void read(Page page, String text) {
        page.fill("#text", text);
        page.click("#run");
        page.waitForSelector("button.span");
    }
}
