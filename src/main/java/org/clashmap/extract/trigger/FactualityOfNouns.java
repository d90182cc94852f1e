package org.clashmap.extract.trigger;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clashmap.extract.Act;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.clause.Clause;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Tells a noun that reports an act ("a strike hit", "clashes erupted", "killed in a strike") from one that only names it
 * ("amid the fighting", "talks on strikes"): by the preposition or verb it hangs on, by a verb that carries it, and in a
 * headline by the lack of any verb.
 */
final class FactualityOfNouns {
    private static final int LEFT_REACH = 7;
    static final int RIGHT_REACH = 40;
    private static final Set<Act> EFFECTS = EnumSet.of(
            Act.KILLING,
            Act.WOUNDING,
            Act.DESTRUCTION,
            Act.CAPTURE_OF_PEOPLE,
            Act.DISPLACEMENT,
            Act.ARREST,
            Act.ABDUCTION,
            Act.TERRITORY_TAKEN,
            Act.TERRITORY_RETAKEN,
            Act.STRIKE,
            Act.SHELLING,
            Act.DRONE_STRIKE,
            Act.AIR_STRIKE,
            Act.MISSILE_STRIKE,
            Act.EXPLOSION,
            Act.IED_OR_MINE,
            Act.SUICIDE_BOMB,
            Act.INTERCEPTION,
            Act.CLASH,
            Act.GROUND_ATTACK,
            Act.LOOTING,
            Act.ATTACK_ON_CIVILIANS);

    /** "Thrown off the rails by an explosive charge": what does it is told, whatever it does. */
    private static final Set<Act> FROM_AFAR = EnumSet.of(
            Act.IED_OR_MINE,
            Act.GRENADE,
            Act.SHELLING,
            Act.DRONE_STRIKE,
            Act.AIR_STRIKE,
            Act.MISSILE_STRIKE,
            Act.EXPLOSION);

    private final ClauseGrammar grammar;
    private final @Nullable FactualityOfSlavicNouns slavic;
    private final @Nullable FactualityOfCarriedNouns carried;

    FactualityOfNouns(Language language, ClauseGrammar grammar) {
        this.grammar = grammar;
        this.slavic = language.isSlavic() ? new FactualityOfSlavicNouns(grammar) : null;
        this.carried = language.isSlavic() || language == Language.EN ? null : new FactualityOfCarriedNouns(grammar);
    }

    Factuality read(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        boolean told = slavic != null
                ? slavic.isTold(s, noun, matches)
                : carried != null ? carried.isTold(s, noun, matches) : english(s, noun, matches);
        return told ? Factuality.ASSERTED : Factuality.NOMINAL;
    }

    private boolean english(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        int governor = governor(s, noun.first(), matches);
        String word = s.lower(governor);
        if (grammar.is("preposition", word)) {
            return afterPreposition(s, noun, word, matches) || resumes(s, noun);
        }
        if (grammar.is("carrier_object", word)) {
            return true;
        }
        boolean definite = isDefinite(s, governor, noun.first());
        if (s.finite(governor)) {
            boolean opens = grammar.is("carrier_comment", word) || grammar.is("indefinite", s.lower(governor + 1));
            return opens && !definite;
        }
        if (carrierFollows(s, noun, matches)) {
            return true;
        }
        boolean namedFirst = !definite || noun.first() == 0;
        return namedFirst && !verbFollows(s, noun.last()) && standsAlone(s, noun);
    }

    private boolean afterPreposition(
            ClauseSentence s, TriggerMatch noun, String preposition, List<TriggerMatch> matches) {
        if (grammar.is("preposition_of_cause", preposition)) {
            int governor = governor(s, noun.first(), matches);
            boolean bare = isDefinite(s, governor, noun.first()) && !complementFollows(s, noun.last());
            return !bare && (hasEffect(s, noun, matches) || !anyVerb(s, noun.head()));
        }
        if (preposition.equals("by") && FROM_AFAR.contains(noun.act())) {
            return grammar.is("indefinite", s.lower(governor(s, noun.first(), matches) + 1));
        }
        if (preposition.equals("for")) {
            return s.lower(governor(s, noun.first(), matches) - 1).equals("responsibility");
        }
        if (preposition.equals("of")) {
            int governor = governor(s, noun.first(), matches);
            boolean wave = grammar.is("wave", s.lower(governor - 1));
            return wave
                    && (carrierFollows(s, noun, matches)
                            || carrierPrecedes(s, governor)
                            || hasEffect(s, noun, matches));
        }
        return false;
    }

