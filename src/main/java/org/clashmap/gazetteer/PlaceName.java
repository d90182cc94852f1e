package org.clashmap.gazetteer;

import java.util.List;
import org.clashmap.text.Language;

/**
 * One name of a place.
 *
 * @param languages those of the languages that are read which it may belong to; empty for others
 * @param validity the years in which it was or is in force, where they are known
 */
public record PlaceName(String spelling, NameMatch.Kind kind, List<Language> languages, Validity validity) {
    public PlaceName {
        languages = List.copyOf(languages);
    }
}
