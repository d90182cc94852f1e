package org.clashmap.event.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.RecordType;
import org.clashmap.event.SourceRef;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static Event together(Telling... tellings) {
        return Combination.of(List.of(tellings));
    }

    private static Telling correcting(Tale tale) {
        Event event = tale.tell();
        Event.What what = event.what();
        return new Telling(new Event(
                event.identity(),
                new Event.What(what.title(), RecordType.UPDATE, what.tier(), what.type(), null, what.traits()),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                event.account(),
                event.editorial()));
    }

    private static Telling reprint(Tale tale, String of) {
        Event event = tale.tell();
        Event.Account account = event.account();
        return new Telling(new Event(
                event.identity(),
                event.what(),
                event.when(),
                event.where(),
                event.who(),
                event.toll(),
                new Event.Account(
                        account.certainty(),
                        account.verification(),
                        null,
                        account.claims(),
                        List.of(account.sources().getFirst().withStanding(new SourceRef.Standing(null, of)))),
                event.editorial()));
    }

    private static List<Boolean> independence(Event event) {
        return event.account().sources().stream()
                .map(source -> source.standing().independent())
                .toList();
    }

    @Test
    void oneTellingStaysAsItIs() {
        Telling alone = Tale.of("a").telling();
        assertSame(alone.event(), together(alone));
    }

    @Test
    void figuresAreARangeAndNeverASum() {
        Event event = together(
                Tale.of("a").dead(3, 3, 3).hurt(2, 2).telling(),
                Tale.of("b").dead(4, 5, 6).telling(),
                Tale.of("c").dead(4, 5, 5).hurt(7, 9).telling(),
                Tale.of("d").telling());
        assertEquals(new Event.Estimate(3, 5, 6), event.toll().deaths());
        assertEquals(3, event.toll().fatalities());
        assertEquals(new Event.Range(2, 9), event.toll().injured());
    }

    @Test
    void theLatestCorrectionIsTheBestFigure() {
        Event event = together(
                Tale.of("a").dead(3, 3, 3).telling(),
                Tale.of("b").dead(3, 3, 3).telling(),
                correcting(Tale.of("c").dead(5, 5, 5).publishedOn(Tale.DAY.plusDays(3))),
                correcting(Tale.of("d").dead(4, 4, 4).publishedOn(Tale.DAY.plusDays(2))));
        assertEquals(new Event.Estimate(3, 5, 5), event.toll().deaths());
        assertEquals(5, event.toll().fatalities());
    }

    @Test
    void thePlaceIsThatOfTheSmallestRadiusAndTheTimeTheMostExact() {
        Event event = together(
                Tale.of("a")
                        .within(6000, 1)
                        .from(Tale.DAY, Tale.DAY.plusDays(1), 1, 2)
                        .telling(),
                Tale.of("b").within(3000, 1).northBy(900).telling());
        assertEquals("gn:north", event.where().geocode().chosen());
        assertEquals(Tale.DAY, event.when().end());
        assertEquals("Strike told by b", event.what().title());
        assertEquals("a", event.id());
    }

    @Test
    void tenOutletsOfOnePartyAreOneVoiceAndCertaintyStays() {
        Event event = together(
                Tale.of("a")
                        .by("Ukrinform")
                        .claimedBy("the General Staff", "UA", "asserts")
                        .telling(),
                Tale.of("b").by("ArmyInform").telling(),
                Tale.of("c")
                        .by("The Gazette")
                        .claimedBy("a spokesman", "UA", "asserts")
                        .telling());
        assertEquals(List.of(true, false, false), independence(event));
        assertEquals("claimed", event.account().certainty());
        assertEquals("corroborated_same_party", event.account().verification());
    }

    @Test
    void anIndependentVoiceRaisesCertainty() {
        Event event = together(
                Tale.of("a")
                        .by("Ukrinform")
                        .claimedBy("the General Staff", "UA", "asserts")
                        .telling(),
                Tale.of("b").by("The Gazette").telling());
        assertEquals(List.of(true, true), independence(event));
        assertEquals("reported_as_fact", event.account().certainty());
        assertEquals("corroborated_independent", event.account().verification());
    }

    @Test
    void bothSidesSayingSoConfirmAndADenialDisputes() {
        Tale theirs = Tale.of("b").by("TASS").claimedBy("the ministry", "RU", "asserts");
        Tale denied = Tale.of("c").by("TASS").claimedBy("the ministry", "RU", "denies");
        Tale ours = Tale.of("a").claimedBy("the governor", "UA", "asserts");
        Event confirmed = together(ours.telling(), theirs.telling());
        assertEquals("confirmed", confirmed.account().certainty());
        assertEquals("corroborated_both_sides", confirmed.account().verification());
        Event disputed = together(ours.telling(), denied.telling());
        assertEquals("disputed", disputed.account().certainty());
        assertEquals(
                List.of("rep-a", "rep-c"),
                disputed.account().claims().stream().map(Event.Claim::reportId).toList());
    }

    @Test
    void aReprintIsASourceAndNothingMore() {
        Event event = together(
                Tale.of("a").dead(3, 3, 3).claimedBy("x", "UA", "asserts").telling(),
                reprint(Tale.of("b").dead(3, 3, 3).within(1, 1).claimedBy("x", "UA", "asserts"), "rep-a"));
        assertEquals(List.of(true, false), independence(event));
        assertEquals("rep-a", event.account().sources().getLast().standing().reprintOf());
        assertEquals(1, event.account().claims().size());
        assertEquals("single_source", event.account().verification());
        assertEquals(4000, event.where().precision().uncertaintyMeters());
    }

    @Test
    void publishersThatNobodyNamesAreNotIndependent() {
        Event event =
                together(Tale.of("a").by("").telling(), Tale.of("b").by("").telling());
        assertEquals(List.of(true, false), independence(event));
    }
}
