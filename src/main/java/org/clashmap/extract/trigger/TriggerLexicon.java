package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clashmap.extract.clause.ClauseGrammar;
import org.clashmap.extract.clause.ClauseReader;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;

/** Everything the tables of one language say about triggers. Loaded once; immutable afterwards; thread-safe. */
final class TriggerLexicon {
    private static final List<String> TABLES = List.of("fire", "ground", "people", "control", "unrest", "politics");

    private final ClauseReader clauses;
    private final TriggerMatcher matcher;
    private final FactualityReader factuality;

    private static String folder(Language language) {
        return "extract/triggers/" + language.code() + "/";
    }

    static boolean exists(Language language) {
        return WordTable.exists(folder(language) + "words");
    }

    static TriggerLexicon load(Language language) {
        String folder = folder(language);
        WordClasses words = WordClasses.load(folder + "words");
        List<TriggerRule> rules = new ArrayList<>();
        for (String table : TABLES) {
            for (WordTable.Row row : WordTable.rows(folder + "acts-" + table)) {
                rules.add(parse(row, rules.size(), words));
            }
        }
        boolean english = language == Language.EN;
        Set<String> presents = english ? TriggerEnglishForms.presents(rules) : Set.of();
        ClauseGrammar grammar = new ClauseGrammar(language, words, presents);
        if (!english && !language.isSlavic()) {
            return loadByTable(language, folder, words, rules);
        }
        TriggerForms forms = english ? new TriggerEnglishForms(rules, grammar) : new TriggerSlavicForms(rules, grammar);
        return new TriggerLexicon(language, folder, forms, grammar);
    }

    /** A language whose inflection is a table. */
    private static TriggerLexicon loadByTable(
            Language language, String folder, WordClasses words, List<TriggerRule> rules) {
        TriggerParadigms paradigms = new TriggerParadigms(folder + "forms");
        TriggerTableForms forms = new TriggerTableForms(rules, paradigms);
        Set<String> verbs = new HashSet<>(forms.finite());
        verbs.addAll(paradigms.finite(words.get("verbs").words()).keySet());
        ClauseGrammar grammar = new ClauseGrammar(language, words, verbs, forms.known());
        return new TriggerLexicon(language, folder, forms.in(grammar), grammar);
    }

    private TriggerLexicon(Language language, String folder, TriggerForms forms, ClauseGrammar grammar) {
        TriggerWeapons weapons = new TriggerWeapons(folder + "weapons", grammar);
        this.clauses = new ClauseReader(grammar);
        this.matcher = new TriggerMatcher(language, forms, weapons, grammar);
        this.factuality =
                new FactualityReader(language, new TriggerCues(folder + "factuality", grammar.words()), grammar);
    }

    private static TriggerRule parse(WordTable.Row row, int order, WordClasses words) {
        try {
            return TriggerRule.parse(row, order, words);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(row.where() + ": " + e.getMessage(), e);
        }
    }

    ClauseReader clauses() {
        return clauses;
    }

    TriggerMatcher matcher() {
        return matcher;
    }

    FactualityReader factuality() {
        return factuality;
    }
}
