package org.clashmap.event.query;

/** A filter that cannot be read. The message says where and what was expected, for whoever wrote the filter. */
public final class FilterException extends IllegalArgumentException {
    private FilterException(String message, Throwable cause) {
        super(message, cause);
    }

    private FilterException(String message) {
        super(message);
    }

    /** @param index in code units; told as the number of the character, from 1 */
    static FilterException at(int index, String problem) {
        return new FilterException("at character " + (index + 1) + ": " + problem);
    }

    static FilterException at(int index, IllegalArgumentException refused) {
        return refused instanceof FilterException already
                ? already
                : new FilterException("at character " + (index + 1) + ": " + refused.getMessage(), refused);
    }

    /** @param pointer a JSON pointer (RFC 6901); empty for the whole */
    static FilterException in(String pointer, IllegalArgumentException refused) {
        return refused instanceof FilterException already
                ? already
                : new FilterException("at \"" + pointer + "\": " + refused.getMessage(), refused);
    }

    static FilterException of(String problem) {
        return new FilterException(problem);
    }
}
