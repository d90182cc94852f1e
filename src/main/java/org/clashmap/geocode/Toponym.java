package org.clashmap.geocode;

import org.clashmap.extract.ToponymMention;

/** A mention with the place it means. */
public record Toponym(ToponymMention mention, Resolution resolution) {}
