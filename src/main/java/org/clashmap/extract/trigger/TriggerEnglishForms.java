package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * English inflection: makes all forms of the heads, and decides by the neighbours whether a form is a verb (active, passive,
 * infinitive), a participle before a noun, or a noun. Written for report prose and headlines; a wrong decision costs the
 * form of one trigger.
 */
final class TriggerEnglishForms implements TriggerForms {
    private static final int BASE = 1;
    private static final int THIRD = 2;
    private static final int PAST = 4;
    private static final int PARTICIPLE = 8;
    private static final int ING = 16;
    private static final int NOUN = 32;
    private static final int WORD = 64;
    private static final Pattern SIBILANT = Pattern.compile(".*(s|x|z|ch|sh)");
    /** Verbs with two past forms: "burned" and "burnt". */
    private static final Map<String, String> SECOND_PAST = Map.of("burn", "burnt", "hang", "hung");

    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");

    private record Entry(TriggerRule rule, int form) {}

    private record Verb(String base, String third, String past, String participle, String ing) {}

    private final ClauseGrammar grammar;
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();

    TriggerEnglishForms(List<TriggerRule> rules, ClauseGrammar grammar) {
        this.grammar = grammar;
        Map<String, Verb> irregular = irregular();
        for (TriggerRule rule : rules) {
            for (String lemma : List.of(rule.head().word().split("\\|", -1))) {
                file(rule, lemma, irregular);
            }
        }
    }

    private void file(TriggerRule rule, String lemma, Map<String, Verb> irregular) {
        switch (rule.head().kind()) {
            case N -> {
                add(lemma, rule, NOUN);
                add(third(lemma), rule, NOUN);
            }
            case W, NW -> add(lemma, rule, WORD);
            case V, VT, PF, IPF -> {
                Verb verb = irregular.getOrDefault(lemma, regular(lemma));
                add(verb.base, rule, BASE);
                add(verb.third, rule, THIRD);
                add(verb.past, rule, PAST);
                add(verb.participle, rule, PARTICIPLE);
                String second = SECOND_PAST.get(verb.base);
                if (second != null) {
                    add(second, rule, PAST);
                    add(second, rule, PARTICIPLE);
                }
                add(verb.ing, rule, ING);
            }
        }
    }

    private void add(String word, TriggerRule rule, int form) {
        entries.computeIfAbsent(word, key -> new ArrayList<>(2)).add(new Entry(rule, form));
        forms.merge(word, form, (one, other) -> one | other);
    }

    private static Map<String, Verb> irregular() {
        Map<String, Verb> verbs = new HashMap<>();
        for (WordTable.Row row : WordTable.rows("extract/triggers/en/irregular")) {
            String base = row.get(0);
            String ing = row.get(3).isEmpty() ? regular(base).ing : row.get(3);
            verbs.put(base, new Verb(base, third(base), row.get(1), row.get(2), ing));
        }
        return verbs;
    }

    private static Verb regular(String base) {
        boolean silentE = base.endsWith("e");
        boolean y = CONSONANT_Y.matcher(base).matches();
        String past = silentE ? base + "d" : y ? base.substring(0, base.length() - 1) + "ied" : base + "ed";
        String ing = silentE && !base.endsWith("ee") ? base.substring(0, base.length() - 1) + "ing" : base + "ing";
        return new Verb(base, third(base), past, past, ing);
    }

    private static String third(String base) {
        if (SIBILANT.matcher(base).matches()) {
            return base + "es";
        }
        return CONSONANT_Y.matcher(base).matches() ? base.substring(0, base.length() - 1) + "ies" : base + "s";
    }

    /** Verb forms in -s that no rule knows as a noun; in headlines they are the verb. */
    static Set<String> presents(List<TriggerRule> rules) {
        Set<String> verbs = new HashSet<>();
        Set<String> nouns = new HashSet<>();
        for (TriggerRule rule : rules) {
            for (String lemma : List.of(rule.head().word().split("\\|", -1))) {
                switch (rule.head().kind()) {
                    case N -> nouns.add(third(lemma));
                    case W, NW -> nouns.add(lemma);
                    case V, VT, PF, IPF -> verbs.add(third(lemma));
                }
            }
        }
        verbs.removeAll(nouns);
        return verbs;
    }

