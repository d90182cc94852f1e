package org.clashmap.app;

import java.nio.file.Path;

/**
 * Where the program's own files are.
 *
 * @param home the folder of the launcher; it holds {@code geodata}, {@code web} and, unless told otherwise, {@code data}
 */
record Installation(Path home) {
    /** The launcher names the home; a program started without it takes the current folder. */
    static Installation find() {
        return new Installation(Path.of(System.getProperty("clashmap.home", "")).toAbsolutePath());
    }

    Path geodata() {
        return home.resolve("geodata");
    }

    /** What can be made again at any time, beside what the build makes. */
    Path cache() {
        return home.resolve("target");
    }

    Path web() {
        return home.resolve("web");
    }

    Path data() {
        return home.resolve("data");
    }
}
