package org.clashmap.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.Actor;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.SpeechMention.Evidence;
import org.clashmap.extract.SpeechMention.Speaker;
import org.clashmap.extract.SpeechMention.Stance;
import org.clashmap.extract.actor.ActorPatterns;
import org.clashmap.extract.actor.ActorPatterns.Match;
import org.clashmap.extract.actor.SpeechVerbs;
import org.clashmap.extract.actor.SpeechVerbs.Entry;
import org.clashmap.extract.speech.SpeechCues.Cue;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/** Finds the speech of one sentence, stretch by stretch between semicolons. One object per sentence. */
final class SpeechSentence {
    private static final Pattern SAYING_OF_THE_SENTENCE_BEFORE = Pattern.compile(
            "^(?:про це|про|об этом|о случившемся)(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CALLED_FALSE = Pattern.compile("вигадк|неправд|фейк|брехн|ложью|вымысл|нісенітниц");
    private static final Pattern PAST = Pattern.compile("[a-z]{3,}ed");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "він", "вона", "он", "она");
    private static final Set<String> BODY_PRONOUNS = Set.of("it", "they", "вони", "они");
    private static final int LONGEST_NAME = 6;

    private final SpeechView view;
    private final SpeechSpeakers speakers;
    private final @Nullable SpeechMention before;
    private final List<SpeechMention> found = new ArrayList<>();

    /** The stretch being read: tokens {@code from} (inclusive) to {@code to} (exclusive). */
    private int from;

    private int to;
    private int afterLastVerb;

    SpeechSentence(
            AnalysedText text,
            Sentence sentence,
            SpeechQuotes quotes,
            SpeechSpeakers speakers,
            @Nullable SpeechMention before) {
        this.view = new SpeechView(text, sentence, quotes);
        this.speakers = speakers;
        this.before = before;
    }

    List<SpeechMention> read() {
        int start = 0;
        for (int i = 0; i <= view.size(); i++) {
            boolean end = i == view.size() || (view.token(i).text().equals(";") && !view.isQuoted(i));
            if (end && i > start) {
                from = start;
                to = i;
                readStretch();
            }
            start = end ? i + 1 : start;
        }
        if (found.isEmpty()) {
            addIfAny(SpeechLabels.in(view, speakers));
        }
        return found;
    }

    private void readStretch() {
        afterLastVerb = from;
        int i = from;
        while (i < to) {
            Optional<Match<Entry>> match = view.isQuoted(i)
                    ? Optional.empty()
                    : SpeechVerbs.standard().at(view.text.language(), view.sentence.tokens(), i);
            if (match.isPresent() && match.get().to() <= to) {
                addIfAny(mention(match.get()));
                i = match.get().to();
            } else {
                i++;
            }
        }
    }

    private void addIfAny(@Nullable SpeechMention mention) {
        if (mention != null) {
            endEarlierContent(mention);
            found.add(mention);
        }
    }

    private @Nullable SpeechMention mention(Match<Entry> match) {
        SpeechMention mention = switch (match.value().shape()) {
            case ACCORDING -> according(match);
            case NOUN -> noun(match);
            case PARTICIPLE -> participle(match);
            case VERB -> isPossessed(match.from()) ? noun(match) : verb(match);
        };
        afterLastVerb = mention == null ? afterLastVerb : match.to();
        return mention;
    }

    /** "according to X, …" and "…, according to X". */
    private @Nullable SpeechMention according(Match<Entry> match) {
        int end = view.phraseEnd(match.to(), to);
        if (end == match.to()) {
            return null;
        }
        Span content = content().ofAccording(match.from(), end);
        Speaker speaker = speakers.of(view.span(match.to(), end), view.span(match.to(), to));
        return said(
                view.span(match.from(), end), content, speaker, match.value().stance(), null);
    }

    private boolean isPossessed(int i) {
        return i > from && ActorPatterns.plain(view.token(i - 1).text()).startsWith("'");
    }

    /** "Mr Zelensky's claim that …". */
    private @Nullable SpeechMention noun(Match<Entry> match) {
        int mark = match.from() - 1;
        if (!isPossessed(match.from())) {
            return null;
        }
        int start = mark;
        while (start > from && view.token(start - 1).isCapitalised()) {
            start--;
        }
        if (start == mark || match.to() >= to) {
            return null;
        }
        Speaker speaker = speakers.of(view.span(start, mark), view.span(start, mark));
        int end = view.clauseEnd(match.to(), to);
        Span content = view.stretch(view.afterThat(match.to(), end), end);
        return said(
                view.span(start, match.to()), content, speaker, match.value().stance(), null);
    }

