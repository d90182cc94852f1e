package org.clashmap.exchange.incoming;

/** A file or a preset that cannot be used at all, with the reason and the way out. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
