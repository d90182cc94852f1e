package org.clashmap.extract.toponym;

import java.util.Optional;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;

/**
 * Decides what a found name does where it stands, from the words around it. The rules are tried in a fixed order; the first
 * that fits decides, and its words are the reason shown to a reader.
 */
final class RoleRules {
    /** The reason for a name that no word around it explains. */
    static final String BARE = "a place name that nothing around it makes into anything else";

    /** The reason for a name within a building's. */
    static final String BUILDING = "what stands there is named after it";

    private static final String MOVEMENT = "where a movement comes from or goes to";

    private final ScannedSentence sentence;
    private final NounsBeside nouns;
    private final OtherNames others;

    RoleRules(ScannedSentence sentence) {
        this.sentence = sentence;
        this.nouns = new NounsBeside(sentence);
        this.others = new OtherNames(sentence);
    }

    /** A role with its reason. */
    record Verdict(ToponymRole role, String reason) {}

    /** @param previous the last token of the name found before this one in the sentence, or -1 */
    Verdict decide(NameScanner.Found found, int previous) {
        switch (found.kind()) {
            case DEMONYM -> {
                if (Borders.isOfBorder(sentence, found)) {
                    return new Verdict(ToponymRole.LITERAL, ToponymMention.OF_BORDER);
                }
                return new Verdict(ToponymRole.DEMONYM, "names people or things of a country");
            }
            case SEAT -> {
                return new Verdict(ToponymRole.METONYM, "a seat of power stands for those who sit there");
            }
            case ADJECTIVE, UNKNOWN -> {
                return new Verdict(ToponymRole.LITERAL, "called a place by the words around it");
            }
            case NAME -> {}
        }
        if (Datelines.isDateline(sentence, found)) {
            return new Verdict(ToponymRole.DATELINE, "the place of writing at the head of a report");
        }
        WordsBefore before = WordsBefore.of(sentence, found);
        boolean locative = sentence.is("locative", before.word())
                || before.territory()
                || before.settlement()
                || followsAttack(before);
        if (Buildings.noun(sentence, found) >= 0) {
            return new Verdict(ToponymRole.LITERAL, BUILDING);
        }
        if (!sentence.capitalsOnly()) {
            Optional<Verdict> other = others.find(found, locative);
            if (other.isPresent()) {
                return other.get();
            }
        }
        return standsForPower(found) ? powerOrPlace(found, before, locative, previous) : place(found, before, locative);
    }

    /** What the nouns next to a name say it is. */
    ExpectedKind expected(NameScanner.Found found) {
        return nouns.expected(found);
    }

    /** "Strike on X", "the march against X". */
    private boolean followsAttack(WordsBefore before) {
        return sentence.is("attack_preposition", before.word()) && sentence.is("attack_noun", before.index() - 1);
    }

    /** "The border with X", "на кордоні X": an adjective may stand between. */
    private boolean followsBorder(WordsBefore before) {
        int at = before.index();
        return sentence.is("border_noun", at)
                || (sentence.is("border_link", at)
                        && (sentence.is("border_noun", at - 1) || sentence.is("border_noun", at - 2)));
    }

    private Verdict place(NameScanner.Found found, WordsBefore before, boolean locative) {
        if (locative || expected(found) != ExpectedKind.ANY) {
            return new Verdict(ToponymRole.LITERAL, "follows a word of place");
        }
        return new Verdict(ToponymRole.LITERAL, isEndOfMovement(before) ? MOVEMENT : BARE);
    }

    /** A capital or a country: a place only where the words treat it as one. */
    private Verdict powerOrPlace(NameScanner.Found found, WordsBefore before, boolean locative, int previous) {
        if (before.government()) {
            return new Verdict(ToponymRole.METONYM, "named for its government");
        }
        if (locative && impersonalSpeechFollows(found)) {
            return new Verdict(ToponymRole.METONYM, "those who speak from there, not the place");
        }
        if (expected(found) != ExpectedKind.ANY) {
            return new Verdict(ToponymRole.LITERAL, "called a place by the words around it");
        }
        if (isPossessive(found)) {
            return sentence.is("possessed_place", found.last() + 2)
                    ? new Verdict(ToponymRole.LITERAL, "the place that has the place named after it")
                    : new Verdict(
                            ToponymRole.METONYM, "owner of what is named after it, as a government or its forces");
        }
        if (locative || followsBorder(before)) {
            return new Verdict(ToponymRole.LITERAL, "follows a word of place");
        }
        if (isEndOfMovement(before)) {
            return new Verdict(ToponymRole.LITERAL, MOVEMENT);
        }
        // An Arabic sentence opens with its verb: a capital right after one is who acts.
        if (sentence.is("spatial_verb", before.word()) && sentence.language() != Language.AR) {
            return new Verdict(ToponymRole.LITERAL, "what a verb of place acts on");
        }
        if (isApposition(found, before, previous)) {
            return new Verdict(ToponymRole.LITERAL, "says where the place before it lies");
        }
        return new Verdict(ToponymRole.METONYM, "stands for a government or its forces, not for the place");
    }

    /** "Homs, Syria", but neither "On Monday, Damascus" nor "Smith said that, like Paris, London". */
    private boolean isApposition(NameScanner.Found found, WordsBefore before, int previous) {
        int name = before.index() - 1;
        if (!before.word().equals(",")
                || (before.index() != found.first() - 1 && sentence.language() != Language.EN)
                || sentence.language().isSlavic()
                || !sentence.isCapitalised(name)) {
            return false;
        }
        boolean goesOn = found.last() + 1 < sentence.tokens().size()
                && sentence.tokens().get(found.last() + 1).isWord()
                && sentence.isAdjacent(found.last());
        return previous == name || (name > 0 && !goesOn && !sentence.is("not_place", name));
    }

    private static boolean standsForPower(NameScanner.Found found) {
        for (NameMatch match : found.matches()) {
            Place place = match.place();
            if (place.feature().isCountry() || place.feature().code().equals("PPLC")) {
                return true;
            }
        }
        return false;
    }

    /** "У Києві заявили": a verb without a subject, which only Ukrainian and Russian have. */
    private boolean impersonalSpeechFollows(NameScanner.Found found) {
        for (int i = found.last() + 1; i < found.last() + 9; i++) {
            if (sentence.is("impersonal_speech", i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEndOfMovement(WordsBefore before) {
        return sentence.is("motion_preposition", before.word()) && nearBefore("motion", before.index(), 5);
    }

    private boolean nearBefore(String kind, int from, int reach) {
        for (int i = from - 1; i >= Math.max(0, from - reach); i--) {
            if (sentence.is(kind, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossessive(NameScanner.Found found) {
        String next = sentence.word(found.last() + 1);
        return next.length() == 2 && (next.endsWith("s") || next.endsWith("S")) && !Character.isLetter(next.charAt(0));
    }
}
