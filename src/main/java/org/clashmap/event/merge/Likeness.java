package org.clashmap.event.merge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.event.Event;
import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.clashmap.geo.Geodesy;
import org.jspecify.annotations.Nullable;

/**
 * How alike two tellings are, part by part, each 0–1, and together by the weights of codebook section 6: place .30, time
 * .25, type .20, actors .15, numbers and weapons .10. What neither tells counts half.
 */
record Likeness(double place, double time, double type, double actors, double numbers) {
    private static final double SAME_SPOT_METERS = 1000;
    private static final double UNKNOWN = 0.5;

    double score() {
        return 0.30 * place + 0.25 * time + 0.20 * type + 0.15 * actors + 0.10 * numbers;
    }

    static Likeness of(Event left, Event right) {
        return new Likeness(
                place(left.where(), right.where()),
                time(left.when(), right.when()),
                type(left.what().type(), right.what().type()),
                actors(left, right),
                numbers(left, right));
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        reasons.add(word("place", place));
        reasons.add(word("time", time));
        reasons.add(word("type", type));
        reasons.add(word("actors", actors));
        reasons.add(word("numbers and weapons", numbers));
        return List.copyOf(reasons);
    }

    private static String word(String part, double value) {
        String how = value >= 0.95
                ? "the same"
                : value >= 0.65 ? "close" : value > 0.45 ? "open" : value > 0 ? "unlike" : "contrary";
        return String.format(Locale.ROOT, "%s %s (%.2f)", part, how, value);
    }

    /** How far apart two points may be and still be one place: their uncertainties, at least 5 and at most 30 km. */
    static double reachMeters(Where left, Where right) {
        double sum = uncertainty(left) + uncertainty(right);
        return Math.min(30_000, Math.max(5_000, sum));
    }

    private static double uncertainty(Where where) {
        Integer meters = where.precision().uncertaintyMeters();
        return meters == null ? 0 : meters;
    }

    private static double place(Where left, Where right) {
        String leftId = left.geocode().chosen();
        boolean sameId = leftId != null && leftId.equals(right.geocode().chosen());
        if (left.point() == null || right.point() == null) {
            return sameId ? 0.8 : left.point() == null && right.point() == null ? 0 : UNKNOWN;
        }
        double apart = Geodesy.distanceMeters(left.point(), right.point());
        if ((sameId && apart < SAME_SPOT_METERS) || apart < SAME_SPOT_METERS / 2) {
            return 1;
        }
        return Math.max(0, 1 - 0.6 * apart / reachMeters(left, right));
    }

    private static double time(Event.When left, Event.When right) {
        LocalDate leftDay = left.day();
        LocalDate rightDay = right.day();
        boolean daysKnown = left.precision().acled() == 1 && right.precision().acled() == 1;
        if (daysKnown && leftDay != null && leftDay.equals(rightDay)) {
            return 1;
        }
        boolean overlap = !end(left).isBefore(start(right)) && !end(right).isBefore(start(left));
        if (overlap) {
            return daysKnown ? 0.8 : 0.6;
        }
        long apart = Math.max(
                ChronoUnit.DAYS.between(end(left), start(right)), ChronoUnit.DAYS.between(end(right), start(left)));
        return apart <= 1 ? 0.5 : apart <= 2 ? 0.3 : 0;
    }

    static LocalDate start(Event.When when) {
        return when.start() == null ? LocalDate.MIN : when.start();
    }

    static LocalDate end(Event.When when) {
        return when.end() == null ? LocalDate.MAX : when.end();
    }

    private static double type(SubEventType left, SubEventType right) {
        if (left == right) {
            return 1;
        }
        if (left.type() == right.type()) {
            return left.type() == EventType.STRATEGIC_DEVELOPMENTS ? 0.2 : 0.7;
        }
        // "An attack killed three" and "shelling killed three" are often one act, told with and without the weapon.
        boolean attack = left == SubEventType.ATTACK || right == SubEventType.ATTACK;
        boolean explosion = left.type() == EventType.EXPLOSIONS || right.type() == EventType.EXPLOSIONS;
        boolean battle = left.type() == EventType.BATTLES || right.type() == EventType.BATTLES;
        return attack && explosion ? 0.6 : battle && explosion ? 0.3 : 0;
    }

    private static double actors(Event left, Event right) {
        Event.Actor a1 = left.who().actor1();
        Event.Actor a2 = left.who().actor2();
        Event.Actor b1 = right.who().actor1();
        Event.Actor b2 = right.who().actor2();
        double straight = (actor(a1, b1) + actor(a2, b2)) / 2;
        boolean mutual =
                left.what().type() == SubEventType.ARMED_CLASH && right.what().type() == SubEventType.ARMED_CLASH;
        return mutual ? Math.max(straight, (actor(a1, b2) + actor(a2, b1)) / 2) : straight;
    }

    private static double actor(Event.@Nullable Actor left, Event.@Nullable Actor right) {
        if (left == null || right == null || !isKnown(left) || !isKnown(right)) {
            return isKnown(left) || isKnown(right) ? 0.6 : UNKNOWN;
        }
        return sameParty(left, right) ? 1 : 0;
    }

    static boolean isKnown(Event.@Nullable Actor actor) {
        return actor != null && actor.inter() != 0 && !actor.name().startsWith("Unidentified");
    }

    /** By name, or by kind and country: "Military Forces of X" and a brigade of X are on one side. */
    static boolean sameParty(Event.Actor left, Event.Actor right) {
        String country = left.country();
        return left.name().equals(right.name())
                || (country != null && country.equals(right.country()) && left.inter() == right.inter());
    }

    private static double numbers(Event left, Event right) {
        double sum = 0;
        int told = 0;
        Event.Estimate a = left.toll().deaths();
        Event.Estimate b = right.toll().deaths();
        if (a != null && b != null && isTold(a) && isTold(b)) {
            sum += a.best() == b.best() ? 1 : a.low() <= b.high() && b.low() <= a.high() ? 0.8 : near(a, b) ? 0.5 : 0;
            told++;
        }
        Event.Range x = left.toll().injured();
        Event.Range y = right.toll().injured();
        if (x != null && y != null) {
            sum += x.low() <= y.high() && y.low() <= x.high() ? 1 : 0.3;
            told++;
        }
        List<String> arms = left.what().traits().weapons();
        List<String> others = right.what().traits().weapons();
        if (!arms.isEmpty() && !others.isEmpty()) {
            sum += arms.stream().anyMatch(others::contains) ? 1 : 0;
            told++;
        }
        return told == 0 ? UNKNOWN : sum / told;
    }

    /** Zero stands for "no deaths are reported", which says little. */
    static boolean isTold(Event.@Nullable Estimate deaths) {
        return deaths != null && deaths.high() > 0;
    }

    /** Whether the ranges overlap when each is widened by a factor of two. */
    static boolean near(Event.Estimate left, Event.Estimate right) {
        return left.low() <= 2 * right.high() && right.low() <= 2 * left.high();
    }
}
