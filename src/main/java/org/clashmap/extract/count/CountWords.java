package org.clashmap.extract.count;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.extract.table.ArabicWords;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases of a table with what they stand for. A form may end in a star for any ending; the words of a phrase are
 * joined by underscores. Built once, then read by many threads.
 */
final class CountWords<T> {
    private static final int SHORTEST_STEM = 2;

    private record Form<T>(List<String> words, T value) {
        boolean fits(NumberTokens tokens, int at) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                String form = tokens.at(at + i).form();
                boolean same =
                        word.endsWith("*") ? form.startsWith(word.substring(0, word.length() - 1)) : form.equals(word);
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A phrase that was found. */
    record Found<T>(T value, int length) {}

    private final Map<String, List<Form<T>>> byFirstWord = new HashMap<>();
    private final BitSet stemBeginnings = new BitSet();

    void add(String forms, T value) {
        for (String form : forms.split(" ", -1)) {
            List<String> words =
                    Stream.of(form.split("_", -1)).map(ArabicWords::bare).toList();
            if (words.getFirst().endsWith("*")) {
                stemBeginnings.set(beginning(words.getFirst()));
            }
            List<Form<T>> under = byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
            under.add(new Form<>(words, value));
            under.sort(
                    Comparator.comparingInt((Form<T> each) -> each.words.size()).reversed());
        }
    }

    /** The longest phrase that starts at an index; an exact first word before a stem, a longer stem before a shorter. */
    @Nullable
    Found<T> find(NumberTokens tokens, int at) {
        String form = tokens.at(at).form();
        if (form.isEmpty()) {
            return null;
        }
        Found<T> found = find(byFirstWord.get(form), tokens, at);
        if (found != null || form.length() < SHORTEST_STEM || !stemBeginnings.get(beginning(form))) {
            return found;
        }
        for (int length = form.length(); found == null && length >= SHORTEST_STEM; length--) {
            found = find(byFirstWord.get(form.substring(0, length) + "*"), tokens, at);
        }
        return found;
    }

    /** A number for the first two letters, to pass quickly over words that begin like no stem. */
    private static int beginning(String form) {
        return (form.charAt(0) * 31 + form.charAt(1)) & 0xFFFF;
    }

    boolean matches(NumberTokens tokens, int at) {
        return find(tokens, at) != null;
    }

    /** The phrase that ends right before an index. */
    @Nullable
    Found<T> findBefore(NumberTokens tokens, int end) {
        for (int length = 4; length >= 1; length--) {
            Found<T> found = end - length < 0 ? null : find(tokens, end - length);
            if (found != null && found.length == length) {
                return found;
            }
        }
        return null;
    }

    private static <T> @Nullable Found<T> find(@Nullable List<Form<T>> forms, NumberTokens tokens, int at) {
        if (forms != null) {
            for (Form<T> form : forms) {
                if (form.fits(tokens, at)) {
                    return new Found<>(form.value, form.words.size());
                }
            }
        }
        return null;
    }
}
