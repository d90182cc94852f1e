package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** One sentence's names, from its first token to its last. */
final class SentenceScan {
    private static final int LONGEST_NAME = 5;
    private static final long LEAST_IN_DATELINE = 100_000;

    private final Gazetteer gazetteer;
    private final UnitAbbreviations abbreviations;
    private final ScannedSentence sentence;
    private final List<Token> tokens;
    private final UnlistedNames unlisted;

    SentenceScan(Gazetteer gazetteer, UnitAbbreviations abbreviations, ScannedSentence sentence) {
        this.gazetteer = gazetteer;
        this.abbreviations = abbreviations;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.unlisted = new UnlistedNames(gazetteer, sentence);
    }

    List<Found> names() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Found> next = findAt(at);
            next.ifPresent(found::add);
            if (next.isEmpty()) {
                found.addAll(findJoined(at));
            }
            at = next.map(f -> f.last() + 1).orElse(at + 1);
        }
        return found;
    }

    private Optional<Found> findAt(int at) {
        Token token = tokens.get(at);
        if (!token.isWord()) {
            return Optional.empty();
        }
        Optional<Found> adjective = findAdjective(at);
        if (adjective.isPresent()) {
            return adjective;
        }
        if (!token.isCapitalised() && !ScannedSentence.isArticleAndName(token)) {
            return sentence.language() == Language.EN ? Optional.empty() : findDemonym(at);
        }
        Optional<Found> seat = findSeat(at);
        if (seat.isPresent()) {
            return seat;
        }
        Optional<Found> unit = sentence.language() == Language.EN ? findAbbreviation(at) : Optional.empty();
        if (unit.isPresent()) {
            return unit;
        }
        Optional<Found> demonym = findDemonym(at);
        Optional<Found> name = findName(at);
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
        Optional<Found> loose = unlisted.findLoose(at);
        return loose.isPresent() ? loose : unlisted.findUnknown(at);
    }

    /** "The Kharkiv-Kupiansk highway": two names written as one word, both of settlements. */
    private List<Found> findJoined(int at) {
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
                    .lookup(
                            token.text().substring(part.start() - token.start(), part.end() - token.start()),
                            sentence.language())
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

    private Optional<Found> findAbbreviation(int at) {
        return abbreviations.findAt(sentence.text(), tokens.get(at).start()).map(span -> {
            int last = at;
            while (last + 1 < tokens.size() && tokens.get(last + 1).end() <= span.end()) {
                last++;
            }
            return new Found(at, last, span, Found.Kind.NAME, abbreviations.matches(span.of(sentence.text())));
        });
    }

    private Optional<Found> findName(int at) {
        int limit = Math.min(tokens.size(), at + LONGEST_NAME);
        int end = at;
        while (end + 1 < limit && sentence.joins(end)) {
            end++;
        }
        for (int last = end; last >= at; last--) {
            Token closing = tokens.get(last);
            if (!closing.isWord() || (!closing.isCapitalised() && last > at && !isInnerLowerCaseName(closing))) {
                continue;
            }
            if (last == at && sentence.is("not_place", tokens.get(at).text())) {
                continue;
            }
            Span span = new Span(tokens.get(at).start(), closing.end());
            List<NameMatch> matches = gazetteer.lookup(nameOf(span), sentence.language());
            if (matches.isEmpty() && ScannedSentence.isArticleAndName(tokens.get(at))) {
                // Tables have many an Arabic name without its article.
                Span bare =
                        new Span(tokens.get(at).start() + tokens.get(at).text().indexOf('-') + 1, closing.end());
                matches = gazetteer.lookup(bare.of(sentence.text()), sentence.language());
            }
            if (last == at && !sentence.capitalsOnly() && isAbbreviation(closing.text())) {
                boolean dateline = at == 0 && last + 1 < tokens.size() && opensDateline(tokens.get(last + 1));
                matches = matches.stream()
                        .filter(m -> m.place().feature().isCountry()
                                || (dateline && m.place().population() >= LEAST_IN_DATELINE))
                        .toList();
            }
            if (!matches.isEmpty() && !(last > at && isPlaceAndNoun(at, last, matches))) {
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
    private boolean isPlaceAndNoun(int first, int last, List<NameMatch> matches) {
        String noun = tokens.get(last).text();
        boolean unitNoun = sentence.is("admin1_noun", noun) || sentence.is("admin2_noun", noun);
        return unitNoun
                && last == first + 1
                && matches.stream().allMatch(m -> m.place().feature().featureClass() == 'A')
                && Character.isLowerCase(noun.codePointAt(0));
    }

    private static boolean isInnerLowerCaseName(Token token) {
        return token.text().indexOf('-') > 0;
    }

    private CharSequence nameOf(Span span) {
        String name = span.of(sentence.text()).replace('\n', ' ');
        return sentence.capitalsOnly() ? titleCase(name) : name;
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

    private Optional<Found> findDemonym(int at) {
        Token token = tokens.get(at);
        if (at + 1 < tokens.size() && tokens.get(at + 1).isWord() && token.isCapitalised()) {
            Span two = new Span(token.start(), tokens.get(at + 1).end());
            Optional<Place> country = gazetteer.findByDemonym(two.of(sentence.text()), sentence.language());
            if (country.isPresent()) {
                return Optional.of(demonym(at, at + 1, two, country.get()));
            }
        }
        return gazetteer
                .findByDemonym(token.text(), sentence.language())
                .map(country -> demonym(at, at, token.span(), country));
    }

    private static Found demonym(int first, int last, Span span, Place country) {
        NameMatch match = new NameMatch(country, country.name(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED);
        return new Found(first, last, span, Found.Kind.DEMONYM, List.of(match));
    }

    private Optional<Found> findSeat(int at) {
        for (int last = Math.min(at + 1, tokens.size() - 1); last >= at; last--) {
            Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
            if (sentence.is("seat", span.of(sentence.text()))) {
                return Optional.of(new Found(at, last, span, Found.Kind.SEAT, List.of()));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> findAdjective(int at) {
        if (sentence.language() == Language.EN) {
            return Optional.empty();
        }
        int noun = at + 1;
        // "Сіверському та Гуляйпільському напрямках": the noun follows the last of a list of adjectives.
        while (noun + 1 < tokens.size()
                && noun < at + 6
                && (sentence.is("conjunction", tokens.get(noun).text())
                        || tokens.get(noun).text().equals(","))) {
            noun += 2;
        }
        if (noun >= tokens.size() || !isUnitNoun(tokens.get(noun).text())) {
            return Optional.empty();
        }
        List<NameMatch> matches = gazetteer.lookupAdjective(tokens.get(at).text(), sentence.language());
        if (sentence.is("building_noun", tokens.get(noun).text())) {
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

    private boolean isUnitNoun(String word) {
        return sentence.is("direction_noun", word)
                || sentence.is("admin1_noun", word)
                || sentence.is("admin2_noun", word)
                || sentence.is("building_noun", word);
    }
}
