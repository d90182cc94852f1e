package org.clashmap.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clashmap.text.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says about itself: JSON-LD, Open Graph, Dublin Core, {@code time} and, failing these, what it shows to people.
 */
final class HtmlFacts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST_JSON_LD = 6;
    private static final int LONGEST_PUBLISHER = 60;
    private static final int LONGEST_DATED = 120;
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*[|–—:·»/-]+\\s*(\\S.*)$");

    private final Document page;
    private final List<JsonNode> linked;

    HtmlFacts(Document page) {
        this.page = page;
        this.linked = linkedData(page);
    }

    Reading.Facts read(LocalDate today) {
        Optional<LocalDate> published = machineDay().or(() -> shownDay(today));
        Optional<String> publisher = first(List.of(
                        linked.stream()
                                .map(node -> node.path("publisher").path("name").asString("")),
                        metas("og:site_name", "dc.publisher", "publisher", "application-name"),
                        afterHeadline().stream()))
                .findFirst();
        Optional<String> title = first(List.of(
                        metas("og:title"),
                        linked.stream().map(node -> node.path("headline").asString("")),
                        page.select("h1").stream().map(Element::text),
                        Stream.of(page.title())))
                .findFirst();
        Optional<String> url = first(List.of(
                        page.select("link[rel=canonical]").stream().map(link -> link.absUrl("href")), metas("og:url")))
                .filter(HtmlReader::isWebAddress)
                .findFirst();
        Optional<Language> language = first(List.of(
                        page.select("html[lang]").eachAttr("lang").stream(),
                        metas("og:locale", "dc.language", "dcterms.language", "content-language")))
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

    /**
     * The day in the machine-made dates. Many sites write theirs in universal time, which is another day than the reader's
     * around midnight: where the page has the same instant with its own offset as well, the day is taken from that.
     */
    private Optional<LocalDate> machineDay() {
        List<String> dates = first(List.of(
                        linked.stream().map(node -> node.path("datePublished").asString("")),
                        metas(
                                "article:published_time",
                                "og:article:published_time",
                                "datePublished",
                                "date",
                                "dc.date",
                                "dc.date.issued",
                                "dcterms.created",
                                "dcterms.issued",
                                "parsely-pub-date",
                                "pubdate"),
                        page
                                .select(
                                        "time[itemprop=datePublished], time[pubdate], article time[datetime], time[datetime]")
                                .eachAttr("datetime")
                                .stream()))
                .filter(date -> PublicationDay.find(date).isPresent())
                .toList();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        Optional<OffsetDateTime> chosen = moment(dates.getFirst());
        if (chosen.isPresent() && chosen.get().getOffset().equals(ZoneOffset.UTC)) {
            Optional<LocalDate> local = dates.stream()
                    .map(HtmlFacts::moment)
                    .flatMap(Optional::stream)
                    .filter(moment -> !moment.getOffset().equals(ZoneOffset.UTC)
                            && moment.toEpochSecond() / 60 == chosen.get().toEpochSecond() / 60)
                    .map(OffsetDateTime::toLocalDate)
                    .findFirst();
            if (local.isPresent()) {
                return local;
            }
        }
        return PublicationDay.find(dates.getFirst());
    }

    private static Optional<OffsetDateTime> moment(String date) {
        try {
            return Optional.of(OffsetDateTime.parse(date));
        } catch (DateTimeParseException dayOnly) {
            return Optional.empty();
        }
    }

    /** The day that a page shows in a place named after it, such as {@code class="news-date"}. */
    private Optional<LocalDate> shownDay(LocalDate today) {
        return page.body().select(HtmlText.DATED + ", time").stream()
                .map(Element::text)
                .filter(text -> text.length() <= LONGEST_DATED)
                .map(VisibleDay::find)
                .flatMap(Optional::stream)
                .filter(day -> !day.isAfter(today))
                .findFirst();
    }

    /** Titles are often "headline – publisher"; what follows the headline is the publisher. */
    private Optional<String> afterHeadline() {
        String headline =
                page.select("h1").stream().map(Element::text).findFirst().orElse("");
        String title = page.title();
        if (headline.isBlank() || !title.startsWith(headline)) {
            return Optional.empty();
        }
        Matcher rest = SEPARATOR.matcher(title.substring(headline.length()));
        return rest.matches() && rest.group(1).length() <= LONGEST_PUBLISHER
                ? Optional.of(rest.group(1))
                : Optional.empty();
    }

    /** The values that are not blank, in the order of the sources. */
    private static Stream<String> first(List<Stream<String>> sources) {
        return sources.stream().flatMap(source -> source).map(String::strip).filter(value -> !value.isEmpty());
    }

    private Stream<String> metas(String... names) {
        return Stream.of(names)
                .flatMap(name -> page.select("meta").stream()
                        .filter(meta -> name.equalsIgnoreCase(meta.attr("property"))
                                || name.equalsIgnoreCase(meta.attr("name"))
                                || name.equalsIgnoreCase(meta.attr("itemprop"))
                                || name.equalsIgnoreCase(meta.attr("http-equiv")))
                        .map(meta -> meta.attr("content")));
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
