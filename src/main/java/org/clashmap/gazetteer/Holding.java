package org.clashmap.gazetteer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who holds land that is another's, or who claims it. A fact of its own beside the country a place belongs to, which follows
 * ISO 3166 and the United Nations.
 *
 * @param holder the ISO 3166-1 code of a state, or the name of another authority; empty when its own country holds it
 * @param partly true when only part of the territory is held or claimed, so that of a place in it nothing certain is known
 * @param from year, month or day, as far as it is known: 2014-02-27
 * @param to as {@code from}; empty when it lasts
 * @param claimants ISO 3166-1 codes of states that claim it and are not its country
 * @param reason why it is so, in a few words
 * @param link where that can be read
 */
public record Holding(
        String holder, boolean partly, String from, String to, List<String> claimants, String reason, String link) {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");

    public Holding {
        claimants = List.copyOf(claimants);
        if (!DATE.matcher(from).matches() || !(to.isEmpty() || DATE.matcher(to).matches())) {
            throw new IllegalArgumentException(
                    "dates '" + from + "' and '" + to + "' are not 2014, 2014-02 or 2014-02-27");
        }
    }

    public boolean lasts() {
        return to.isEmpty();
    }
}
