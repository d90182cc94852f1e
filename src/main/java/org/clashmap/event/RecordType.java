package org.clashmap.event;

import java.util.Locale;

/** What kind of record it is (codebook section 1). */
public enum RecordType {
    EVENT,
    AGGREGATE,
    STATEMENT,
    BACKGROUND,
    UPDATE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
