package org.clashmap.exchange.incoming;

/** Why a row is left out. Made for each bad row, so it carries no stack trace. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, for counting
     * @param message what is wrong with which value, and the way out
     */
    RowProblem(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** A value as it can be shown in a message. */
    static String excerpt(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        return "\"" + (line.length() <= 60 ? line : line.substring(0, 57) + "...") + "\"";
    }
}