    /** The preposition, verb or joint that a noun phrase hangs on, walking left over its words; -1 at the clause's start. */
    private int governor(ClauseSentence s, int first, List<TriggerMatch> matches) {
        for (int i = first - 1; i >= 0 && i >= first - LEFT_REACH; i--) {
            if (!s.sameClause(first, i)) {
                return -1;
            }
            String word = s.lower(i);
            if (grammar.is("joins", word) && !joinsTriggers(i, matches)) {
                return -1;
            }
            boolean amount = grammar.is("about", word) && isAmount(s, i + 1);
            boolean stops = (grammar.is("preposition", word) && !amount)
                    || s.finite(i)
                    || grammar.is("carrier_object", word)
                    || word.equals(",");
            if (stops) {
                return word.equals(",") ? -1 : i;
            }
            boolean opens = grammar.is("determiner", word) && !word.endsWith("s");
            if (opens && isNounBefore(s, i - 1)) {
                return -1;
            }
        }
        return -1;
    }

    /** "strikes and shelling" hang on one word; "arrived in the town and clashes" do not. */
    private static boolean joinsTriggers(int joint, List<TriggerMatch> matches) {
        for (TriggerMatch match : matches) {
            if (match.isNoun() && (match.last() == joint - 1 || match.last() == joint - 2)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAmount(ClauseSentence s, int at) {
        String word = s.lower(at);
        return !word.isEmpty() && (Character.isDigit(word.charAt(0)) || grammar.is("quantity", word));
    }

    /** "On Friday an improvised mine": the phrase before the article is no part of this one. */
    private boolean isNounBefore(ClauseSentence s, int at) {
        String word = s.lower(at);
        return !word.isEmpty()
                && Character.isLetterOrDigit(word.charAt(0))
                && !grammar.is("preposition", word)
                && !grammar.is("adverb", word)
                && !grammar.is("carrier_object", word)
                && !s.finite(at);
    }

    private boolean isDefinite(ClauseSentence s, int governor, int first) {
        for (int i = Math.max(0, governor + 1); i < first; i++) {
            if (s.sameClause(i, first) && grammar.is("definite", s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean complementFollows(ClauseSentence s, int last) {
        return s.sameClause(last, last + 1) && grammar.is("complement", s.lower(last + 1));
    }

    private boolean carrierFollows(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        for (int i = noun.last() + 1; i < s.size() && i - noun.last() < RIGHT_REACH; i++) {
            boolean own = s.sameClause(noun.head(), i)
                    || (i - noun.last() < LEFT_REACH && s.clauseAt(i).parent() == s.clauseIndex(noun.head()));
            if (own && grammar.is("carrier_subject", s.lower(i))) {
                return true;
            }
        }
        for (TriggerMatch match : matches) {
            boolean later = match.head() > noun.last() && s.sameClause(noun.head(), match.head());
            if (later && match.reading().isVerb() && EFFECTS.contains(match.act())) {
                return true;
            }
        }
        return false;
    }

    /** "over the talks, which resumed in …" */
    private boolean resumes(ClauseSentence s, TriggerMatch noun) {
        for (int i = noun.last() + 1; i < s.size() && i - noun.last() < LEFT_REACH; i++) {
            Clause clause = s.clauseAt(i);
            boolean relative = clause.link() == Clause.Link.RELATIVE && clause.parent() == s.clauseIndex(noun.head());
            if (relative && grammar.is("carrier_subject", s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean carrierPrecedes(ClauseSentence s, int before) {
        for (int i = before - 1; i >= 0 && i > before - LEFT_REACH && s.sameClause(before, i); i--) {
            if (grammar.is("carrier_object", s.lower(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasEffect(ClauseSentence s, TriggerMatch noun, List<TriggerMatch> matches) {
        for (TriggerMatch match : matches) {
            boolean other = match.head() != noun.head() && s.sameClause(noun.head(), match.head());
            if (other && match.reading() != TriggerReading.ATTRIBUTIVE && EFFECTS.contains(match.act())) {
                return true;
            }
        }
        return false;
    }

    private static boolean verbFollows(ClauseSentence s, int last) {
        for (int i = last + 1; i < s.size() && i - last < RIGHT_REACH; i++) {
            if (s.sameClause(last, i) && s.finite(i)) {
                return true;
            }
        }
        return false;
    }

    static boolean anyVerb(ClauseSentence s, int token) {
        for (int i = Math.max(0, token - RIGHT_REACH); i < s.size() && i < token + RIGHT_REACH; i++) {
            if (s.sameClause(token, i) && s.finite(i)) {
                return true;
            }
        }
        return false;
    }

    /** A clause without a verb reports only in a headline or bulletin line, where its sentence has none before it either. */
    private static boolean standsAlone(ClauseSentence s, TriggerMatch noun) {
        for (int i = Math.max(0, noun.first() - RIGHT_REACH); i < noun.first(); i++) {
            if (s.sameClause(noun.head(), i) && s.finite(i)) {
                return false;
            }
        }
        return true;
    }
}
