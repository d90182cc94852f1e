package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/** One sentence's names, from its first token to its last, in an alphabet with capitals. */
final class SentenceScan {
    private static final int LONGEST_NAME = 5;
    private static final long LEAST_IN_DATELINE = 100_000;

    private final KnownNames known;
    private final UnitAbbreviations abbreviations;
    private final ScannedSentence sentence;
    private final List<Token> tokens;
    private final SlavicAdjectives adjectives;
    private final UnlistedNames unlisted;

    SentenceScan(KnownNames known, UnitAbbreviations abbreviations, ScannedSentence sentence) {
        this.known = known;
        this.abbreviations = abbreviations;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.adjectives = new SlavicAdjectives(known, sentence);
        this.unlisted = new UnlistedNames(known, sentence);
    }

    List<Found> names() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Found> next = findAt(at);
            next.ifPresent(found::add);
            if (next.isEmpty()) {
                List<Found> joined = JoinedNames.at(at, known, sentence);
                found.addAll(joined.isEmpty() ? Borders.peoples(at, known, sentence) : joined);
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
        Optional<Found> adjective = adjectives.findAt(at);
        if (adjective.isPresent()) {
            return adjective;
        }
        if (!token.isCapitalised() && !ScannedSentence.isArticleAndName(token)) {
            return findInLowerCase(at);
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

    /** "Українські війська", "l'armée soudanaise", "bande de Gaza": what other languages write without a capital. */
    private Optional<Found> findInLowerCase(int at) {
        if (sentence.language() == Language.EN) {
            return Optional.empty();
        }
        if (!sentence.language().isSlavic() && known.beginsExonym(sentence.word(at), sentence.language())) {
            for (int last = Math.min(tokens.size() - 1, at + LONGEST_NAME - 1); last > at; last--) {
                Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
                if (sentence.isCapitalised(last) && known.isExonym(span.of(sentence.text()), sentence.language())) {
                    List<NameMatch> matches = known.lookup(span.of(sentence.text()), sentence.language());
                    return Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
                }
            }
        }
        return findDemonym(at);
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
            if (last == at && (sentence.is("not_place", at) || isWord(at))) {
                continue;
            }
            Span span = new Span(tokens.get(at).start(), closing.end());
            List<NameMatch> matches = matches(at, span);
            if (last == at && !sentence.capitalsOnly() && isAbbreviation(closing.text())) {
                matches = ofAbbreviation(at, matches);
            }
            if (!matches.isEmpty() && !(last > at && isPlaceAndNoun(at, last, matches))) {
                return Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
            }
        }
        return Optional.empty();
    }

    /**
     * "Мер", "Maire", and "Strikes Hit Kharkiv" where every word has a capital: words before they are names. In English
     * many a town is called by a title, Bishop and Prince among them.
     */
    private boolean isWord(int at) {
        return (sentence.language() != Language.EN && sentence.is("title", at))
                || (sentence.capitals() == ScannedSentence.Capitals.IN_TITLE && sentence.is("spatial_verb", at));
    }

    private List<NameMatch> matches(int at, Span span) {
        List<NameMatch> matches = known.lookup(nameOf(span), sentence.language());
        if (matches.isEmpty() && ScannedSentence.isArticleAndName(tokens.get(at))) {
            // Tables have many an Arabic name without its article.
            Span bare = new Span(tokens.get(at).start() + sentence.word(at).indexOf('-') + 1, span.end());
            return known.lookup(bare.of(sentence.text()), sentence.language());
        }
        return matches;
    }

    /** "UN", "RSF", "U.S.", "EU": of such names only those of countries and of unions are places, or a dateline's city. */
    private List<NameMatch> ofAbbreviation(int at, List<NameMatch> matches) {
        boolean dateline = at == 0 && tokens.size() > 1 && opensDateline(tokens.get(1));
        return matches.stream()
                .filter(m -> m.place().feature().isCountry()
                        || (dateline && m.place().population() >= LEAST_IN_DATELINE))
                .toList();
    }

    /** "KYIV, Ukraine —", "ROME (AP)": what follows a city of four letters in capitals at the head of a report. */
    private static boolean opensDateline(Token next) {
        return ",(—–-".contains(next.text());
    }

    private static boolean isAbbreviation(String word) {
        return word.length() <= 4
                && word.codePoints().noneMatch(Character::isLowerCase)
                && word.codePoints().filter(Character::isUpperCase).count() > 1;
    }

    /** "Pokrovsk District" in capitals may be a name of its own, but the bare name with its noun says the same. */
    private boolean isPlaceAndNoun(int first, int last, List<NameMatch> matches) {
        String noun = sentence.word(last);
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
            Optional<Place> country = known.findByDemonym(two.of(sentence.text()), sentence.language());
            if (country.isPresent()) {
                return Optional.of(demonym(at, at + 1, two, country.get()));
            }
        }
        return known.findByDemonym(token.text(), sentence.language())
                .map(country -> demonym(at, at, token.span(), country));
    }

    static Found demonym(int first, int last, Span span, Place country) {
        NameMatch match = new NameMatch(country, country.name(), NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED);
        return new Found(first, last, span, Found.Kind.DEMONYM, List.of(match));
    }

    private Optional<Found> findSeat(int at) {
        for (int last = Math.min(at + 2, tokens.size() - 1); last >= at; last--) {
            Span span = new Span(tokens.get(at).start(), tokens.get(last).end());
            if (sentence.is("seat", span.of(sentence.text()))) {
                return Optional.of(new Found(at, last, span, Found.Kind.SEAT, List.of()));
            }
        }
        return Optional.empty();
    }
}
