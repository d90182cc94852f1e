package org.clashmap.extract.count;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clashmap.extract.CountMention;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;

/**
 * The words around counts in one language, from {@code extract/counts/*.tsv}: cues that say what became of the counted,
 * nouns that can be counted, and words that bend or bar a figure. Immutable once loaded, shared by all threads.
 */
final class CountTable {
    private static final Map<Language, CountTable> TABLES = loadAll();

    /** Where the counted stand, seen from a cue. */
    enum Manner {
        /** Before it: "three died". */
        PASSIVE,
        /** After it: "killing three". */
        ACTIVE,
        /** Before or after: "three killed", "killed three". */
        BOTH,
        /** As a bare figure after a noun: "the toll rose to 57". */
        NOUN,
        /** Like {@link #BOTH}, but only of people: "destroyed 30 fighters". */
        PEOPLE,
        /** After a party's total of losses. */
        LOSS
    }

    /** How a word before a figure bends it. */
    enum Modifier {
        LEAST,
        MORE,
        MOST,
        UNDER,
        ABOUT,
        PLAIN
    }

    /** Single word lists, named as in the tables. */
    enum Group {
        PERSON,
        ONE,
        ATTACK,
        THING,
        MEASURE,
        LABEL,
        LINK,
        STOP,
        BLOCK,
        PART,
        SUM,
        SPEECH,
        TIMES,
        OFTEN,
        RISE,
        ATTACKVERB
    }

    private final Map<Manner, CountWords<CountMention.Kind>> cues = new EnumMap<>(Manner.class);
    private final Map<Group, CountWords<Group>> groups = new EnumMap<>(Group.class);
    private final CountWords<Modifier> modifiers = new CountWords<>();

    private CountTable(Language language) {
        for (Manner manner : Manner.values()) {
            cues.put(manner, new CountWords<>());
        }
        for (Group group : Group.values()) {
            groups.put(group, new CountWords<>());
        }
        for (WordTable.Row row : WordTable.rowsIfAny("extract/counts/" + language.code())) {
            switch (row.get(0)) {
                case "cue" ->
                    cues(Manner.valueOf(row.get(2).toUpperCase(Locale.ROOT)))
                            .add(row.get(3), CountMention.Kind.valueOf(row.get(1)));
                case "modifier" -> modifiers.add(row.get(2), Modifier.valueOf(row.get(1)));
                default -> {
                    Group group = Group.valueOf(row.get(0).toUpperCase(Locale.ROOT));
                    words(group).add(row.get(1), group);
                }
            }
        }
    }

    static CountTable of(Language language) {
        return Objects.requireNonNull(TABLES.get(language));
    }

    CountWords<CountMention.Kind> cues(Manner manner) {
        return Objects.requireNonNull(cues.get(manner));
    }

    CountWords<Group> words(Group group) {
        return Objects.requireNonNull(groups.get(group));
    }

    CountWords<Modifier> modifiers() {
        return modifiers;
    }

    private static Map<Language, CountTable> loadAll() {
        Map<Language, CountTable> tables = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            tables.put(language, new CountTable(language));
        }
        return tables;
    }
}
