package org.clashmap.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.text.Span;

/**
 * The direct quotations of a text, marks included. A quotation that is still open at the end of a paragraph goes on when the
 * next paragraph opens with a quotation mark, as papers print speeches; else the paragraph closes it. Straight marks open
 * and close by turns. Found in one pass.
 */
final class SpeechQuotes {
    /** Shorter ones are names and single words: “many more”. */
    private static final int SHORTEST_SPEECH = 25;

    private final List<Span> quotes;

    private SpeechQuotes(List<Span> quotes) {
        this.quotes = quotes;
    }

    static SpeechQuotes of(String text) {
        List<Span> quotes = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open < 0 && (c == '“' || c == '«' || c == '„' || c == '"')) {
                open = i;
            } else if (open >= 0
                    && (c == '”' || c == '»' || (c == '"' && i > open + 1) || (c == '“' && text.charAt(open) == '„'))) {
                quotes.add(new Span(open, i + 1));
                open = -1;
            } else if (open >= 0 && endsParagraph(text, i)) {
                int next = afterBreak(text, i);
                quotes.add(new Span(open, i));
                boolean goesOn = next < text.length() && "“«„\"".indexOf(text.charAt(next)) >= 0;
                open = -1;
                i = goesOn ? next - 1 : i;
            }
        }
        return new SpeechQuotes(quotes);
    }

    /** The quotation that a position lies in. */
    Optional<Span> at(int position) {
        int low = 0;
        int high = quotes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span quote = quotes.get(middle);
            if (position < quote.start()) {
                high = middle - 1;
            } else if (position >= quote.end()) {
                low = middle + 1;
            } else {
                return Optional.of(quote);
            }
        }
        return Optional.empty();
    }

    /** The quotations long enough to be somebody's speech, in the order of the text. */
    List<Span> speeches() {
        return quotes.stream()
                .filter(quote -> quote.length() >= SHORTEST_SPEECH)
                .toList();
    }

    private static boolean endsParagraph(String text, int i) {
        return text.charAt(i) == '\n';
    }

    private static int afterBreak(String text, int i) {
        int at = i;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
