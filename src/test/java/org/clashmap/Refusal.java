package org.clashmap;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What a refused call says. */
public final class Refusal {
    private Refusal() {}

    /** The message of the IllegalArgumentException that a call must throw. */
    public static String messageOf(Executable call) {
        return messageOf(IllegalArgumentException.class, call);
    }

    /** The message of the exception that a call must throw; empty when it has none. */
    public static String messageOf(Class<? extends Throwable> type, Executable call) {
        String message = assertThrows(type, call).getMessage();
        return message == null ? "" : message;
    }
}
