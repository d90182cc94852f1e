package org.clashmap.gazetteer;

import java.nio.file.Path;

/** The repository's own gazetteer, loaded once for all tests that need real places. */
public final class Geodata {
    private static final Gazetteer SHARED = CompactGazetteer.load(Path.of("geodata"));

    private Geodata() {}

    public static Gazetteer shared() {
        return SHARED;
    }
}
