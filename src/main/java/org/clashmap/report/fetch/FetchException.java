package org.clashmap.report.fetch;

/** An address that was not fetched; the message says why and the way out. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
