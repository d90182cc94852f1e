package org.clashmap.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.api.ApiServer;
import org.clashmap.api.Guard;
import org.clashmap.api.Holdings;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.Tokens;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventCoder;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.publish.Release;
import org.clashmap.event.publish.Rules;
import org.clashmap.gazetteer.CompactGazetteer;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Geoparser;
import org.clashmap.report.Report;
import org.clashmap.store.GeoPackageStore;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The real server over a store with one invented report of five events, and the real Chromium of this machine. Needs
 * Chromium at CHROMIUM_PATH or one of the usual places; the tests are skipped, and say so, where there is none.
 */
final class BrowserWorld implements AutoCloseable {
    /** The first character takes two UTF-16 units, so that offsets in code points and in units differ. */
    static final String TEXT =
            "\uD83D\uDCF0 An invented report. Quiet reigned in the north. Fighting went on near the village of "
                    + "Alder on 2 to 8 April. Two houses burned. Shelling hit the town of Birch on 20 April. Drones were "
                    + "heard over the whole Cedar region on 22 April. A spokesman spoke of it later.";

    static final String CLASH_SENTENCE = "Fighting went on near the village of Alder on 2 to 8 April.";
    static final String SHELLING_SENTENCE = "Shelling hit the town of Birch on 20 April.";
    static final String DRONES_SENTENCE = "Drones were heard over the whole Cedar region on 22 April.";
    static final LonLat ALDER = new LonLat(37.55, 48.35);
    static final LonLat BIRCH = new LonLat(38.2482, 48.925);

    private static final String REPORT_ID = "rep-0000000000000001";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final int TIMEOUT_MILLISECONDS = 30_000;
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    private final EventStore store;
    private final Tokens tokens;
    private final ApiServer server;
    private final Playwright playwright;
    private final Browser browser;

    private BrowserWorld(EventStore store, Tokens tokens, ApiServer server, Playwright playwright, Browser browser) {
        this.store = store;
        this.tokens = tokens;
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
    }

    static BrowserWorld start(Path folder) throws IOException {
        Path chromium = findChromium();
        assumeTrue(chromium != null, "skipped: no Chromium; install it or name it in CHROMIUM_PATH");
        EventStore store = GeoPackageStore.open(Files.createDirectories(folder.resolve("data")), CLOCK);
        store.addReport(report(), new CodedReport(events(), List.of(), List.of()));
        Tokens tokens = Tokens.open(folder, CLOCK);
        Gazetteer gazetteer = CompactGazetteer.load(Path.of("geodata"));
        Geoparser geoparser = new Geoparser(gazetteer);
        ApiServer server = ApiServer.start(
                new Holdings(
                        store,
                        gazetteer,
                        geoparser,
                        new EventCoder(geoparser),
                        CLOCK,
                        Optional.of("rep-none"),
                        new Guard(tokens, new Publisher(Rules.standard(), Release.ALL, gazetteer))),
                new ApiServer.Settings("127.0.0.1", 0, Path.of("web"), Path.of("geodata")));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new BrowserWorld(store, tokens, server, playwright, browser);
    }

