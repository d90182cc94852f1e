package org.clashmap.app;

/** The program cannot do what was asked for a reason outside of it; the message names the value and the way out. Exit code 3. */
final class CannotRunException extends RuntimeException {
    CannotRunException(String message) {
        super(message);
    }

    CannotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
