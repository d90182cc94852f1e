package org.clashmap.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 2.0, RSS 1.0 and Atom: one report per entry. An entry's bytes are its address, day, title and text in UTF-8,
 * since a feed repeats its entries among changing ones and the same entry should be the same report each time.
 */
final class FeedReader {
    private static final List<String> ROOTS = List.of("<rss", "<feed", "<rdf:RDF");

    private FeedReader() {}

    /** Whether the first element, after declarations and comments, is that of a feed. */
    static boolean isFeed(String markup) {
        int at = skipSpace(markup, 0);
        while (markup.startsWith("<!--", at) || markup.startsWith("<?", at)) {
            String end = markup.startsWith("<?", at) ? "?>" : "-->";
            int close = markup.indexOf(end, at);
            if (close < 0) {
                return false;
            }
            at = skipSpace(markup, close + end.length());
        }
        for (String root : ROOTS) {
            int after = at + root.length();
            if (markup.startsWith(root, at) && after < markup.length() && " >\t\n".indexOf(markup.charAt(after)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static void read(Reading reading, String markup) {
        Document feed = Jsoup.parse(markup, "", Parser.xmlParser());
        Element head = feed.selectFirst("channel, feed");
        String publisher = head == null ? null : child(head, "title");
        String tag = head == null ? null : child(head, "language");
        if (tag == null) {
            tag = feed.select("feed[xml:lang]").attr("xml:lang");
        }
        Language language = Language.find(tag).orElse(null);
        int number = 0;
        for (Element entry : feed.select("item, entry")) {
            number++;
            readEntry(reading, entry, number, publisher, language);
        }
        if (number == 0) {
            reading.refuse(
                    "feed_empty", reading.name(), "the feed has no entry. Check that the address is that of a feed.");
        }
    }

    private static void readEntry(
            Reading reading, Element entry, int number, @Nullable String publisher, @Nullable Language language) {
        String where = reading.name() + ", entry " + number;
        String title = plain(child(entry, "title"));
        String text = body(entry);
        if (text.isBlank() && title != null) {
            text = title;
        }
        String url = address(entry);
        LocalDate published = Optional.ofNullable(first(entry, "pubDate", "published", "dc:date", "updated", "date"))
                .flatMap(PublicationDay::find)
                .orElse(null);
        String received = String.join(
                "\n",
                url == null ? "" : url,
                published == null ? "" : published.toString(),
                title == null ? "" : title,
                text);
        // The feed's language is believed only where the letters agree; else the text decides.
        Language agreed = language == null || language == LanguageGuess.of(text).language() ? language : null;
        reading.addEntry(
                where,
                Reading.utf8(received),
                "application/feed",
                text,
                new Reading.Facts(published, publisher, title, url, agreed));
    }

    private static String body(Element entry) {
        String html = first(entry, "content:encoded", "content", "description", "summary");
        return html == null ? "" : HtmlText.ofFragment(Jsoup.parseBodyFragment(html));
    }

    /** RSS holds the address as text, Atom as an attribute; of several the one without rel or with rel="alternate". */
    private static @Nullable String address(Element entry) {
        for (Element link : entry.children()) {
            if (!link.tagName().equals("link")) {
                continue;
            }
            String rel = link.attr("rel");
            String address = link.hasAttr("href") ? link.attr("href") : link.text();
            if ((rel.isEmpty() || rel.equals("alternate")) && HtmlReader.isWebAddress(address.strip())) {
                return address.strip();
            }
        }
        return null;
    }

    private static @Nullable String first(Element entry, String... names) {
        for (String name : names) {
            String value = child(entry, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The text of a child, with markup inside it (Atom's xhtml) kept; null when there is none. */
    private static @Nullable String child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (child.tagName().equals(name)) {
                String value = child.children().isEmpty() ? child.wholeText() : child.html();
                return value.isBlank() ? null : value.strip();
            }
        }
        return null;
    }

    private static @Nullable String plain(@Nullable String html) {
        return html == null ? null : Jsoup.parseBodyFragment(html).text();
    }
}
