package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.extract.table.WordClasses;
import org.clashmap.text.WordTable;

/**
 * Phrases that colour the acts around them, by a table: pattern, what it may colour, the factuality it gives. The first
 * element of a pattern is a set of words.
 */
final class TriggerCues {
    /** What a cue colours. */
    enum Scope {
        /** The verb it stands right before, with only auxiliaries and adverbs between. */
        VERB,
        /** Any act named after it in the clause that is no finite verb. */
        AHEAD,
        /** The noun it stands a few words before. */
        NOUN,
        /** A noun it follows in the clause. */
        AFTER,
        CLAUSE,
        SENTENCE,
        /** The content clause that hangs on its clause. */
        CONTENT
    }

    /** A row. */
    record Cue(TriggerPattern pattern, Set<Scope> scopes, Factuality reads) {
        Cue {
            scopes = Set.copyOf(scopes);
        }
    }

    /** A cue in a sentence. */
    record Found(Cue cue, int first, int last) {}

    private final TriggerIndex<Cue> index = new TriggerIndex<>();

    TriggerCues(String table, WordClasses words) {
        for (WordTable.Row row : WordTable.rows(table)) {
            List<String> elements = List.of(row.get(0).split(" ", -1));
            Set<Scope> scopes = new TreeSet<>();
            for (String scope : List.of(row.get(1).split(",", -1))) {
                scopes.add(Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
            }
            Cue cue = new Cue(TriggerPattern.parse(elements, 0, words), scopes, Factuality.valueOf(row.get(2)));
            index.file(words.parse(elements.getFirst()), cue);
        }
    }

    List<Found> in(ClauseSentence sentence) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            for (Cue cue : index.find(sentence.lower(i))) {
                int[] range = cue.pattern().match(sentence, i);
                if (range != null) {
                    found.add(new Found(cue, i, range[1]));
                }
            }
        }
        return found;
    }
}
