package org.clashmap.geocode;

import java.util.List;
import java.util.Optional;
import org.clashmap.gazetteer.Place;

/** Which place a mention means. */
public sealed interface Resolution {
    /** Best first. */
    List<Candidate> candidates();

    /** One place stands out. */
    record Resolved(List<Candidate> candidates) implements Resolution {
        public Resolved {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Several places are possible.
     *
     * @param adminConflict the unit named in the text and other evidence point to different places
     */
    record Ambiguous(List<Candidate> candidates, boolean adminConflict) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No place can be named. */
    record Unresolved(String reason) implements Resolution {
        @Override
        public List<Candidate> candidates() {
            return List.of();
        }
    }

    /** The best candidate's place, also of an ambiguous mention. */
    default Optional<Place> findBest() {
        return candidates().isEmpty()
                ? Optional.empty()
                : Optional.of(candidates().getFirst().place());
    }
}
