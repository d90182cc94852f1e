package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.WordTable;

/**
 * How the words of a language are inflected, by a table. A row has the name of a paradigm ({@code verb}, {@code noun}), the
 * words it is for, what its forms are, and the forms, in which {@code ~} stands for the stem. The words it is for are those
 * with an ending ({@code ~er}) or a beginning ({@code ا~}), which the stem is without, or one word alone. Of the rows that
 * fit a word those for the word itself count alone, else those with the longest ending. Immutable.
 */
final class TriggerParadigms {
    /** What a form is before its sentence is looked at. */
    enum Form {
        ACTIVE,
        /** Active, unless a word before it makes it a supposition. */
        PRESENT,
        PASSIVE,
        FUTURE,
        CONDITIONAL,
        INFINITIVE,
        PARTICIPLE,
        NOUN;

        boolean isFinite() {
            return this == ACTIVE || this == PRESENT || this == FUTURE || this == CONDITIONAL;
        }
    }

    private record Row(String kind, String words, Form form, List<String> forms) {
        /** The stem of a word that the row is for, or null. */
        String stemOf(String word) {
            int at = words.indexOf('~');
            if (at < 0) {
                return words.equals(word) ? word : "";
            }
            String beginning = words.substring(0, at);
            String ending = words.substring(at + 1);
            boolean fits = word.length() > beginning.length() + ending.length()
                    && word.startsWith(beginning)
                    && word.endsWith(ending);
            return fits ? word.substring(beginning.length(), word.length() - ending.length()) : "";
        }

        int length() {
            return words.indexOf('~') < 0 ? Integer.MAX_VALUE : words.length();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    TriggerParadigms(String table) {
        for (WordTable.Row row : WordTable.rows(table, 4)) {
            List<String> forms = List.of(row.get(3).split(" ", -1));
            rows.add(new Row(
                    row.get(0),
                    ArabicWords.fold(row.get(1)),
                    Form.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                    forms));
        }
    }

    /** Every form of a word with what it is; a form that may be several things is the first of them. */
    Map<String, Form> forms(String kind, String word) {
        String folded = ArabicWords.fold(word);
        int longest = -1;
        for (Row row : rows) {
            if (row.kind.equals(kind) && !row.stemOf(folded).isEmpty()) {
                longest = Math.max(longest, row.length());
            }
        }
        Map<String, Form> forms = new LinkedHashMap<>();
        for (Row row : rows) {
            String stem = row.stemOf(folded);
            if (row.kind.equals(kind) && row.length() == longest && !stem.isEmpty()) {
                for (String form : row.forms) {
                    forms.putIfAbsent(ArabicWords.bare(form.replace("~", stem)), row.form);
                }
            }
        }
        return forms;
    }

    /** All finite forms of some verbs, by form. */
    Map<String, Form> finite(Set<String> verbs) {
        Map<String, Form> finite = new HashMap<>();
        for (String verb : verbs) {
            forms("verb", verb).forEach((form, what) -> {
                if (what.isFinite()) {
                    finite.putIfAbsent(form, what);
                }
            });
        }
        return finite;
    }
}
