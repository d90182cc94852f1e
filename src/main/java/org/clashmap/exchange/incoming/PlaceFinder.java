package org.clashmap.exchange.incoming;

import java.util.Optional;
import org.clashmap.event.Where;

/** Places a row without coordinates by its names of place, units and country. */
@FunctionalInterface
public interface PlaceFinder {
    /** Leaves every row without coordinates without a mark. */
    PlaceFinder NONE = names -> Optional.empty();

    /** Where the names point to; empty when there are none to go by. */
    Optional<Where> find(Where.Names names);
}
