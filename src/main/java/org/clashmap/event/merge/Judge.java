package org.clashmap.event.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SubEventType;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Compares two tellings by codebook section 6, rules 1–5 and 7. Thresholds are the codebook's. Symmetric but for the
 * correction, which is always the later one.
 */
final class Judge {
    static final double MERGE_FROM = 0.85;
    static final double SUGGEST_FROM = 0.60;

    /** Two spots of one town that lie farther apart than this are two spots. */
    private static final double OTHER_SPOT_METERS = 2000;

    private static final double CORRECTION_METERS = 5000;
    private static final int LONGEST_WINDOW_DAYS = EventStore.NEAR_DAYS;

    private Judge() {}

    /** @param later the telling that comes after the other */
    static Verdict compare(Event earlier, Event later) {
        if (sharesRecord(earlier, later)) {
            return new Verdict.Same(Verdict.How.RECORD, 1, List.of("the same id in the same collection"));
        }
        if (!isComparable(earlier) || !isComparable(later) || !windowsMeet(earlier, later)) {
            return new Verdict.Apart();
        }
        boolean sums = earlier.what().recordType() == RecordType.AGGREGATE
                || later.what().recordType() == RecordType.AGGREGATE;
        if (sums) {
            return sumsUp(earlier, later) || sumsUp(later, earlier) ? new Verdict.Sum() : new Verdict.Apart();
        }
        return placesMeet(earlier, later) ? judge(earlier, later) : new Verdict.Apart();
    }

    private static Verdict judge(Event earlier, Event later) {
        Likeness likeness = Likeness.of(earlier, later);
        double score = round(likeness.score());
        EvidenceWords before = EvidenceWords.of(earlier);
        EvidenceWords after = EvidenceWords.of(later);
        boolean blames = blameOpposites(earlier, later);
        if (after.corrects() && !blames && isCorrection(earlier, later, likeness)) {
            return new Verdict.Same(
                    Verdict.How.CORRECTION, score, List.of("the words correct a figure told before", told(likeness)));
        }
        // "Fourteen strikes in the region last week" holds many events and refines none of them.
        boolean vague = isVague(earlier) || isVague(later);
        if (vague || likeness.type() == 0 || score < SUGGEST_FROM) {
            return new Verdict.Apart();
        }
        List<String> against = new ArrayList<>();
        add(against, blames, "opposite sides are blamed");
        add(against, deathsAreFarApart(earlier, later), "the numbers of dead are more than a factor of two apart");
        add(
                against,
                before.hitOthersThan(after),
                "other targets are named: " + before.targets() + " and " + after.targets());
        add(against, areOtherSpots(earlier, later), "two spots of one town are named");
        add(
                against,
                !isSettled(earlier) || !isSettled(later),
                "one place is wider than a settlement; the other refines it");
        add(against, !hasDay(earlier) || !hasDay(later), "one has no day");
        if (against.isEmpty() && score >= MERGE_FROM) {
            return new Verdict.Same(Verdict.How.REPORT, score, List.of(told(likeness)));
        }
        List<String> reasons = new ArrayList<>(against);
        reasons.add(told(likeness));
        return new Verdict.Perhaps(score, reasons, blames);
    }

