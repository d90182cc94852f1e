package org.clashmap.extract.actor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.actor.ActorLexicon.NationKind;
import org.clashmap.text.Language;
import org.clashmap.text.Token;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the name of a state, capital or seat stands for a government, by the words around it: it does something
 * ("Kyiv denied"), something is done to it ("accused Abu Dhabi"), or it is one of two parties ("between Washington and
 * Moscow"). After a preposition of place it is a place.
 */
final class ActorMetonyms {
    private static final Map<Cue, Set<String>> CUES = load();

    private static final Pattern PAST = Pattern.compile("[a-z]{3,}ed");
    private static final Pattern UKRAINIAN_VERB =
            Pattern.compile(".{2,}(?:в|ла|ло|ли|вся|лася|лися|лись|ють|ять|ує|ює|ає|яє|ить|ється|уть)");
    private static final Pattern RUSSIAN_VERB =
            Pattern.compile(".{2,}(?:л|ла|ло|ли|лся|лась|лись|ет|ит|ют|ят|ется|ится|ется|ут)");
    private static final Pattern PLURAL_PAST = Pattern.compile("\\p{L}{3,}(?:ли|лися|лись)");
    private static final int REACH = 9;

    private enum Cue {
        PLACE_PREPOSITIONS,
        PARTY_PREPOSITIONS,
        ADDRESSING,
        FROM_A_GOVERNMENT,
        ADVERBS,
        VERBS
    }

    private final Language language;
    private final List<Token> tokens;
    private final @Nullable ActorAtom[] atoms;

    ActorMetonyms(Language language, List<Token> tokens, @Nullable ActorAtom[] atoms) {
        this.language = language;
        this.tokens = tokens;
        this.atoms = atoms;
    }

    boolean isGovernment(ActorAtom.Nation atom) {
        String before = word(atom.from() - 1);
        if (before.equals("the") || before.equals("official")) {
            before = word(atom.from() - 2);
        }
        if (language != Language.EN) {
            return slavic(atom, before);
        }
        if (has(Cue.ADDRESSING, before) || has(Cue.PARTY_PREPOSITIONS, before)) {
            return !isBorder(atom);
        }
        if (before.equals("on")
                && Set.of("blamed", "called", "calls", "accused").contains(word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("from") && has(Cue.FROM_A_GOVERNMENT, word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("for")
                && Set.of("support", "backing", "aid", "assistance").contains(word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("and") && isSecondOfPair(atom)) {
            return true;
        }
        if (has(Cue.PLACE_PREPOSITIONS, before)) {
            return atom.kind() == NationKind.SEAT && before.equals("from");
        }
        return atom.kind() == NationKind.SEAT || isVerbAt(atom.to()) || isFirstOfPairWithVerb(atom);
    }

    /** A nationality without a noun that means people: "Ukrainians", "the Chinese are". */
    boolean isPeople(ActorAtom.Nation atom) {
        String last = tokens.get(atom.to() - 1).lower();
        if (language != Language.EN) {
            return !last.matches(".*(?:ськ|цьк|ск|цк).+");
        }
        boolean plural = last.endsWith("s") && !last.endsWith("ss");
        boolean theNation = word(atom.from() - 1).equals("the") && (isVerbAt(atom.to()) || atom.to() == tokens.size());
        return plural || theNation;
    }

    /** A verb stands at a token, adverbs skipped. */
    boolean isVerbAt(int at) {
        int i = at;
        while (i < tokens.size() && i < at + 3 && (has(Cue.ADVERBS, word(i)) || word(i).endsWith("ly"))) {
            i++;
        }
        if (i >= tokens.size() || !tokens.get(i).isWord() || (tokens.get(i).isCapitalised() && !isCapitals(i))) {
            return false;
        }
        String word = word(i);
        return switch (language) {
            case EN -> has(Cue.VERBS, word) || PAST.matcher(word).matches();
            case AR, FR, ES -> false;
            case UK ->
                !(atoms[i] instanceof ActorAtom.Noun)
                        && UKRAINIAN_VERB.matcher(word).matches();
            case RU ->
                !(atoms[i] instanceof ActorAtom.Noun)
                        && RUSSIAN_VERB.matcher(word).matches();
        };
    }

    private boolean isCapitals(int i) {
        String word = tokens.get(i).text();
        return word.length() > 2 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }

    private boolean slavic(ActorAtom.Nation atom, String before) {
        boolean inPlace = before.equals("у") || before.equals("в") || before.equals("во");
        if (inPlace) {
            return atom.kind() != NationKind.COUNTRY && impersonalPlural(atom.to());
        }
        if (has(Cue.PARTY_PREPOSITIONS, before) || has(Cue.ADDRESSING, before)) {
            return true;
        }
        if (has(Cue.PLACE_PREPOSITIONS, before)) {
            return false;
        }
        boolean verbBefore = atom.from() > 0 && SpeechVerbs.standard().isSpeech(language, tokens.get(atom.from() - 1));
        return verbBefore || isVerbAt(atom.to()) || isFirstOfPairWithVerb(atom);
    }

    /** "У Москві … назвали", "В Кремле … отказались": a plural verb without a subject. */
    private boolean impersonalPlural(int from) {
        for (int i = from; i < tokens.size() && i < from + REACH; i++) {
            if (tokens.get(i).text().matches("[.;:]")) {
                return false;
            }
            if (PLURAL_PAST.matcher(word(i)).matches() && SpeechVerbs.standard().isSpeech(language, tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The second name of "X and Y" whose first is a party. */
    private boolean isSecondOfPair(ActorAtom.Nation atom) {
        int first = atom.from() - 2;
        for (int i = Math.max(0, first - 2); i <= first; i++) {
            if (atoms[i] instanceof ActorAtom.Nation other && other.to() == first + 1) {
                return has(Cue.PARTY_PREPOSITIONS, word(other.from() - 1)) || isVerbAt(atom.to());
            }
        }
        return false;
    }

    /** The first name of "X and Y" that do something together. */
    private boolean isFirstOfPairWithVerb(ActorAtom.Nation atom) {
        int next = atom.to() + 1;
        boolean paired = next < tokens.size()
                && Set.of("and", "та", "і", "й", "и", ",").contains(word(atom.to()))
                && atoms[next] instanceof ActorAtom.Nation;
        return paired
                && atoms[next] instanceof ActorAtom.Nation second
                && second.kind() != NationKind.DEMONYM
                && isVerbAt(second.to());
    }

    private boolean isBorder(ActorAtom.Nation atom) {
        String two = word(atom.from() - 2);
        return two.equals("border")
                || two.equals("frontier")
                || word(atom.from() - 3).equals("border");
    }

    private String word(int i) {
        return i < 0 || i >= tokens.size()
                ? ""
                : ActorPatterns.plain(tokens.get(i).lower());
    }

    private static boolean has(Cue cue, String word) {
        return CUES.getOrDefault(cue, Set.of()).contains(word);
    }

    private static Map<Cue, Set<String>> load() {
        Map<Cue, Set<String>> cues = new EnumMap<>(Cue.class);
        for (WordTable.Row row : WordTable.rows("extract/actors/metonym-cues", 3)) {
            cues.put(Cue.valueOf(row.get(0)), Set.of(row.get(1).split("\\|", -1)));
        }
        return cues;
    }
}
