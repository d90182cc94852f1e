package org.clashmap.extract.speech;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.extract.actor.ActorPatterns;
import org.clashmap.extract.speech.SpeechCues.Cue;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;
import org.jspecify.annotations.Nullable;

/** A sentence as the reading of speech sees it: tokens, which of them are quoted, and where clauses end. Read-only. */
final class SpeechView {
    private static final Pattern SAID_ON = Pattern.compile(
            "^(?:\\s*(?:reporters|journalists|a news conference|lawmakers|[A-Z]\\w+ [A-Z]\\w+))?(?:\\s+in (?:[A-Z]\\w+ ?)+)?\\s*,?\\s*"
                    + "(?<day>(?:(?:late|early|earlier|later) )?(?:on |last )?"
                    + "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|\\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \\d{1,2})"
                    + "(?: (?:morning|afternoon|evening|night))?"
                    + "|(?:у|в|во) (?:понеділок|вівторок|середу|четвер|п.ятницю|суботу|неділю|понедельник|вторник|среду|четверг|пятницу"
                    + "|субботу|воскресенье)|сьогодні|вчора|сегодня|вчера)(?!\\p{L})");
    private static final Pattern SLAVIC_FINITE = Pattern.compile(
            "коментувати|комментировать|вигадкою|неправдою|фейком|.+(?:в|л|ла|ло|ли|вся|лася|лися|лись|лся|лась|г|гла|гли|є|же|ше|ет|ит|жуть|шуть|ють|ять|ить|ют|ят|ут|ат)");
    private static final Set<String> RELATIVE_PEOPLE = Set.of("who", "whom");
    private static final int LONGEST_SPEAKER = 14;

    final AnalysedText text;
    final Sentence sentence;
    private final SpeechQuotes quotes;
    private final SpeechCues cues;

    SpeechView(AnalysedText text, Sentence sentence, SpeechQuotes quotes) {
        this.text = text;
        this.sentence = sentence;
        this.quotes = quotes;
        this.cues = SpeechCues.of(text.language());
    }

    int size() {
        return sentence.tokens().size();
    }

    Token token(int i) {
        return sentence.tokens().get(i);
    }

    String lower(int i) {
        return ActorPatterns.plain(token(i).lower());
    }

    boolean isEnglish() {
        return text.language() == Language.EN;
    }

    /** In Arabic, French and Spanish a verb of saying after a comma has its speaker after it. */
    boolean putsSpeakersLast() {
        return !isEnglish() && !text.language().isSlavic();
    }

    /** "that" or a colon. */
    boolean isThat(int i) {
        return token(i).text().equals(":")
                || Set.of("that", "що", "что", "que", "qu'", "ان", "بان", "انه", "انها", "انهم")
                        .contains(lower(i));
    }

    boolean has(Cue cue, int i) {
        return cues.has(cue, lower(i));
    }

    boolean isComma(int i) {
        return token(i).text().equals(",");
    }

    boolean isQuoted(int i) {
        return quotes.at(token(i).start()).isPresent();
    }

    boolean isQuoteMark(int i) {
        return "”»\"“«".contains(token(i).text()) || (isQuoted(i) && token(i).kind() == Token.Kind.MARK);
    }

    boolean isAuxiliary(int i) {
        return has(Cue.AUXILIARY, i) || (isEnglish() && lower(i).endsWith("ly"));
    }

    /** In Ukrainian and Russian a stem of saying is also one of nouns and of impersonal forms ("названо", "сообщение"). */
    boolean isVerbForm(int i) {
        return !text.language().isSlavic() || SLAVIC_FINITE.matcher(lower(i)).matches();
    }

    /** A token that the words for a speaker do not reach over. */
    boolean isBoundary(int i) {
        if (token(i).kind() == Token.Kind.MARK) {
            String mark = ActorPatterns.plain(token(i).text());
            return !(mark.startsWith("'") || mark.equals("-") || mark.equals("."));
        }
        boolean joinsNames = Set.of("and", "та", "і", "и", "et", "y").contains(lower(i))
                && i > 0
                && i + 1 < size()
                && token(i - 1).isCapitalised()
                && token(i + 1).isCapitalised();
        return isQuoted(i) || (has(Cue.BOUNDARY, i) && !joinsNames);
    }

