package org.clashmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="uk"><head><title>Site | Clash at the river</title>
            <meta property="og:title" content="Clash at the river"><meta property="og:site_name" content="The Gazette">
            <link rel="canonical" href="https://example.org/clash">
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
              {"@type": "NewsArticle", "datePublished": "2025-04-08T23:30:00+03:00", "headline": "Clash"}]}</script>
            <script>document.write("<p>SCRIPTED</p>")</script><style>p {color: red}</style></head>
            <body><header><nav><a href="/">Home</a> <a href="/war">War</a></nav></header>
            <div class="cookie-consent"><p>We use cookies, please accept them all.</p></div>
            <article><h1>Clash at the river</h1><p class="byline">By a reporter</p>
            <p>Troops   fought near <b>Verkhnia</b>,&nbsp;officials said &amp; then
            left.</p><p>Two soldiers<br>were wounded.</p>
            <p><a href="/other">Read more: another story</a></p>
            <figure><img src="x" onerror="alert(1)"><figcaption>A picture of the river</figcaption></figure>
            <ul><li>one house burned</li><li>no one was hurt</li></ul>
            <blockquote><p>“It was loud,” a man said.</p></blockquote>
            <div class="related-stories"><p>Yesterday 40 people died elsewhere.</p></div>
            <p hidden>HIDDEN</p></article>
            <section id="comments"><p>First comment!</p></section>
            <footer><p>© The Gazette, all rights reserved.</p></footer></body></html>""";

    private final ReportReader reader = new ReportReader(InstantSource.fixed(Instant.parse("2025-04-09T06:00:00Z")));

    private Report one(byte[] bytes, Hints hints) {
        ReadResult result = reader.read("page", bytes, hints);
        assertEquals(1, result.reports().size(), () -> String.valueOf(result.notices()));
        return result.reports().getFirst();
    }

    private Report one(String html) {
        return one(html.getBytes(StandardCharsets.UTF_8), Hints.NONE);
    }

    @Test
    void theArticleAndNothingAroundItIsTheText() {
        assertEquals("""
                Troops fought near Verkhnia, officials said & then left.

                Two soldiers
                were wounded.

                one house burned

                no one was hurt

                “It was loud,” a man said.""", one(PAGE).text());
    }

    @Test
    void metadataIsReadAndTheLettersDecideTheLanguage() {
        Report report = one(PAGE);
        assertEquals(LocalDate.of(2025, 4, 8), report.published());
        assertEquals(
                new Report.Source("The Gazette", "Clash at the river", "https://example.org/clash"), report.source());
        assertEquals(Language.EN, report.language());
        assertEquals("text/html", report.receipt().mediaType());
    }

    @Test
    void hintsGoBeforeWhatThePageSays() {
        Hints hints =
                new Hints(LocalDate.of(2025, 4, 9), "Agency", "Given", "https://example.com/x", Language.EN, "fetch");
        Report report = one(PAGE.getBytes(StandardCharsets.UTF_8), hints);
        assertEquals(LocalDate.of(2025, 4, 9), report.published());
        assertEquals(new Report.Source("Agency", "Given", "https://example.com/x"), report.source());
        assertEquals("fetch", report.receipt().collectedBy());
    }

    @Test
    void aPageWithoutArticleMarkupIsFoundByItsParagraphs() {
        Report report = one("""
                <html><head><meta name="date" content="2025-03-01"><link rel="canonical" href="javascript:alert(1)"></head>
                <body><div><p>Menu</p></div><div><div>
                <p>The first paragraph is long enough to be the story of the day in this town.</p>
                <p>So is the second, which goes on about the shelling of the bridge.</p></div></div></body></html>""");
        assertEquals(2, report.text().split("\n\n", -1).length);
        assertEquals(LocalDate.of(2025, 3, 1), report.published());
        assertNull(report.source().url());
    }

    @Test
    void aDeclaredEncodingIsBelieved() {
        String page = "<html><head><meta charset=\"windows-1251\"><title>Т</title></head><body><p>Обстріл і тривога, є"
                + " поранені в місті.</p></body></html>";
        Report report = one(page.getBytes(Charset.forName("windows-1251")), Hints.NONE);
        assertEquals("Обстріл і тривога, є поранені в місті.", report.text());
        assertEquals(Language.UK, report.language());
    }

    @Test
    void markupInTheTextStaysText() {
        String text = one("<html><body><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; there.</p></body></html>")
                .text();
        assertEquals("He wrote <script>alert(1)</script> there.", text);
    }

    @Test
    void aPageMadeByScriptsIsRefused() {
        ReadResult result = reader.read(
                "app.html",
                "<html><body><div id=root></div><script>run()</script></body></html>".getBytes(StandardCharsets.UTF_8),
                Hints.NONE);
        assertEquals("report_no_article", result.notices().getFirst().code());
    }

    @Test
    void deepAndBrokenMarkupIsRead() {
        String deep = "<html><body>" + "<div><b>".repeat(5000) + "<p>Still there.</p>";
        String text = one(deep).text();
        assertEquals("Still there.", text);
        assertFalse(
                one("<html><p>Broken <b>bold <i>text</p><p>Next & last").text().isEmpty());
    }
}
