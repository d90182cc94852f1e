package org.clashmap.geocode;

import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;

/**
 * A place that a mention may mean.
 *
 * @param share of the belief among the candidates; shares sum to 1
 * @param reasons in words a reporter understands, strongest first
 */
public record Candidate(NameMatch match, double share, List<String> reasons) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }

    public Place place() {
        return match.place();
    }
}
