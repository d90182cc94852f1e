package org.clashmap.report;

import java.time.LocalDate;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Telegram channel as its messages, one report each: the history that the desktop program exports, and the
 * channel's public page. A forwarded message is its first author's, with the day it was written. A message's bytes are
 * its channel, day, address and text in UTF-8, since an export repeats its messages in files that grow.
 */
final class TelegramReader {
    private static final String EXPORTED = "div.history div.message.default";
    private static final String PUBLIC = "div.tgme_widget_message[data-post]";

    private TelegramReader() {}

    static boolean isTelegram(Document page) {
        return page.selectFirst(EXPORTED) != null || page.selectFirst(PUBLIC) != null;
    }

    static void read(Reading reading, Document page) {
        String channel = page.select(".page_header .text").text();
        String author = channel;
        int number = 0;
        for (Element message : page.select(EXPORTED)) {
            // Messages that follow one another name their author once.
            Element named = message.selectFirst("> .body > .from_name");
            author = named == null ? author : named.ownText();
            readExported(reading, message, author, ++number);
        }
        for (Element message : page.select(PUBLIC)) {
            readPublic(reading, message, ++number);
        }
    }

    private static void readExported(Reading reading, Element message, String author, int number) {
        Element forwarded = message.selectFirst(".forwarded.body");
        Element origin = forwarded == null ? message : forwarded;
        Element words = origin.selectFirst(".text");
        if (words == null) {
            return;
        }
        String day = origin.select(".date[title]").attr("title");
        if (day.isEmpty()) {
            day = message.select(".date[title]").attr("title");
        }
        Element first = forwarded == null ? null : forwarded.selectFirst(".from_name");
        add(reading, number, VisibleDay.find(day), first == null ? author : first.ownText(), null, words);
    }

    private static void readPublic(Reading reading, Element message, int number) {
        Element words = message.selectFirst(".tgme_widget_message_text");
        if (words == null) {
            return;
        }
        Element author = message.selectFirst(".tgme_widget_message_forwarded_from_name");
        author = author == null ? message.selectFirst(".tgme_widget_message_owner_name") : author;
        Optional<LocalDate> day =
                PublicationDay.find(message.select("time[datetime]").attr("datetime"));
        String url = "https://t.me/" + message.attr("data-post");
        add(reading, number, day, author == null ? "" : author.text(), url, words);
    }

    private static void add(
            Reading reading, int number, Optional<LocalDate> day, String author, @Nullable String url, Element words) {
        String text = HtmlText.ofFragment(Jsoup.parseBodyFragment(words.html()));
        if (text.isBlank()) {
            return;
        }
        String address = url != null && HtmlReader.isWebAddress(url) ? url : null;
        String received = String.join(
                "\n", author.strip(), day.map(LocalDate::toString).orElse(""), address == null ? "" : address, text);
        reading.addEntry(
                reading.name() + ", message " + number,
                Reading.utf8(received),
                "application/telegram",
                text,
                new Reading.Facts(day.orElse(null), author.isBlank() ? null : author.strip(), null, address, null));
    }
}
