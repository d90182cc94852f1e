package org.clashmap.extract.actor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a report beside its text.
 *
 * @param year of publication, or null; picks the government whose forces are meant
 * @param focusCountry ISO 3166-1 alpha-2 of the country the report is about, if that is known
 */
public record ActorSetting(@Nullable Integer year, Optional<String> focusCountry) {
    public static final ActorSetting UNKNOWN = new ActorSetting(null, Optional.empty());
}
