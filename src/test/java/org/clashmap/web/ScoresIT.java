package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
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

/** The score page in real Chromium. */
class ScoresIT {
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
    void figuresStandInPlainWordsWithDateDoubtErrorsAndSpeed() {
        try (Window window = world.openPage("scores", 1200, 900)) {
            Page page = window.page;
            assertTrue(page.innerText("#about").matches("Measured on \\d{4}-\\d\\d-\\d\\d with gazetteer .+"));
            assertTrue(page.innerText("#plain").contains("Of 100 events that a person finds in a report"));
            assertEquals(2, page.locator(".calibration svg").count());
            assertTrue(page.innerText("section[aria-labelledby=errors]").contains("The act is not seen"));
            assertTrue(page.innerText("section[aria-labelledby=speed]").contains("CLAVIN"));
        }
    }

    @Test
    void itIsReadableForAllAndFitsAt320Pixels() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1200, 320}) {
                try (Window window = world.openPage("scores", width, 900)) {
                    Page page = window.page;
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertEquals(
                            List.of(),
                            new AxeBuilder(page)
                                    .analyze().getViolations().stream()
                                            .map(rule -> rule.getId() + ": "
                                                    + rule.getNodes().getFirst().getTarget())
                                            .toList());
                    Object wider = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                    assertTrue(((Number) wider).intValue() <= 0, "wider than the screen by " + wider);
                }
            }
        }
    }
}
