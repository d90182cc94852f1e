package org.clashmap.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The words by which an event is found: in small letters and without accents (NFKD, marks dropped), of any alphabet, so
 * that a store with an index and one without find the same. Columns as in the table {@code event_text}.
 */
record SearchText(String title, String places, String actors, String quotes) {
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static SearchText of(Event event) {
        Set<String> places = new LinkedHashSet<>();
        add(places, event.where().text());
        add(places, event.where().names().location());
        add(places, event.where().names().admin2());
        add(places, event.where().names().admin1());
        add(places, event.where().names().country());
        Set<String> actors = new LinkedHashSet<>();
        for (Event.Actor actor : event.who().actors()) {
            add(actors, actor.name());
            add(actors, actor.associate());
            add(actors, actor.mention());
        }
        Set<String> quotes = new LinkedHashSet<>();
        add(quotes, event.toll().words());
        event.account().sources().forEach(source -> source.evidence().forEach(quote -> add(quotes, quote.text())));
        event.account().claims().forEach(claim -> add(quotes, claim.quote().text()));
        return new SearchText(folded(List.of(event.what().title())), folded(places), folded(actors), folded(quotes));
    }

    private static void add(Collection<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    private static String folded(Collection<String> texts) {
        return String.join(" ", words(String.join(" ", texts)));
    }

    /** The words of a text, folded. */
    static List<String> words(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (!Normalizer.isNormalized(small, Normalizer.Form.NFKD)) {
            small = MARK.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                    .replaceAll("");
        }
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(small, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether every word of a question is here or begins a word that is. */
    boolean holds(List<String> asked) {
        List<String> here = Stream.of(title, places, actors, quotes)
                .flatMap(column -> Stream.of(column.split(" ")))
                .toList();
        return asked.stream().allMatch(word -> here.stream().anyMatch(one -> one.startsWith(word)));
    }
}
