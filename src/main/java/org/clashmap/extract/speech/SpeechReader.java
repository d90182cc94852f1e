package org.clashmap.extract.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.SpeechMention.Evidence;
import org.clashmap.extract.SpeechMention.Speaker;
import org.clashmap.extract.SpeechMention.Stance;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;

/**
 * Reads who says what: reported and direct speech, with the stance taken, the clause it governs and what the text says about
 * proof. Rules over the words of saying and clause boundaries, no parser; a quotation without words of saying of its own
 * belongs to whoever spoke last before it.
 *
 * <p>Linear in the text; safe for many threads.
 */
public final class SpeechReader {
    private SpeechReader() {}

    /** The speech in the order of the text. A clause may be governed by more than one. */
    public static List<SpeechMention> read(AnalysedText text, List<ActorMention> mentions) {
        SpeechQuotes quotes = SpeechQuotes.of(text.text());
        SpeechSpeakers speakers = new SpeechSpeakers(text, mentions);
        List<SpeechMention> found = new ArrayList<>();
        SpeechMention last = null;
        for (Sentence sentence : text.sentences()) {
            List<SpeechMention> here = new SpeechSentence(text, sentence, quotes, speakers, last).read();
            found.addAll(here);
            last = here.isEmpty() ? last : here.getLast();
        }
        found.addAll(continuedQuotes(text, quotes, found));
        found.sort(Comparator.comparing(SpeechMention::span).thenComparing(SpeechMention::content));
        return withCaveats(text, speakers, found);
    }

    /** Quotations that stand without words of saying go on with the last speaker, within a paragraph of the last one. */
    private static List<SpeechMention> continuedQuotes(
            AnalysedText text, SpeechQuotes quotes, List<SpeechMention> found) {
        List<SpeechMention> continued = new ArrayList<>();
        int at = 0;
        SpeechMention speaker = null;
        int reached = -1;
        for (Span quote : quotes.speeches()) {
            while (at < found.size() && found.get(at).span().start() < quote.end()) {
                speaker = found.get(at);
                reached = text.sentenceAt(speaker.span().start()).paragraph();
                at++;
            }
            boolean governed =
                    found.stream().anyMatch(mention -> mention.content().overlaps(quote));
            int paragraph = text.sentenceAt(quote.start()).paragraph();
            if (!governed && speaker != null && paragraph - reached <= 1 && startsSentence(text, quote)) {
                continued.add(new SpeechMention(
                        speaker.span(), quote, speaker.speaker(), speaker.stance(), null, Evidence.NOTHING_SAID));
                reached = text.sentenceAt(quote.end() - 1).paragraph();
            }
        }
        return continued;
    }

    private static boolean startsSentence(AnalysedText text, Span quote) {
        return quote.start() - text.sentenceAt(quote.start()).span().start() <= 2;
    }

    private static List<SpeechMention> withCaveats(
            AnalysedText text, SpeechSpeakers speakers, List<SpeechMention> found) {
        List<SpeechMention> all = new ArrayList<>(found);
        for (SpeechCaveats.Found caveat : SpeechCaveats.in(text)) {
            Span sentence = text.sentences().get(caveat.sentence()).span();
            int marked = -1;
            for (int i = 0; i < all.size(); i++) {
                SpeechMention mention = all.get(i);
                if (sentence.contains(mention.span())
                        && mention.span().start() < caveat.span().start()) {
                    marked = i;
                }
            }
            if (marked >= 0) {
                SpeechMention mention = all.get(marked);
                all.set(marked, mention.with(caveat.evidence()));
            } else {
                Stance stance = caveat.evidence() == Evidence.VERIFIED ? Stance.CONFIRMS : Stance.DECLINES;
                Speaker narrator = speakers.narrator(caveat.span());
                all.add(new SpeechMention(caveat.span(), sentence, narrator, stance, null, caveat.evidence()));
            }
        }
        all.sort(Comparator.comparing(SpeechMention::span).thenComparing(SpeechMention::content));
        return List.copyOf(all);
    }
}
