package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** "The Kharkiv-Kupiansk highway", "the Sudan-Chad border": two names written as one word. */
final class JoinedNames {
    private static final String HYPHENS = "-–";

    private JoinedNames() {}

    /** Both names, when both are of settlements, or both of countries; else none. */
    static List<Found> at(int at, KnownNames names, ScannedSentence sentence) {
        Token token = sentence.tokens().get(at);
        int hyphen = token.isCapitalised() ? hyphen(token.text()) : -1;
        if (hyphen < 0) {
            return List.of();
        }
        List<Found> both = new ArrayList<>();
        int middle = token.start() + hyphen;
        for (Span part : List.of(new Span(token.start(), middle), new Span(middle + 1, token.end()))) {
            both.add(new Found(
                    at, at, part, Found.Kind.NAME, names.lookup(part.of(sentence.text()), sentence.language())));
        }
        List<Found> settlements =
                both.stream().map(JoinedNames::onlySettlements).toList();
        if (settlements.stream().noneMatch(name -> name.matches().isEmpty())) {
            return settlements;
        }
        boolean countries = both.stream()
                .allMatch(name -> name.matches().stream()
                        .anyMatch(match -> match.place().feature().isCountry()));
        return countries ? both : List.of();
    }

    private static Found onlySettlements(Found name) {
        List<NameMatch> settlements = name.matches().stream()
                .filter(match -> match.place().feature().isPopulatedPlace())
                .toList();
        return new Found(name.first(), name.last(), name.span(), name.kind(), settlements);
    }

    /** Where a hyphen stands before a capital; -1 where none does. */
    private static int hyphen(String word) {
        for (int i = 1; i + 1 < word.length(); i++) {
            if (HYPHENS.indexOf(word.charAt(i)) >= 0 && Character.isUpperCase(word.codePointAt(i + 1))) {
                return i;
            }
        }
        return -1;
    }
}