    /** ", adding that …": the speaker of the sentence goes on. */
    private @Nullable SpeechMention participle(Match<Entry> match) {
        boolean opens = match.from() > from && view.isComma(match.from() - 1);
        if (found.isEmpty() || !opens) {
            return null;
        }
        Speaker same = found.getLast().speaker();
        return said(view.span(match.from(), match.to()), content().after(match.to()), same, Stance.ASSERTS, null);
    }

    private @Nullable SpeechMention verb(Match<Entry> match) {
        if (!view.isVerbForm(match.to() - 1)) {
            return null;
        }
        int subjectEnd = match.from();
        while (subjectEnd > from && view.isAuxiliary(subjectEnd - 1)) {
            subjectEnd--;
        }
        if (subjectEnd > from && view.has(Cue.NOT_A_SPEAKER, subjectEnd - 1)) {
            return null;
        }
        int start = Math.max(view.phraseStart(subjectEnd, from), afterLastVerb);
        boolean ofSentenceBefore = !view.isEnglish()
                && start < subjectEnd
                && SAYING_OF_THE_SENTENCE_BEFORE
                        .matcher(view.span(start, subjectEnd).of(view.text.text()))
                        .find();
        if (ofSentenceBefore) {
            return following(match, true);
        }
        start = view.skipRelative(start, subjectEnd, from);
        start = skipOpening(start, subjectEnd);
        if (start >= subjectEnd) {
            return withoutSubjectBefore(match, subjectEnd);
        }
        if (isSpeaker(start, subjectEnd)) {
            return subjectFirst(match, start, subjectEnd);
        }
        return view.isEnglish() ? null : following(match, false);
    }

    private @Nullable SpeechMention withoutSubjectBefore(Match<Entry> match, int subjectEnd) {
        String previous = subjectEnd > from ? view.lower(subjectEnd - 1) : "";
        if (!previous.isEmpty() && view.has(Cue.JOINS, subjectEnd - 1)) {
            return found.isEmpty()
                    ? null
                    : said(
                            view.span(match.from(), match.to()),
                            content().after(match.to()),
                            found.getLast().speaker(),
                            stance(match),
                            null);
        }
        int named = previous.equals(",") ? view.clauseEnd(from, to) : subjectEnd;
        boolean apposition = !view.putsSpeakersLast() && named < subjectEnd - 1 && isName(from, named);
        if (apposition) {
            Speaker speaker = speakers.of(view.span(from, named), view.span(from, subjectEnd));
            return said(view.span(from, match.to()), content().after(match.to()), speaker, stance(match), null);
        }
        return previous.isEmpty() && view.isEnglish() ? null : following(match, false);
    }

    /** The speaker after the verb: "…, said the mayor", "…, повідомив голова ОВА", "Про це повідомили в поліції". */
    private @Nullable SpeechMention following(Match<Entry> match, boolean ofSentenceBefore) {
        int start = match.to();
        Span dayBefore = view.saidOn(match.to(), to);
        while (!view.isEnglish() && start < to && view.has(Cue.ADDRESSEE, start)) {
            start++;
        }
        dayBefore = dayBefore == null ? view.saidOn(start, to) : dayBefore;
        while (dayBefore != null && start < to && view.token(start).start() < dayBefore.end()) {
            start++;
        }
        while (!view.isEnglish() && start < to && view.has(Cue.ADDRESSEE, start)) {
            start++;
        }
        int end = view.phraseEnd(start, to);
        if (end == start || !isSpeaker(start, end)) {
            return null;
        }
        Span content = view.putsSpeakersLast() && end < to && view.isThat(end)
                ? content().after(end)
                : content().before(match.from());
        int index = view.sentence.index();
        if (ofSentenceBefore || content.length() < 3) {
            content = index > 0 && from == 0
                    ? view.text.sentences().get(index - 1).span()
                    : content().after(end);
        }
        Speaker speaker = speakers.of(view.span(start, end), view.span(start, to));
        Span day = dayBefore == null ? view.saidOn(end, to) : dayBefore;
        return said(view.span(match.from(), end), content, speaker, stance(match), day);
    }

    private SpeechMention subjectFirst(Match<Entry> match, int start, int subjectEnd) {
        Span day = view.saidOn(match.to(), to);
        Span words = speakerWords(start, view.relativeStart(start, subjectEnd));
        Speaker speaker = pronounSpeaker(start, subjectEnd);
        if (speaker == null) {
            speaker = speakers.of(words, view.span(start, Math.min(to, match.to() + 1)));
        }
        int after = match.to();
        while (day != null && after < to && view.token(after).start() < day.end()) {
            after++;
        }
        Span object = view.isEnglish() ? new Span(0, 0) : view.objectBetween(words, subjectEnd);
        Span content = object.length() > 2 ? object : content().ofSubjectFirst(start, after);
        content = content().orEarlier(content, found, before);
        Span phrase = day == null
                ? view.span(start, match.to())
                : new Span(view.token(start).start(), day.end());
        return said(phrase, content, speaker, stance(match), day);
    }

