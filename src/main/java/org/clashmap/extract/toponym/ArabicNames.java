package org.clashmap.extract.toponym;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.toponym.NameScanner.Found;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.clashmap.text.Token;

/**
 * One Arabic sentence's names. No capital tells a name from a word, so a name counts only where the words around it make it
 * a place ("في", "مدينة", "شمال", "ب" written on to it), where it stands in a list with one that does, or where it is no
 * ordinary word: a country, a capital, a large town, a name of two words. Particles written on to a name are no part of it.
 */
final class ArabicNames {
    private static final String PROCLITICS = "وفبلك";
    private static final String CONJUNCTIONS = "وف";
    private static final String ARTICLE = "ال";
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST = 3;
    private static final long LARGE_TOWN = 100_000;
    /** Shorter words that are left once a particle is cut off are mostly no names. */
    private static final int LONG_ENOUGH = 4;

    private static final int LONGEST_LIST = 6;
    /** Nouns of place themselves. */
    private static final List<String> NOUNS =
            List.of("settlement_noun", "admin1_noun", "admin2_noun", "facility_noun", "water_noun");
    /** What makes the next word a place. */
    private static final List<String> PLACING = List.of(
            "locative",
            "settlement_noun",
            "admin1_noun",
            "admin2_noun",
            "facility_noun",
            "water_noun",
            "waterside_noun",
            "direction_noun",
            "territory_noun",
            "spatial_verb",
            "motion_preposition",
            "attack_preposition");

    private final KnownNames known;
    private final ScannedSentence sentence;
    private final List<Token> tokens;

    ArabicNames(KnownNames known, ScannedSentence sentence) {
        this.known = known;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
    }

    List<Found> names() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Found last = found.isEmpty() ? null : found.getLast();
            int end = last == null || last.kind() != Found.Kind.NAME ? -1 : last.last();
            Optional<Found> next = findAt(at, end);
            next.ifPresent(found::add);
            at = next.map(f -> f.last() + 1).orElse(at + 1);
        }
        return found;
    }

    private Optional<Found> findAt(int at, int lastName) {
        Token token = tokens.get(at);
        if (!token.isWord()) {
            return Optional.empty();
        }
        for (int cut = 0; cut <= 2 && (cut == 0 || token.text().length() - cut >= SHORTEST); cut++) {
            Optional<Found> name = findName(at, cut, lastName);
            if (name.isPresent()) {
                return name;
            }
            Span bare = new Span(token.start() + cut, token.end());
            Optional<Found> demonym = known.findByDemonym(bare.of(sentence.text()), Language.AR)
                    .map(country -> SentenceScan.demonym(at, at, bare, country));
            if (demonym.isPresent()) {
                return demonym;
            }
            // One particle, or "and" with another.
            char particle = token.text().charAt(cut);
            if (PROCLITICS.indexOf(particle) < 0
                    || (cut == 1 && CONJUNCTIONS.indexOf(token.text().charAt(0)) < 0)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The longest name from a token on, its first letters cut off. */
    private Optional<Found> findName(int at, int cut, int lastName) {
        int end = at;
        while (end + 1 < tokens.size() && end + 1 < at + LONGEST_NAME && sentence.joins(end)) {
            end++;
        }
        for (int last = end; last >= at; last--) {
            Span span = new Span(tokens.get(at).start() + cut, tokens.get(last).end());
            if (!tokens.get(last).isWord() || span.length() < SHORTEST) {
                continue;
            }
            List<NameMatch> matches = matches(span.of(sentence.text()));
            if (!matches.isEmpty() && counts(at, cut, last, lastName, matches)) {
                return Optional.of(new Found(at, last, span, Found.Kind.NAME, matches));
            }
        }
        return Optional.empty();
    }

    /** A word that only with an article put before it is a name is a word: "أبيض", white, is not الأبيض. */
    private List<NameMatch> matches(String name) {
        boolean article = name.startsWith(ARTICLE);
        return known.lookup(name, Language.AR).stream()
                .filter(match -> match.level() == NameMatch.Level.FOLDED || article)
                .toList();
    }

    private boolean counts(int at, int cut, int last, int lastName, List<NameMatch> matches) {
        String name = sentence.text()
                .substring(tokens.get(at).start() + cut, tokens.get(last).end());
        String written = sentence.word(at).substring(0, cut);
        boolean noun = sentence.is("settlement_noun", at - 1)
                || sentence.is("admin1_noun", at - 1)
                || sentence.is("admin2_noun", at - 1);
        boolean ordinary = sentence.is("not_place", name) && !noun && !(written.equals("و") && lastName == at - 1);
        if (last == at && (ordinary || isWordOfPlace(name))) {
            return false;
        }
        boolean telling = isTelling(name, last > at, matches);
        boolean listed = isListed(at, written, lastName);
        if (cut > 0 && last == at && !listed && !name.startsWith(ARTICLE) && name.length() < LONG_ENOUGH) {
            return telling && known.isExonym(name, Language.AR);
        }
        if (written.contains("ب") || written.contains("ل")) {
            return telling || name.startsWith(ARTICLE);
        }
        return telling || isPlaced(at) || listed;
    }

    private boolean isPlaced(int at) {
        return PLACING.stream().anyMatch(kind -> sentence.is(kind, at - 1));
    }

    /** "مدينة" is a city before it is Medina. */
    private boolean isWordOfPlace(String name) {
        return NOUNS.stream().anyMatch(kind -> sentence.is(kind, name));
    }

    /** Right after another name and "and" or a comma, or in a list of which a word of place stands at the head. */
    private boolean isListed(int at, String written, int lastName) {
        boolean comma = lastName == at - 2 && sentence.word(at - 1).equals("،");
        boolean and = written.startsWith("و");
        if (lastName >= 0 && (comma || (and && lastName == at - 1))) {
            return true;
        }
        for (int i = at - 1; and && i > 0 && i > at - LONGEST_LIST; i--) {
            if (isPlaced(i)) {
                return true;
            }
            if (!sentence.word(i).startsWith("و") && !sentence.word(i).equals("،")) {
                return false;
            }
        }
        return false;
    }

    /** A name that is hardly ever an ordinary word. */
    private boolean isTelling(String name, boolean several, List<NameMatch> matches) {
        if (several || known.isExonym(name, Language.AR)) {
            return true;
        }
        return matches.stream()
                .anyMatch(match -> match.place().feature().isCountry()
                        || match.place().feature().code().equals("PPLC")
                        || match.place().population() >= LARGE_TOWN);
    }
}
