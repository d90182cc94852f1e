package org.clashmap.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/** Writes whose word an event is: claims with quotes and offsets, certainty, and the sentences that prove it. */
final class AccountWriter {
    private final Reading reading;
    private final Map<Draft, List<SpeechMention>> replies;

    AccountWriter(Reading reading, List<Draft> drafts) {
        this.reading = reading;
        this.replies = replies(reading, drafts);
    }

    Event.Account write(Draft draft) {
        List<Event.Claim> claims = claims(draft);
        return new Event.Account(certainty(draft, claims), "single_source", null, claims, List.of(source(draft)));
    }

    private List<Event.Claim> claims(Draft draft) {
        List<Event.Claim> claims = new ArrayList<>();
        Set<SpeechMention> seen = new LinkedHashSet<>();
        for (TriggerMention trigger : draft.triggers) {
            for (SpeechMention speech : reading.speechesOver(trigger.span())) {
                if (seen.add(speech)) {
                    claims.add(claim(speech, "event", title(trigger)));
                }
            }
        }
        for (CountMention count : draft.counts) {
            for (SpeechMention speech : reading.speechesOver(count.span())) {
                if (seen.add(speech)) {
                    claims.add(claim(
                            speech, field(count), count.span().of(reading.text().written())));
                }
            }
        }
        for (SpeechMention reply : replies.getOrDefault(draft, List.of())) {
            if (seen.add(reply)) {
                claims.add(claim(reply, "event", null));
            }
        }
        return claims;
    }

    /**
     * Each denial or refusal answers the act told last before it, at most one sentence back; so does a word on it that tells no
     * act of its own ("the army said it had hit a depot").
     */
    private static Map<Draft, List<SpeechMention>> replies(Reading reading, List<Draft> drafts) {
        Map<Draft, List<SpeechMention>> replies = new LinkedHashMap<>();
        for (SpeechMention speech : reading.words().speeches()) {
            boolean reply = speech.stance() == SpeechMention.Stance.DENIES
                    || speech.stance() == SpeechMention.Stance.DECLINES
                    || speech.stance() == SpeechMention.Stance.RETRACTS;
            if (reply || isAbout(drafts, speech)) {
                findAnswered(reading, drafts, speech)
                        .ifPresent(d -> replies.computeIfAbsent(d, key -> new ArrayList<>())
                                .add(speech));
            }
        }
        return replies;
    }

    /** No act of a draft stands in what is said. */
    private static boolean isAbout(List<Draft> drafts, SpeechMention speech) {
        return drafts.stream()
                .flatMap(d -> d.triggers.stream())
                .noneMatch(t ->
                        speech.content().overlaps(t.span()) || speech.span().overlaps(t.span()));
    }

    private static Optional<Draft> findAnswered(Reading reading, List<Draft> drafts, SpeechMention reply) {
        int sentence = reading.text().sentenceAt(reply.span().start()).index();
        Draft answered = null;
        int latest = -1;
        for (Draft draft : drafts) {
            for (TriggerMention trigger : draft.triggers) {
                int at = trigger.span().start();
                int apart = sentence - reading.text().sentenceAt(at).index();
                if (draft.family() != Family.SPEECH && at < reply.span().start() && apart <= 1 && at > latest) {
                    latest = at;
                    answered = draft;
                }
            }
        }
        return Optional.ofNullable(answered);
    }

    private static String field(CountMention count) {
        return switch (count.kind()) {
            case KILLED -> "fatalities";
            case WOUNDED -> "injured";
            case CAPTURED -> "captured";
            case DISPLACED -> "displaced";
            case ARRESTED, PEOPLE -> "actors";
            case ATTACKS -> "attack_count";
        };
    }

    private String title(TriggerMention trigger) {
        return trigger.span().of(reading.text().text());
    }

    private Event.Claim claim(SpeechMention speech, String field, @Nullable String value) {
        Sentence sentence = reading.text().sentenceAt(speech.span().start());
        return new Event.Claim(
                field,
                value,
                speech.speaker().name(),
                speech.speaker().party(),
                speech.stance().wire(),
                saidOn(speech),
                reading.quote(sentence, List.of(field)));
    }

    /** The day that the words give for the saying, else the day of the report. */
    private @Nullable LocalDate saidOn(SpeechMention speech) {
        Span said = speech.saidOn();
        LocalDate published = reading.report().published();
        return said == null
                ? published
                : reading.words().times().stream()
                        .filter(t -> t.span().overlaps(said) && t.day() != null)
                        .map(TimeMention::day)
                        .findFirst()
                        .orElse(published);
    }

    private String certainty(Draft draft, List<Event.Claim> claims) {
        boolean denied = claims.stream().anyMatch(c -> c.stance().equals("denies"));
        boolean asserted = claims.stream()
                .anyMatch(c -> c.stance().equals("asserts") || c.stance().equals("confirms"));
        if (denied) {
            return "disputed";
        }
        if (claims.stream().anyMatch(c -> c.stance().equals("confirms"))) {
            return "confirmed";
        }
        if (!asserted) {
            return "reported_as_fact";
        }
        boolean independent = draft.triggers.stream()
                .flatMap(t -> reading.speechesOver(t.span()).stream())
                .allMatch(s -> s.speaker().isIndependent());
        return independent ? "reported_as_fact" : "claimed";
    }

    private SourceRef source(Draft draft) {
        List<Event.Quote> evidence = new ArrayList<>();
        for (int index : draft.sentences) {
            Sentence sentence = reading.text().sentences().get(index);
            evidence.add(reading.quote(sentence, provenFields(draft, sentence.span())));
        }
        return SourceRef.of(reading.report(), evidence);
    }

    private static List<String> provenFields(Draft draft, Span sentence) {
        Set<String> fields = new LinkedHashSet<>();
        if (draft.triggers.stream().anyMatch(t -> sentence.contains(t.span()))) {
            fields.add("event_type");
        }
        if (draft.phrases.stream().anyMatch(p -> sentence.overlaps(p.span()))) {
            fields.add("place_text");
        }
        if (draft.time != null && sentence.contains(draft.time.span())) {
            fields.add("date_text");
        }
        draft.counts.stream().filter(c -> sentence.contains(c.span())).forEach(c -> fields.add(field(c)));
        return List.copyOf(fields);
    }
}
