package org.clashmap.event;

import java.time.LocalDate;
import java.util.List;
import org.clashmap.event.Event.Quote;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report that tells an event, with the sentences that prove it.
 *
 * @param licence under which it may be passed on, or null when it is not stated
 * @param standing among the other sources of the event
 */
public record SourceRef(
        String reportId,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable String url,
        @Nullable LocalDate published,
        @Nullable String language,
        @Nullable String sha256,
        @Nullable String collectedAt,
        List<Quote> evidence,
        @Nullable String licence,
        Standing standing) {
    public SourceRef {
        evidence = List.copyOf(evidence);
    }

    /** A source not yet compared with others. */
    public SourceRef(
            String reportId,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url,
            @Nullable LocalDate published,
            @Nullable String language,
            @Nullable String sha256,
            @Nullable String collectedAt,
            List<Quote> evidence,
            @Nullable String licence) {
        this(
                reportId,
                publisher,
                title,
                url,
                published,
                language,
                sha256,
                collectedAt,
                evidence,
                licence,
                Standing.UNKNOWN);
    }

    /** A stored report, whose licence is not stated. */
    public static SourceRef of(Report report, List<Quote> evidence) {
        return new SourceRef(
                report.id(),
                report.source().publisher(),
                report.source().title(),
                report.source().url(),
                report.published(),
                report.language().code(),
                report.receipt().sha256(),
                report.receipt().collectedAt(),
                evidence,
                null);
    }

    public SourceRef withStanding(Standing other) {
        return new SourceRef(
                reportId, publisher, title, url, published, language, sha256, collectedAt, evidence, licence, other);
    }

    public SourceRef withEvidence(List<Quote> other) {
        return new SourceRef(
                reportId, publisher, title, url, published, language, sha256, collectedAt, other, licence, standing);
    }

    /**
     * What a source is worth beside the others of its event.
     *
     * @param independent whether it is the first to bring what its party or publisher knows, or null when not compared
     * @param reprintOf the report whose text it repeats, or null
     */
    public record Standing(
            @Nullable Boolean independent, @Nullable String reprintOf) {
        public static final Standing UNKNOWN = new Standing(null, null);
    }
}
