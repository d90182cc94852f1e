package org.clashmap.extract.toponym;

import java.util.List;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Span;

/**
 * Finds stretches of a sentence that could be a place name: the longest run of up to five tokens that is known,
 * demonyms, seats of power, and names the gazetteer lacks after "the village of". Linear in the length of the text.
 */
final class NameScanner {
    private final KnownNames known;
    private final UnitAbbreviations abbreviations;

    NameScanner(KnownNames known, UnitAbbreviations abbreviations) {
        this.known = known;
        this.abbreviations = abbreviations;
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

    List<Found> scan(ScannedSentence sentence) {
        return sentence.language().hasCapitals()
                ? new SentenceScan(known, abbreviations, sentence).names()
                : new ArabicNames(known, sentence).names();
    }
}
