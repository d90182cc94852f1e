package org.clashmap.extract.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/**
 * A sentence's tokens in the form that the tables of times, numbers and counts are written in: lower case, straight
 * apostrophes, one dash, ё as е, Arabic bare of what is written on to it; compounds such as "mid-May" cut at the hyphen,
 * and the Arabic "and" cut from its word. Immutable.
 */
public record NumberTokens(List<Word> words) {
    private static final List<String> CUT_AFTER = List.of("mid-", "early-", "late-", "end-");

    /**
     * A token.
     *
     * @param capital starts with a capital letter
     */
    public record Word(String form, Span span, Token.Kind kind, boolean capital) {
        public boolean is(String other) {
            return form.equals(other);
        }

        public boolean isNumber() {
            return kind == Token.Kind.NUMBER;
        }

        public boolean isWord() {
            return kind == Token.Kind.WORD;
        }
    }

    /** What stands beyond the end of a sentence. */
    static final Word NOTHING = new Word("", new Span(0, 0), Token.Kind.MARK, false);

    public NumberTokens {
        words = List.copyOf(words);
    }

    public static NumberTokens of(AnalysedText text, Sentence sentence) {
        List<Word> words = new ArrayList<>(sentence.tokens().size());
        for (Token token : sentence.tokens()) {
            add(words, text.text(), token);
        }
        return new NumberTokens(words);
    }

    private static void add(List<Word> words, String text, Token token) {
        String form = normal(token.text());
        if (token.isWord() && ArabicWords.hasJoint(token.text())) {
            int cut = token.start() + 1;
            words.add(word(text, token.start(), cut, Token.Kind.WORD));
            boolean figure = Character.isDigit(text.charAt(cut));
            words.add(word(text, cut, token.end(), figure ? Token.Kind.NUMBER : Token.Kind.WORD));
            return;
        }
        for (String prefix : CUT_AFTER) {
            if (token.isWord() && form.startsWith(prefix) && form.length() > prefix.length()) {
                int cut = token.start() + prefix.length();
                words.add(word(text, token.start(), cut - 1, Token.Kind.WORD));
                words.add(word(text, cut - 1, cut, Token.Kind.MARK));
                words.add(word(text, cut, token.end(), Token.Kind.WORD));
                return;
            }
        }
        words.add(word(text, token.start(), token.end(), token.kind()));
    }

    private static Word word(String text, int start, int end, Token.Kind kind) {
        Span span = new Span(start, end);
        String form = span.of(text);
        return new Word(
                normal(form), span, kind, kind == Token.Kind.WORD && Character.isUpperCase(form.codePointAt(0)));
    }

    private static String normal(String form) {
        if (ArabicWords.isArabic(form)) {
            return switch (form) {
                case "،" -> ",";
                case "؛" -> ";";
                default -> ArabicWords.bare(form);
            };
        }
        String lower = form.toLowerCase(Locale.ROOT);
        StringBuilder result = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            result.append(
                    switch (c) {
                        case '’', 'ʼ', '`', '′', '‘' -> '\'';
                        case '–', '—', '‑', '−' -> '-';
                        case 'ё' -> 'е';
                        default -> c;
                    });
        }
        return result.toString();
    }

    public int size() {
        return words.size();
    }

    /** The word at an index, or {@link #NOTHING} outside the sentence. */
    public Word at(int index) {
        return index < 0 || index >= words.size() ? NOTHING : words.get(index);
    }

    /** The span from the word at {@code from} to the one before {@code to}. */
    public Span span(int from, int to) {
        return new Span(words.get(from).span().start(), words.get(to - 1).span().end());
    }

    /** Whether nothing but one space, or nothing at all, stands between a word and the one before it. */
    boolean isClose(int index) {
        return index > 0
                && index < size()
                && at(index).span().start() - at(index - 1).span().end() <= 1;
    }

    /** Whether a word stands right against the one before it, as in "33rd". */
    public boolean isGlued(int index) {
        return index > 0
                && index < size()
                && at(index).span().start() == at(index - 1).span().end();
    }
}
