package org.clashmap.extract.toponym;

import java.util.List;
import java.util.Locale;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Token;

/**
 * A sentence while it is searched for names.
 *
 * @param text the whole text, that the tokens' offsets refer to
 * @param index of the sentence in the text
 * @param language the sentence's own, which may differ from that of the text
 * @param capitals what capital letters say here
 */
record ScannedSentence(
        String text, int index, List<Token> tokens, Language language, ToponymCues cues, Capitals capitals) {
    /** What capital letters say. */
    enum Capitals {
        /** A capital marks a name, or the first word. */
        TELL,
        /** Most words have one, as in an English headline: a name has one too, but its neighbours need not be names. */
        IN_TITLE,
        /** All letters are capitals: nothing. */
        ONLY
    }

    private static final int LEAST_TITLE_WORDS = 4;
    /** A text of more sentences is no headline: what has many capitals in it are lists of people and by-lines. */
    private static final int MOST_IN_HEADLINE = 2;

    private static final double TITLE_SHARE = 0.75;
    private static final int SHORT_WORD = 3;

    ScannedSentence {
        tokens = List.copyOf(tokens);
    }

    static ScannedSentence of(AnalysedText text, Sentence sentence, boolean capitalsOnly) {
        Language language = text.languageOf(sentence);
        boolean headline = text.sentences().size() <= MOST_IN_HEADLINE && isTitle(sentence);
        Capitals capitals = capitalsOnly ? Capitals.ONLY : headline ? Capitals.IN_TITLE : Capitals.TELL;
        return new ScannedSentence(
                text.text(), sentence.index(), sentence.tokens(), language, ToponymCues.of(language), capitals);
    }

    private static boolean isTitle(Sentence sentence) {
        int words = 0;
        int raised = 0;
        for (Token token : sentence.tokens()) {
            if (token.isWord() && token.text().length() > SHORT_WORD) {
                words++;
                raised += token.isCapitalised() ? 1 : 0;
            }
        }
        boolean stops = sentence.tokens().getLast().text().equals(".");
        return !stops && words >= LEAST_TITLE_WORDS && raised >= TITLE_SHARE * words;
    }

    boolean capitalsOnly() {
        return capitals == Capitals.ONLY;
    }

    /** True when a word is of a kind of the context words. */
    boolean is(String kind, String word) {
        return cues.is(kind, word);
    }

    /** The same of the token at an index, which may lie outside the sentence. */
    boolean is(String kind, int index) {
        return cues.is(kind, word(index));
    }

    /** The text of a token; empty outside the sentence. */
    String word(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
    }

    boolean isCapitalised(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isCapitalised();
    }

    boolean isAllCapitals(int index) {
        String word = word(index);
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** True when at most a space stands between a token and the next. */
    boolean isAdjacent(int index) {
        return index >= 0
                && index + 1 < tokens.size()
                && tokens.get(index + 1).start() - tokens.get(index).end() <= 1;
    }

    /**
     * A token and the next may be of one name: they stand side by side with a single space, the end of a hard-wrapped line
     * or nothing between them.
     */
    boolean joins(int index) {
        Token left = tokens.get(index);
        Token right = tokens.get(index + 1);
        String gap = text.substring(left.end(), right.start());
        if (!right.isWord() && !(right.text().equals("-") || right.text().equals("."))) {
            return false;
        }
        return gap.isEmpty() || (gap.length() == 1 && isSpace(gap.charAt(0)));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** "al-Bab", "ar-Raqqah". */
    static boolean isArticleAndName(Token token) {
        int hyphen = token.text().indexOf('-');
        return hyphen >= 2
                && hyphen <= 3
                && hyphen + 2 < token.text().length()
                && Character.isUpperCase(token.text().codePointAt(hyphen + 1));
    }
}
