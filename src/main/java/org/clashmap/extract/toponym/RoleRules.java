package org.clashmap.extract.toponym;

import java.util.List;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;
import org.clashmap.text.Sentence;
import org.clashmap.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a found name does where it stands, from the words around it. The rules are tried in a fixed order; the first
 * that fits decides, and its words are the reason shown to a reader.
 */
final class RoleRules {
    /** The reason for a name that no word around it explains. */
    static final String BARE = "a place name that nothing around it makes into anything else";

    /** The reason for a name within a building's. */
    static final String BUILDING = "what stands there is named after it";

    /** Tokens after the name: date, agency, dash. */
    private static final int LONGEST_DATELINE = 18;

    private static final int LONGEST_BUILDING = 4;

    private final Sentence sentence;
    private final List<Token> tokens;
    private final Language language;
    private final ToponymCues cues;

    RoleRules(Sentence sentence, Language language) {
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.language = language;
        this.cues = ToponymCues.of(language);
    }

    /** A role with its reason. */
    record Verdict(ToponymRole role, String reason) {}

    /** What stands before a name once articles, modifiers and "the village of" are passed over. */
    record Before(int index, String word, boolean settlementNoun, boolean territory, boolean governmentNoun) {}

    Verdict decide(NameScanner.Found found, boolean capitalsOnly) {
        if (found.kind() == NameScanner.Found.Kind.DEMONYM) {
            return new Verdict(ToponymRole.DEMONYM, "names people or things of a country");
        }
        if (found.kind() == NameScanner.Found.Kind.SEAT) {
            return new Verdict(ToponymRole.METONYM, "a seat of power stands for those who sit there");
        }
        if (found.kind() == NameScanner.Found.Kind.ADJECTIVE || found.kind() == NameScanner.Found.Kind.UNKNOWN) {
            return new Verdict(ToponymRole.LITERAL, "called a place by the words around it");
        }
        if (isDateline(found)) {
            return new Verdict(ToponymRole.DATELINE, "the place of writing at the head of a report");
        }
        Before before = before(found.first());
        boolean locative = cues.is("locative", before.word())
                || before.territory()
                || before.settlementNoun()
                || followsAttack(before);
        if (buildingNoun(found) >= 0) {
            return new Verdict(ToponymRole.LITERAL, BUILDING);
        }
        if (!capitalsOnly) {
            Verdict part = partOfOtherName(found, locative);
            if (part != null) {
                return part;
            }
        }
        return standsForPower(found) ? powerOrPlace(found, before, locative) : place(found, locative);
    }

    /** "Strike on X", "the march against X". */
    private boolean followsAttack(Before before) {
        return (before.word().equals("on") || before.word().equals("against"))
                && cues.is("attack_noun", word(before.index() - 1));
    }

    /**
     * Where the noun stands that makes a name a building's ("Mariupol Drama Theatre", "Kyiv TV tower"): what stands there
     * is named with the name of the place. -1 when there is none.
     */
    int buildingNoun(NameScanner.Found found) {
        boolean goesOn = found.first() > 1 && isCapitalised(found.first() - 1) && isAdjacent(found.first() - 1);
        if (language != Language.EN
                || goesOn
                || found.matches().stream().anyMatch(m -> m.place().feature().isCountry())) {
            return -1;
        }
        for (int at = found.last() + 1; at < tokens.size() && at <= found.last() + LONGEST_BUILDING; at++) {
            if (!isAdjacent(at - 1)) {
                return -1;
            }
            if (cues.is("building_noun", word(at))) {
                boolean longer = word(at + 1).equals("of") || cues.is("organisation_noun", word(at + 1));
                return longer ? -1 : at;
            }
            if (!isCapitalised(at) && !word(at).equals(".")) {
                return -1;
            }
        }
        return -1;
    }

    private Verdict place(NameScanner.Found found, boolean locative) {
        if (locative || expected(found) != ExpectedKind.ANY) {
            return new Verdict(ToponymRole.LITERAL, "follows a word of place");
        }
        return new Verdict(ToponymRole.LITERAL, BARE);
    }

