package org.clashmap.report;

import java.net.URI;
import java.time.LocalDate;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a report besides its bytes. What is given here goes before what the document says about itself;
 * for a feed or JSONL it fills what an entry lacks.
 *
 * @param collectedBy {@code file}, {@code paste} or {@code fetch}
 */
public record Hints(
        @Nullable LocalDate published,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable String url,
        @Nullable Language language,
        String collectedBy) {
    public static final Hints NONE = new Hints(null, null, null, null, null, "file");

    /** The same of a page that was fetched: its address is known, unless another was given for it. */
    public Hints fetchedFrom(URI address) {
        return new Hints(published, publisher, title, url == null ? address.toString() : url, language, "fetch");
    }
}
