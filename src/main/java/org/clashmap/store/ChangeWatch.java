package org.clashmap.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that a store has changed, on one thread of its own, so that they never hold up a write. It looks at the
 * data version when it is woken and every half second besides, for what other processes write. The thread starts with the
 * first listener. Safe for many threads.
 */
final class ChangeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final LongSupplier dataVersion;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean written;
    private boolean started;
    private boolean closed;

    ChangeWatch(LongSupplier dataVersion) {
        this.dataVersion = dataVersion;
    }

    EventStore.Watch add(Runnable listener) {
        @SuppressWarnings(
                "UnnecessaryMethodReference") // a runnable of its own, so that the same listener can be added twice and
        // taken away once.
        Runnable entry = listener::run;
        listeners.add(entry);
        lock.lock();
        try {
            if (!started && !closed) {
                started = true;
                long seen = dataVersion.getAsLong();
                Thread.ofPlatform().daemon().name("store-changes").start(() -> watch(seen));
            }
        } finally {
            lock.unlock();
        }
        return () -> listeners.remove(entry);
    }

    /** To be called after a commit. */
    void wake() {
        lock.lock();
        try {
            written = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch(long first) {
        long seen = first;
        while (isOpenAfterWaiting()) {
            try {
                long now = dataVersion.getAsLong();
                if (now != seen) {
                    seen = now;
                    listeners.forEach(ChangeWatch::call);
                }
            } catch (EventStoreException unreadable) {
                if (!isOpen()) {
                    return;
                }
                LOG.warn("cannot see whether the store has changed: {}", unreadable.getMessage());
            }
        }
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failure) {
            // The others must hear of the change all the same.
            LOG.error("a listener of the store failed", failure);
        }
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller looks again whatever woke it
    private boolean isOpenAfterWaiting() {
        lock.lock();
        try {
            if (!written && !closed) {
                boolean inTime = woken.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("woken {}", inTime);
            }
            written = false;
            return !closed;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
