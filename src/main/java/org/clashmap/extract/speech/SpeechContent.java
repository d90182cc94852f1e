package org.clashmap.extract.speech;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.speech.SpeechCues.Cue;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which words a saying governs. A saying at the head of its stretch governs what follows; one that trails after a comma
 * governs what went before, and the rest too when the sentence goes on after it; "it", "this" and the like stand for what
 * was said before.
 */
final class SpeechContent {
    private static final int SHORT_OPENING = 6;
    private static final Set<String> RELATIVES = Set.of("which", "яку", "який", "яке", "которую", "который", "которое");
    private static final Pattern POINTS_BACK = Pattern.compile(
            "(?:it|this|that|so|anything|responsibility|either way|involvement"
                    + "|(?:the|this|these|those|any|all) (?:\\w+ )?(?:claims?|reports?|allegations?|accusations?|figures?|involvement|data)"
                    + "|(?:ці|цю|ця|цей|це|эти|эту|это|цього|этого)(?: \\p{L}+)?|\\p{Punct}*)[.,]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final SpeechView view;
    private final int from;
    private final int to;

    SpeechContent(SpeechView view, int from, int to) {
        this.view = view;
        this.from = from;
        this.to = to;
    }

    /**
     * When the speaker stands before the verb.
     *
     * @param start first token of the speaker
     * @param after first token after the verb and the day of saying
     */
    Span ofSubjectFirst(int start, int after) {
        int boundary = start - 1;
        if (boundary > from && RELATIVES.contains(view.lower(boundary))) {
            return view.stretch(from, to);
        }
        boolean afterQuote = boundary >= from
                && (view.isQuoteMark(boundary)
                        || (view.isComma(boundary) && boundary > from && view.isQuoteMark(boundary - 1)));
        if (afterQuote || (isAfterClause(boundary) && !opensClause(after))) {
            Span whole = goesOn(after) ? view.stretch(from, to) : view.stretch(from, start);
            return view.quoteBefore(start, whole);
        }
        Span following = after(after);
        if (following.length() > 0 || start == from) {
            return following;
        }
        boolean joined = start - 1 > from && view.has(Cue.JOINS, start - 1);
        return view.stretch(from, joined ? start - 1 : start);
    }

    /** "that", a colon or a quotation: what is said follows. */
    private boolean opensClause(int i) {
        return i < to
                && (Set.of("that", "що", "что", "que", "qu'", "ان").contains(view.lower(i))
                        || view.token(i).text().matches("[:“«„]"));
    }

    /** A comma that ends a clause and not a short opening such as "In a post on X,". */
    private boolean isAfterClause(int boundary) {
        boolean phrase = view.has(Cue.PREPOSITION, from) || view.has(Cue.BOUNDARY, from);
        return boundary - from >= (phrase ? SHORT_OPENING : 2) && view.isComma(boundary);
    }

    /** When the speaker stands after the verb: all that went before it in the stretch. */
    Span before(int verb) {
        return view.quoteBefore(verb, view.stretch(from, verb));
    }

    Span after(int token) {
        int opening = view.afterThat(token, to);
        return opening >= to
                ? new Span(view.token(to - 1).end(), view.token(to - 1).end())
                : view.toEndOfQuote(view.stretch(opening, to));
    }

    /** "According to X, …" governs what follows; after a clause it governs that, and the rest if the sentence goes on. */
    Span ofAccording(int start, int end) {
        if (start - from <= 1) {
            return view.stretch(end, to);
        }
        boolean opensShortly = start - from < SHORT_OPENING && end < to && view.isComma(end);
        return opensShortly || goesOn(end) ? view.stretch(from, to) : view.stretch(from, start);
    }

    /** What was said before, where the words only point at it. */
    Span orEarlier(Span content, List<SpeechMention> found, @Nullable SpeechMention before) {
        String words = content.of(view.text.text());
        if (!POINTS_BACK.matcher(words).matches()) {
            return content;
        }
        if (!found.isEmpty()) {
            return found.getLast().content();
        }
        int index = view.sentence.index();
        if (from > 0) {
            return view.stretch(0, from);
        }
        if (index == 0) {
            return content;
        }
        Span previous = view.text.sentences().get(index - 1).span();
        boolean pointed = before != null && before.content().length() > 0 && previous.overlaps(before.span());
        return pointed && before != null ? before.content() : previous;
    }

    /** The sentence goes on after the saying with words of its own: ", naming Myrnohrad". */
    private boolean goesOn(int after) {
        for (int i = after; i + 2 < to; i++) {
            if (view.isComma(i) && !view.isQuoted(i)) {
                boolean another = view.has(Cue.JOINS, i + 1) || RELATIVES.contains(view.lower(i + 1));
                return to - i > 3 && !another && !view.lower(i + 1).startsWith("who");
            }
            if (view.has(Cue.BOUNDARY, i)) {
                return false;
            }
        }
        return false;
    }
}
