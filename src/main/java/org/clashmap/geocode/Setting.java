package org.clashmap.geocode;

import java.util.List;
import java.util.Optional;
import org.clashmap.geo.LonLat;

/**
 * What is known beside the text when its places are resolved.
 *
 * @param country ISO 3166-1 alpha-2 of the country the text is told to be about; evidence, not a filter
 * @param recentEvents points of recent events; of two homonyms the one near them is likelier
 */
public record Setting(Optional<String> country, List<LonLat> recentEvents) {
    /** Nothing is known but the text. */
    public static final Setting UNKNOWN = new Setting(Optional.empty(), List.of());

    public Setting {
        recentEvents = List.copyOf(recentEvents);
    }

    public static Setting inCountry(String iso2) {
        return new Setting(Optional.of(iso2), List.of());
    }
}
