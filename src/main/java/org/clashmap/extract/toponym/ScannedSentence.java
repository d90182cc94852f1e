package org.clashmap.extract.toponym;

import java.util.List;
import org.clashmap.text.Language;
import org.clashmap.text.Token;

/**
 * A sentence while it is searched for names.
 *
 * @param text the whole text, that the tokens' offsets refer to
 * @param capitalsOnly the text is written in capitals, and capitals say nothing
 */
record ScannedSentence(String text, List<Token> tokens, Language language, ToponymCues cues, boolean capitalsOnly) {
    ScannedSentence {
        tokens = List.copyOf(tokens);
    }

    /** True when a word is of a kind of the context words. */
    boolean is(String kind, String word) {
        return cues.is(kind, word);
    }

    /** A token and the next may be of one name: they stand side by side with a single space, the end of a hard-wrapped line or nothing between them. */
    boolean joins(int index) {
        Token left = tokens.get(index);
        Token right = tokens.get(index + 1);
        String gap = text.substring(left.end(), right.start());
        if (!right.isWord() && !(right.text().equals("-") || right.text().equals("."))) {
            return false;
        }
        return gap.isEmpty()
                || (gap.length() == 1
                        && (Character.isWhitespace(gap.charAt(0)) || Character.isSpaceChar(gap.charAt(0))));
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
