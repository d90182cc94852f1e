package org.clashmap.report;

import java.time.LocalDate;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One report as received, with its working text.
 *
 * @param id stable for the same bytes: the first 16 hexadecimal digits of their SHA-256 after {@code rep-}
 * @param text the working text; report text is untrusted and is only ever shown as text
 * @param published the day of publication; the anchor of every relative date in the text
 */
public record Report(
        String id, String text, Language language, @Nullable LocalDate published, Source source, Receipt receipt) {

    /** Who published it and where it can be read; what is unknown is null. */
    public record Source(
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url) {}

    /**
     * The bytes as received, after the Berkeley Protocol: what they were, when and how they came.
     *
     * @param sha256 of the bytes, lower case hexadecimal
     * @param collectedAt ISO 8601 instant
     * @param collectedBy the way of collection: {@code file}, {@code paste}, {@code fetch}
     */
    public record Receipt(String sha256, String mediaType, long sizeBytes, String collectedAt, String collectedBy) {}
}
