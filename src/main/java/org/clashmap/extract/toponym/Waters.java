package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Language;

/** What a name means after "the left bank of" or before "river": the river or lake, where the tables have it. */
final class Waters {
    private static final char WATER = 'H';

    private final KnownNames known;

    Waters(KnownNames known) {
        this.known = known;
    }

    /** The waters among the matches, or those that the tables call "X River" or "Lake X"; the matches as they are where the tables have none. */
    List<NameMatch> of(CharSequence name, List<NameMatch> matches) {
        List<NameMatch> waters = onlyWaters(matches);
        if (!waters.isEmpty()) {
            return waters;
        }
        List<String> names = new ArrayList<>(List.of(name.toString()));
        matches.stream().map(match -> match.place().name()).distinct().forEach(names::add);
        for (String each : names) {
            for (String called : List.of(each + " River", "Lake " + each)) {
                waters = onlyWaters(known.lookup(called, Language.EN));
                if (!waters.isEmpty()) {
                    return waters.stream()
                            .map(match -> new NameMatch(
                                    match.place(), match.matchedName(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED))
                            .toList();
                }
            }
        }
        return matches;
    }

    private static List<NameMatch> onlyWaters(List<NameMatch> matches) {
        return matches.stream()
                .filter(match -> match.place().feature().featureClass() == WATER)
                .toList();
    }
}
