package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.speech.SpeechReader;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;

/**
 * Reads the actors out of a report: states' forces and governments, armed groups, people in office, civilians, protesters,
 * the unknown. Works by tables and a small grammar of noun phrases, then settles what "the army", "its fighters", "the
 * enemy" or "they" point at from what the report named before.
 *
 * <p>Linear in the text; safe for many threads. Limits: people outside the table of office holders are left to
 * {@link SpeechReader}; a name that two groups share goes to the first of the table; coordination inside a phrase ("Russian
 * and Belarusian troops") gives the second nationality its noun and the first only when it is plural.
 */
public final class ActorReader {
    private final ActorScanner scanner;

    public ActorReader(Gazetteer gazetteer) {
        this.scanner = new ActorScanner(gazetteer);
    }

    public List<ActorMention> read(AnalysedText text) {
        return read(text, ActorSetting.UNKNOWN);
    }

    /** The mentions in the order of the text; they do not overlap. */
    public List<ActorMention> read(AnalysedText text, ActorSetting setting) {
        List<ActorDraft> drafts = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            drafts.addAll(new ActorPhrases(text, sentence, scanner.atoms(text, sentence)).drafts());
        }
        List<ActorMention> mentions = new ArrayList<>(new ActorAnaphora(text, setting, drafts).mentions());
        mentions.sort(Comparator.comparing(ActorMention::span));
        return withoutOverlaps(mentions);
    }

    private static List<ActorMention> withoutOverlaps(List<ActorMention> sorted) {
        List<ActorMention> kept = new ArrayList<>();
        for (ActorMention mention : sorted) {
            if (kept.isEmpty() || !kept.getLast().span().overlaps(mention.span())) {
                kept.add(mention);
            }
        }
        return List.copyOf(kept);
    }
}
