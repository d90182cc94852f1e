package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for each event of a new report, the stored event it is another telling of, and plans the merge (codebook section
 * 6). Plans only; the store keeps the plan with the report. Reports in the same order give the same plans. A report costs a
 * bounded lookup per event. One thread.
 */
public final class MergePlanner {
    private static final String MACHINE = "clashmap";
    private static final int MOST_SUGGESTIONS = 3;

    private final EventStore store;
    private final Prints prints;

    public MergePlanner(EventStore store) {
        this.store = store;
        this.prints = new Prints(store);
    }

    /** A telling of the new report beside a stored event. */
    private record Pair(int index, Event incoming, Event stored, Verdict verdict) {}

    public MergePlan plan(Report report, CodedReport coded) {
        if (coded.events().isEmpty()) {
            return MergePlan.nothing(coded);
        }
        TextPrint print = TextPrint.of(report.text());
        Map<String, Event> neighbours = neighbours(report, coded);
        Optional<String> original = findOriginal(print, neighbours.values());
        prints.keep(report.id(), print);
        original.ifPresent(id -> addEventsOf(id, neighbours));
        List<Pair> pairs = original.isPresent() ? reprints(original.get(), coded, neighbours) : new ArrayList<>();
        pairs.addAll(compare(coded, neighbours));
        return new Round(report, coded, original.orElse(null)).run(pairs);
    }

    private Map<String, Event> neighbours(Report report, CodedReport coded) {
        Map<String, Event> found = new LinkedHashMap<>();
        boolean placed = false;
        for (Event event : coded.events()) {
            placed |= Neighbours.hasPlace(event);
            Neighbours.list(store, event).forEach(near -> found.putIfAbsent(near.id(), near));
        }
        if (!placed && report.published() != null) {
            Neighbours.listAround(store, report.published()).forEach(near -> found.putIfAbsent(near.id(), near));
        }
        return found;
    }

