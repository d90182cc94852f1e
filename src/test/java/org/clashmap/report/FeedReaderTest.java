package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?><!-- made --> by hand
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Gazette</title><link>https://example.org/</link><language>en-GB</language>
            <item><title>Shelling &amp; fire</title><link>https://example.org/1</link>
              <pubDate>Tue, 08 Apr 2025 23:10:00 +0300</pubDate>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>The town was shelled.</p><script>x()</script><p>A fire broke out.</p>]]></content:encoded></item>
            <item><title>Only a headline</title><link>javascript:alert(1)</link><dc:date>2025-04-07T10:00:00Z</dc:date></item>
            <item><title></title><description> </description></item>
            <item><description>&lt;b&gt;Уночі&lt;/b&gt; обстріляли місто, є поранені.</description><pubDate>soon</pubDate></item>
            </channel></rss>""".replace(" by hand", "");

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Лента</title>
            <entry><title type="html">Обстрел &lt;i&gt;ночью&lt;/i&gt;</title>
              <link rel="self" href="https://example.org/self"/><link rel="alternate" href="https://example.org/2"/>
              <published>2025-04-08T01:00:00+03:00</published><updated>2025-04-10T01:00:00Z</updated>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Посёлок обстреляли.</p><p>Есть раненые.</p></div></content>
            </entry></feed>""";

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private ReadResult read(String text, Hints hints) {
        return reader.read("https://example.org/feed?x=1.html", text.getBytes(StandardCharsets.UTF_8), hints);
    }

    @Test
    void everyEntryOfRssIsAReport() {
        ReadResult result = read(RSS, Hints.NONE);
        assertEquals(
                List.of(
                        "The town was shelled.\n\nA fire broke out.",
                        "Only a headline",
                        "Уночі обстріляли місто, є поранені."),
                result.reports().stream().map(Report::text).toList());
        Report first = result.reports().getFirst();
        assertEquals(new Report.Source("The Gazette", "Shelling & fire", "https://example.org/1"), first.source());
        assertEquals(LocalDate.of(2025, 4, 8), first.published());
        assertEquals(LocalDate.of(2025, 4, 7), result.reports().get(1).published());
        assertNull(result.reports().get(1).source().url());
        assertEquals(Language.UK, result.reports().get(2).language());
        assertEquals(
                List.of("report_empty", "report_undated"),
                result.notices().stream().map(notice -> notice.code()).toList());
        assertTrue(result.notices().getFirst().where().endsWith("entry 3"));
    }

    @Test
    void atomIsReadWithItsMarkup() {
        Report report = read(ATOM, Hints.NONE).reports().getFirst();
        assertEquals("Посёлок обстреляли.\n\nЕсть раненые.", report.text());
        assertEquals(new Report.Source("Лента", "Обстрел ночью", "https://example.org/2"), report.source());
        assertEquals(LocalDate.of(2025, 4, 8), report.published());
        assertEquals(Language.RU, report.language());
    }

    @Test
    void anEntryKeepsItsIdWhenTheFeedMovesOn() {
        String later = RSS.replace("<item><title>Only", "<item><title>New</title></item><item><title>Only");
        assertEquals(
                read(RSS, Hints.NONE).reports().getFirst().id(),
                read(later, Hints.NONE).reports().getFirst().id());
    }

    @Test
    void hintsFillWhatAnEntryLacks() {
        Hints hints = new Hints(LocalDate.of(2025, 4, 9), "Agency", null, null, null, "fetch");
        List<Report> reports = read(RSS, hints).reports();
        assertEquals(LocalDate.of(2025, 4, 9), reports.get(2).published());
        assertEquals(LocalDate.of(2025, 4, 8), reports.getFirst().published());
        assertEquals("The Gazette", reports.getFirst().source().publisher());
    }

    @Test
    void onlyFeedsAreTakenForFeeds() {
        assertTrue(FeedReader.isFeed(RSS));
        assertTrue(FeedReader.isFeed(ATOM));
        assertFalse(FeedReader.isFeed("<html><body><rss></body></html>"));
        assertFalse(FeedReader.isFeed("<!--" + "-->".repeat(100_000)));
        assertFalse(FeedReader.isFeed("<?xml"));
        assertFalse(FeedReader.isFeed("The <rss> format"));
    }

    @Test
    void anEmptyFeedSaysSo() {
        assertEquals(
                "feed_empty",
                read("<rss version='2.0'><channel></channel></rss>", Hints.NONE)
                        .notices()
                        .getFirst()
                        .code());
    }
}