    /** A capital or a country: a place only where the words treat it as one. */
    private Verdict powerOrPlace(NameScanner.Found found, Before before, boolean locative) {
        if (before.governmentNoun()) {
            return new Verdict(ToponymRole.METONYM, "named for its government");
        }
        if (language != Language.EN && locative && impersonalSpeechFollows(found)) {
            return new Verdict(ToponymRole.METONYM, "those who speak from there, not the place");
        }
        if (expected(found) != ExpectedKind.ANY) {
            return new Verdict(ToponymRole.LITERAL, "called a place by the words around it");
        }
        if (isPossessive(found)) {
            return cues.is("possessed_place", word(found.last() + 2))
                    ? new Verdict(ToponymRole.LITERAL, "the place that has the place named after it")
                    : new Verdict(
                            ToponymRole.METONYM, "owner of what is named after it, as a government or its forces");
        }
        if (locative) {
            return new Verdict(ToponymRole.LITERAL, "follows a word of place");
        }
        if (cues.is("motion_preposition", before.word()) && nearBefore("motion", before.index(), 5)) {
            return new Verdict(ToponymRole.LITERAL, "where a movement comes from or goes to");
        }
        if (cues.is("spatial_verb", before.word())) {
            return new Verdict(ToponymRole.LITERAL, "what a verb of place acts on");
        }
        if (before.word().equals(",") && isCapitalised(before.index() - 1) && language == Language.EN) {
            return new Verdict(ToponymRole.LITERAL, "says where the place before it lies");
        }
        return new Verdict(ToponymRole.METONYM, "stands for a government or its forces, not for the place");
    }

    private boolean standsForPower(NameScanner.Found found) {
        for (NameMatch match : found.matches()) {
            Place place = match.place();
            if (place.feature().isCountry() || place.feature().code().equals("PPLC")) {
                return true;
            }
        }
        return false;
    }

    /** "Vladimir Putin", "Francis Tusa", "Moscow Times", "Mr London": the name belongs to a person or an organisation. */
    private @Nullable Verdict partOfOtherName(NameScanner.Found found, boolean locative) {
        String previous = word(found.first() - 1);
        String next = word(found.last() + 1);
        if (cues.is("title", previous) && !locative && isAdjacent(found.first() - 1)) {
            return new Verdict(ToponymRole.PERSON, "follows a title");
        }
        if (cues.is("organisation_noun", next) && isCapitalised(found.last() + 1)) {
            return new Verdict(ToponymRole.ORGANISATION, "part of an organisation's name");
        }
        boolean country =
                found.matches().stream().anyMatch(m -> m.place().feature().isCountry());
        if (country) {
            return null;
        }
        boolean singleWord = found.first() == found.last();
        boolean capitalBefore = found.first() > 1
                && isCapitalised(found.first() - 1)
                && isAdjacent(found.first() - 1)
                && isPlainName(found.first() - 1);
        boolean capitalAfter =
                isCapitalised(found.last() + 1) && isAdjacent(found.last()) && isPlainName(found.last() + 1);
        if (singleWord
                && capitalAfter
                && (cues.is("person_first", tokens.get(found.first()).text()) || !locative)) {
            return new Verdict(ToponymRole.PERSON, "the first part of a longer name");
        }
        if (singleWord && (capitalBefore || cues.is("person_first", previous)) && !locative) {
            return new Verdict(ToponymRole.PERSON, "the last part of a longer name");
        }
        if (singleWord && cues.is("organisation_before", previous) && isCapitalised(found.first() - 1)) {
            return new Verdict(ToponymRole.ORGANISATION, "part of an organisation's name");
        }
        return null;
    }

    /** A capitalised word that is neither a word of place, a title nor one that is capitalised for other reasons. */
    private boolean isPlainName(int index) {
        String word = tokens.get(index).text();
        return !cues.is("not_place", word)
                && !cues.is("settlement_noun", word)
                && !cues.is("admin1_noun", word)
                && !cues.is("admin2_noun", word)
                && !cues.is("direction_noun", word)
                && !cues.is("facility_noun", word)
                && !cues.is("water_noun", word)
                && !cues.is("modifier", word)
                && !cues.is("title", word)
                && !isAllCapitals(word);
    }

    private static boolean isAllCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** "KYIV, Monday 5 May 2025.", "PORT SUDAN (AP) —", "Lima, 3 Jan 90 (EFE) --": opens a paragraph before date or dash. */
    private boolean isDateline(NameScanner.Found found) {
        if (found.first() != 0
                || (sentence.index() > 0 && !isAllCapitals(tokens.getFirst().text()))) {
            return false;
        }
        boolean dated = false;
        for (int i = found.last() + 1; i < Math.min(tokens.size(), found.last() + LONGEST_DATELINE); i++) {
            String word = tokens.get(i).text();
            if (word.equals("—") || word.equals("–") || word.equals("--")) {
                return dated || i <= found.last() + 7;
            }
            if (word.equals("-") && word(i - 1).equals(")")) {
                return true;
            }
            if (i == found.last() + 1 && !(word.equals(",") || word.equals("(") || word.equals("-"))) {
                return false;
            }
            if (tokens.get(i).kind() == Token.Kind.NUMBER && !dated) {
                if (i + 3 >= tokens.size() || isAllCapitals(tokens.getFirst().text())) {
                    return true;
                }
                if (i > found.last() + 3) {
                    return false;
                }
                dated = true;
            }
        }
        return false;
    }

