package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;

/**
 * Looks again at the names of an English text that the rules found without a word of place beside them. Those that by their
 * looks are no places (surnames, firms and words that are also towns) become names of another kind, and part of a longer
 * name that looks like a place becomes one.
 */
final class NameJudge {
    static final String REASON_AGAINST = "looks more like the name of a person or a firm, or a word, than like a place";
    static final String REASON_FOR = "looks more like a place than like part of a person's name";

    /** Below, a name is no place; above the second, part of a longer name is one all the same. */
    private static final double LEAST_SHARE = 0.25;

    private static final double SURELY = 0.6;
    /** A line about an event names a place far more often than an article does, from which the model has learnt. */
    private static final int SHORTEST_ARTICLE = 400;

    private final AnalysedText text;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    NameJudge(AnalysedText text, List<ToponymMention> mentions) {
        this.text = text;
        for (ToponymMention mention : mentions) {
            counts.merge(mention.text(), 1, Integer::sum);
            if (mention.role() == ToponymRole.PERSON) {
                people.add(mention.text());
            }
        }
    }

    List<String> features(ToponymMention mention) {
        return NameFeatures.of(text, mention, counts.getOrDefault(mention.text(), 1), people.contains(mention.text()));
    }

    /** The mentions, those that are no places turned into names of another kind. */
    static List<ToponymMention> judge(AnalysedText text, List<ToponymMention> mentions) {
        if (text.language() != Language.EN || text.text().length() < SHORTEST_ARTICLE) {
            return mentions;
        }
        NameJudge judge = new NameJudge(text, mentions);
        List<ToponymMention> judged = new ArrayList<>();
        for (ToponymMention mention : mentions) {
            judged.add(isOpen(mention) ? judge.judged(mention) : mention);
        }
        return judged;
    }

    private ToponymMention judged(ToponymMention mention) {
        double share = NameModel.english().share(features(mention));
        if (mention.role() == ToponymRole.PERSON) {
            return share < SURELY
                    ? mention
                    : SharedRoles.with(mention, ToponymRole.LITERAL, mention.expected(), REASON_FOR);
        }
        return share < LEAST_SHARE
                ? SharedRoles.with(mention, ToponymRole.PERSON, mention.expected(), REASON_AGAINST)
                : mention;
    }

    /** Nothing but the name itself made it a place, or other names beside it made it part of one. */
    private static boolean isOpen(ToponymMention mention) {
        return mention.reason().equals(RoleRules.BARE)
                || mention.role() == ToponymRole.ORGANISATION
                || mention.role() == ToponymRole.PERSON;
    }
}
