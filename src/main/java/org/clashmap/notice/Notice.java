package org.clashmap.notice;

/**
 * A problem in data.
 *
 * @param code stable, lower case with underscores, such as {@code report_empty}
 * @param where a file, a line or an offset, in words
 * @param message what is wrong with which value, and the way out
 */
public record Notice(String code, Severity severity, String where, String message) {
    @Override
    public String toString() {
        return "%s [%s] %s: %s".formatted(severity, code, where, message);
    }
}