    @Override
    public List<TriggerHit> hits(ClauseSentence sentence, int token) {
        List<Entry> candidates = entries.get(sentence.lower(token));
        if (candidates == null) {
            return List.of();
        }
        List<TriggerHit> hits = new ArrayList<>(candidates.size());
        boolean transitive =
                candidates.stream().anyMatch(entry -> entry.rule().head().kind() == TriggerRule.Kind.VT);
        @Nullable TriggerReading reading = reading(sentence, token, transitive);
        int previous = -1;
        for (Entry entry : candidates) {
            boolean fits = entry.form() == WORD || (entry.form() == NOUN) == (reading == TriggerReading.NOUN);
            if (fits && entry.rule().order() != previous) {
                hits.add(new TriggerHit(
                        entry.rule(),
                        entry.form() == WORD ? entry.rule().head().kind().asItStands() : reading));
                previous = entry.rule().order();
            }
        }
        return hits;
    }

    private TriggerReading reading(ClauseSentence s, int at, boolean transitive) {
        int form = forms.getOrDefault(s.lower(at), 0);
        boolean canBeNoun = (form & NOUN) != 0 || grammar.is("also_noun", s.lower(at));
        int start = groupStart(s, at);
        String auxiliary = s.lower(start);
        boolean grouped = start < at;
        if ((form & ING) != 0) {
            return ing(s, at, start, canBeNoun);
        }
        if (grouped && (form & PARTICIPLE) != 0 && hasAny(s, start, at, "be")) {
            return TriggerReading.PASSIVE;
        }
        if (grouped && (form & PARTICIPLE) != 0 && hasAny(s, start, at, "have")) {
            return TriggerReading.ACTIVE;
        }
        if (grouped && (form & BASE) != 0 && (grammar.is("modal", auxiliary) || grammar.is("do", auxiliary))) {
            return TriggerReading.INFINITIVE;
        }
        if ((form & BASE) != 0 && hasAny(s, start, at, "to") && !nominalTo(s, at, canBeNoun)) {
            return TriggerReading.INFINITIVE;
        }
        if ((form & (PAST | PARTICIPLE)) != 0 && (form & BASE) == 0) {
            return past(s, at, form, transitive);
        }
        return bare(s, at, form, canBeNoun, transitive);
    }

    /** "to attacks on", "to attack in the north" is a noun only where the table knows one and no object follows. */
    private boolean nominalTo(ClauseSentence s, int at, boolean canBeNoun) {
        return canBeNoun && grammar.is("noun_to", s.lower(at - 2)) && !objectFollows(s, at);
    }

    private TriggerReading past(ClauseSentence s, int at, int form, boolean transitive) {
        if (attributive(s, at)) {
            return TriggerReading.ATTRIBUTIVE;
        }
        boolean object = objectFollows(s, at);
        boolean mayBePassive = (form & PARTICIPLE) != 0 && transitive;
        return mayBePassive && !object ? TriggerReading.PASSIVE : TriggerReading.ACTIVE;
    }

    private boolean attributive(ClauseSentence s, int at) {
        String previous = s.lower(at - 1);
        String next = s.lower(at + 1);
        boolean opens = grammar.is("determiner", previous) || grammar.is("preposition", previous);
        boolean counted = grammar.is("quantity", previous) || isNumber(previous);
        boolean noun = !next.isEmpty()
                && Character.isLetter(next.charAt(0))
                && !grammar.is("preposition", next)
                && !grammar.is("finite", next)
                && !grammar.is("conjunction", next)
                && !grammar.is("determiner", next)
                && !grammar.is("quantity", next)
                && !grammar.is("adverb", next)
                && !s.finite(at + 1);
        boolean phrase = opens && !grammar.is("pronoun", previous);
        return noun && (phrase || (counted && !s.capitalised(at + 1)));
    }

    private TriggerReading ing(ClauseSentence s, int at, int start, boolean canBeNoun) {
        if (start < at && hasAny(s, start, at, "be")) {
            return TriggerReading.ACTIVE;
        }
        if (!canBeNoun) {
            return attributive(s, at) && !objectFollows(s, at) ? TriggerReading.ATTRIBUTIVE : TriggerReading.ACTIVE;
        }
        String previous = s.lower(at - 1);
        boolean object = objectFollows(s, at) && !s.finite(at + 1) && !isVerbForm(s.lower(at + 1));
        if (transitiveAfterComma(s, at)) {
            return TriggerReading.ACTIVE;
        }
        boolean verbal = previous.equals(",")
                || previous.isEmpty()
                || grammar.is("conjunction", previous)
                || grammar.is("preposition", previous)
                || grammar.is("begin", previous)
                || previous.endsWith("s");
        return object && verbal && !startsNounPhrase(previous) ? TriggerReading.ACTIVE : TriggerReading.NOUN;
    }

