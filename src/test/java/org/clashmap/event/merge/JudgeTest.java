package org.clashmap.event.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.SubEventType;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Verdict of(Tale earlier, Tale later) {
        return Judge.compare(earlier.tell(), later.tell());
    }

    private static String reasons(Verdict verdict) {
        Verdict.Perhaps perhaps = assertInstanceOf(Verdict.Perhaps.class, verdict);
        return String.join("; ", perhaps.reasons());
    }

    @Test
    void sameTownDayAndTypeIsOneEvent() {
        Verdict.Same same = assertInstanceOf(Verdict.Same.class, of(Tale.of("a"), Tale.of("b")));
        assertEquals(Verdict.How.REPORT, same.how());
        assertTrue(same.score() >= Judge.MERGE_FROM, same.toString());
    }

    @Test
    void anotherTownDayOrTypeIsNotMerged() {
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), Tale.of("b").northBy(9000)));
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), Tale.of("b").on(Tale.DAY.plusDays(2))));
        assertInstanceOf(Verdict.Perhaps.class, of(Tale.of("a"), Tale.of("b").on(Tale.DAY.plusDays(1))));
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), Tale.of("b").type(SubEventType.PEACEFUL_PROTEST)));
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), Tale.of("b").tier(MapTier.TIMELINE_ONLY)));
    }

    @Test
    void theWindowIsWiderWhereTheDayIsUncertain() {
        Tale week = Tale.of("b").from(Tale.DAY.plusDays(2), Tale.DAY.plusDays(5), 2, 3);
        assertTrue(reasons(of(Tale.of("a"), week)).contains("one has no day"));
        Tale later = Tale.of("b").from(Tale.DAY.plusDays(3), Tale.DAY.plusDays(5), 2, 3);
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), later));
    }

    @Test
    void oppositeSidesBlamedAreNeverMerged() {
        Verdict verdict = of(
                Tale.of("a").blaming("Military Forces of A", "AA"), Tale.of("b").blaming("Military Forces of B", "BB"));
        assertTrue(reasons(verdict).contains("opposite sides are blamed"));
        assertTrue(((Verdict.Perhaps) verdict).contradicts());
        assertInstanceOf(
                Verdict.Same.class,
                of(Tale.of("a").blaming("Army A", "AA"), Tale.of("b").blaming("1st Brigade", "AA")));
        assertInstanceOf(Verdict.Same.class, of(Tale.of("a").blaming("Army A", "AA"), Tale.of("b")));
    }

    @Test
    void deathsMoreThanAFactorOfTwoApartAreNeverMerged() {
        assertTrue(reasons(of(Tale.of("a").dead(3, 3, 3), Tale.of("b").dead(9, 9, 9)))
                .contains("factor of two"));
        assertInstanceOf(
                Verdict.Same.class, of(Tale.of("a").dead(3, 3, 3), Tale.of("b").dead(4, 5, 6)));
        assertInstanceOf(Verdict.Same.class, of(Tale.of("a").dead(3, 3, 3), Tale.of("b")));
    }

    @Test
    void otherTargetsInOneTownAreNeverMerged() {
        Tale school = Tale.of("a").saying("A drone struck a school in the town.");
        Tale port = Tale.of("b").saying("Дрон ударив по порту міста.");
        Tale lyceum = Tale.of("c").saying("Дрон ударил по школе.");
        assertTrue(reasons(of(school, port)).contains("other targets"));
        assertInstanceOf(Verdict.Same.class, of(school, lyceum));
        assertTrue(reasons(of(Tale.of("a"), Tale.of("b").northBy(3000))).contains("two spots of one town"));
    }

    @Test
    void aWiderPlaceIsForAPersonToRefine() {
        assertTrue(reasons(of(Tale.of("a"), Tale.of("b").within(8000, 2))).contains("wider than a settlement"));
        Tale vague = Tale.of("b").within(20_000, 2).from(Tale.DAY.minusDays(3), Tale.DAY, 2, 3);
        assertInstanceOf(Verdict.Apart.class, of(Tale.of("a"), vague));
    }

    @Test
    void anAggregateSumsUpWhatLiesWithinIt() {
        Tale week = Tale.of("w")
                .from(Tale.DAY.minusDays(3), Tale.DAY.plusDays(3), 2, 3)
                .aggregateOver(50_000);
        assertInstanceOf(Verdict.Sum.class, of(Tale.of("a"), week));
        assertInstanceOf(Verdict.Sum.class, of(week, Tale.of("a")));
        assertInstanceOf(Verdict.Apart.class, of(week, Tale.of("a").on(Tale.DAY.plusDays(4))));
        assertInstanceOf(Verdict.Apart.class, of(week, Tale.of("a").type(SubEventType.ARMED_CLASH)));
        assertInstanceOf(Verdict.Apart.class, of(week, Tale.of("a").northBy(60_000)));
    }

    @Test
    void wordsThatCorrectAFigureMakeAnUpdateWhateverTheFigures() {
        for (String words : new String[] {
            "The death toll of the strike has risen to nine.",
            "Not three but nine people were killed, the mayor said.",
            "Nine people, not three, were killed.",
            "Кількість загиблих зросла до дев’яти.",
            "Загинули не троє, а дев’ятеро людей.",
            "Число погибших возросло до девяти.",
            "Губернатор уточнил: погибли девять человек."
        }) {
            Verdict verdict = of(
                    Tale.of("a").dead(3, 3, 3),
                    Tale.of("b").dead(9, 9, 9).saying(words).on(Tale.DAY.plusDays(1)));
            Verdict.Same same = assertInstanceOf(Verdict.Same.class, verdict, words);
            assertEquals(Verdict.How.CORRECTION, same.how());
        }
        assertInstanceOf(
                Verdict.Perhaps.class,
                of(Tale.of("a").dead(3, 3, 3), Tale.of("b").dead(9, 9, 9).saying("Not soldiers but civilians died.")));
    }

    @Test
    void theSameIdInAnotherCollectionIsTheSameRecord() {
        Map<String, String> ids = Map.of("external_ids", "{\"acled\":\"UKR1\"}");
        Event far = Tale.of("b").northBy(80_000).tell();
        Verdict verdict = Judge.compare(
                Tale.of("a").tell().withSupplement(new org.clashmap.event.Supplement(ids)),
                far.withSupplement(new org.clashmap.event.Supplement(ids)));
        assertEquals(
                Verdict.How.RECORD,
                assertInstanceOf(Verdict.Same.class, verdict).how());
    }
}
