package org.clashmap.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.clashmap.evaluate.GoldReport.ForbiddenCircle;
import org.clashmap.evaluate.GoldReport.GoldEvent;
import org.clashmap.evaluate.GoldReport.Trap;
import org.clashmap.evaluate.GoldReport.Window;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.evaluate.Scorecard.Unit;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Scores coded events against reports coded by hand, added up over all reports.
 *
 * <p>A coded event matches a gold event when the event types are equal, its window overlaps the gold window widened by the
 * tolerance, and its point lies within the gold tolerance; where one side has no point, only events off the default map
 * can match. One to one: pairs of equal sub-event type first, then the nearest, then in the order of the files.
 *
 * <p>Not thread-safe.
 */
final class GoldScorer {
    private static final int FORBIDDEN_BELOW_METERS = 30_000;

    private final Function<Report, List<Event>> coder;
    private int reports;
    private int coded;
    private int gold;
    private int matched;
    private int required;
    private int requiredFound;
    private int sameSubType;
    private int sameWindow;
    private int sameFatalities;
    private int traps;
    private int trapsEntered;
    private int forbidden;
    private int rightMarks;
    private int tooManyFatalities;
    private final SpeakerScorer speakers = new SpeakerScorer();

    GoldScorer(Function<Report, List<Event>> coder) {
        this.coder = coder;
    }

    /** A pair that may match. */
    private record Pair(int gold, int coded, boolean sameSubType, double meters) {}

