package org.clashmap.event.query;

/** A parameter whose value is not allowed. The message says what is. */
public final class InvalidParameterException extends IllegalArgumentException {
    private final String name;
    private final String value;

    public InvalidParameterException(String name, String value, IllegalArgumentException refused) {
        super(refused.getMessage(), refused);
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }
}
