package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.text.WordTable;

/**
 * What the sentences that prove an event say beside its fields: what was hit, and whether an earlier figure is corrected.
 * Words are in {@code event/targets.tsv} and {@code event/corrections.tsv}, as regular expressions.
 *
 * @param targets kinds of target, in alphabetical order
 * @param corrects whether the words correct or raise an earlier figure
 */
record EvidenceWords(Set<String> targets, boolean corrects) {
    private record Word(Pattern pattern, String kind) {}

    private static final List<Word> TARGETS = read("event/targets");
    private static final List<Word> CORRECTIONS = read("event/corrections");

    private static List<Word> read(String table) {
        List<Word> words = new ArrayList<>();
        for (WordTable.Row row : WordTable.rows(table)) {
            words.add(new Word(
                    Pattern.compile(
                            "(?<!\\p{L})(?:" + row.get(1) + ")",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS),
                    row.get(0)));
        }
        return List.copyOf(words);
    }

    static EvidenceWords of(Event event) {
        Set<String> targets = new TreeSet<>();
        boolean corrects = false;
        for (SourceRef source : event.account().sources()) {
            for (Event.Quote quote : source.evidence()) {
                for (Word word : TARGETS) {
                    if (!targets.contains(word.kind)
                            && word.pattern.matcher(quote.text()).find()) {
                        targets.add(word.kind);
                    }
                }
                corrects |= CORRECTIONS.stream()
                        .anyMatch(word -> word.pattern.matcher(quote.text()).find());
            }
        }
        return new EvidenceWords(targets, corrects);
    }

    boolean hitOthersThan(EvidenceWords other) {
        return !targets.isEmpty()
                && !other.targets.isEmpty()
                && targets.stream().noneMatch(other.targets::contains);
    }
}
