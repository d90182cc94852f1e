package org.clashmap.extract.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.actor.ActorLexicon.NationKind;
import org.clashmap.extract.actor.ActorLexicon.NounClass;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds the atoms of actor phrases in a sentence: at each token the longest word or phrase of the tables or, for states,
 * their people and capitals, of the gazetteer. Stateless; linear in the sentence.
 */
final class ActorScanner {
    private static final int LONGEST_COUNTRY_NAME = 4;
    /** Shorter ones are abbreviations, which the tables list; the gazetteer's would match words such as "Car". */
    private static final int SHORTEST_NAME = 4;

    private static final Pattern ADJECTIVE_OF_A_STATE = Pattern.compile(".*(?:ськ|цьк|зьк|ск|цк).{1,4}");
    private static final Pattern PEOPLE_OF_A_STATE =
            Pattern.compile(".*(?:ці|ців|цям|цями|цы|цев|цам|яни|ян|яне|ане|янам|ян)");
    private static final Pattern UNIT_NOUN = Pattern.compile(
            "(?:brigade|battalion|regiment|division|corps|squadron|battery|front|бригад.*|батальйон.*|батальон.*|полк.{0,3}"
                    + "|дивізі.*|дивизи.*|корпус.{0,3}|омбр|одшбр|ошбр|оабр|танкбат|омсбр|армі[яїю]|арми[яию])");
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "d");
    private static final int LONGEST_UNIT_NAME = 5;

    private final ActorLexicon lexicon = ActorLexicon.standard();
    private final Gazetteer gazetteer;

    ActorScanner(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The atom that starts at each token of the sentence, null where none does; atoms may overlap. */
    @Nullable
    ActorAtom[] atoms(AnalysedText text, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        boolean shouting = isShouting(text, sentence);
        @Nullable ActorAtom[] atoms = new ActorAtom[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            atoms[i] = atomAt(text, tokens, i, shouting);
        }
        return atoms;
    }

    private @Nullable ActorAtom atomAt(AnalysedText text, List<Token> tokens, int i, boolean shouting) {
        ActorAtom best = null;
        var group = lexicon.groups().at(tokens, i, shouting);
        if (group.isPresent()) {
            best = new ActorAtom.Group(i, group.get().to(), group.get().value());
        }
        var body = lexicon.bodies().at(tokens, i, shouting);
        if (body.isPresent()) {
            var value = body.get().value();
            best = longer(best, new ActorAtom.Body(i, body.get().to(), value.iso2(), value.noun()));
        }
        var person = lexicon.people().at(tokens, i, shouting);
        if (person.isPresent()) {
            best = longer(
                    best,
                    new ActorAtom.Person(i, person.get().to(), person.get().value()));
        }
        best = longer(best, unitAt(tokens, i));
        best = longer(best, nationAt(text, tokens, i, shouting));
        var noun = lexicon.nouns(text.language()).at(tokens, i, shouting);
        if (noun.isPresent() && mayBeNoun(text, tokens, i, noun.get().value().noun())) {
            var value = noun.get().value();
            best = longer(best, new ActorAtom.Noun(i, noun.get().to(), value.noun(), value.mayStandAlone()));
        }
        return best;
    }

    /** In Ukrainian and Russian a capital inside a sentence is a name ("Родинське"), unless an office or a body has it. */
    private static boolean mayBeNoun(AnalysedText text, List<Token> tokens, int i, NounClass noun) {
        return i == 0
                || text.language() == Language.EN
                || !tokens.get(i).isCapitalised()
                || noun == NounClass.MINISTRY
                || noun == NounClass.STAFF
                || noun == NounClass.OFFICE
                || noun == NounClass.GOVERNMENT;
    }

    private static @Nullable ActorAtom longer(@Nullable ActorAtom first, @Nullable ActorAtom second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.to() > first.to() ? second : first;
    }

    private ActorAtom.@Nullable Nation nationAt(AnalysedText text, List<Token> tokens, int i, boolean shouting) {
        Token token = tokens.get(i);
        if (!token.isWord()) {
            return null;
        }
        var listed = lexicon.nations().at(tokens, i, shouting);
        ActorAtom.Nation found = listed.map(match -> new ActorAtom.Nation(
                        i, match.to(), match.value().iso2(), match.value().kind()))
                .orElse(null);
        ActorAtom.Nation known = token.isCapitalised() ? capitalised(text, tokens, i) : adjective(text, tokens, i);
        return known != null && (found == null || known.to() > found.to()) ? known : found;
    }

    private ActorAtom.@Nullable Nation capitalised(AnalysedText text, List<Token> tokens, int i) {
        ActorAtom.Nation longest = null;
        for (int to = i + 1; to <= Math.min(tokens.size(), i + LONGEST_COUNTRY_NAME); to++) {
            String name = text.text()
                    .substring(tokens.get(i).start(), tokens.get(to - 1).end());
            if (tokens.get(to - 1).isCapitalised() && name.length() >= SHORTEST_NAME) {
                ActorAtom.Nation found = nationNamed(text, name, i, to);
                longest = found == null ? longest : found;
            }
            if (!gazetteer.isNamePrefix(name)) {
                break;
            }
        }
        return longest;
    }

    private ActorAtom.@Nullable Nation nationNamed(AnalysedText text, String name, int from, int to) {
        if (to - from <= 2) {
            Optional<Place> people = gazetteer.findByDemonym(name, text.language());
            if (people.isPresent()) {
                return new ActorAtom.Nation(from, to, people.get().admin().country(), NationKind.DEMONYM);
            }
        }
        boolean townSeen = false;
        for (NameMatch match : gazetteer.lookup(name, text.language())) {
            Place place = match.place();
            if (place.feature().isCountry()) {
                return new ActorAtom.Nation(from, to, place.admin().country(), NationKind.COUNTRY);
            }
            boolean capital = place.feature().code().equals("PPLC");
            if (capital && !townSeen) {
                return new ActorAtom.Nation(from, to, place.admin().country(), NationKind.CAPITAL);
            }
            townSeen |= place.feature().isPopulatedPlace();
        }
        return null;
    }

    /** Ukrainian and Russian write the adjective of a state, and its people, small. */
    private ActorAtom.@Nullable Nation adjective(AnalysedText text, List<Token> tokens, int i) {
        if (text.language() == Language.EN) {
            return null;
        }
        String word = tokens.get(i).lower();
        if (word.length() < 5
                || !(ADJECTIVE_OF_A_STATE.matcher(word).matches()
                        || PEOPLE_OF_A_STATE.matcher(word).matches())) {
            return null;
        }
        return gazetteer
                .findByDemonym(word, text.language())
                .map(place -> new ActorAtom.Nation(i, i + 1, place.admin().country(), NationKind.DEMONYM))
                .orElse(null);
    }

    /** "81st Airmobile Brigade", "33rd Front", "81-ша бригада", "72 ОМБр". */
    private static ActorAtom.@Nullable Unit unitAt(List<Token> tokens, int i) {
        if (tokens.get(i).kind() != Token.Kind.NUMBER) {
            return null;
        }
        int next = i + 1;
        if (next < tokens.size() && ORDINAL_ENDINGS.contains(tokens.get(next).lower())) {
            next++;
        } else if (next + 1 < tokens.size()
                && isHyphen(tokens.get(next))
                && tokens.get(next + 1).text().length() <= 3) {
            next += 2;
        }
        for (int at = next; at < tokens.size() && at < next + LONGEST_UNIT_NAME; at++) {
            Token token = tokens.get(at);
            if (!token.isWord()) {
                return null;
            }
            if (UNIT_NOUN.matcher(token.lower()).matches()) {
                boolean named = !token.lower().equals("front") || (token.isCapitalised() && next > i + 1);
                return named ? new ActorAtom.Unit(i, at + 1) : null;
            }
        }
        return null;
    }

    private static boolean isHyphen(Token token) {
        return token.text().equals("-")
                || token.text().equals("‑")
                || token.text().equals("–");
    }

    private static boolean isShouting(AnalysedText text, Sentence sentence) {
        String words = sentence.span().of(text.text());
        return words.length() > 25 && words.equals(words.toUpperCase(Locale.ROOT));
    }
}