    /** A later saying in the same stretch ends what an earlier one governs; the same speaker's stance replaces it. */
    private void endEarlierContent(SpeechMention next) {
        if (found.isEmpty()) {
            return;
        }
        SpeechMention earlier = found.getLast();
        boolean forward = earlier.content().start() >= earlier.span().end() - 1;
        boolean inside = earlier.content()
                .contains(new Span(next.span().start(), next.span().start()));
        if (!forward || !inside) {
            return;
        }
        String between = view.text
                .text()
                .substring(earlier.content().start(), next.span().start());
        int kept = between.replaceFirst("[\\s,]*(?:\\p{L}{1,7})?[\\s,]*$", "").length();
        if (kept > 0) {
            Span content = new Span(earlier.content().start(), earlier.content().start() + kept);
            content = content().orEarlier(content, found.subList(0, found.size() - 1), before);
            found.set(
                    found.size() - 1,
                    said(earlier.span(), content, earlier.speaker(), earlier.stance(), earlier.saidOn()));
        } else if (next.speaker().name().equals(earlier.speaker().name())) {
            found.removeLast();
        }
    }

    private Stance stance(Match<Entry> match) {
        Span rest = view.stretch(match.from(), Math.min(to, match.to() + 4));
        boolean calledFalse = !view.isEnglish()
                && CALLED_FALSE.matcher(rest.of(view.text.text())).find();
        return calledFalse ? Stance.DENIES : match.value().stance();
    }

    private @Nullable Speaker pronounSpeaker(int start, int end) {
        boolean person = end - start == 1 && PRONOUNS.contains(view.lower(start));
        boolean body = end - start == 1 && BODY_PRONOUNS.contains(view.lower(start)) && !found.isEmpty();
        SpeechMention last = found.isEmpty() ? before : found.getLast();
        if (!person && !body) {
            return null;
        }
        Speaker same = last == null ? speakers.lastPersonBefore(view.span(start, end)) : last.speaker();
        return same == null ? null : new Speaker(view.span(start, end), same.name(), same.party(), same.standing());
    }

    /** In Ukrainian and Russian an object may stand between the subject and the verb; the actor named first is the subject. */
    private Span speakerWords(int start, int end) {
        Span words = view.span(start, end);
        ActorMention mention = view.isEnglish() ? null : speakers.mentionIn(words);
        boolean opens = mention != null
                && mention.actor().category() != Actor.Category.PERSON
                && mention.span().start() - words.start() <= 12;
        return opens && mention != null && mention.span().end() < words.end()
                ? new Span(words.start(), mention.span().end())
                : words;
    }

    /** Skips "On Tuesday" and the like before the subject. */
    private int skipOpening(int start, int end) {
        if (start >= end || !view.has(Cue.PREPOSITION, start)) {
            return start;
        }
        ActorMention mention = speakers.mentionIn(view.span(start, end));
        if (mention == null) {
            return Math.min(end, start + 2);
        }
        if (!view.isEnglish() && mention.kind() == ActorMention.Kind.METONYM) {
            return start;
        }
        int first = start + 1;
        while (first < end && view.token(first).start() < mention.span().start()) {
            first++;
        }
        boolean article = Set.of("the", "a", "an").contains(view.lower(first - 1));
        return article ? first - 1 : first;
    }

    private boolean isSpeaker(int start, int end) {
        if (end - start == 1 && (PRONOUNS.contains(view.lower(start)) || BODY_PRONOUNS.contains(view.lower(start)))) {
            return true;
        }
        Span words = view.span(start, end);
        if (speakers.mentionIn(words) != null || SpeechSpeakers.isKindOfSpeaker(words.of(view.text.text()))) {
            return true;
        }
        boolean named = false;
        for (int i = start; i < end; i++) {
            named |= view.token(i).isCapitalised() && (i > 0 || end - start > 1);
        }
        return named;
    }

    /** A short run of words with a capital and no verb: a name before its apposition. */
    private boolean isName(int start, int end) {
        boolean verb = false;
        boolean capital = false;
        for (int i = start; i < end; i++) {
            verb |= PAST.matcher(view.token(i).text()).matches();
            capital |= view.token(i).isCapitalised();
        }
        return capital && !verb && end - start <= LONGEST_NAME && isSpeaker(start, end);
    }

    private SpeechContent content() {
        return new SpeechContent(view, from, to);
    }

    private static SpeechMention said(Span span, Span content, Speaker speaker, Stance stance, @Nullable Span saidOn) {
        return new SpeechMention(span, content, speaker, stance, saidOn, Evidence.NOTHING_SAID);
    }
}
