package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.web.BrowserWorld.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search box in real Chromium against the real server and the gazetteer that ships with the project. */
class SearchIT {
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
    void aPlaceIsFoundByKeyboardAloneAndRingedOnTheMap() {
        try (Window window = world.open("", 1280, 800)) {
            Page page = window.page;
            page.keyboard().press("/");
            assertEquals("search-input", page.evaluate("document.activeElement.id"));
            page.keyboard().type("Бахмут");
            page.waitForSelector("#search-place-0");
            assertEquals("true", page.getAttribute("#search-input", "aria-expanded"));
            page.keyboard().press("ArrowDown");
            assertEquals("search-place-0", page.getAttribute("#search-input", "aria-activedescendant"));
            assertEquals("true", page.getAttribute("#search-place-0", "aria-selected"));
            assertTrue(page.innerText("#search-place-0").contains("Donetsk, Ukraine"));
            page.keyboard().press("Enter");
            page.waitForSelector("#map[data-place='gn:713174']");
            assertEquals(
                    "Bakhmut",
                    page.locator(".place-label span").first().evaluate("label => label.firstChild.textContent"));
            assertEquals(1, page.locator("path.place-shape").count());
            page.waitForCondition(() -> page.url().contains("c=48.5"));
            // Escape takes back what was typed, and with it the ring; then the reader is on the map.
            page.keyboard().press("Escape");
            page.waitForSelector("#map[data-place='']");
            page.keyboard().press("Escape");
            assertEquals("map", page.evaluate("document.activeElement.id"));
        }
    }

    @Test
    void anAreaIsShownByItsOutline() {
        try (Window window = world.open("", 1280, 800)) {
            window.page.fill("#search-input", "Luhansk oblast");
            window.page.locator("#search-place-0").click();
            window.page.waitForSelector("#map[data-place='ne:UA-09']");
            window.page.waitForSelector("path.place-shape.vague");
            window.page.waitForCondition(() ->
                    (boolean) window.page.evaluate("document.querySelector('path.place-shape').getBBox().width > 150"));
        }
    }

    @Test
    void slipsAreForgivenAndSaidAndEventsAreFoundToo() {
        try (Window window = world.open("", 1280, 800)) {
            window.page.fill("#search-input", "Kramatrosk");
            Locator first = window.page.locator("#search-place-0");
            first.waitFor();
            assertTrue(first.innerText().contains("Kramatorsk"), first.innerText());
            assertTrue(first.innerText().contains("one letter apart"), first.innerText());
            window.page.fill("#search-input", "birch");
            window.page.locator("#search-event-0").click();
            window.page.waitForSelector("#map[data-selected=ev-shelling]");
        }
    }

    @Test
    void nothingFoundIsSaid() {
        try (Window window = world.open("", 1280, 800)) {
            window.page.fill("#search-input", "qzqzqzqz");
            window.page.waitForSelector(".search-nothing");
            assertEquals("Nothing is called “qzqzqzqz”.", window.page.innerText(".search-nothing"));
            assertEquals("false", window.page.getAttribute("#search-input", "aria-expanded"));
            assertEquals("Nothing is called “qzqzqzqz”.", window.page.textContent(".search [role=status]"));
        }
    }

    @Test
    void openAnswersHaveNoAccessibilityViolationsAndFitAt320Pixels() {
        for (int width : new int[] {1280, 320}) {
            try (Window window = world.open("", width, 700)) {
                window.page.fill("#search-input", "Tarasivka");
                window.page.waitForSelector("#search-place-0");
                window.page.keyboard().press("ArrowDown");
                assertEquals(
                        List.of(),
                        new AxeBuilder(window.page)
                                .analyze().getViolations().stream()
                                        .map(rule -> rule.getId() + ": "
                                                + rule.getNodes().getFirst().getHtml())
                                        .toList());
                assertFalse((boolean) window.page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth"));
                Object right =
                        window.page.evaluate("document.querySelector('#search-answers').getBoundingClientRect().right");
                assertTrue(((Number) right).doubleValue() <= width, right.toString());
            }
        }
    }
}
