package org.clashmap.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.Toponym;
import org.clashmap.report.Report;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * All that was read from one report before anything is concluded from it.
 *
 * @param codePoints offsets of the text, for quotes
 */
record Reading(Report report, AnalysedText text, CodePoints codePoints, Places places, Words words) {
    /** The place names, the phrases they stand in, and the country (ISO 3166-1 alpha-2) that most of them lie in. */
    record Places(List<Toponym> toponyms, List<PlacePhrase> phrases, Optional<String> focusCountry) {}

    /** The other mentions. */
    record Words(
            List<TimeMention> times,
            List<CountMention> counts,
            List<TriggerMention> triggers,
            List<ActorMention> actors,
            List<SpeechMention> speeches,
            @Nullable Span dateline) {
        Words {
            times = ordered(times, TimeMention::span);
            counts = ordered(counts, CountMention::span);
            triggers = ordered(triggers, TriggerMention::span);
            actors = ordered(actors, ActorMention::span);
        }
    }

    private static <T> List<T> ordered(List<T> mentions, Function<T, Span> span) {
        return mentions.stream()
                .sorted(Comparator.comparingInt((T m) -> span.apply(m).start()))
                .toList();
    }

    /** Those of a list in the order of the text that lie in a stretch of it; the time of a search and of what is found. */
    static <T> List<T> within(List<T> ordered, Function<T, Span> span, Span stretch) {
        int from = 0;
        int to = ordered.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (span.apply(ordered.get(middle)).start() < stretch.start()) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        List<T> found = new ArrayList<>();
        for (int i = from; i < ordered.size(); i++) {
            Span own = span.apply(ordered.get(i));
            if (own.start() > stretch.end()) {
                break;
            }
            if (stretch.contains(own)) {
                found.add(ordered.get(i));
            }
        }
        return found;
    }

    List<Toponym> toponyms() {
        return places.toponyms;
    }

    List<PlacePhrase> phrases() {
        return places.phrases;
    }

    List<TriggerMention> triggersOf(Sentence sentence) {
        return within(words.triggers, TriggerMention::span, sentence.span());
    }

    /** The times of a sentence but for the day of writing at the head of the report. */
    List<TimeMention> timesOf(Sentence sentence) {
        return within(words.times, TimeMention::span, sentence.span()).stream()
                .filter(t -> words.dateline == null || !words.dateline.contains(t.span()))
                .toList();
    }

    List<CountMention> countsOf(Sentence sentence) {
        return within(words.counts, CountMention::span, sentence.span());
    }

    List<ActorMention> actorsOf(Sentence sentence) {
        return within(words.actors, ActorMention::span, sentence.span());
    }

    /** The speeches whose content covers or overlaps a span. */
    List<SpeechMention> speechesOver(Span span) {
        return words.speeches.stream()
                .filter(s -> s.content().overlaps(span) || s.span().overlaps(span))
                .toList();
    }

    /** True when a span is part of the words that name a speaker. */
    boolean isSpeaker(Span span) {
        return words.speeches.stream().anyMatch(s -> s.speaker().span().overlaps(span));
    }

    /** True when a span is part of what somebody says, not of the words that say so. */
    boolean isSaid(Span span) {
        return words.speeches.stream()
                .anyMatch(s -> s.content().contains(span) && !s.span().contains(span));
    }

    /** True for the words that date a saying ("said on Tuesday"). */
    boolean isSayingTime(Span span) {
        return words.speeches.stream().anyMatch(s -> {
            Span said = s.saidOn();
            return said != null && said.overlaps(span);
        });
    }

    /** The words of a sentence as a quote that proves some fields. */
    Event.Quote quote(Sentence sentence, List<String> fields) {
        return quote(sentence.span(), fields);
    }

    Event.Quote quote(Span span, List<String> fields) {
        return new Event.Quote(
                span.of(text.written()), codePoints.fromUnits(span.start()), codePoints.fromUnits(span.end()), fields);
    }
}