    private static @Nullable Path findChromium() {
        List<String> places = new ArrayList<>();
        Optional.ofNullable(System.getenv("CHROMIUM_PATH")).ifPresent(places::add);
        places.addAll(CHROMIUM);
        return places.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** A new token. @param name of the person who has it */
    String token(String name, Role role) {
        return tokens.add(name, role).secret();
    }

    EventStore store() {
        return store;
    }

    /** Opens the map in a window of its own and waits until the events and the base map are there. */
    Window open(String hash, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(TIMEOUT_MILLISECONDS);
        Page page = context.newPage();
        Window window = new Window(page, server.address());
        page.navigate(server.address() + hash);
        window.await("html[data-status=ready]");
        window.await("#map[data-events]");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return window;
    }

    /** Opens another page of the site in a window of its own. */
    Window openPage(String path, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.setDefaultTimeout(TIMEOUT_MILLISECONDS);
        Page page = context.newPage();
        Window window = new Window(page, server.address());
        page.navigate(server.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return window;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
        store.close();
    }

    /** A page with what went wrong on it. Closing it fails the test when something did. */
    static final class Window implements AutoCloseable {
        final Page page;
        private final List<String> troubles = new ArrayList<>();
        private final List<String> expected = new ArrayList<>();

        Window(Page page, String home) {
            this.page = page;
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    troubles.add("console: " + message.text());
                }
            });
            page.onPageError(error -> troubles.add("error: " + error));
            page.onRequest(request -> {
                if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                    troubles.add("request to another host: " + request.url());
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400) {
                    troubles.add(response.status() + " " + response.url());
                }
            });
        }

        /** The number of events that stand on the map. */
        int eventsOnMap() {
            return Integer.parseInt(String.valueOf(page.getAttribute("#map", "data-events")));
        }

        void awaitEventsOnMap(int count) {
            await("#map[data-events='" + count + "']");
        }

        /** Waits for an element, shown or not: on a list the map is hidden. */
        void await(String selector) {
            page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        }

        List<String> troubles() {
            return troubles.stream()
                    .filter(trouble -> expected.stream().noneMatch(trouble::startsWith))
                    .toList();
        }

        /** Troubles that begin so are what the test is about. */
        void expectTrouble(String... beginnings) {
            expected.addAll(List.of(beginnings));
        }

        @Override
        public void close() {
            page.context().close();
            assertTrue(troubles().isEmpty(), () -> String.join("\n", troubles()));
        }
    }

    private static Report report() {
        return new Report(
                REPORT_ID,
                TEXT,
                Language.EN,
                LocalDate.of(2025, 4, 23),
                new Report.Source("Test Gazette", "An invented report", null),
                new Report.Receipt("ab".repeat(32), "text/plain", TEXT.length(), "2025-04-23T00:00:00Z", "file"));
    }

    /** Three events of the default map, of which one has only a region and no point; two that are kept off it. */
    private static List<Event> events() {
        Geometry region = Geodesy.circle(new LonLat(36.2, 49.5), 60_000, 32);
        return List.of(
                event(
                        "ev-clash",
                        MapTier.DEFAULT_MAP,
                        SubEventType.ARMED_CLASH,
                        CLASH_SENTENCE,
                        in("Alder", ALDER),
                        days(2, 8)),
                event(
                        "ev-shelling",
                        MapTier.DEFAULT_MAP,
                        SubEventType.SHELLING,
                        SHELLING_SENTENCE,
                        in("Birch", BIRCH),
                        days(20, 20)),
                event(
                        "ev-drones",
                        MapTier.DEFAULT_MAP,
                        SubEventType.AIR_DRONE_STRIKE,
                        DRONES_SENTENCE,
                        over("Cedar region", region),
                        days(22, 22)),
                event(
                        "ev-houses",
                        MapTier.OPT_IN,
                        SubEventType.OTHER,
                        "Two houses burned.",
                        in("Alder", ALDER),
                        days(8, 8)),
                event(
                        "ev-quiet",
                        MapTier.TIMELINE_ONLY,
                        SubEventType.OTHER,
                        "Quiet reigned in the north.",
                        Where.unknown("the north"),
                        days(8, 8)));
    }

    private static Where in(String place, LonLat point) {
        return where(place, point, null, new Where.Precision(1, 1, "settlement", 3000));
    }

    private static Where over(String place, Geometry footprint) {
        return where(place, null, footprint, new Where.Precision(3, 4, "admin1", 60_000));
    }

    private static Where where(
            String place, @Nullable LonLat point, @Nullable Geometry footprint, Where.Precision precision) {
        Where.Names names = new Where.Names(place, "Ukraine", "UKR", null, null);
        return new Where(place, point, footprint, names, precision, Where.Geocode.NONE, "stated");
    }

    private static Event.When days(int first, int last) {
        LocalDate end = LocalDate.of(2025, 4, last);
        return new Event.When(
                LocalDate.of(2025, 4, first), end, end, new Event.DatePrecision(1, 1), null, "explicit", "current");
    }

    private static Event event(
            String id, MapTier tier, SubEventType type, String sentence, Where where, Event.When when) {
        return new Event(
                new Event.Identity(id, 1, null, null, List.of()),
                new Event.What(
                        type.label() + ", " + where.text(), RecordType.EVENT, tier, type, null, Event.Traits.PLAIN),
                when,
                where,
                Event.Who.NOBODY,
                Event.Toll.NONE,
                new Event.Account("reported_as_fact", "single_source", 0.8, List.of(), List.of(source(sentence))),
                new Event.Editorial(Event.Review.MACHINE, Event.Sensitivity.PUBLIC, List.of()));
    }

    private static SourceRef source(String sentence) {
        return new SourceRef(
                REPORT_ID,
                "Test Gazette",
                "An invented report",
                null,
                LocalDate.of(2025, 4, 23),
                "en",
                "ab".repeat(32),
                "2025-04-23T00:00:00Z",
                List.of(quote(sentence)),
                null);
    }

    private static Event.Quote quote(String sentence) {
        int unit = TEXT.indexOf(sentence);
        int start = TEXT.codePointCount(0, unit);
        return new Event.Quote(
                sentence,
                start,
                start + sentence.codePointCount(0, sentence.length()),
                List.of("event_type", "location"));
    }
}
