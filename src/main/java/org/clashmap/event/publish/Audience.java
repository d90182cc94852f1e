package org.clashmap.event.publish;

/** Who looks: everybody, or those who work on the events and see them exactly. */
public enum Audience {
    PUBLIC,
    STAFF
}