    private static void add(List<String> reasons, boolean holds, String reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private static String told(Likeness likeness) {
        return String.join(", ", likeness.reasons());
    }

    static double round(double score) {
        return Math.round(score * 1000) / 1000.0;
    }

    private static boolean sharesRecord(Event left, Event right) {
        String ids = left.supplement().find("external_ids").orElse("");
        return !ids.isEmpty()
                && ids.equals(right.supplement().find("external_ids").orElse(""));
    }

    /** Statements, history and what has no bounded time are not told apart well enough to be joined. */
    static boolean isComparable(Event event) {
        RecordType type = event.what().recordType();
        Event.When when = event.when();
        return (type == RecordType.EVENT || type == RecordType.UPDATE || type == RecordType.AGGREGATE)
                && (event.what().tier() != MapTier.TIMELINE_ONLY || type == RecordType.AGGREGATE)
                && when.start() != null
                && when.end() != null
                && (event.where().point() != null || event.where().footprint() != null);
    }

    private static boolean windowsMeet(Event left, Event right) {
        int slack = slackDays(left, right);
        boolean bounded = left.what().recordType() == RecordType.AGGREGATE
                || right.what().recordType() == RecordType.AGGREGATE
                || (days(left) <= LONGEST_WINDOW_DAYS && days(right) <= LONGEST_WINDOW_DAYS);
        LocalDate leftEnd = Likeness.end(left.when());
        LocalDate rightEnd = Likeness.end(right.when());
        return bounded
                && !leftEnd.plusDays(slack).isBefore(Likeness.start(right.when()))
                && !rightEnd.plusDays(slack).isBefore(Likeness.start(left.when()));
    }

    static int slackDays(Event left, Event right) {
        return left.when().precision().ucdp() >= 2 || right.when().precision().ucdp() >= 2 ? 2 : 1;
    }

    private static long days(Event event) {
        return Likeness.end(event.when()).toEpochDay()
                - Likeness.start(event.when()).toEpochDay();
    }

    private static boolean placesMeet(Event left, Event right) {
        LonLat a = left.where().point();
        LonLat b = right.where().point();
        if (a != null && b != null) {
            return Geodesy.distanceMeters(a, b) <= Likeness.reachMeters(left.where(), right.where());
        }
        if (a == null && b == null) {
            String id = left.where().geocode().chosen();
            return id != null && id.equals(right.where().geocode().chosen());
        }
        return a == null
                ? covers(left.where().footprint(), b)
                : covers(right.where().footprint(), a);
    }

    private static boolean covers(@Nullable Geometry area, @Nullable LonLat point) {
        return area != null
                && point != null
                && area.covers(area.getFactory().createPoint(new Coordinate(point.lon(), point.lat())));
    }

    /** An aggregate sums up an event of its kind within its time and its area. */
    private static boolean sumsUp(Event aggregate, Event part) {
        if (aggregate.what().recordType() != RecordType.AGGREGATE || part.what().recordType() != RecordType.EVENT) {
            return false;
        }
        boolean during = !Likeness.start(part.when()).isBefore(Likeness.start(aggregate.when()))
                && !Likeness.end(part.when()).isAfter(Likeness.end(aggregate.when()));
        LonLat point = part.where().point();
        LonLat middle = aggregate.where().point();
        Integer radius = aggregate.where().precision().uncertaintyMeters();
        boolean within = covers(aggregate.where().footprint(), point)
                || (middle != null
                        && point != null
                        && radius != null
                        && Geodesy.distanceMeters(middle, point) <= radius);
        return during
                && within
                && aggregate.what().type().type() == part.what().type().type();
    }

    private static boolean isCorrection(Event earlier, Event later, Likeness likeness) {
        LonLat a = earlier.where().point();
        LonLat b = later.where().point();
        return likeness.type() >= 0.6
                && likeness.time() >= 0.5
                && a != null
                && b != null
                && Geodesy.distanceMeters(a, b) <= CORRECTION_METERS
                && (Likeness.isTold(later.toll().deaths()) || later.toll().injured() != null);
    }

    /** One names as attacker whom the other does not: another side, or the one attacked. */
    private static boolean blameOpposites(Event left, Event right) {
        Event.Actor a = left.who().actor1();
        Event.Actor b = right.who().actor1();
        boolean mutual =
                left.what().type() == SubEventType.ARMED_CLASH && right.what().type() == SubEventType.ARMED_CLASH;
        return !mutual
                && a != null
                && b != null
                && Likeness.isKnown(a)
                && Likeness.isKnown(b)
                && isAttacker(a)
                && isAttacker(b)
                && !Likeness.sameParty(a, b);
    }

    private static boolean isAttacker(Event.Actor actor) {
        return actor.role().equals("initiator") || actor.role().equals("participant");
    }

    private static boolean deathsAreFarApart(Event left, Event right) {
        Event.Estimate a = left.toll().deaths();
        Event.Estimate b = right.toll().deaths();
        return a != null && b != null && Likeness.isTold(a) && Likeness.isTold(b) && !Likeness.near(a, b);
    }

    private static boolean areOtherSpots(Event left, Event right) {
        LonLat a = left.where().point();
        LonLat b = right.where().point();
        String id = left.where().geocode().chosen();
        String other = right.where().geocode().chosen();
        return a != null
                && b != null
                && id != null
                && other != null
                && !id.equals(other)
                && Geodesy.distanceMeters(a, b) > OTHER_SPOT_METERS;
    }

    /** Known to a settlement or better. */
    private static boolean isSettled(Event event) {
        Integer precision = event.where().precision().geo();
        return event.where().point() != null && precision != null && precision == 1;
    }

    private static boolean isVague(Event event) {
        return !isSettled(event) && !hasDay(event);
    }

    private static boolean hasDay(Event event) {
        return event.when().day() != null && event.when().precision().acled() == 1;
    }

    static String scoreInWords(double score) {
        return String.format(Locale.ROOT, "score %.2f", score);
    }
}
