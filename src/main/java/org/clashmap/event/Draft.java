package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clashmap.extract.Act;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.geocode.PlacePhrase;
import org.jspecify.annotations.Nullable;

/**
 * An event while it is being put together from the triggers that tell it. Mutable and confined to the coding of one report;
 * {@link EventWriter} turns it into immutable events.
 */
final class Draft {
    /** The trigger that gives the act its type. */
    TriggerMention main;

    final List<TriggerMention> triggers = new ArrayList<>();
    /** Sentences that prove it, by index. */
    final TreeSet<Integer> sentences = new TreeSet<>();
    /** Where, one phrase for each place that the text lists. */
    List<PlacePhrase> phrases = new ArrayList<>();
    /** The place was taken over from the sentence before or from a word such as "the city". */
    boolean placeFromContext;

    @Nullable
    TimeMention time;
    /** The time was taken over from an earlier sentence. */
    boolean timeFromContext;

    final List<CountMention> counts = new ArrayList<>();
    /** Another draft that this one is part of. */
    @Nullable
    Draft parent;
    /** Told as an earlier act. */
    boolean background;

    Draft(TriggerMention trigger, int sentence) {
        this.main = trigger;
        triggers.add(trigger);
        sentences.add(sentence);
    }

    Act act() {
        return main.act();
    }

    Family family() {
        return ActCodes.of(main.act()).family();
    }

    int firstSentence() {
        return sentences.first();
    }

    int lastSentence() {
        return sentences.last();
    }

    /** Takes in another trigger; the more telling one gives the type. */
    void join(TriggerMention trigger, int sentence) {
        triggers.add(trigger);
        sentences.add(sentence);
        if (ActCodes.weight(trigger.act()) > ActCodes.weight(main.act())) {
            main = trigger;
        }
    }

    /** Takes in what a draft that is a detail of this one tells; place, time and type stay. */
    void take(Draft detail) {
        triggers.addAll(detail.triggers);
        sentences.addAll(detail.sentences);
        for (CountMention count : detail.counts) {
            if (!counts.contains(count)) {
                counts.add(count);
            }
        }
    }

    /** Takes in all of another draft that tells the same event. */
    void absorb(Draft other) {
        boolean sameFamily = family() == other.family() || family() == Family.EFFECT;
        for (TriggerMention trigger : other.triggers) {
            triggers.add(trigger);
            if (sameFamily && ActCodes.weight(trigger.act()) > ActCodes.weight(main.act())) {
                main = trigger;
            }
        }
        sentences.addAll(other.sentences);
        if (phrases.isEmpty() || isVaguer(phrases, other.phrases)) {
            phrases = other.phrases;
            placeFromContext = other.placeFromContext;
        }
        if (time == null || (timeFromContext && other.time != null && !other.timeFromContext)) {
            time = other.time;
            timeFromContext = other.timeFromContext;
        }
        counts.addAll(other.counts);
    }

    private static boolean isVaguer(List<PlacePhrase> own, List<PlacePhrase> other) {
        return !other.isEmpty()
                && own.getFirst().isOnlyRegion()
                && !other.getFirst().isOnlyRegion();
    }
}