    private boolean impersonalSpeechFollows(NameScanner.Found found) {
        for (int i = found.last() + 1; i < Math.min(tokens.size(), found.last() + 9); i++) {
            if (cues.is("impersonal_speech", tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** What the nouns next to a name say it is. */
    ExpectedKind expected(NameScanner.Found found) {
        if (found.kind() == NameScanner.Found.Kind.DEMONYM) {
            return ExpectedKind.ANY;
        }
        int after = found.last() + 1;
        if (found.kind() == NameScanner.Found.Kind.ADJECTIVE) {
            while (after + 1 < tokens.size()
                    && (cues.is("conjunction", word(after)) || word(after).equals(","))) {
                after += 2;
            }
        }
        String next = word(after).toLowerCase(java.util.Locale.ROOT);
        if (!isPartOfTitle(after)) {
            if (cues.is("admin1_noun", next)) {
                return ExpectedKind.ADMIN1;
            }
            if (cues.is("admin2_noun", next)) {
                return ExpectedKind.ADMIN2;
            }
            if (cues.is("direction_noun", next)) {
                return ExpectedKind.DIRECTION;
            }
        }
        if (language == Language.EN && cues.is("water_noun", next) && isCapitalised(after)) {
            return ExpectedKind.WATER;
        }
        return expectedFromBefore(found.first());
    }

    /** "Regional Hospital", "State University", "Department of Health": a noun in capitals that a longer title goes on from. */
    private boolean isPartOfTitle(int noun) {
        return language == Language.EN
                && isCapitalised(noun)
                && !isAllCapitals(word(noun))
                && (word(noun + 1).equals("of") || (isCapitalised(noun + 1) && isAdjacent(noun)));
    }

    private ExpectedKind expectedFromBefore(int first) {
        int noun = first - 1;
        if (language == Language.EN) {
            boolean article = word(noun).equals("the");
            if (article && word(noun - 1).equals("of") && cues.is("waterside_noun", word(noun - 2))) {
                return ExpectedKind.WATER;
            }
            if (!word(noun).equals("of")) {
                return cues.is("settlement_noun", word(noun)) && !cues.is("modifier", word(noun))
                        ? ExpectedKind.SETTLEMENT
                        : ExpectedKind.ANY;
            }
            noun--;
        }
        String word = word(noun);
        if (cues.is("waterside_noun", word)) {
            return ExpectedKind.WATER;
        }
        if (cues.is("settlement_noun", word)) {
            return ExpectedKind.SETTLEMENT;
        }
        if (cues.is("admin1_noun", word)) {
            return ExpectedKind.ADMIN1;
        }
        return cues.is("admin2_noun", word) ? ExpectedKind.ADMIN2 : ExpectedKind.ANY;
    }

    Before before(int first) {
        boolean settlement = false;
        boolean territory = false;
        boolean government = false;
        int at = first - 1;
        while (at >= 0 && at >= first - 8) {
            String word = word(at);
            boolean isSettlement = cues.is("settlement_noun", word);
            boolean isTerritory = cues.is("territory_noun", word);
            boolean isOf = word.equals("of");
            if (isOf) {
                government |= cues.is("government_noun", word(at - 1));
                if (!isUnit(word(at - 1))) {
                    break;
                }
            } else if (!(isSettlement
                    || cues.is("modifier", word)
                    || (isTerritory && wordAfterIsOf(at))
                    || isUnit(word))) {
                break;
            }
            settlement |= isSettlement;
            territory |= isTerritory && (wordAfterIsOf(at) || language != Language.EN);
            at--;
        }
        government |= cues.is("government_noun", word(at - 1)) && cues.is("locative", word(at));
        government |= language != Language.EN && cues.is("government_noun", word(first - 1));
        return new Before(at, word(at), settlement, territory, government);
    }

    private boolean isUnit(String word) {
        return cues.is("settlement_noun", word)
                || cues.is("territory_noun", word)
                || cues.is("admin1_noun", word)
                || cues.is("admin2_noun", word);
    }

    private boolean wordAfterIsOf(int index) {
        return word(index + 1).equals("of");
    }

    private boolean nearBefore(String kind, int from, int reach) {
        for (int i = from - 1; i >= Math.max(0, from - reach); i--) {
            if (cues.is(kind, tokens.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossessive(NameScanner.Found found) {
        String next = word(found.last() + 1);
        return next.length() == 2 && (next.endsWith("s") || next.endsWith("S")) && !Character.isLetter(next.charAt(0));
    }

    private boolean isCapitalised(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isCapitalised();
    }

    /** True when only a space stands between a token and the next. */
    private boolean isAdjacent(int index) {
        return index >= 0
                && index + 1 < tokens.size()
                && tokens.get(index + 1).start() - tokens.get(index).end() <= 1;
    }

    private String word(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
    }
}
