package org.clashmap.event.query;

/** A part of a filter: something that holds or does not, or something that has a value. Immutable, compared by content. */
public sealed interface Expression permits Predicate, Value {}
