package org.clashmap.event.query;

/** Of what kind a value is. */
public enum ValueType {
    TEXT("a text"),
    NUMBER("a number"),
    INTEGER("a whole number"),
    BOOLEAN("true or false"),
    DATE("a day"),
    TIMESTAMP("an instant"),
    INTERVAL("an interval of time"),
    GEOMETRY("a geometry"),
    TEXTS("a list of texts"),
    ARRAY("a list");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** For messages. */
    String words() {
        return words;
    }

    boolean isNumber() {
        return this == NUMBER || this == INTEGER;
    }

    boolean isMoment() {
        return this == DATE || this == TIMESTAMP;
    }

    boolean isTime() {
        return isMoment() || this == INTERVAL;
    }

    boolean isArray() {
        return this == TEXTS || this == ARRAY;
    }

    boolean isScalar() {
        return this == TEXT || this == BOOLEAN || isNumber() || isMoment();
    }

    /** Whether values of the two can be put in order. */
    boolean isComparableWith(ValueType other) {
        return isScalar() && (this == other || (isNumber() && other.isNumber()) || (isMoment() && other.isMoment()));
    }
}
