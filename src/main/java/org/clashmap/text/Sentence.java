package org.clashmap.text;

import java.util.List;

/**
 * A sentence.
 *
 * @param index in its text, from 0
 * @param paragraph number of the paragraph it stands in, from 0
 */
public record Sentence(int index, int paragraph, Span span, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }
}
