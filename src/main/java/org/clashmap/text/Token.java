package org.clashmap.text;

/**
 * A word, a number or a mark. Words keep inner apostrophes and hyphens ("Куп'янськ", "north-west", "al-Assad"); the
 * English possessive "'s" is a token of its own.
 */
public record Token(Span span, String text, Kind kind) {
    /** What a token is made of. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Starts with a capital letter. */
    public boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    public String lower() {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }
}
