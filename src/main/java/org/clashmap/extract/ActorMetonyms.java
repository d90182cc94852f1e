package org.clashmap.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.ActorLexicon.NationKind;
import org.clashmap.text.Language;
import org.clashmap.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the name of a state, capital or seat stands for a government, by the words around it: it does something
 * ("Kyiv denied"), something is done to it ("accused Abu Dhabi"), or it is one of two parties ("between Washington and
 * Moscow"). After a preposition of place it is a place.
 */
final class ActorMetonyms {
    private static final Set<String> PLACE_PREPOSITIONS = Set.of(
            "in",
            "at",
            "near",
            "from",
            "to",
            "of",
            "around",
            "outside",
            "inside",
            "into",
            "across",
            "on",
            "over",
            "through",
            "towards",
            "toward",
            "for",
            "via",
            "within",
            "beyond",
            "off",
            "throughout",
            "leaving",
            "left",
            "reached",
            "visited",
            "у",
            "в",
            "во",
            "на",
            "з",
            "із",
            "зі",
            "до",
            "під",
            "біля",
            "поблизу",
            "через",
            "над",
            "по",
            "из",
            "с",
            "со",
            "под",
            "возле",
            "около",
            "близ",
            "к",
            "ко",
            "за",
            "від",
            "от");
    private static final Set<String> PARTY_PREPOSITIONS =
            Set.of("by", "between", "with", "against", "між", "проти", "между", "против", "з боку", "со стороны");
    private static final Set<String> ADDRESSING = Set.of(
            "accused",
            "accuses",
            "accusing",
            "blamed",
            "blames",
            "blaming",
            "urged",
            "urges",
            "told",
            "asked",
            "condemned",
            "condemns",
            "warned",
            "warns",
            "thanked",
            "called",
            "calling",
            "summoned",
            "threatened",
            "threatens",
            "sanctioned",
            "запевнив",
            "звинуватив",
            "звинуватила",
            "звинуватили",
            "обвинил",
            "обвинила",
            "обвинили",
            "закликав",
            "закликала",
            "призвал",
            "призвала");
    /** Nouns that make "from Beijing" an addressee: "an explanation from Beijing". */
    private static final Set<String> FROM_A_GOVERNMENT = Set.of(
            "explanation",
            "response",
            "answer",
            "reaction",
            "comment",
            "pressure",
            "support",
            "aid",
            "assistance",
            "permission",
            "approval",
            "condemnation",
            "apology",
            "weapons",
            "statement",
            "demand",
            "land",
            "demanded");

    private static final Set<String> ADVERBS = Set.of(
            "again",
            "also",
            "later",
            "earlier",
            "then",
            "now",
            "still",
            "already",
            "never",
            "not",
            "yet",
            "once",
            "too",
            "n't",
            "repeatedly",
            "reportedly",
            "meanwhile",
            "itself",
            "знову",
            "це",
            "цю",
            "ці",
            "это",
            "эту",
            "эти",
            "також",
            "вже",
            "ще",
            "не",
            "раніше",
            "опять",
            "снова",
            "также",
            "уже",
            "еще",
            "ранее",
            "пока");
    private static final Set<String> VERBS = Set.of(
            "has",
            "have",
            "had",
            "was",
            "were",
            "is",
            "are",
            "will",
            "would",
            "may",
            "might",
            "could",
            "should",
            "must",
            "does",
            "did",
            "do",
            "says",
            "said",
            "say",
            "told",
            "tells",
            "took",
            "takes",
            "struck",
            "strikes",
            "hit",
            "hits",
            "shot",
            "sent",
            "sends",
            "gave",
            "gives",
            "put",
            "made",
            "makes",
            "held",
            "holds",
            "began",
            "begins",
            "fought",
            "fights",
            "withdrew",
            "wants",
            "wanted",
            "denies",
            "claims",
            "insists",
            "vows",
            "warns",
            "accuses",
            "urges",
            "calls",
            "seeks",
            "sought",
            "kept",
            "keeps",
            "brought",
            "broke",
            "built",
            "came",
            "cut",
            "drew",
            "drove",
            "fell",
            "felt",
            "found",
            "knew",
            "led",
            "let",
            "lost",
            "meant",
            "met",
            "paid",
            "ran",
            "rejects",
            "rejected",
            "set",
            "shut",
            "spoke",
            "stood",
            "swore",
            "threw",
            "throws",
            "won",
            "wrote",
            "launches",
            "fires",
            "fire",
            "attacks",
            "bombs",
            "shells",
            "invades",
            "invaded",
            "agrees",
            "hopes",
            "plans",
            "refuses",
            "threatens",
            "blames",
            "confirms",
            "condemns",
            "throwing",
            "firing",
            "using");
    private static final Pattern PAST = Pattern.compile("[a-z]{3,}ed");
    private static final Pattern UKRAINIAN_VERB =
            Pattern.compile(".{2,}(?:в|ла|ло|ли|вся|лася|лися|лись|ють|ять|ує|ює|ає|яє|ить|ється|уть)");
    private static final Pattern RUSSIAN_VERB =
            Pattern.compile(".{2,}(?:л|ла|ло|ли|лся|лась|лись|ет|ит|ют|ят|ется|ится|ется|ут)");
    private static final Pattern PLURAL_PAST = Pattern.compile("\\p{L}{3,}(?:ли|лися|лись)");
    private static final int REACH = 9;

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
        if (ADDRESSING.contains(before) || PARTY_PREPOSITIONS.contains(before)) {
            return !isBorder(atom);
        }
        if (before.equals("on")
                && Set.of("blamed", "called", "calls", "accused").contains(word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("from") && FROM_A_GOVERNMENT.contains(word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("for")
                && Set.of("support", "backing", "aid", "assistance").contains(word(atom.from() - 2))) {
            return true;
        }
        if (before.equals("and") && isSecondOfPair(atom)) {
            return true;
        }
        if (PLACE_PREPOSITIONS.contains(before)) {
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
        while (i < tokens.size() && i < at + 3 && (ADVERBS.contains(word(i)) || word(i).endsWith("ly"))) {
            i++;
        }
        if (i >= tokens.size() || !tokens.get(i).isWord() || (tokens.get(i).isCapitalised() && !isCapitals(i))) {
            return false;
        }
        String word = word(i);
        return switch (language) {
            case EN -> VERBS.contains(word) || PAST.matcher(word).matches();
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
        if (PARTY_PREPOSITIONS.contains(before) || ADDRESSING.contains(before)) {
            return true;
        }
        if (PLACE_PREPOSITIONS.contains(before)) {
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
                return PARTY_PREPOSITIONS.contains(word(other.from() - 1)) || isVerbAt(atom.to());
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
}
