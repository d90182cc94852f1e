package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.CountriesAtWar;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** Finds names that no table has as they are written, by what stands beside them. */
final class UnlistedNames {
    private static final int SHORTEST_LOOSE = 4;
    private static final int LONGEST_LIST = 14;

    private final KnownNames names;
    private final ScannedSentence sentence;
    private final List<Token> tokens;

    UnlistedNames(KnownNames names, ScannedSentence sentence) {
        this.names = names;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
    }

    /**
     * A name in capitals right after a word of place, or before "city" and the like, that only the loose keys know: many
     * spellings of an Arabic or Slavic name are in no table. Only in countries with war, which is where such reports are
     * from.
     */
    Optional<Found> findLoose(int at) {
        boolean goesOn = at > 0 && tokens.get(at - 1).isCapitalised() && sentence.joins(at - 1);
        if ((sentence.language() != Language.EN && sentence.language() != Language.FR)
                || sentence.capitalsOnly()
                || goesOn
                || (sentence.is("not_place", at) && !sentence.is("name_begins", at))) {
            return Optional.empty();
        }
        int last = at;
        while (last + 1 < tokens.size()
                && last < at + 2
                && sentence.joins(last)
                && (tokens.get(last + 1).isCapitalised() || ScannedSentence.isArticleAndName(tokens.get(last + 1)))
                && !sentence.is("not_place", tokens.get(last + 1).text())) {
            last++;
        }
        boolean placed = at > 0
                && (sentence.is("locative", tokens.get(at - 1).text())
                        || sentence.is("spatial_verb", tokens.get(at - 1).text())
                        || (sentence.is("of", at - 1)
                                && at > 1
                                && sentence.is(
                                        "territory_noun", tokens.get(at - 2).text())));
        placed |= last + 1 < tokens.size()
                && (sentence.is("settlement_noun", tokens.get(last + 1).text())
                        || sentence.is("building_noun", tokens.get(last + 1).text())
                        || sentence.is("admin1_noun", tokens.get(last + 1).text()));
        if (!placed) {
            return Optional.empty();
        }
        Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
        if (span.length() < SHORTEST_LOOSE || (last == at && sentence.is("not_place", at))) {
            return Optional.empty();
        }
        List<NameMatch> matches = new ArrayList<>();
        for (String country : CountriesAtWar.withWar()) {
            matches.addAll(names.lookupWithin(span.of(sentence.text()), sentence.language(), "ne:" + country));
        }
        return matches.isEmpty() ? Optional.empty() : Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
    }

    /** A capitalised word right after "the village of" or "село" is a place even when no gazetteer knows it. */
    Optional<Found> findUnknown(int at) {
        if (sentence.capitalsOnly()
                || !sentence.language().hasCapitals()
                || at == 0
                || sentence.is("not_place", tokens.get(at).text())) {
            return Optional.empty();
        }
        int noun = at - 1;
        if (sentence.is("article", noun)) {
            noun--;
        }
        String before = sentence.word(noun);
        boolean named = (sentence.is("of", noun) && sentence.is("settlement_noun", noun - 1))
                || (sentence.is("settlement_noun", before) && before.length() > 2)
                || isListedSettlement(at);
        return named
                ? Optional.of(new Found(at, at, tokens.get(at).span(), Found.Kind.UNKNOWN, List.of()))
                : Optional.empty();
    }

    /** "The villages of A, X and B": X is one of them even when no gazetteer knows it. */
    private boolean isListedSettlement(int at) {
        boolean separated = false;
        for (int i = at - 1; i > 1 && i > at - LONGEST_LIST; i--) {
            Token token = tokens.get(i);
            if (token.text().equals(",") || sentence.is("conjunction", token.text())) {
                separated = true;
            } else if (!token.isCapitalised() && !token.text().equals("-")) {
                boolean of = sentence.is("of", i) && sentence.is("settlement_noun", i - 1);
                return separated && (of || sentence.is("settlement_noun", token.text()));
            }
        }
        return false;
    }
}