    /** ", killing between two and four people". */
    private static boolean transitiveAfterComma(ClauseSentence s, int at) {
        return s.lower(at - 1).equals(",")
                && s.lower(at + 1).equals("between")
                && !s.lower(at + 2).isEmpty()
                && !s.capitalised(at + 2);
    }

    private boolean startsNounPhrase(String previous) {
        return grammar.is("determiner", previous) || grammar.is("adjective", previous);
    }

    /** A base, an -s form, or a past that looks like the base: "strike", "strikes", "hit". */
    private TriggerReading bare(ClauseSentence s, int at, int form, boolean canBeNoun, boolean transitive) {
        boolean object = objectFollows(s, at) && !isVerbForm(s.lower(at + 1));
        boolean pastLike = (form & (PAST | PARTICIPLE)) != 0;
        String previous = s.lower(at - 1);
        if (pastLike && (s.lower(at + 1).equals("by") || (!object && afterThing(s, at)))) {
            return TriggerReading.PASSIVE;
        }
        if (!canBeNoun) {
            return transitive && !object ? withoutObject(pastLike) : TriggerReading.ACTIVE;
        }
        boolean afterNounOpener = grammar.is("determiner", previous)
                || grammar.is("adjective", previous)
                || grammar.is("preposition", previous)
                || grammar.is("quantity", previous)
                || isNumber(previous);
        if (!object || afterNounOpener || at == 0) {
            return TriggerReading.NOUN;
        }
        boolean plural = previous.endsWith("s") || grammar.is("pronoun", previous) || grammar.is("plural", previous);
        boolean third = (form & THIRD) != 0 && (form & BASE) == 0;
        return third || pastLike || plural ? TriggerReading.ACTIVE : TriggerReading.NOUN;
    }

    /** "Two hit in …" is a passive; "strikes on targets in …" no verb at all. */
    private static TriggerReading withoutObject(boolean pastLike) {
        return pastLike ? TriggerReading.PASSIVE : TriggerReading.NOUN;
    }

    /** "the school hit in a strike": after a noun or adverb a past without object is a short passive. */
    private boolean afterThing(ClauseSentence s, int at) {
        String previous = s.lower(at - 1);
        return !previous.isEmpty()
                && Character.isLetter(previous.charAt(0))
                && grammar.is("preposition", s.lower(at + 1))
                && !grammar.is("determiner", previous)
                && !grammar.is("adjective", previous)
                && !grammar.is("preposition", previous)
                && !grammar.is("quantity", previous);
    }

    private boolean isVerbForm(String word) {
        int form = forms.getOrDefault(word, 0);
        boolean onlyVerb = (form & NOUN) == 0 && (form & (BASE | THIRD | PAST)) != 0;
        return onlyVerb || grammar.is("finite", word);
    }

    private boolean objectFollows(ClauseSentence s, int at) {
        if (!s.sameClause(at, at + 1)) {
            return false;
        }
        String next = s.lower(at + 1);
        if (next.isEmpty() || !Character.isLetterOrDigit(next.charAt(0))) {
            return next.equals("“") || next.equals("\"");
        }
        if (grammar.is("object_start", next)) {
            return true;
        }
        return !grammar.is("preposition", next)
                && !grammar.is("conjunction", next)
                && !grammar.is("adverb", next)
                && !grammar.is("finite", next)
                && !next.endsWith("ly");
    }

    /** First word of the verb group that ends at a verb: auxiliaries, "to", "not" and adverbs before it. */
    int groupStart(ClauseSentence s, int at) {
        int start = at;
        while (start > 0 && s.sameClause(at, start - 1) && inGroup(s, start - 1)) {
            start--;
        }
        while (start < at && grammar.is("adverb", s.lower(start)) && !grammar.is("negation", s.lower(start))) {
            start++;
        }
        return start;
    }

    private boolean inGroup(ClauseSentence s, int at) {
        String word = s.lower(at);
        if (grammar.is("auxiliary", word) || grammar.is("adverb", word) || word.endsWith("n't")) {
            return true;
        }
        return word.endsWith("ly") && !grammar.is("determiner", s.lower(at - 1));
    }

    private boolean hasAny(ClauseSentence s, int from, int to, String wordClass) {
        for (int i = from; i < to; i++) {
            if (grammar.is(wordClass, s.lower(i).replace("n't", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
