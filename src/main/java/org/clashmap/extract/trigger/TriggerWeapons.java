package org.clashmap.extract.trigger;

import java.util.List;
import org.clashmap.extract.Act;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * Weapons and the act they make of a strike. A weapon counts when it stands before the trigger in its clause ("drones
 * struck", "drone strike") or after it as the means ("struck with drones"); as the thing struck ("hit a drone factory") it
 * does not.
 */
final class TriggerWeapons {
    private static final int COMPOUND_REACH = 4;
    private static final int REACH = 60;

    private record Weapon(TriggerPattern pattern, Act act) {}

    private final TriggerIndex<Weapon> index = new TriggerIndex<>();
    private final ClauseGrammar grammar;

    TriggerWeapons(String table, ClauseGrammar grammar) {
        this.grammar = grammar;
        WordClasses words = grammar.words();
        for (WordTable.Row row : WordTable.rows(table)) {
            List<String> elements = List.of(row.get(0).split(" ", -1));
            index.file(
                    words.parse(elements.getFirst()),
                    new Weapon(TriggerPattern.parse(elements, 0, words), Act.valueOf(row.get(1))));
        }
    }

    /** The act of the weapon that a trigger at {@code first}–{@code last} was done with, or null. */
    @Nullable
    Act at(ClauseSentence sentence, int first, int last, boolean noun) {
        for (int i = first; i <= last; i++) {
            Act within = weapon(sentence, i);
            if (within != null) {
                return within;
            }
        }
        Act before = before(sentence, first, noun);
        return before != null ? before : after(sentence, last, noun);
    }

    private @Nullable Act before(ClauseSentence s, int first, boolean noun) {
        int reach = 0;
        for (int i = first - 1; i >= 0 && first - i < REACH; i--) {
            if (!s.sameClause(first, i)) {
                continue;
            }
            Act act = weapon(s, i);
            boolean near = !noun || reach < COMPOUND_REACH;
            if (act != null && near && !isObjectOfOther(s, i, first)) {
                return act;
            }
            if (noun && grammar.is("preposition", s.lower(i))) {
                return null;
            }
            reach++;
        }
        return null;
    }

    /** A weapon after another verb in the clause is that verb's object: "shot down a drone and hit …". */
    private static boolean isObjectOfOther(ClauseSentence s, int weapon, int trigger) {
        for (int i = weapon - 1; i >= 0 && i >= weapon - 3 && s.sameClause(trigger, i); i--) {
            if (s.finite(i)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Act after(ClauseSentence s, int last, boolean noun) {
        boolean means = false;
        int reach = 0;
        for (int i = last + 1; i < s.size() && s.sameClause(last, i); i++) {
            String word = s.lower(i);
            if (grammar.is("means", word)) {
                means = true;
                reach = 0;
            } else if (grammar.is("preposition", word) && reach > 0) {
                means = false;
            }
            reach++;
            Act act = weapon(s, i);
            boolean genitive = noun && i - last <= 2 && grammar.is("weapon_of", word);
            boolean named = genitive || (means && reach <= COMPOUND_REACH + 1);
            if (act != null && (named || grammar.is("weapon_means", word))) {
                return act;
            }
            if (noun && s.finite(i)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Act weapon(ClauseSentence s, int at) {
        for (Weapon weapon : index.find(s.lower(at))) {
            if (weapon.pattern().match(s, at) != null) {
                return weapon.act();
            }
        }
        return null;
    }
}
