package org.clashmap.api.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong tokens by the address they come from, a minute at a time, so that a client that keeps trying is told to wait
 * instead. It never locks out a right token: 256 random bits are not guessed, and editors may share the address of a proxy
 * with whoever tries. Constant memory: the addresses seen longest ago are forgotten. Safe for many threads.
 */
public final class FailedAttempts {
    static final int ALLOWED = 10;

    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    public FailedAttempts(InstantSource clock) {
        this.clock = clock;
    }

    private record Count(Instant since, int failures) {}

    /** Counts a wrong token; returns how many seconds its sender should wait, 0 while there are few. */
    public synchronized long add(String address) {
        Instant now = clock.instant();
        Count before = counts.remove(address);
        Count count = before == null || !now.isBefore(before.since().plus(WINDOW))
                ? new Count(now, 1)
                : new Count(before.since(), before.failures() + 1);
        counts.put(address, count);
        if (counts.size() > MOST_ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
        if (count.failures() <= ALLOWED) {
            return 0;
        }
        return Math.max(1, Duration.between(now, count.since().plus(WINDOW)).toSeconds());
    }
}
