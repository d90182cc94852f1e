package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.extract.table.ArabicWords;

/**
 * Inflection by the tables of {@link TriggerParadigms}, for Arabic, French and Spanish: every form of every head is written
 * out once when the tables are loaded. What a participle is depends on the words around: after "have" it is active, after
 * "be" passive; alone it reports in a clause without a verb of its own and where it goes on with one, and else only describes.
 */
final class TriggerTableForms {
    private static final int AUXILIARY_REACH = 5;

    private record Entry(TriggerRule rule, TriggerParadigms.Form form) {}

    private final TriggerIndex<Entry> index = new TriggerIndex<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> finite = new HashSet<>();

    TriggerTableForms(List<TriggerRule> rules, TriggerParadigms paradigms) {
        for (TriggerRule rule : rules) {
            for (String word : List.of(rule.head().word().split("\\|", -1))) {
                for (Map.Entry<String, TriggerParadigms.Form> form :
                        forms(rule, word, paradigms).entrySet()) {
                    Entry entry = new Entry(rule, form.getValue());
                    if (form.getKey().endsWith("*")) {
                        index.fileStem(form.getKey().substring(0, form.getKey().length() - 1), entry);
                    } else {
                        index.fileWord(form.getKey(), entry);
                        known.add(form.getKey());
                    }
                    if (form.getValue().isFinite()) {
                        finite.add(form.getKey());
                    }
                }
            }
        }
    }

    private static Map<String, TriggerParadigms.Form> forms(TriggerRule rule, String word, TriggerParadigms paradigms) {
        return switch (rule.head().kind()) {
            case V, VT, PF, IPF -> paradigms.forms("verb", word);
            case N -> paradigms.forms("noun", word);
            case W -> whole(word, TriggerParadigms.Form.ACTIVE);
            case NW -> whole(word, TriggerParadigms.Form.NOUN);
        };
    }

    private static Map<String, TriggerParadigms.Form> whole(String word, TriggerParadigms.Form form) {
        Map<String, TriggerParadigms.Form> one = new HashMap<>();
        one.put(ArabicWords.bare(word), form);
        return one;
    }

    /** The forms that are finite verbs. */
    Set<String> finite() {
        return finite;
    }

    /** Every form that is filed whole. */
    Set<String> known() {
        return known;
    }

    /** The forms as a grammar that knows their verbs reads them. */
    TriggerForms in(ClauseGrammar grammar) {
        return (sentence, token) -> hits(sentence, token, grammar);
    }

    private List<TriggerHit> hits(ClauseSentence s, int token, ClauseGrammar grammar) {
        String word = s.lower(token);
        List<Entry> entries = index.find(word);
        if (entries.isEmpty() || grammar.is("never_verb", word)) {
            return List.of();
        }
        boolean verb = !s.hasPreposition(token) && grammar.isVerbHere(s::lower, token);
        List<TriggerHit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            boolean fits = entry.form == TriggerParadigms.Form.NOUN
                    ? !(verb && grammar.is("also_noun", word))
                    : verb || (!entry.form.isFinite() && !s.hasPreposition(token));
            if (fits) {
                hits.add(new TriggerHit(entry.rule, reading(s, token, entry.form, grammar)));
            }
        }
        hits.sort(Comparator.comparingInt(hit -> hit.rule().order()));
        return hits;
    }

    private static TriggerReading reading(
            ClauseSentence s, int token, TriggerParadigms.Form form, ClauseGrammar grammar) {
        return switch (form) {
            case ACTIVE -> TriggerReading.ACTIVE;
            case PRESENT ->
                grammar.is("subjunctive", s.lower(token - 1)) ? TriggerReading.INFINITIVE : TriggerReading.ACTIVE;
            case PASSIVE -> TriggerReading.PASSIVE;
            case FUTURE -> TriggerReading.FUTURE;
            case CONDITIONAL -> TriggerReading.CONDITIONAL;
            case INFINITIVE -> TriggerReading.INFINITIVE;
            case NOUN -> TriggerReading.NOUN;
            case PARTICIPLE -> participle(s, token, grammar);
        };
    }

    private static TriggerReading participle(ClauseSentence s, int token, ClauseGrammar grammar) {
        boolean be = false;
        int at = token - 1;
        for (; at >= 0 && at >= token - AUXILIARY_REACH && s.sameClause(token, at); at--) {
            String word = s.lower(at);
            if (grammar.is("have", word)) {
                return be ? TriggerReading.PASSIVE : TriggerReading.ACTIVE;
            }
            if (grammar.is("be", word)) {
                be = true;
            } else if (!grammar.is("adverb", word) && !grammar.is("auxiliary", word)) {
                break;
            }
        }
        if (be) {
            boolean itself = grammar.is("reflexive", s.lower(at)) || grammar.is("moved_with_be", s.lower(token));
            return itself ? TriggerReading.ACTIVE : TriggerReading.PASSIVE;
        }
        String next = s.lower(token + 1);
        boolean object = grammar.is("determiner", next) || grammar.is("quantity", next);
        if (object && s.sameClause(token, token + 1)) {
            return TriggerReading.ACTIVE;
        }
        boolean goesOn = grammar.is("joins", s.lower(at)) || s.lower(at).equals(",");
        return goesOn || !FactualityOfNouns.anyVerb(s, token) ? TriggerReading.PASSIVE : TriggerReading.ATTRIBUTIVE;
    }
}
