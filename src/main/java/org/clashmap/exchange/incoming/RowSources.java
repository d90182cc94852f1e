package org.clashmap.exchange.incoming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;

/** Whose word it is, from the columns of a row. Every source points to the table as its report. */
final class RowSources {
    /** One article in UCDP's cell: {@code "publisher,day,headline"}. */
    private static final Pattern ARTICLE = Pattern.compile("\"([^\",]+),(\\d{4}-\\d{2}-\\d{2}),([^\"]*)\"");

    private final Receipt receipt;
    private final Preset.Terms terms;

    RowSources(Receipt receipt, Preset.Terms terms) {
        this.receipt = receipt;
        this.terms = terms;
    }

    Event.Account read(Cells cells) throws RowProblem {
        List<SourceRef> sources = list(cells);
        String verification = cells.text(Field.VERIFICATION);
        return new Event.Account(
                cells.textOr(Field.CERTAINTY, "unconfirmed"),
                verification != null ? verification : sources.size() == 1 ? "single_source" : "unverified",
                null,
                List.of(),
                sources);
    }

    /** At least one. */
    List<SourceRef> list(Cells cells) throws RowProblem {
        List<Event.Quote> evidence = evidence(cells);
        String articles = cells.text(Field.ARTICLES);
        List<SourceRef> sources = new ArrayList<>();
        if (articles != null) {
            Matcher article = ARTICLE.matcher(articles);
            while (article.find()) {
                sources.add(source(
                        cells,
                        article.group(1),
                        article.group(3),
                        null,
                        DateForm.DAY.read(article.group(2)),
                        evidence));
                evidence = List.of();
            }
            if (!sources.isEmpty()) {
                return sources;
            }
        }
        List<String> publishers = cells.list(Field.SOURCES);
        List<String> urls = cells.list(Field.SOURCE_URLS);
        String title = cells.text(Field.SOURCE_TITLE);
        LocalDate day = sourceDay(cells);
        int count = Math.max(1, Math.max(publishers.size(), urls.size()));
        for (int i = 0; i < count; i++) {
            String url = at(urls, i);
            boolean link = url != null && isLink(url);
            String citation = url != null && !link ? url : title;
            String publisher = at(publishers, i);
            sources.add(source(
                    cells,
                    publisher == null ? terms.publisher() : publisher,
                    citation,
                    link ? url : null,
                    day,
                    evidence));
            evidence = List.of();
        }
        return sources;
    }

    private SourceRef source(
            Cells cells,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url,
            @Nullable LocalDate day,
            List<Event.Quote> evidence) {
        return new SourceRef(
                receipt.reportId(),
                publisher,
                title,
                url,
                day,
                cells.text(Field.LANGUAGE),
                receipt.sha256(),
                receipt.collectedAt(),
                evidence,
                terms.licence());
    }

    private static @Nullable LocalDate sourceDay(Cells cells) {
        try {
            return cells.day(Field.SOURCE_DATE);
        } catch (RowProblem problem) {
            cells.warn("cell_date", problem.message());
            return null;
        }
    }

    /** The item of a list; the only item stands for all. */
    private static @Nullable String at(List<String> items, int index) {
        if (index < items.size()) {
            return items.get(index);
        }
        return items.size() == 1 ? items.getFirst() : null;
    }

    static boolean isLink(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.startsWith("https://") || small.startsWith("http://");
    }

    /** The row's notes, word for word; offsets are those within the notes. */
    private static List<Event.Quote> evidence(Cells cells) {
        String notes = cells.text(Field.NOTES);
        return notes == null
                ? List.of()
                : List.of(new Event.Quote(notes, 0, notes.codePointCount(0, notes.length()), List.of()));
    }
}
