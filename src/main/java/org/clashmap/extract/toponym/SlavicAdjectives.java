package org.clashmap.extract.toponym;

import java.util.List;
import java.util.Optional;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.NameMatch;

/** Ukrainian and Russian adjectives of places before a noun: "на Покровському напрямку", "Бердянский аэродром". */
final class SlavicAdjectives {
    private static final int LONGEST_LIST = 6;

    private final KnownNames names;
    private final ScannedSentence sentence;

    SlavicAdjectives(KnownNames names, ScannedSentence sentence) {
        this.names = names;
        this.sentence = sentence;
    }

    Optional<Found> findAt(int at) {
        if (!sentence.language().isSlavic()) {
            return Optional.empty();
        }
        int noun = at + 1;
        // "Сіверському та Гуляйпільському напрямках": the noun follows the last of a list of adjectives.
        while (noun + 1 < sentence.tokens().size()
                && noun < at + LONGEST_LIST
                && (sentence.is("conjunction", noun) || sentence.word(noun).equals(","))) {
            noun += 2;
        }
        if (noun >= sentence.tokens().size() || !isUnitNoun(noun)) {
            return Optional.empty();
        }
        List<NameMatch> matches = names.lookupAdjective(sentence.word(at), sentence.language());
        if (sentence.is("building_noun", noun)) {
            // The works of a town, not of the province called after it.
            List<NameMatch> towns = matches.stream()
                    .filter(m -> m.place().feature().isPopulatedPlace())
                    .toList();
            matches = sentence.isCapitalised(at) ? towns : List.of();
        }
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(at, at, sentence.tokens().get(at).span(), Found.Kind.ADJECTIVE, matches));
    }

    private boolean isUnitNoun(int at) {
        return sentence.is("direction_noun", at)
                || sentence.is("admin1_noun", at)
                || sentence.is("admin2_noun", at)
                || sentence.is("building_noun", at);
    }
}
