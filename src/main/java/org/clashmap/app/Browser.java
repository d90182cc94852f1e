package org.clashmap.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens an address in the user's browser by the desktop's own command. */
final class Browser {
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private Browser() {}

    /** A line of advice when no browser could be opened. */
    static Optional<String> open(String address) {
        for (String opener : OPENERS) {
            try {
                new ProcessBuilder(opener, address)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return Optional.empty();
            } catch (IOException missing) {
                // the next one may exist
            }
        }
        return Optional.of("No command to open a browser was found; open " + address + " yourself.");
    }
}
