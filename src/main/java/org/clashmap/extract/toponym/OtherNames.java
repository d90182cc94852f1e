package org.clashmap.extract.toponym;

import java.util.Optional;
import org.clashmap.extract.ToponymRole;
import org.clashmap.extract.toponym.RoleRules.Verdict;
import org.clashmap.extract.toponym.ScannedSentence.Capitals;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Language;

/** "Vladimir Putin", "Francis Tusa", "Moscow Times", "Mr London": a name that is part of a person's or an organisation's. */
final class OtherNames {
    private final ScannedSentence sentence;

    OtherNames(ScannedSentence sentence) {
        this.sentence = sentence;
    }

    /** What a name is part of, if it is. */
    Optional<Verdict> find(NameScanner.Found found, boolean locative) {
        int previous = found.first() - 1;
        if (sentence.is("title", previous) && !locative && sentence.isAdjacent(previous)) {
            return Optional.of(
                    isOfficeOf(found)
                            ? new Verdict(ToponymRole.LITERAL, "the place whose office is named before it")
                            : new Verdict(ToponymRole.PERSON, "follows a title"));
        }
        if (sentence.is("organisation_noun", found.last() + 1) && sentence.isCapitalised(found.last() + 1)) {
            return Optional.of(new Verdict(ToponymRole.ORGANISATION, "part of an organisation's name"));
        }
        boolean country =
                found.matches().stream().anyMatch(m -> m.place().feature().isCountry());
        return country ? Optional.empty() : findOfPerson(found, locative);
    }

    private Optional<Verdict> findOfPerson(NameScanner.Found found, boolean locative) {
        int previous = found.first() - 1;
        boolean singleWord = found.first() == found.last();
        boolean tell =
                sentence.capitals() == Capitals.TELL && sentence.language().hasCapitals();
        boolean capitalBefore = tell
                && found.first() > 1
                && sentence.isCapitalised(previous)
                && sentence.isAdjacent(previous)
                && isPlainName(previous);
        boolean capitalAfter = tell
                && sentence.isCapitalised(found.last() + 1)
                && sentence.isAdjacent(found.last())
                && isPlainName(found.last() + 1)
                && !isBeforeUnitNoun(found.last() + 1);
        if (singleWord && capitalAfter && (sentence.is("person_first", found.first()) || !locative)) {
            return Optional.of(new Verdict(ToponymRole.PERSON, "the first part of a longer name"));
        }
        if (singleWord && (capitalBefore || sentence.is("person_first", previous)) && !locative) {
            return Optional.of(new Verdict(ToponymRole.PERSON, "the last part of a longer name"));
        }
        if (singleWord && sentence.is("organisation_before", previous) && sentence.isCapitalised(previous)) {
            return Optional.of(new Verdict(ToponymRole.ORGANISATION, "part of an organisation's name"));
        }
        return Optional.empty();
    }

    /** "Мер Луцька", "губернатор Сумщины": the genitive after an office is its place, where a person's name agrees with it. */
    private boolean isOfficeOf(NameScanner.Found found) {
        return sentence.is("office_of_place", found.first() - 1)
                && !found.matches().isEmpty()
                && (sentence.language() == Language.AR
                        || found.matches().stream().allMatch(m -> m.level() != NameMatch.Level.FOLDED));
    }

    /** "Липці Харківської області": the next word is the adjective of a unit. */
    private boolean isBeforeUnitNoun(int index) {
        return sentence.language().isSlavic()
                && (sentence.is("admin1_noun", index + 1) || sentence.is("admin2_noun", index + 1));
    }

    /** A capitalised word that is neither a word of place, a title nor one that is capitalised for other reasons. */
    private boolean isPlainName(int index) {
        return !sentence.is("not_place", index)
                && !sentence.is("settlement_noun", index)
                && !sentence.is("admin1_noun", index)
                && !sentence.is("admin2_noun", index)
                && !sentence.is("direction_noun", index)
                && !sentence.is("facility_noun", index)
                && !sentence.is("water_noun", index)
                && !sentence.is("modifier", index)
                && !sentence.is("title", index)
                && !sentence.isAllCapitals(index);
    }
}
