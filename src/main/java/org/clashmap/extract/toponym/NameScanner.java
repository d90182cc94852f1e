package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.gazetteer.CountriesAtWar;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/**
 * Finds stretches of a sentence that could be a place name: the longest run of up to five tokens that the gazetteer knows,
 * demonyms, seats of power, and names the gazetteer lacks after "the village of". Linear in the length of the text.
 */
final class NameScanner {
    private static final int LONGEST_NAME = 5;
    private static final int SHORTEST_LOOSE = 4;
    private static final int LONGEST_LIST = 14;
    private static final long LEAST_IN_DATELINE = 100_000;

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
        List<Found> found = new ArrayList<>();
        List<Token> tokens = sentence.tokens();
        ToponymCues cues = ToponymCues.of(language);
        int at = 0;
        while (at < tokens.size()) {
            Optional<Found> next = findAt(text, tokens, at, language, cues, capitalsOnly);
            next.ifPresent(found::add);
            if (next.isEmpty()) {
                found.addAll(findJoined(tokens, at, language));
            }
            at = next.map(f -> f.last() + 1).orElse(at + 1);
        }
        return found;
    }

    private Optional<Found> findAt(
            String text, List<Token> tokens, int at, Language language, ToponymCues cues, boolean capitalsOnly) {
        Token token = tokens.get(at);
        if (!token.isWord()) {
            return Optional.empty();
        }
        Optional<Found> adjective = findAdjective(tokens, at, language, cues);
        if (adjective.isPresent()) {
            return adjective;
        }
        if (!token.isCapitalised() && !isArticleAndName(token)) {
            return language == Language.EN ? Optional.empty() : findDemonym(text, tokens, at, language);
        }
        Optional<Found> seat = findSeat(text, tokens, at, cues);
        if (seat.isPresent()) {
            return seat;
        }
        Optional<Found> unit = language == Language.EN ? findAbbreviation(text, tokens, at) : Optional.empty();
        if (unit.isPresent()) {
            return unit;
        }
        Optional<Found> demonym = findDemonym(text, tokens, at, language);
        Optional<Found> name = findName(text, tokens, at, language, cues, capitalsOnly);
        if (name.isPresent() && demonym.isPresent()) {
            boolean country = name.get().matches().stream()
                    .anyMatch(m -> m.place().feature().isCountry());
            return name.get().last() > demonym.get().last() || country ? name : demonym;
        }
        if (name.isPresent()) {
            return name;
        }
        if (demonym.isPresent()) {
            return demonym;
        }
        Optional<Found> loose = findLoose(text, tokens, at, language, cues, capitalsOnly);
        return loose.isPresent() ? loose : findUnknown(tokens, at, cues, capitalsOnly);
    }

    /** "The Kharkiv-Kupiansk highway": two names written as one word, both of settlements. */
    private List<Found> findJoined(List<Token> tokens, int at, Language language) {
        Token token = tokens.get(at);
        int hyphen = token.text().indexOf('-');
        if (!token.isCapitalised()
                || hyphen < 0
                || hyphen + 1 >= token.text().length()
                || !Character.isUpperCase(token.text().codePointAt(hyphen + 1))) {
            return List.of();
        }
        List<Found> both = new ArrayList<>();
        int middle = token.start() + hyphen;
        for (Span part : List.of(new Span(token.start(), middle), new Span(middle + 1, token.end()))) {
            List<NameMatch> matches = gazetteer
                    .lookup(token.text().substring(part.start() - token.start(), part.end() - token.start()), language)
                    .stream()
                    .filter(match -> match.place().feature().isPopulatedPlace())
                    .toList();
            if (matches.isEmpty()) {
                return List.of();
            }
            both.add(new Found(at, at, part, Found.Kind.NAME, matches));
        }
        return both;
    }

    private Optional<Found> findAbbreviation(String text, List<Token> tokens, int at) {
        return abbreviations.findAt(text, tokens.get(at).start()).map(span -> {
            int last = at;
            while (last + 1 < tokens.size() && tokens.get(last + 1).end() <= span.end()) {
                last++;
            }
            return new Found(at, last, span, Found.Kind.NAME, abbreviations.matches(span.of(text)));
        });
    }

    /** "al-Bab", "ar-Raqqah". */
    static boolean isArticleAndName(Token token) {
        int hyphen = token.text().indexOf('-');
        return hyphen >= 2
                && hyphen <= 3
                && hyphen + 2 < token.text().length()
                && Character.isUpperCase(token.text().codePointAt(hyphen + 1));
    }

    private Optional<Found> findName(
            String text, List<Token> tokens, int at, Language language, ToponymCues cues, boolean capitalsOnly) {
        int limit = Math.min(tokens.size(), at + LONGEST_NAME);
        int end = at;
        while (end + 1 < limit && joins(text, tokens.get(end), tokens.get(end + 1))) {
            end++;
        }
        for (int last = end; last >= at; last--) {
            Token closing = tokens.get(last);
            if (!closing.isWord() || (!closing.isCapitalised() && last > at && !isInnerLowerCaseName(closing))) {
                continue;
            }
            if (last == at && cues.is("not_place", tokens.get(at).text())) {
                continue;
            }
            Span span = new Span(tokens.get(at).start(), closing.end());
            List<NameMatch> matches = gazetteer.lookup(nameOf(text, span, capitalsOnly), language);
            if (matches.isEmpty() && isArticleAndName(tokens.get(at))) {
                // Tables have many an Arabic name without its article.
                Span bare =
                        new Span(tokens.get(at).start() + tokens.get(at).text().indexOf('-') + 1, closing.end());
                matches = gazetteer.lookup(bare.of(text), language);
            }
            if (last == at && !capitalsOnly && isAbbreviation(closing.text())) {
                boolean dateline = at == 0 && last + 1 < tokens.size() && opensDateline(tokens.get(last + 1));
                matches = matches.stream()
                        .filter(m -> m.place().feature().isCountry()
                                || (dateline && m.place().population() >= LEAST_IN_DATELINE))
                        .toList();
            }
            if (!matches.isEmpty() && !(last > at && isPlaceAndNoun(tokens, at, last, cues, matches))) {
                return Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
            }
        }
        return Optional.empty();
    }

    /** "KYIV, Ukraine —", "ROME (AP)": what follows a city of four letters in capitals at the head of a report. */
    private static boolean opensDateline(Token next) {
        return ",(—–-".contains(next.text());
    }

    /** "UN", "RSF", "U.S.": of such names only those of countries are places. */
    private static boolean isAbbreviation(String word) {
        return word.length() <= 4
                && word.codePoints().noneMatch(Character::isLowerCase)
                && word.codePoints().filter(Character::isUpperCase).count() > 1;
    }

    /** "Pokrovsk District" in capitals may be a name of its own, but the bare name with its noun says the same. */
    private static boolean isPlaceAndNoun(
            List<Token> tokens, int first, int last, ToponymCues cues, List<NameMatch> matches) {
        String noun = tokens.get(last).text();
        boolean unitNoun = cues.is("admin1_noun", noun) || cues.is("admin2_noun", noun);
        return unitNoun
                && last == first + 1
                && matches.stream().allMatch(m -> m.place().feature().featureClass() == 'A')
                && Character.isLowerCase(noun.codePointAt(0));
    }

    private static boolean isInnerLowerCaseName(Token token) {
        return token.text().indexOf('-') > 0;
    }

    /** Two tokens of one name stand side by side with a single space or nothing between them. */
    private static boolean joins(String text, Token left, Token right) {
        String gap = text.substring(left.end(), right.start());
        if (!right.isWord() && !(right.text().equals("-") || right.text().equals("."))) {
            return false;
        }
        return gap.isEmpty() || (gap.length() == 1 && Character.isSpaceChar(gap.charAt(0)));
    }

    private static CharSequence nameOf(String text, Span span, boolean capitalsOnly) {
        String name = span.of(text);
        return capitalsOnly ? titleCase(name) : name;
    }

    private static String titleCase(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            String letter = name.substring(i, i + 1);
            out.append(start ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT));
            start = !Character.isLetterOrDigit(name.charAt(i));
        }
        return out.toString();
    }

    private Optional<Found> findDemonym(String text, List<Token> tokens, int at, Language language) {
        Token token = tokens.get(at);
        if (at + 1 < tokens.size() && tokens.get(at + 1).isWord() && token.isCapitalised()) {
            Span two = new Span(token.start(), tokens.get(at + 1).end());
            Optional<Place> country = gazetteer.findByDemonym(two.of(text), language);
            if (country.isPresent()) {
                return Optional.of(demonym(at, at + 1, two, country.get()));
            }
        }
        return gazetteer.findByDemonym(token.text(), language).map(country -> demonym(at, at, token.span(), country));
    }

    private static Found demonym(int first, int last, Span span, Place country) {
        NameMatch match = new NameMatch(country, country.name(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED);
        return new Found(first, last, span, Found.Kind.DEMONYM, List.of(match));
    }

    private static Optional<Found> findSeat(String text, List<Token> tokens, int at, ToponymCues cues) {
        for (int last = Math.min(at + 1, tokens.size() - 1); last >= at; last--) {
            Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
            if (cues.is("seat", span.of(text))) {
                return Optional.of(new Found(at, last, span, Found.Kind.SEAT, List.of()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> findAdjective(List<Token> tokens, int at, Language language, ToponymCues cues) {
        if (language == Language.EN) {
            return Optional.empty();
        }
        int noun = at + 1;
        // "Сіверському та Гуляйпільському напрямках": the noun follows the last of a list of adjectives.
        while (noun + 1 < tokens.size()
                && noun < at + 6
                && (cues.is("conjunction", tokens.get(noun).text())
                        || tokens.get(noun).text().equals(","))) {
            noun += 2;
        }
        if (noun >= tokens.size() || !isUnitNoun(cues, tokens.get(noun).text())) {
            return Optional.empty();
        }
        List<NameMatch> matches = gazetteer.lookupAdjective(tokens.get(at).text(), language);
        if (cues.is("building_noun", tokens.get(noun).text())) {
            // The works of a town, not of the province called after it.
            List<NameMatch> towns = matches.stream()
                    .filter(m -> m.place().feature().isPopulatedPlace())
                    .toList();
            matches = tokens.get(at).isCapitalised() ? towns : List.of();
        }
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found(at, at, tokens.get(at).span(), Found.Kind.ADJECTIVE, matches));
    }

    private static boolean isUnitNoun(ToponymCues cues, String word) {
        return cues.is("direction_noun", word)
                || cues.is("admin1_noun", word)
                || cues.is("admin2_noun", word)
                || cues.is("building_noun", word);
    }

    /**
     * A name in capitals right after a word of place, or before "city" and the like, that only the loose keys know: many
     * spellings of an Arabic or Slavic name are in no table. Only in countries with war, which is where such reports are
     * from.
     */
    private Optional<Found> findLoose(
            String text, List<Token> tokens, int at, Language language, ToponymCues cues, boolean capitalsOnly) {
        boolean goesOn =
                at > 0 && tokens.get(at - 1).isCapitalised() && joins(text, tokens.get(at - 1), tokens.get(at));
        if (language != Language.EN
                || capitalsOnly
                || goesOn
                || cues.is("not_place", tokens.get(at).text())) {
            return Optional.empty();
        }
        int last = at;
        while (last + 1 < tokens.size()
                && last < at + 2
                && joins(text, tokens.get(last), tokens.get(last + 1))
                && (tokens.get(last + 1).isCapitalised() || isArticleAndName(tokens.get(last + 1)))
                && !cues.is("not_place", tokens.get(last + 1).text())) {
            last++;
        }
        boolean placed = at > 0
                && (cues.is("locative", tokens.get(at - 1).text())
                        || cues.is("spatial_verb", tokens.get(at - 1).text())
                        || (tokens.get(at - 1).text().equals("of")
                                && at > 1
                                && cues.is("territory_noun", tokens.get(at - 2).text())));
        placed |= last + 1 < tokens.size()
                && (cues.is("settlement_noun", tokens.get(last + 1).text())
                        || cues.is("building_noun", tokens.get(last + 1).text())
                        || cues.is("admin1_noun", tokens.get(last + 1).text()));
        if (!placed) {
            return Optional.empty();
        }
        Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
        if (span.length() < SHORTEST_LOOSE) {
            return Optional.empty();
        }
        List<NameMatch> matches = new ArrayList<>();
        for (String country : CountriesAtWar.withWar()) {
            matches.addAll(gazetteer.lookupWithin(span.of(text), language, "ne:" + country));
        }
        return matches.isEmpty() ? Optional.empty() : Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
    }

    /** A capitalised word right after "the village of" or "село" is a place even when no gazetteer knows it. */
    private static Optional<Found> findUnknown(List<Token> tokens, int at, ToponymCues cues, boolean capitalsOnly) {
        if (capitalsOnly || at == 0 || cues.is("not_place", tokens.get(at).text())) {
            return Optional.empty();
        }
        String before = tokens.get(at - 1).text();
        boolean named = (before.equals("of")
                        && at > 1
                        && cues.is("settlement_noun", tokens.get(at - 2).text()))
                || (cues.is("settlement_noun", before) && before.length() > 2)
                || isListedSettlement(tokens, at, cues);
        return named
                ? Optional.of(new Found(at, at, tokens.get(at).span(), Found.Kind.UNKNOWN, List.of()))
                : Optional.empty();
    }

    /** "The villages of A, X and B": X is one of them even when no gazetteer knows it. */
    private static boolean isListedSettlement(List<Token> tokens, int at, ToponymCues cues) {
        boolean separated = false;
        for (int i = at - 1; i > 1 && i > at - LONGEST_LIST; i--) {
            Token token = tokens.get(i);
            if (token.text().equals(",") || cues.is("conjunction", token.text())) {
                separated = true;
            } else if (!token.isCapitalised() && !token.text().equals("-")) {
                boolean of = token.text().equals("of")
                        && cues.is("settlement_noun", tokens.get(i - 1).text());
                return separated && (of || cues.is("settlement_noun", token.text()));
            }
        }
        return false;
    }
}