    /** The first token of the words that end before {@code end}. */
    int phraseStart(int end, int from) {
        int start = end;
        while (start > from && end - start < LONGEST_SPEAKER && !isBoundary(start - 1)) {
            start--;
        }
        return start;
    }

    /** Where the words before a relative clause start, if the subject is one: "an aid worker who asked …". */
    int skipRelative(int start, int end, int from) {
        boolean relative = start > from && start < end && RELATIVE_PEOPLE.contains(lower(start - 1));
        return relative ? phraseStart(start - 1, from) : start;
    }

    /** The relative pronoun within the words of a subject, or their end. */
    int relativeStart(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (RELATIVE_PEOPLE.contains(lower(i))) {
                return i;
            }
        }
        return end;
    }

    /** The token after the words that start at {@code start}. */
    int phraseEnd(int start, int to) {
        int end = start;
        while (end < to && end - start < LONGEST_SPEAKER && !endsPhrase(end, start)) {
            end++;
        }
        return end;
    }

    private boolean endsPhrase(int i, int start) {
        boolean opensTime =
                i > start && Set.of("on", "у", "в", "во", "late").contains(lower(i)) && saidOn(i, size()) != null;
        return isBoundary(i) || opensTime || (token(i).text().equals(".") && i == size() - 1);
    }

    /** The next comma outside quotations, or {@code to}. */
    int clauseEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isComma(i) && !isQuoted(i)) {
                return i;
            }
        }
        return to;
    }

    int afterThat(int from, int to) {
        int i = from;
        while (i < to && (token(i).text().matches("[,:—–]") || isThat(i))) {
            i++;
        }
        return i;
    }

    /** The words from a token on that say when something was said. */
    @Nullable
    Span saidOn(int from, int to) {
        if (from >= to) {
            return null;
        }
        int start = token(from).start();
        Matcher matcher =
                SAID_ON.matcher(text.text().substring(start, token(to - 1).end()));
        return matcher.find() ? new Span(start + matcher.start("day"), start + matcher.end("day")) : null;
    }

    /** From one token up to another, without commas and full stops at its ends; may be empty. */
    Span stretch(int from, int to) {
        int first = from;
        int last = to - 1;
        while (first < last && token(first).text().matches("[,;.]")) {
            first++;
        }
        while (last > first && token(last).text().matches("[,;.]")) {
            last--;
        }
        if (first > last || (first == last && token(first).text().matches("[,;.]"))) {
            int at = token(Math.min(from, size() - 1)).start();
            return new Span(at, at);
        }
        return new Span(token(first).start(), token(last).end());
    }

    /** The words between a speaker and the verb, where an object stands there. */
    Span objectBetween(Span speaker, int verb) {
        int first = verb;
        while (first > 0 && token(first - 1).start() >= speaker.end()) {
            first--;
        }
        return first == verb ? new Span(speaker.end(), speaker.end()) : span(first, verb);
    }

    Span span(int from, int to) {
        return new Span(token(from).start(), token(Math.max(from, to - 1)).end());
    }

    /** A quotation that ends just before a token, from where it began, maybe sentences ago; else the other span. */
    Span quoteBefore(int start, Span otherwise) {
        int last = start - 1;
        while (last >= 0 && token(last).text().matches("[,—–-]")) {
            last--;
        }
        if (last < 0) {
            return otherwise;
        }
        return quotes.at(token(last).start())
                .filter(quote -> quote.length() > otherwise.length() / 2)
                .orElse(otherwise);
    }

    /** A span whose end lies in a quotation reaches to the end of it, maybe sentences on. */
    Span toEndOfQuote(Span span) {
        return span.length() == 0
                ? span
                : quotes.at(span.end() - 1)
                        .filter(quote -> quote.end() > span.end())
                        .map(quote -> new Span(span.start(), quote.end()))
                        .orElse(span);
    }
}
