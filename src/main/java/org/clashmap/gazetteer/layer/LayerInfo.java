package org.clashmap.gazetteer.layer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a layer as a whole.
 *
 * @param name also the name of its folder
 * @param terms what may be done with it, and what must be said
 * @param added when
 * @param files what it was made from
 */
public record LayerInfo(String name, Terms terms, Instant added, List<SourceFile> files) {
    /** The licence of a layer that must not leave the machine. */
    public static final String PRIVATE = "private";

    public LayerInfo {
        files = List.copyOf(files);
    }

    /**
     * @param attribution whom to name
     * @param licence its usual short name, or {@link #PRIVATE}
     * @param url where licence and source are described; may be empty
     */
    public record Terms(String attribution, String licence, String url) {
        public boolean isPrivate() {
            return licence.equals(PRIVATE);
        }
    }

    /**
     * A file as it was read; the file itself is not kept.
     *
     * @param bytes its size
     * @param sha256 of its bytes
     * @param url where it was fetched, or null for a file of the user's disk
     */
    public record SourceFile(
            String name,
            long bytes,
            String sha256,
            @Nullable String url) {}
}
