package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.jspecify.annotations.Nullable;

/**
 * Words to look for in what an event says: title, notes, places, actors and quotes, whatever the case and the accents.
 *
 * @param alternatives one of which must match: all its words occur, each at the start of a word
 */
public record SearchWords(List<List<String>> alternatives) {
    private static final int MOST_WORDS = 50;

    public SearchWords {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /** Reads words separated by spaces; commas separate alternatives. */
    public static SearchWords parse(String text) {
        List<List<String>> alternatives = new ArrayList<>();
        int words = 0;
        for (String alternative : text.split(",", -1)) {
            List<String> found = Arrays.stream(fold(alternative).split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            words += found.size();
            if (!found.isEmpty()) {
                alternatives.add(found);
            }
        }
        if (alternatives.isEmpty() || words > MOST_WORDS) {
            throw new IllegalArgumentException("1 to " + MOST_WORDS + " words; commas separate alternatives");
        }
        return new SearchWords(alternatives);
    }

    boolean match(Event event) {
        StringBuilder text = new StringBuilder();
        collect(event, part -> {
            if (part != null) {
                text.append(' ').append(part);
            }
        });
        String words = " " + String.join(" ", fold(text.toString()).split("[^\\p{L}\\p{N}]+"));
        return alternatives.stream()
                .anyMatch(alternative -> alternative.stream().allMatch(word -> words.contains(" " + word)));
    }

    private static void collect(Event event, Consumer<@Nullable String> parts) {
        parts.accept(event.what().title());
        parts.accept(event.supplement().text("notes"));
        Where where = event.where();
        parts.accept(where.text());
        parts.accept(where.names().location());
        parts.accept(where.names().admin1());
        parts.accept(where.names().admin2());
        parts.accept(where.names().country());
        event.who().actors().forEach(actor -> parts.accept(actor.name()));
        event.account().claims().forEach(claim -> parts.accept(claim.quote().text()));
        for (SourceRef source : event.account().sources()) {
            parts.accept(source.title());
            source.evidence().forEach(quote -> parts.accept(quote.text()));
        }
    }

    private static String fold(String text) {
        return Folding.ACCENTI.fold(Folding.CASEI.fold(text));
    }
}
