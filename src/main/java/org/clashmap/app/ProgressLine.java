package org.clashmap.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clashmap.gazetteer.layer.Progress;

/** A bar that is drawn anew in its line on a terminal; elsewhere a plain line now and then. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1_000_000;

    private final Console console;
    private final boolean terminal;
    private final InstantSource clock;
    private String step = "";
    private long total;
    private Instant told = Instant.EPOCH;
    private boolean drawn;

    ProgressLine(Console console, boolean terminal, InstantSource clock) {
        this.console = console;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** For the terminal that the program was started on, if any. */
    static ProgressLine of(Console console) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        return new ProgressLine(console, terminal, InstantSource.system());
    }

    @Override
    public void begin(String name, long bytes) {
        step = name;
        total = bytes;
        told = clock.instant();
        if (!terminal) {
            console.say(name + " ...");
        }
    }

    @Override
    public void at(long bytes) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(terminal ? ON_TERMINAL : ELSEWHERE) < 0) {
            return;
        }
        told = now;
        if (terminal) {
            console.err().print('\r' + bar(bytes) + "\u001b[K");
            console.err().flush();
            drawn = true;
        } else {
            console.say(step + ": " + amount(bytes));
        }
    }

    @Override
    public void end() {
        if (drawn) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            drawn = false;
        }
    }

    private String bar(long bytes) {
        if (total <= 0) {
            return step + "  " + amount(bytes);
        }
        int filled = (int) Math.min(WIDTH, bytes * WIDTH / total);
        return step + "  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]  " + amount(bytes);
    }

    private String amount(long bytes) {
        String megabytes = bytes / MEGABYTE + " MB";
        return total <= 0 ? megabytes : Math.min(100, bytes * 100 / total) + " % of " + total / MEGABYTE + " MB";
    }
}
