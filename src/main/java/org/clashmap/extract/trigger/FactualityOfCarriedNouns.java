package org.clashmap.extract.trigger;

import java.util.List;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;

/**
 * Tells nouns that report an act from those that only name it, for Arabic, French and Spanish: by what the noun hangs on,
 * through words of amount ("une série d'attaques", "عدة غارات"), and by a verb of happening or doing in its clause, which
 * these languages put before or after it.
 */
final class FactualityOfCarriedNouns {
    private static final int LEFT_REACH = 7;

    private final ClauseGrammar grammar;

    FactualityOfCarriedNouns(ClauseGrammar grammar) {
        this.grammar = grammar;
    }

    boolean isTold(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        int at = governor(s, noun);
        String before = s.lower(at);
        boolean effect = FactualityOfNouns.hasEffect(s, noun, matches);
        if (grammar.is("namer", before)) {
            return false;
        }
        boolean verbless = !FactualityOfNouns.anyVerb(s, noun.head());
        if (grammar.is("preposition_of_cause", before)) {
            return effect || verbless || carrierNear(s, noun);
        }
        if (grammar.is("preposition_of_report", before)) {
            return reported(s, at);
        }
        boolean hangs = grammar.is("preposition", before) || s.hasPreposition(noun.first());
        if (hangs && !grammar.is("carrier_object", before)) {
            return effect && s.hasPreposition(noun.first());
        }
        return effect || verbless || carrierNear(s, noun);
    }

    /** The word a noun hangs on, over adjectives, numbers and words of amount; -1 where it opens its clause. */
    private int governor(ClauseSentence s, TriggerMatch noun) {
        for (int i = noun.first() - 1; i >= 0 && i >= noun.first() - LEFT_REACH && s.sameClause(noun.head(), i); i--) {
            String word = s.lower(i);
            if (grammar.is("of", word) && grammar.is("wave", s.lower(i - 1))) {
                i--;
                continue;
            }
            if (grammar.is("of", word) && isArticle(s, i)) {
                continue;
            }
            boolean mark = word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
            if (mark && "«\"“".indexOf(word.charAt(0)) < 0) {
                return -1;
            }
            boolean names = grammar.is("namer", word) && noun.first() - i <= 3;
            if (names || grammar.is("preposition", word) || s.finite(i)) {
                return i;
            }
        }
        return -1;
    }

    /** "De violents combats", "a mené d'autres attaques": no preposition but an article. */
    private boolean isArticle(ClauseSentence s, int at) {
        String before = s.lower(at - 1);
        boolean opens = before.isEmpty() || !s.sameClause(at - 1, at) || !Character.isLetterOrDigit(before.charAt(0));
        return opens ? grammar.is("adjective", s.lower(at + 1)) : s.finite(at - 1);
    }

    /** "fait état d'une attaque", "informó de un ataque", "أفاد بوقوع انفجار": a verb of reporting leads the preposition. */
    private boolean reported(ClauseSentence s, int preposition) {
        for (int i = preposition - 1; i >= 0 && preposition - i < LEFT_REACH && s.sameClause(preposition, i); i--) {
            if (grammar.is("report_verb", s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean carrierNear(ClauseSentence s, TriggerMatch noun) {
        int from = Math.max(0, noun.first() - FactualityOfNouns.RIGHT_REACH);
        int to = Math.min(s.size(), noun.last() + FactualityOfNouns.RIGHT_REACH);
        for (int i = from; i < to; i++) {
            if (s.sameClause(noun.head(), i) && grammar.is("carrier", s.lower(i))) {
                return true;
            }
        }
        return false;
    }
}
