package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.Act;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/** Finds the first rule that fits at each word of a sentence. Immutable after set-up; thread-safe. */
final class TriggerMatcher {
    private static final int SIDE_REACH = 3;
    private static final int OBJECT_REACH = 9;
    private static final int SUBJECT_REACH = 12;

    private final Language language;
    private final TriggerForms forms;
    private final TriggerWeapons weapons;
    private final ClauseGrammar grammar;

    TriggerMatcher(Language language, TriggerForms forms, TriggerWeapons weapons, ClauseGrammar grammar) {
        this.language = language;
        this.forms = forms;
        this.weapons = weapons;
        this.grammar = grammar;
    }

    List<TriggerMatch> matches(ClauseSentence sentence) {
        List<TriggerMatch> matches = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            TriggerMatch match = at(sentence, i);
            if (match != null) {
                add(matches, match);
            }
        }
        return matches;
    }

    /**
     * A word inside a longer trigger tells nothing of its own ("opened fire"); of two that overlap a verb wins over the
     * noun before it ("car bomb" + "bomb exploded").
     */
    private static void add(List<TriggerMatch> matches, TriggerMatch match) {
        TriggerMatch previous = matches.isEmpty() ? null : matches.getLast();
        if (previous == null || match.first() > previous.last()) {
            matches.add(match);
        } else if (previous.isNoun() && !isWithin(match, previous) && (!match.isNoun() || match.contains(previous))) {
            matches.set(matches.size() - 1, match.from(Math.min(previous.first(), match.first())));
        }
    }

    private static boolean isWithin(TriggerMatch match, TriggerMatch longer) {
        return longer.contains(match) && !match.contains(longer);
    }

    private @Nullable TriggerMatch at(ClauseSentence sentence, int token) {
        for (TriggerHit hit : forms.hits(sentence, token)) {
            TriggerRule rule = hit.rule();
            int[] range = rule.pattern().match(sentence, token);
            if (range != null && needsMet(sentence, token, range, hit)) {
                Act act = act(sentence, rule, range, hit.reading() == TriggerReading.NOUN);
                if (act != null) {
                    return new TriggerMatch(token, range[0], range[1], hit.reading(), act, rule.reads());
                }
            }
        }
        return null;
    }

    private @Nullable Act act(ClauseSentence sentence, TriggerRule rule, int[] range, boolean noun) {
        if (!rule.byWeapon()) {
            return rule.act();
        }
        Act byWeapon = weapons.at(sentence, range[0], range[1], noun);
        return byWeapon != null ? byWeapon : rule.act();
    }

    private boolean needsMet(ClauseSentence s, int head, int[] range, TriggerHit hit) {
        for (TriggerRule.Need need : hit.rule().needs()) {
            if (found(s, head, range, hit.reading(), need) == need.negated()) {
                return false;
            }
        }
        return true;
    }

    private boolean found(ClauseSentence s, int head, int[] range, TriggerReading reading, TriggerRule.Need need) {
        return switch (need.where()) {
            case NEXT -> fits(s, range[1] + 1, need);
            case PREV -> fits(s, range[0] - 1, need);
            case LEFT -> within(s, range[0] - SIDE_REACH, range[0], head, need);
            case RIGHT -> within(s, range[1] + 1, range[1] + 1 + SIDE_REACH, head, need);
            case CLAUSE -> within(s, head - SUBJECT_REACH, head + SUBJECT_REACH, head, need);
            case SENT -> anywhere(s, need);
            case OBJ ->
                language == Language.EN
                        ? englishObject(s, head, range, reading, need)
                        : slavicObject(s, head, range, reading, need);
            case SUBJ ->
                reading == TriggerReading.PASSIVE
                        ? within(s, range[1] + 1, range[1] + 1 + OBJECT_REACH, head, need)
                        : within(s, range[0] - SUBJECT_REACH, range[0], head, need);
        };
    }

    private boolean fits(ClauseSentence s, int at, TriggerRule.Need need) {
        return need.words().has(s.lower(at))
                || (need.name() && s.capitalised(at) && !grammar.is("calendar", s.lower(at)));
    }

    private boolean anywhere(ClauseSentence s, TriggerRule.Need need) {
        for (int i = 0; i < s.size(); i++) {
            if (fits(s, i, need)) {
                return true;
            }
        }
        return false;
    }

    private boolean within(ClauseSentence s, int from, int to, int head, TriggerRule.Need need) {
        for (int i = Math.max(0, from); i < Math.min(to, s.size()); i++) {
            if (i != head && s.sameClause(head, i) && fits(s, i, need)) {
                return true;
            }
        }
        return false;
    }

    /** Active: the words after the verb up to a preposition; passive: the words before the group; noun: after "of", "on". */
    private boolean englishObject(
            ClauseSentence s, int head, int[] range, TriggerReading reading, TriggerRule.Need need) {
        if (reading == TriggerReading.PASSIVE) {
            return within(s, range[0] - SUBJECT_REACH, range[0], head, need);
        }
        boolean noun = reading == TriggerReading.NOUN;
        for (int i = range[1] + 1; i < s.size() && i <= range[1] + OBJECT_REACH; i++) {
            String word = s.lower(i);
            boolean leads = word.equals("of") || (noun && i == range[1] + 1);
            boolean ends = (!leads && grammar.is("preposition", word)) || (s.finite(i) && !noun);
            if (!s.sameClause(head, i) || ends) {
                return false;
            }
            if (fits(s, i, need)) {
                return true;
            }
        }
        return false;
    }

    /** What follows, and but for an active verb, whose subject stands there, what goes before. */
    private boolean slavicObject(
            ClauseSentence s, int head, int[] range, TriggerReading reading, TriggerRule.Need need) {
        if (within(s, range[1] + 1, range[1] + 1 + OBJECT_REACH, head, need)) {
            return true;
        }
        boolean told = reading == TriggerReading.ACTIVE || reading == TriggerReading.FUTURE;
        return !told && within(s, range[0] - SUBJECT_REACH, range[0], head, need);
    }
}
