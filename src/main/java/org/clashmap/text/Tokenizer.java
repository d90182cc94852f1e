package org.clashmap.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a stretch of text into tokens, in linear time; the same rules for every alphabet. */
final class Tokenizer {
    private static final String APOSTROPHES = "'’ʼ`′";
    private static final Pattern TOKEN = Pattern.compile(
            // initials and abbreviations such as "U.S." and "U.K."
            "(?<abbr>\\p{Lu}(?:\\.\\p{Lu})+\\.?)"
                    + "|(?<num>\\p{Nd}+(?:[.,\\u00a0\\u202f]\\p{Nd}{3})*(?:[.,]\\p{Nd}+)?)"
                    + "|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}]*(?:[" + APOSTROPHES
                    + "-][\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}]*|-\\p{Nd}+)*)"
                    + "|(?<mark>\\S)");
    private static final Pattern POSSESSIVE = Pattern.compile("[" + APOSTROPHES + "][sS]$");

    private Tokenizer() {}

    static List<Token> tokens(String text, Span within) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).region(within.start(), within.end());
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            String word = matcher.group("word");
            if (word != null) {
                addWord(tokens, word, span);
            } else if (matcher.group("abbr") != null) {
                tokens.add(new Token(span, matcher.group(), Token.Kind.WORD));
            } else if (matcher.group("num") != null) {
                tokens.add(new Token(span, matcher.group(), Token.Kind.NUMBER));
            } else {
                tokens.add(new Token(span, matcher.group(), Token.Kind.MARK));
            }
        }
        return tokens;
    }

    private static void addWord(List<Token> tokens, String word, Span span) {
        Matcher possessive = POSSESSIVE.matcher(word);
        if (possessive.find() && possessive.start() > 0) {
            int cut = span.start() + possessive.start();
            tokens.add(new Token(new Span(span.start(), cut), word.substring(0, possessive.start()), Token.Kind.WORD));
            tokens.add(new Token(new Span(cut, span.end()), possessive.group(), Token.Kind.MARK));
            return;
        }
        tokens.add(new Token(span, word, Token.Kind.WORD));
    }
}
