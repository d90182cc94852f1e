package org.clashmap.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a news report that says where and when it was written: "GOMA, Nov. 19 (Agency) -", "PORT SUDAN (Agency) —",
 * "Bogota, 14 Mar 89 --". Neither its place nor its day is that of an event.
 */
public final class Dateline {
    /** Paragraphs in which it may stand: after a title, a line on the author, a summary. */
    private static final int WITHIN_PARAGRAPHS = 4;

    private static final String PLACES = "\\p{Lu}[\\p{L}.'’/ -]{2,40}?";
    private static final String AGENCY = "(?:\\([^()\\n]{1,60}\\)|/[^/\\n]{1,40}/)";
    private static final String DASH = "(?:--|—|–|-)(?=\\s|\\[)";
    /** A day of a month, or a weekday with one, in any language: letters and a number. */
    private static final String DATE = "[^()\\n—–]{0,30}?\\d{1,4}[^()\\n—–]{0,25}?";

    private static final Pattern HEAD =
            Pattern.compile("(?:" + PLACES + "(?:,\\s+\\p{Lu}[\\p{L} .]{2,40}?)?,\\s+" + DATE
                    + "\\s*" + AGENCY + "?\\s*" + DASH + "|" + PLACES + "(?:,\\s+\\p{Lu}[\\p{L} .]{2,40}?)?\\s*"
                    + AGENCY + "\\s*"
                    + DASH + "|(?=\\p{Lu}{3})" + PLACES + "(?:,\\s+\\p{Lu}[\\p{L} .]{2,40}?)?\\s+" + DASH + ")");

    private Dateline() {}

    /** Where it stands in the text. */
    public static Optional<Span> find(AnalysedText text) {
        int paragraph = -1;
        for (Sentence sentence : text.sentences()) {
            if (sentence.paragraph() > WITHIN_PARAGRAPHS) {
                return Optional.empty();
            }
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                Matcher matcher = HEAD.matcher(text.written())
                        .region(sentence.span().start(), text.written().length());
                if (matcher.lookingAt()) {
                    return Optional.of(new Span(matcher.start(), matcher.end()));
                }
            }
        }
        return Optional.empty();
    }
}