    /** The stored report whose text the new one repeats; of several the one most alike. */
    private Optional<String> findOriginal(TextPrint print, Iterable<Event> neighbours) {
        Set<String> reports = new LinkedHashSet<>();
        for (Event event : neighbours) {
            event.account().sources().stream()
                    .filter(source -> source.standing().reprintOf() == null)
                    .forEach(source -> reports.add(source.reportId()));
        }
        String best = null;
        double most = -1;
        for (String id : reports) {
            Optional<TextPrint> other = prints.find(id);
            if (other.isPresent() && print.isReprintOf(other.get()) && print.jaccard(other.get()) > most) {
                most = print.jaccard(other.get());
                best = id;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The original's events, also those without a place; coding numbers them from one. */
    private void addEventsOf(String reportId, Map<String, Event> events) {
        Ledger ledger = new Ledger(store);
        for (int number = 1; ledger.holds(reportId + "-e" + number); number++) {
            Event current = ledger.getCurrent(reportId + "-e" + number);
            if (!current.isWithdrawn()) {
                events.putIfAbsent(current.id(), current);
            }
        }
    }

    /** Reprinted events beside the original's, of one kind, the most alike first. */
    private static List<Pair> reprints(String original, CodedReport coded, Map<String, Event> neighbours) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < coded.events().size(); i++) {
            Event incoming = coded.events().get(i);
            for (Event stored : neighbours.values()) {
                boolean tells = stored.account().sources().stream()
                        .anyMatch(source -> source.reportId().equals(original));
                boolean alike = tells
                        && stored.what().type() == incoming.what().type()
                        && stored.what().recordType() == incoming.what().recordType();
                if (alike) {
                    // Weighed by place and words: "on Tuesday" in a reprint of the next week is another day.
                    double score = Judge.round(Likeness.of(stored, incoming).score());
                    String sentence = evidence(incoming);
                    double bonus = !sentence.isEmpty() && sentence.equals(evidence(stored)) ? 1 : 0;
                    pairs.add(new Pair(
                            i,
                            incoming,
                            stored,
                            new Verdict.Same(
                                    Verdict.How.REPRINT, score + bonus, List.of("the same text as " + original))));
                }
            }
        }
        return pairs;
    }

    private static String evidence(Event event) {
        return event.account().sources().isEmpty()
                        || event.account().sources().getFirst().evidence().isEmpty()
                ? ""
                : event.account().sources().getFirst().evidence().getFirst().text();
    }

    private static List<Pair> compare(CodedReport coded, Map<String, Event> neighbours) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < coded.events().size(); i++) {
            Event incoming = coded.events().get(i);
            for (Event stored : neighbours.values()) {
                Verdict verdict = Judge.compare(stored, incoming);
                if (!(verdict instanceof Verdict.Apart)) {
                    pairs.add(new Pair(i, incoming, stored, verdict));
                }
            }
        }
        return pairs;
    }

    /** The planning of one report: each of its events goes to at most one stored event, and each of these takes one. */
    private final class Round {
        private final CodedReport coded;
        private final @Nullable String original;
        private final Ledger ledger = new Ledger(store);
        private final MergeSteps steps;
        private final Map<Integer, String> places = new HashMap<>();
        private final Set<String> taken = new HashSet<>();
        private final Map<Integer, Integer> suggestions = new HashMap<>();
        private int reprints;
        private int corrections;
        private int suggested;

        Round(Report report, CodedReport coded, @Nullable String original) {
            this.coded = coded;
            this.original = original;
            this.steps = new MergeSteps(ledger, report.receipt().collectedAt(), MACHINE);
            coded.events().forEach(ledger::begin);
        }

        MergePlan run(List<Pair> pairs) {
            List<Event> first = new ArrayList<>(coded.events());
            List<Pair> sure = pairs.stream()
                    .filter(pair -> pair.verdict instanceof Verdict.Same)
                    .sorted(Comparator.comparingInt((Pair pair) -> rank(pair.verdict))
                            .thenComparingDouble(pair -> -score(pair.verdict))
                            .thenComparingInt(Pair::index)
                            .thenComparing(pair -> pair.stored.id()))
                    .toList();
            Map<Integer, Pair> chosen = new LinkedHashMap<>();
            for (Pair pair : sure) {
                if (!chosen.containsKey(pair.index) && taken.add(pair.stored.id())) {
                    chosen.put(pair.index, pair);
                    places.put(pair.index, pair.stored.id());
                }
            }
            pairs.stream()
                    .filter(pair -> !places.containsKey(pair.index))
                    .sorted(Comparator.comparingDouble(pair -> -score(pair.verdict)))
                    .forEach(pair -> note(pair, first));
            first.forEach(ledger::begin);
            chosen.values().stream()
                    .sorted(Comparator.comparingInt(Pair::index))
                    .forEach(this::merge);
            return new MergePlan(
                    new CodedReport(first, coded.omissions(), coded.notices()),
                    ledger.following(),
                    new MergePlan.Counts(chosen.size(), reprints, corrections, suggested));
        }

        private void merge(Pair pair) {
            Verdict.Same same = (Verdict.Same) pair.verdict;
            boolean reprint = same.how() == Verdict.How.REPRINT;
            reprints += reprint ? 1 : 0;
            corrections += same.how() == Verdict.How.CORRECTION ? 1 : 0;
            double score = Math.min(1, same.score());
            String reason = String.join("; ", same.reasons()) + "; " + Judge.scoreInWords(score);
            steps.merge(
                    pair.stored.id(),
                    pair.incoming.id(),
                    new MergeSteps.Grounds(same.how(), score, reason, reprint ? original : null));
        }

        /** What is not merged is written down: on the new event, and on the stored one where that is to show it. */
        private void note(Pair pair, List<Event> first) {
            Event incoming = first.get(pair.index);
            String other = pair.stored.id();
            switch (pair.verdict) {
                case Verdict.Perhaps perhaps -> {
                    // Nobody looks through more; what contradicts is always told.
                    int before = suggestions.merge(pair.index, 1, Integer::sum) - 1;
                    if (before >= MOST_SUGGESTIONS && !perhaps.contradicts()) {
                        return;
                    }
                    Event noted = MergeSteps.suggested(
                            incoming, other, perhaps.score(), String.join("; ", perhaps.reasons()));
                    suggested++;
                    first.set(
                            pair.index,
                            perhaps.contradicts()
                                    ? MergeSteps.linked(noted, new Event.Link("contradicts", other))
                                    : noted);
                    if (perhaps.contradicts()) {
                        steps.link(ledger.get(other), "contradicts", incoming.id());
                    }
                }
                case Verdict.Sum sum -> {
                    boolean sums = incoming.what().recordType() == org.clashmap.event.RecordType.AGGREGATE;
                    if (sums) {
                        first.set(pair.index, MergeSteps.linked(incoming, new Event.Link("summarises", other)));
                    } else {
                        steps.link(ledger.get(other), "summarises", incoming.id());
                    }
                }
                case Verdict.Same same -> {
                    // Another event of the report is the better telling of the stored one.
                    return;
                }
                case Verdict.Apart apart -> {
                    return;
                }
            }
        }
    }

    private static int rank(Verdict verdict) {
        return verdict instanceof Verdict.Same same && same.how() == Verdict.How.REPRINT ? 0 : 1;
    }

    private static double score(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Same same -> same.score();
            case Verdict.Perhaps perhaps -> perhaps.score();
            case Verdict.Sum sum -> 0;
            case Verdict.Apart apart -> 0;
        };
    }
}
