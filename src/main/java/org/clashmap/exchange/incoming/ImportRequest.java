package org.clashmap.exchange.incoming;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import and how.
 *
 * @param preset to use whatever the file looks like, or null to find it out
 * @param encoding of the file, or null to find it out
 * @param dataset what ids are unique in, for tables without a scheme of their own; null for the file's name
 * @param dayFirst for dates such as 04/05/2025 in tables of unknown make: true for the fourth of May, false for the fifth
 *     of April, null to decide by the whole column
 */
public record ImportRequest(
        Path file,
        @Nullable Preset preset,
        @Nullable Charset encoding,
        @Nullable String dataset,
        @Nullable Boolean dayFirst) {
    public static ImportRequest of(Path file) {
        return new ImportRequest(file, null, null, null, null);
    }

    public ImportRequest as(Preset forced) {
        return new ImportRequest(file, forced, encoding, dataset, dayFirst);
    }
}
