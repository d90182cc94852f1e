package org.clashmap.extract;

/** What the words around a place name say it is: "the village of X", "X region", "on the X front". */
public enum ExpectedKind {
    ANY,
    SETTLEMENT,
    ADMIN1,
    ADMIN2,
    /** A stretch of the front, named after a town or region. */
    DIRECTION,
    WATER
}
