package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clashmap.api.ApiServer;
import org.clashmap.api.access.Role;
import org.clashmap.event.Event;
import org.clashmap.event.review.ReportEvents;
import org.clashmap.web.BrowserWorld.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review desk in real Chromium against the real server, worked without a mouse. */
class DeskIT {
    private static final int MOST_KEYSTROKES = 25;
    private static final Path SAMPLE = Path.of("src/main/resources/sample/report.txt");
    private static final String SHORT =
            "Russian artillery shelled the town of Kupiansk on Tuesday. A drone struck a grain store in Izium on Monday.";

    @TempDir
    static Path folder;

    private static BrowserWorld world;
    private static String reviewer;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                ApiServer.class.getResource("ReviewPages.class") != null,
                "skipped: this server has no pages for the desk");
        world = BrowserWorld.start(folder);
        reviewer = world.token("Olha", Role.REVIEWER);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    /** Hands on a keyboard, counted. */
    private static final class Hands {
        private final Page page;
        private int strokes;

        Hands(Page page) {
            this.page = page;
        }

        void press(String... keys) {
            for (String key : keys) {
                strokes++;
                page.keyboard().press(key);
            }
        }

        /** Pasting is one keystroke, however long the text. */
        void paste(String text) {
            strokes++;
            page.keyboard().insertText(text);
        }
    }

    @Test
    void theSampleReportIsClearedInUnder25KeystrokesWithoutAMouse() throws IOException {
        clears(Files.readString(SAMPLE));
    }

    @Test
    void theSeedArticleIsClearedInUnder25KeystrokesWithoutAMouse() throws IOException {
        Path shared = Path.of(System.getProperty("clashmap.shared", "../shared"));
        Path article = shared.resolve("seeds").resolve("article.txt");
        assumeTrue(Files.exists(article), "skipped: " + article + " is not here");
        clears(Files.readString(article));
    }

    /** Takes a report in, accepts its events and rejects those that are words and no acts. */
    private static void clears(String text) {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, text);
            int events = page.locator(".event-row").count();
            assertTrue(events >= 9, "events: " + events);
            for (int i = 0; i < events; i++) {
                String title = page.innerText(".event-title");
                if (title.endsWith("(statement)")) {
                    hands.press("r", "1");
                } else {
                    hands.press("a");
                }
            }
            page.waitForSelector(".progress-words:has-text('All " + events + " done')");
            stored(page);
            assertTrue(hands.strokes < MOST_KEYSTROKES, "keystrokes: " + hands.strokes);
            for (Event event : eventsOf(page)) {
                String status = event.editorial().review().status();
                assertTrue(List.of("accepted", "rejected").contains(status), event.id() + " is " + status);
            }
        }
    }

    @Test
    void acceptingGoesToTheNextUndoneAndUndoGoesBackWithoutLimit() {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, SHORT + " One.");
            String first = page.innerText(".event-title");
            hands.press("a");
            String second = page.innerText(".event-title");
            assertFalse(first.equals(second));
            hands.press("a");
            stored(page);
            hands.press("u", "u");
            page.waitForSelector(".progress-words:has-text('2 of 2 events left')");
            stored(page);
            assertEquals(first, page.innerText(".event-title"));
            assertTrue(eventsOf(page).stream()
                    .allMatch(event -> event.editorial().review().status().equals("machine")));
        }
    }

    @Test
    void thePinMovesByArrowsAndAnotherPlaceIsFoundByTyping() {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, SHORT + " Two.");
            hands.press("m", "ArrowUp", "ArrowUp", "Enter");
            assertTrue(page.innerText(".changes").contains("Place: pin at"), page.innerText(".changes"));
            hands.press("g");
            page.waitForSelector(".picker-row");
            assertTrue(page.locator(".nearby-dot").count() > 10, "what lies near is on the map");
            page.keyboard().type("Чугуїв");
            page.waitForSelector(".picker-row:has-text('Chuhuiv')");
            hands.press("Enter");
            assertTrue(page.innerText(".changes").contains("Place: Chuhuiv"), page.innerText(".changes"));
            hands.press("a");
            stored(page);
            assertTrue(eventsOf(page).stream()
                    .anyMatch(event -> "Chuhuiv".equals(event.where().names().location())));
        }
    }

    @Test
    void keysAreWordsWhileSomebodyTypesAndCanBeSwitchedOff() {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, SHORT + " Three.");
            hands.press("t");
            page.waitForSelector(".picker-row");
            page.keyboard().type("aru");
            assertEquals("aru", page.inputValue("#picker-input"));
            hands.press("Escape", "?");
            page.uncheck("#keys-on");
            hands.press("Escape", "a");
            assertTrue(page.innerText(".progress-words").startsWith("2 of 2 events left"));
            hands.press("?");
            page.check("#keys-on");
            hands.press("Escape", "a");
            page.waitForSelector(".progress-words:has-text('1 of 2 events left')");
        }
    }

    @Test
    void aDroppedConnectionAndAReloadLoseNoDecision() {
        try (Window window = desk(reviewer, 1400)) {
            window.expectTrouble("console: Failed to load resource");
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, SHORT + " Four.");
            page.route("**/api/events/*", Route::abort);
            hands.press("a");
            page.waitForSelector(".unsent:has-text('1 unsent')");
            hands.press("m", "ArrowUp", "Enter");
            page.reload();
            window.await("html[data-status=ready]");
            page.waitForSelector(".unsent:has-text('1 unsent')");
            page.waitForSelector(".event-row .changed");
            page.unroute("**/api/events/*");
            page.click(".unsent");
            page.click("text=Try now");
            stored(page);
            assertTrue(eventsOf(page).stream()
                    .anyMatch(event -> event.editorial().review().status().equals("accepted")));
        }
    }

    @Test
    void twoDecisionsOnOneEventAreShownSideBySide() {
        String second = world.token("Ivan", Role.REVIEWER);
        try (Window one = desk(reviewer, 1400);
                Window other = desk(second, 1400)) {
            other.expectTrouble("412", "console: Failed to load resource: the server responded with a status of 412");
            Hands hands = new Hands(one.page);
            read(one.page, hands, SHORT + " Five.");
            other.page.navigate(one.page.url());
            other.page.reload();
            other.await("html[data-status=ready]");
            other.page.waitForSelector(".event-row");
            hands.press("a");
            stored(one.page);
            new Hands(other.page).press("r", "1");
            other.page.waitForSelector("#unsent .unsettled");
            String words = other.page.innerText("#unsent .unsettled");
            assertTrue(words.contains("Olha decided on this event after you had opened it"), words);
            assertTrue(words.contains("Reject: not an event"), words);
            new Hands(other.page).press("2");
            stored(other.page);
            assertTrue(eventsOf(one.page).stream()
                    .anyMatch(event -> event.editorial().review().status().equals("rejected")));
        }
    }

    @Test
    void theTokenLeavesTheAddressAndWhatIsMissingIsSaid() {
        try (Window window = desk(reviewer, 1400)) {
            assertFalse(window.page.url().contains("token"), window.page.url());
            window.page.reload();
            window.page.waitForSelector(".who:has-text('Olha · reviewer')");
        }
        try (Window window = desk("no-such-token", 1400)) {
            window.expectTrouble("401", "console: Failed to load resource: the server responded with a status of 401");
            window.page.waitForSelector("#banner[data-status=refused]");
        }
        try (Window window = desk(world.token("Petro", Role.CONTRIBUTOR), 1400)) {
            Page page = window.page;
            page.waitForSelector("#banner:has-text('role of contributor')");
            read(page, new Hands(page), SHORT + " Six.");
            page.keyboard().press("a");
            page.waitForSelector("#message.failed:has-text('Deciding needs the role of reviewer')");
        }
        try (Window window = world.openPage("review", 1400, 860)) {
            Page page = window.page;
            window.await("html[data-status=ready]");
            read(page, new Hands(page), SHORT + " Seven.");
            page.waitForSelector("text=Read only: nothing of this is stored.");
        }
    }

    @Test
    void markupScriptsAndTurnedLettersStayText() {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            String text = "<b>Shells</b> hit Kupiansk on Tuesday. \u202Edrawkcab\u202C <script>window.bad = 1</script>"
                    + "<img src=x onerror='window.bad = 2'> Nine houses burned.";
            read(page, new Hands(page), text);
            assertEquals("undefined", page.evaluate("typeof window.bad"));
            assertEquals(0, page.locator("#text script, #text img, #text b").count());
            assertTrue(page.innerText(".article").contains("⟨RLO⟩drawkcab⟨PDF⟩"), page.innerText(".article"));
        }
    }

    @Test
    void oneWordNoPlaceTooMuchAndVeryManyPlacesAreTakenAsTheyAre() {
        try (Window window = desk(reviewer, 1400)) {
            Page page = window.page;
            Hands hands = new Hands(page);
            read(page, hands, "Kupiansk");
            page.waitForSelector(".progress-words:has-text('No event was found')");
            read(page, hands, "Troops shelled a village on Monday.");
            hands.press("v");
            page.evaluate("""
                    () => {
                      const clipboardData = new DataTransfer();
                      clipboardData.setData("text/plain", "x ".repeat(5_200_000));
                      const pasting = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
                      document.querySelector("#intake-text").dispatchEvent(pasting);
                    }""");
            page.waitForSelector("#message:has-text('The text has 10.4 MB; the desk takes up to 10 MB')");
            page.fill("#intake-text", "Shells hit the town of Izium on Monday. ".repeat(3_000));
            page.click("#intake button[type=submit]");
            page.waitForSelector(".article .name >> nth=2999", new Page.WaitForSelectorOptions().setTimeout(120_000));
        }
    }

    @Test
    void noStateHasAccessibilityViolationsOrIsWiderThanTheScreen() {
        int report = 10;
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1400, 320}) {
                try (Window window = desk(reviewer, width)) {
                    Page page = window.page;
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    assertAccessible(page, "start");
                    Hands hands = new Hands(page);
                    read(page, hands, SHORT + " Text " + report++ + ".");
                    assertAccessible(page, "report");
                    for (String key : new String[] {"r", "p", "m", "g", "t", "d", "e", "s", "q", "?", "v", "i"}) {
                        hands.press(key);
                        page.waitForTimeout(150);
                        assertAccessible(page, key);
                        hands.press("Escape");
                    }
                    hands.press("n", "a");
                    stored(page);
                    assertAccessible(page, "decided");
                    for (String tab : width < 900 ? List.of("Text", "Map", "Decide") : List.<String>of()) {
                        page.click("#tabs >> text=" + tab);
                        assertAccessible(page, tab);
                    }
                }
            }
        }
    }

    private static Window desk(String token, int width) {
        Window window = world.openPage("review#token=" + token, width, 860);
        // A server may have no settings of its own for the desk.
        String settings = window.page.url().replaceAll("/review.*", "/api/review/settings");
        window.expectTrouble(
                "404 " + settings, "console: Failed to load resource: the server responded with a status of 404");
        window.await("html[data-status=ready]");
        return window;
    }

    /** V, the text, Control and Enter; waits until it was read. */
    private static void read(Page page, Hands hands, String text) {
        hands.press("v");
        page.waitForSelector("#intake[open]");
        hands.paste(text);
        hands.press("Control+Enter");
        page.waitForSelector(".about:has-text('read in')");
        page.waitForSelector(
                "#intake:not([open])", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForFunction(
                "words => document.querySelector('.article').textContent.includes(words)",
                text.strip().substring(0, 6).replace("<b>", ""));
    }

    /** Waits until nothing is on its way to the server. */
    private static void stored(Page page) {
        page.waitForSelector(".unsent", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static List<Event> eventsOf(Page page) {
        String report = page.url().replaceAll(".*report=([^&]+).*", "$1");
        return ReportEvents.list(world.store(), report);
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
        Object wider = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(((Number) wider).intValue() <= 0, where + " is wider than the screen by " + wider);
    }
}
