package org.clashmap.event;

/**
 * The store cannot be opened, read or written: a folder without permission, a file of another version, a full disk, a
 * lock that another process holds. The message names the file and the way out; nothing of the failed change is kept.
 */
public final class EventStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventStoreException(String message) {
        super(message);
    }

    public EventStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
