package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.clause.Clause;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the text treats each act of a sentence: from the phrases around it ({@link TriggerCues}), from the clauses
 * it hangs on, and for a noun from the verb that carries it ({@link FactualityOfNouns}). Where several apply, the one
 * that takes most away wins: a figure of speech, then a negation, a supposition, a plan, a bare name, a total, a habit, a
 * state, the background.
 */
final class FactualityReader {
    private static final int NOUN_REACH = 4;
    private static final int CLAUSE_REACH = 40;
    private static final int DEPTH = 6;
    private static final List<Factuality> STRONGEST_FIRST = List.of(
            Factuality.METAPHOR,
            Factuality.NEGATED,
            Factuality.HYPOTHETICAL,
            Factuality.FUTURE,
            Factuality.NOMINAL,
            Factuality.CUMULATIVE,
            Factuality.HABITUAL,
            Factuality.STATE,
            Factuality.BACKGROUND,
            Factuality.ASSERTED);

    private final TriggerCues cues;
    private final ClauseGrammar grammar;
    private final FactualityOfNouns nouns;

    FactualityReader(Language language, TriggerCues cues, ClauseGrammar grammar) {
        this.cues = cues;
        this.grammar = grammar;
        this.nouns = new FactualityOfNouns(language, grammar);
    }

    /** One factuality per match, in the same order. */
    List<Factuality> read(ClauseSentence sentence, List<TriggerMatch> matches) {
        List<TriggerCues.Found> found = cues.in(sentence);
        List<Factuality> read = new ArrayList<>(matches.size());
        for (TriggerMatch match : matches) {
            Factuality fixed = match.reads();
            boolean settled = fixed == Factuality.METAPHOR || fixed == Factuality.ASSERTED;
            read.add(settled ? fixed : read(sentence, match, found, matches));
        }
        return read;
    }

    private Factuality read(
            ClauseSentence s, TriggerMatch match, List<TriggerCues.Found> found, List<TriggerMatch> matches) {
        Set<Factuality> given = EnumSet.noneOf(Factuality.class);
        for (TriggerCues.Found cue : found) {
            if (colours(s, cue, match)) {
                given.add(cue.cue().reads());
            }
        }
        fromLinks(s, match, found, given);
        if (isAsked(s, match)) {
            given.add(Factuality.HYPOTHETICAL);
        }
        Factuality fixed = match.reads();
        if (fixed != null) {
            given.add(fixed);
        }
        for (Factuality factuality : STRONGEST_FIRST) {
            if (given.contains(factuality)) {
                return factuality;
            }
        }
        return switch (match.reading()) {
            case ATTRIBUTIVE -> Factuality.NOMINAL;
            case FUTURE -> Factuality.FUTURE;
            case CONDITIONAL -> Factuality.HYPOTHETICAL;
            case INFINITIVE -> infinitive(s, match);
            case NOUN -> nouns.read(s, match, matches);
            case ACTIVE, PASSIVE -> Factuality.ASSERTED;
        };
    }

    /** "Was the port hit?" asks, and tells nothing. */
    private static boolean isAsked(ClauseSentence s, TriggerMatch match) {
        return s.lower(s.size() - 1).equals("?") && s.sameClause(match.head(), s.size() - 1);
    }

    /** Without a governor that says otherwise a "to" is a purpose; an emphatic "did" is a fact. */
    private Factuality infinitive(ClauseSentence s, TriggerMatch match) {
        for (int i = match.head() - 1; i >= 0 && i >= match.head() - 2; i--) {
            if (grammar.is("do", s.lower(i))) {
                return Factuality.ASSERTED;
            }
        }
        return Factuality.FUTURE;
    }

    private boolean colours(ClauseSentence s, TriggerCues.Found found, TriggerMatch match) {
        int head = match.head();
        boolean same = s.sameClause(found.first(), head);
        boolean inside = found.first() >= match.first() && found.last() <= match.last();
        for (TriggerCues.Scope scope : found.cue().scopes()) {
            boolean fits = switch (scope) {
                case VERB -> same && match.reading() != TriggerReading.NOUN && governs(s, found, head);
                case AHEAD ->
                    same
                            && found.last() < head
                            && head - found.last() < CLAUSE_REACH
                            && (match.isNoun() || match.reading() == TriggerReading.INFINITIVE);
                case NOUN -> same && match.isNoun() && leads(s, found, match.first());
                case AFTER -> same && match.isNoun() && found.first() > head;
                case CLAUSE -> same && Math.abs(found.first() - head) < CLAUSE_REACH;
                case SENTENCE -> Math.abs(found.first() - head) < CLAUSE_REACH;
                case CONTENT -> false;
            };
            if (fits && !inside) {
                return true;
            }
        }
        return false;
    }

    /** Only auxiliaries, adverbs, "to" and joined verbs stand between the cue and the verb. */
    private boolean governs(ClauseSentence s, TriggerCues.Found found, int head) {
        if (found.first() >= head) {
            return false;
        }
        for (int i = found.last() + 1; i < head; i++) {
            String word = s.lower(i);
            if (!grammar.is("auxiliary", word) && !grammar.is("adverb", word) && !word.endsWith("ly")) {
                return false;
            }
        }
        return true;
    }

    private boolean leads(ClauseSentence s, TriggerCues.Found found, int noun) {
        if (found.last() >= noun || noun - found.last() > NOUN_REACH + 1) {
            return false;
        }
        for (int i = found.last() + 1; i < noun; i++) {
            String word = s.lower(i);
            boolean leaves = grammar.is("preposition", word) && !word.equals("of");
            if (s.finite(i) || word.equals(",") || leaves) {
                return false;
            }
        }
        return true;
    }

    /** What the opening words of the clause, and of those it hangs on, make of it. */
    private void fromLinks(ClauseSentence s, TriggerMatch match, List<TriggerCues.Found> found, Set<Factuality> given) {
        int index = s.clauseIndex(match.head());
        for (int depth = 0; index >= 0 && depth < DEPTH; depth++) {
            Clause clause = s.clause(index);
            @Nullable Factuality own = ofLink(clause.link());
            if (own != null) {
                given.add(own);
            }
            if (clause.link() != Clause.Link.CONTENT) {
                return;
            }
            int parent = clause.parent();
            for (TriggerCues.Found cue : found) {
                boolean before = cue.first() < match.head() && s.clauseIndex(cue.first()) == parent;
                if (before && cue.cue().scopes().contains(TriggerCues.Scope.CONTENT) && speaks(s, cue)) {
                    given.add(cue.cue().reads());
                }
            }
            index = parent;
        }
    }

    /** No other verb of saying stands between the cue and the content: "denied it, adding that …". */
    private boolean speaks(ClauseSentence s, TriggerCues.Found cue) {
        for (int i = cue.last() + 1; i < s.size() && s.sameClause(cue.first(), i); i++) {
            if (grammar.is("speech_verb", s.lower(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Factuality ofLink(Clause.Link link) {
        return switch (link) {
            case CONDITION, QUESTION -> Factuality.HYPOTHETICAL;
            case PURPOSE -> Factuality.FUTURE;
            case SINCE -> Factuality.BACKGROUND;
            case MAIN, CONTENT, TIME, REASON, RELATIVE, SPEECH -> null;
        };
    }
}
