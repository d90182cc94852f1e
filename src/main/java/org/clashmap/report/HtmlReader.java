package org.clashmap.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.clashmap.notice.Severity;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads an HTML page: its article ({@link HtmlText}) and what it says about itself ({@link HtmlFacts}). */
final class HtmlReader {
    private static final Pattern NOT_FREE =
            Pattern.compile("\"isAccessibleForFree\"\\s*:\\s*\"?false", Pattern.CASE_INSENSITIVE);

    /** A whole article is longer than this. */
    private static final int SHORT_TEXT = 1500;

    /** Longer lines are running text, whose days are those of events. */
    private static final int LONGEST_DATE_LINE = 60;

    private HtmlReader() {}

    static void read(Reading reading, byte[] bytes, String markup) {
        String base = reading.hints().url() == null ? "" : reading.hints().url();
        Document page = Jsoup.parse(markup, base);
        if (TelegramReader.isTelegram(page)) {
            TelegramReader.read(reading, page);
            return;
        }
        Reading.Facts metadata = new HtmlFacts(page).read(reading.today());
        boolean walled = isWalled(page);
        String text = HtmlText.ofPage(page);
        if (text.isBlank()) {
            reading.refuse(
                    "report_no_article",
                    reading.name(),
                    "no article text was found in the page; it may be made by scripts, which are not run. Copy the text"
                            + " into a file and give that.");
            return;
        }
        if (walled && text.length() < SHORT_TEXT) {
            reading.note(
                    "report_cut",
                    Severity.WARNING,
                    reading.name(),
                    "the page shows only the beginning of its text and asks for a subscription; what it holds back is not"
                            + " read");
        }
        LocalDate published = metadata.published() == null
                ? VisibleDay.inHead(text, LONGEST_DATE_LINE)
                        .filter(day -> !day.isAfter(reading.today()))
                        .orElse(null)
                : metadata.published();
        Reading.Facts facts = new Reading.Facts(
                published, metadata.publisher(), metadata.title(), metadata.url(), agreeing(metadata.language(), text));
        reading.addDocument(bytes, "text/html", text, facts);
    }

    private static boolean isWalled(Document page) {
        return page.selectFirst(HtmlText.PAYWALL) != null
                || page.select("script[type=application/ld+json]").stream()
                        .anyMatch(script -> NOT_FREE.matcher(script.data()).find());
    }

    /**
     * The language of the text: many pages keep that of their template. Only of Ukrainian and Russian, which a short text
     * tells apart by a few letters, the declared one is believed.
     */
    private static Language agreeing(@Nullable Language declared, String text) {
        Language guess = LanguageGuess.of(text).language();
        return declared != null && declared.isSlavic() && guess.isSlavic() ? declared : guess;
    }

    /** Only http and https are kept as addresses; others, such as javascript:, must never become a link. */
    static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
