package org.clashmap.gazetteer.layer;

/** A row cannot be taken. Thrown once per bad row and caught by the reading loop, so it carries no stack trace. */
final class RowProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RowProblem(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
