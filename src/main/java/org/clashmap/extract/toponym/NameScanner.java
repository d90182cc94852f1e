package org.clashmap.extract.toponym;

import java.util.List;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;

/**
 * Finds stretches of a sentence that could be a place name: the longest run of up to five tokens that the gazetteer knows,
 * demonyms, seats of power, and names the gazetteer lacks after "the village of". Linear in the length of the text.
 */
final class NameScanner {
    private final Gazetteer gazetteer;
    private final UnitAbbreviations abbreviations;

    NameScanner(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.abbreviations = new UnitAbbreviations(gazetteer);
    }

    /** A possible name: tokens {@code first} to {@code last} of a sentence, inclusive. */
    record Found(int first, int last, Span span, Kind kind, List<NameMatch> matches) {
        enum Kind {
            NAME,
            /** An adjective of a place before "direction", "district", "region" (Ukrainian, Russian). */
            ADJECTIVE,
            DEMONYM,
            SEAT,
            /** Not in the gazetteer, but called a village or a town. */
            UNKNOWN
        }
    }

    List<Found> scan(String text, Sentence sentence, Language language, boolean capitalsOnly) {
        ScannedSentence scanned =
                new ScannedSentence(text, sentence.tokens(), language, ToponymCues.of(language), capitalsOnly);
        return new SentenceScan(gazetteer, abbreviations, scanned).names();
    }
}
