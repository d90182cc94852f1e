package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.extract.Act;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trigger tables.
 *
 * @param order place in the tables: of the rules that fit a word the first one counts
 * @param act what it names; null if the weapon must tell
 * @param byWeapon whether a weapon in the clause overrides the act
 * @param reads a fixed factuality, null to be read from the context
 */
record TriggerRule(
        int order,
        Head head,
        TriggerPattern pattern,
        List<Need> needs,
        @Nullable Act act,
        boolean byWeapon,
        @Nullable Factuality reads) {
    /** The word the rule hangs on, as written in the table, and its kind. */
    record Head(String word, Kind kind) {}

    /** Kinds of heads; the letter is how tables write them after a colon. */
    enum Kind {
        /** Verb that may stand without an object: past forms after a noun are active. */
        V,
        /** Transitive verb: a past form without an object is a passive ("two killed in …"). */
        VT,
        /** Perfective verb stem (Ukrainian, Russian). */
        PF,
        /** Imperfective verb stem. */
        IPF,
        N,
        /** A word as it stands, read as a verb. */
        W,
        /** A word as it stands, read as a noun. */
        NW;

        /** The reading of a head that is not inflected. */
        TriggerReading asItStands() {
            return this == NW ? TriggerReading.NOUN : TriggerReading.ACTIVE;
        }
    }

    /** Where a condition looks. */
    enum Where {
        OBJ,
        SUBJ,
        CLAUSE,
        LEFT,
        RIGHT,
        NEXT,
        PREV,
        SENT
    }

    /** A condition on the words around: some word of the vocabulary is there, or none. */
    record Need(Where where, WordClasses.Vocabulary words, boolean name, boolean negated) {}

    TriggerRule {
        needs = List.copyOf(needs);
    }

    /** Reads the cells: words, needs, act, factuality. */
    static TriggerRule parse(WordTable.Row row, int order, WordClasses words) {
        List<String> elements = List.of(row.get(0).split(" ", -1));
        int at = -1;
        for (int i = 0; i < elements.size(); i++) {
            at = elements.get(i).indexOf(':') > 0 ? i : at;
        }
        if (at < 0) {
            throw row.wrong("no word is marked as head, such as strike:n");
        }
        String written = elements.get(at);
        int colon = written.indexOf(':');
        Kind kind = Kind.valueOf(written.substring(colon + 1).toUpperCase(Locale.ROOT));
        List<Need> needs = new ArrayList<>();
        if (!row.get(1).isEmpty()) {
            for (String need : List.of(row.get(1).split(" ", -1))) {
                needs.add(need(need, words));
            }
        }
        List<String> act = List.of(row.get(2).split("/", -1));
        boolean byWeapon = act.getFirst().equals("WEAPON");
        @Nullable Act plain = byWeapon ? act.size() > 1 ? Act.valueOf(act.get(1)) : null : Act.valueOf(act.getFirst());
        @Nullable Factuality reads = row.get(3).isEmpty() ? null : Factuality.valueOf(row.get(3));
        return new TriggerRule(
                order,
                new Head(written.substring(0, colon), kind),
                TriggerPattern.parse(elements, at, words),
                needs,
                plain,
                byWeapon,
                reads);
    }

    private static Need need(String written, WordClasses words) {
        boolean negated = written.startsWith("!");
        String positive = negated ? written.substring(1) : written;
        int colon = positive.indexOf(':');
        Where where = Where.valueOf(positive.substring(0, colon).toUpperCase(Locale.ROOT));
        List<String> parts =
                new ArrayList<>(List.of(positive.substring(colon + 1).split("\\|", -1)));
        boolean name = parts.remove("NAME");
        String rest = String.join("|", parts);
        return new Need(
                where, rest.isEmpty() ? WordClasses.Vocabulary.of(List.of()) : words.parse(rest), name, negated);
    }
}
