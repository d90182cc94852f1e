package org.clashmap.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clashmap.text.Language;
import org.clashmap.text.LanguageGuess;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an HTML page: its article, and what its metadata says (JSON-LD, Open Graph, Dublin Core, {@code time}). */
final class HtmlReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST_JSON_LD = 6;

    private HtmlReader() {}

    static void read(Reading reading, byte[] bytes, String markup) {
        String base = reading.hints().url() == null ? "" : reading.hints().url();
        Document page = Jsoup.parse(markup, base);
        Reading.Facts metadata = facts(page);
        String text = HtmlText.ofPage(page);
        if (text.isBlank()) {
            reading.refuse(
                    "report_no_article",
                    reading.name(),
                    "no article text was found in the page; it may be made by scripts, which are not run. Copy the text"
                            + " into a file and give that.");
            return;
        }
        Reading.Facts facts = new Reading.Facts(
                metadata.published(),
                metadata.publisher(),
                metadata.title(),
                metadata.url(),
                agreeing(metadata.language(), text));
        reading.addDocument(bytes, "text/html", text, facts);
    }

    /**
     * The language of the text: many pages keep that of their template. Only of Ukrainian and Russian, which a short text
     * tells apart by a few letters, the declared one is believed.
     */
    private static Language agreeing(@Nullable Language declared, String text) {
        Language guess = LanguageGuess.of(text).language();
        return declared != null && declared.isSlavic() && guess.isSlavic() ? declared : guess;
    }

    private static Reading.Facts facts(Document page) {
        List<JsonNode> linked = linkedData(page);
        Optional<LocalDate> published = first(List.of(
                        linked.stream().map(node -> node.path("datePublished").asString("")),
                        metas(
                                page,
                                "article:published_time",
                                "datePublished",
                                "date",
                                "dc.date",
                                "dcterms.created",
                                "pubdate"),
                        page
                                .select(
                                        "time[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]")
                                .eachAttr("datetime")
                                .stream()))
                .map(PublicationDay::find)
                .flatMap(Optional::stream)
                .findFirst();
        Optional<String> publisher = first(List.of(
                        linked.stream()
                                .map(node -> node.path("publisher").path("name").asString("")),
                        metas(page, "og:site_name", "dc.publisher", "publisher", "application-name")))
                .findFirst();
        Optional<String> title = first(List.of(
                        metas(page, "og:title"),
                        linked.stream().map(node -> node.path("headline").asString("")),
                        page.select("h1").stream().map(Element::text),
                        Stream.of(page.title())))
                .findFirst();
        Optional<String> url = first(List.of(
                        page.select("link[rel=canonical]").stream().map(link -> link.absUrl("href")),
                        metas(page, "og:url")))
                .filter(HtmlReader::isWebAddress)
                .findFirst();
        Optional<Language> language = first(List.of(
                        page.select("html[lang]").eachAttr("lang").stream(), metas(page, "og:locale", "dc.language")))
                .map(Language::find)
                .flatMap(Optional::stream)
                .findFirst();
        return new Reading.Facts(
                published.orElse(null),
                publisher.orElse(null),
                title.orElse(null),
                url.orElse(null),
                language.orElse(null));
    }

    /** The values that are not blank, in the order of the sources. */
    private static Stream<String> first(List<Stream<String>> sources) {
        return sources.stream().flatMap(source -> source).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Stream<String> metas(Document page, String... names) {
        return Stream.of(names)
                .flatMap(name -> page.select("meta").stream()
                        .filter(meta -> name.equalsIgnoreCase(meta.attr("property"))
                                || name.equalsIgnoreCase(meta.attr("name"))
                                || name.equalsIgnoreCase(meta.attr("itemprop")))
                        .map(meta -> meta.attr("content")));
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

    /** The articles in the page's JSON-LD, also in lists and under @graph. */
    private static List<JsonNode> linkedData(Document page) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                collect(JSON.readTree(script.data()), articles, 0);
            } catch (JacksonException e) {
                // Broken metadata is common and says nothing; the other sources remain.
                Objects.requireNonNull(e);
            }
        }
        return articles;
    }

    private static void collect(JsonNode node, List<JsonNode> articles, int depth) {
        if (depth > DEEPEST_JSON_LD) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, articles, depth + 1));
        } else if (node.isObject()) {
            if (node.has("datePublished") || node.has("headline")) {
                articles.add(node);
            }
            collect(node.path("@graph"), articles, depth + 1);
        }
    }
}