    void add(GoldReport report) {
        List<Event> events = coder.apply(report.report());
        List<Event> shown = events.stream().filter(GoldScorer::isShown).toList();
        List<GoldEvent> golds = report.events().stream()
                .filter(event -> event.mark().tier() <= 2)
                .toList();
        Map<Integer, Integer> matches = match(golds, shown);
        reports++;
        coded += shown.size();
        gold += golds.size();
        matched += matches.size();
        for (int i = 0; i < golds.size(); i++) {
            required += golds.get(i).required() ? 1 : 0;
            Integer index = matches.get(i);
            if (index != null) {
                compare(golds.get(i), shown.get(index));
            }
        }
        List<Event> unmatched = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (!matches.containsValue(i)) {
                unmatched.add(shown.get(i));
            }
        }
        addMistakes(report, shown, unmatched);
    }

    private void compare(GoldEvent gold, Event event) {
        requiredFound += gold.required() ? 1 : 0;
        sameSubType += gold.subType().equals(event.what().type().label()) ? 1 : 0;
        boolean window = Objects.equals(gold.window().start(), event.when().start())
                && Objects.equals(gold.window().end(), event.when().end());
        sameWindow += window ? 1 : 0;
        sameFatalities += Objects.equals(gold.fatalities(), event.toll().fatalities()) ? 1 : 0;
        speakers.add(gold.claims(), event);
    }

    private void addMistakes(GoldReport report, List<Event> shown, List<Event> unmatched) {
        traps += report.traps().size();
        for (Trap trap : report.traps()) {
            boolean entered = unmatched.stream()
                    .filter(event -> event.what().tier() == MapTier.DEFAULT_MAP)
                    .anyMatch(event -> rests(event, trap));
            trapsEntered += entered ? 1 : 0;
        }
        long fatalities = 0;
        int marks = 0;
        for (Event event : shown) {
            LonLat point = event.where().point();
            forbidden += point != null && isForbidden(report.forbidden(), point, event) ? 1 : 0;
            marks += point != null && event.what().tier() == MapTier.DEFAULT_MAP ? 1 : 0;
            fatalities += Objects.requireNonNullElse(event.toll().fatalities(), 0);
        }
        rightMarks += marks == report.defaultMapMarks() ? 1 : 0;
        Integer most = report.mostFatalities();
        tooManyFatalities += most != null && fatalities > most ? 1 : 0;
    }

    private static boolean isShown(Event event) {
        return event.what().tier() != MapTier.TIMELINE_ONLY;
    }

    private static boolean rests(Event event, Trap trap) {
        return event.account().sources().stream()
                .flatMap(source -> source.evidence().stream())
                .anyMatch(quote -> quote.start() < trap.end() && trap.start() < quote.end());
    }

    private static boolean isForbidden(List<ForbiddenCircle> circles, LonLat point, Event event) {
        Integer uncertainty = event.where().precision().uncertaintyMeters();
        boolean exact = uncertainty == null || uncertainty < FORBIDDEN_BELOW_METERS;
        return exact
                && circles.stream()
                        .anyMatch(circle -> Geodesy.distanceMeters(circle.center(), point) <= circle.radiusMeters());
    }

    /** Index of the coded event for each matched gold event. */
    private static Map<Integer, Integer> match(List<GoldEvent> golds, List<Event> coded) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < golds.size(); i++) {
            for (int j = 0; j < coded.size(); j++) {
                double meters = distance(golds.get(i), coded.get(j));
                if (meters >= 0 && isSameKind(golds.get(i), coded.get(j))) {
                    boolean sub = golds.get(i)
                            .subType()
                            .equals(coded.get(j).what().type().label());
                    pairs.add(new Pair(i, j, sub, meters));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::sameSubType)
                .reversed()
                .thenComparingDouble(Pair::meters)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::coded));
        Map<Integer, Integer> matches = new HashMap<>();
        for (Pair pair : pairs) {
            if (!matches.containsKey(pair.gold) && !matches.containsValue(pair.coded)) {
                matches.put(pair.gold, pair.coded);
            }
        }
        return matches;
    }

    private static boolean isSameKind(GoldEvent gold, Event event) {
        return gold.type().equals(event.what().type().type().label())
                && overlaps(gold.window(), event.when().start(), event.when().end());
    }

    private static boolean overlaps(Window gold, @Nullable LocalDate start, @Nullable LocalDate end) {
        LocalDate from = gold.start();
        LocalDate to = gold.end();
        boolean notTooLate = start == null || to == null || !start.isAfter(to.plusDays(gold.toleranceDays()));
        boolean notTooEarly = end == null || from == null || !end.isBefore(from.minusDays(gold.toleranceDays()));
        return notTooLate && notTooEarly;
    }

    /** How far apart the points are, 0 when one side has none and that is allowed, negative when they cannot match. */
    private static double distance(GoldEvent gold, Event event) {
        LonLat point = event.where().point();
        LonLat goldPoint = gold.mark().point();
        if (point == null || goldPoint == null) {
            boolean offMap = gold.mark().tier() != 1 && event.what().tier() != MapTier.DEFAULT_MAP;
            return offMap ? 0 : -1;
        }
        double meters = Geodesy.distanceMeters(point, goldPoint);
        return meters <= gold.mark().toleranceMeters() ? meters : -1;
    }

    Scorecard.Section section() {
        double precision = coded == 0 ? 0 : (double) matched / coded;
        double recall = gold == 0 ? 0 : (double) matched / gold;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Scorecard.Section(
                "gold",
                "Reports coded by hand",
                reports,
                List.of(
                        new Metric("event_f1", "events, F1 (tiers 1 and 2)", f1, Unit.SHARE, gold),
                        new Metric("event_precision", "events, precision", precision, Unit.SHARE, coded),
                        new Metric("event_recall", "events, recall", recall, Unit.SHARE, gold),
                        Metric.share("required_recall", "required events found", requiredFound, required),
                        Metric.share("sub_type", "right sub-event type, of the matched", sameSubType, matched),
                        Metric.share("window", "exactly the same days, of the matched", sameWindow, matched),
                        Metric.share("fatalities", "the same fatalities, of the matched", sameFatalities, matched),
                        speakers.metric(),
                        new Metric(
                                "trap_rate",
                                "passages that are no event, mistaken for one",
                                traps == 0 ? 0 : (double) trapsEntered / traps,
                                Unit.ERROR_SHARE,
                                traps),
                        Metric.share(
                                "default_map_marks", "reports with the right number of marks", rightMarks, reports),
                        new Metric("forbidden_points", "points where none may be", forbidden, Unit.MISTAKES, coded),
                        new Metric(
                                "fatality_excess",
                                "reports with too many fatalities in sum",
                                tooManyFatalities,
                                Unit.MISTAKES,
                                reports)));
    }
}
