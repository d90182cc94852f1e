package org.clashmap.extract.trigger;

import java.util.List;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;

/**
 * Tells nouns that report an act from those that only name it, for Ukrainian and Russian: by the preposition or naming noun
 * before, by a verb of happening or doing anywhere in the clause, since word order is free and there is no article.
 */
final class FactualityOfSlavicNouns {
    private static final int LEFT_REACH = 4;

    private final ClauseGrammar grammar;

    FactualityOfSlavicNouns(ClauseGrammar grammar) {
        this.grammar = grammar;
    }

    boolean isTold(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        String before = governor(s, noun);
        if (grammar.is("namer", before)) {
            return false;
        }
        boolean effect = FactualityOfNouns.hasEffect(s, noun, matches);
        boolean verbless = !FactualityOfNouns.anyVerb(s, noun.head());
        if (grammar.is("preposition_of_cause", before)) {
            return effect || verbless || goalNear(s, noun);
        }
        if (grammar.is("preposition_of_report", before) && reported(s, noun)) {
            return true;
        }
        if (grammar.is("preposition", before) && !grammar.is("preposition_of_place", before)) {
            return false;
        }
        return carrierNear(s, noun) || effect || verbless;
    }

    private String governor(ClauseSentence s, TriggerMatch noun) {
        for (int i = noun.first() - 1; i >= 0 && i >= noun.first() - LEFT_REACH && s.sameClause(noun.head(), i); i--) {
            String word = s.lower(i);
            if (word.length() == 1 && !Character.isLetter(word.charAt(0))) {
                return "";
            }
            boolean names = grammar.is("namer", word) && noun.first() - i <= 2;
            if (names || grammar.is("preposition", word) || s.finite(i)) {
                return word;
            }
        }
        return "";
    }

    /** "reported about explosions": in Ukrainian and Russian the usual way to tell of an act. */
    private boolean reported(ClauseSentence s, TriggerMatch noun) {
        for (int i = noun.first() - 1;
                i >= 0 && noun.first() - i < FactualityOfNouns.RIGHT_REACH && s.sameClause(noun.head(), i);
                i--) {
            if (s.finite(i) && grammar.is("report_verb", s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "came under shelling", "ran into an ambush": the preposition belongs to a verb that makes an act of the noun. */
    private boolean goalNear(ClauseSentence s, TriggerMatch noun) {
        return near(s, noun, "carrier_goal");
    }

    private boolean carrierNear(ClauseSentence s, TriggerMatch noun) {
        return near(s, noun, "carrier");
    }

    private boolean near(ClauseSentence s, TriggerMatch noun, String wordClass) {
        int from = Math.max(0, noun.first() - FactualityOfNouns.RIGHT_REACH);
        int to = Math.min(s.size(), noun.last() + FactualityOfNouns.RIGHT_REACH);
        for (int i = from; i < to; i++) {
            if (s.sameClause(noun.head(), i) && grammar.is(wordClass, s.lower(i))) {
                return true;
            }
        }
        return false;
    }
}
