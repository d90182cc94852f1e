package org.clashmap.api.access;

/** The file of tokens cannot be read or written; the message names it and the way out. */
public final class TokenFileException extends RuntimeException {
    TokenFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
