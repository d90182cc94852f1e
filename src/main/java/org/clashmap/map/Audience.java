package org.clashmap.map;

/** Who reads: everybody, or those who work on the events and see them exactly. */
public enum Audience {
    PUBLIC,
    STAFF;

    int bit() {
        return 1 << ordinal();
    }
}
