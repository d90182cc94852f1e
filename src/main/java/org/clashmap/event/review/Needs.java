package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.Where;
import org.jspecify.annotations.Nullable;

/** How much an event needs a person, and why, in words. The figures order a queue and mean nothing beside it. */
final class Needs {
    private static final int MANY_SOURCES = 3;
    private static final double LOW_CONFIDENCE = 0.5;

    private final List<String> why = new ArrayList<>();
    private double priority;

    private Needs() {}

    /** @param why the strongest first */
    record Need(double priority, List<String> why) {
        Need {
            why = List.copyOf(why);
        }
    }

    static Need of(Event event) {
        Needs needs = new Needs();
        needs.addPlace(event.where());
        needs.addToll(event);
        needs.addOthers(event);
        needs.addAccount(event.account());
        needs.addRest(event);
        return new Need(Math.round(needs.priority * 100) / 100.0, needs.why);
    }

    private void add(double weight, String reason) {
        priority += weight;
        why.add(reason);
    }

    private void addPlace(Where where) {
        Where.Verdict verdict = where.geocode().verdict();
        int candidates = where.geocode().candidates().size();
        Double share = verdict.score();
        if (verdict.ambiguous()) {
            String first = share == null ? "" : ", the likeliest with " + Math.round(share * 100) + " %";
            add(3, candidates + " places are possible" + first);
        } else if (where.geocode().status().equals("unresolved")) {
            add(3, where.text() == null ? "no place was found" : "no place was found for \"" + where.text() + "\"");
        }
        if (verdict.adminConflict()) {
            add(2, "the province named in the text speaks against the place");
        }
        if (where.basis().equals("inferred_context")) {
            add(0.5, "the place was taken over from an earlier sentence");
        }
    }

    private void addToll(Event event) {
        Event.Estimate deaths = event.toll().deaths();
        Integer fatalities = event.toll().fatalities();
        int dead = deaths != null ? deaths.best() : fatalities != null ? fatalities : 0;
        if (dead > 0) {
            add(
                    Math.min(4, 1 + Math.log10(dead) * 1.5),
                    dead == 1 ? "a death is reported" : dead + " deaths are reported");
        }
        if (deaths != null && deaths.low() < deaths.high()) {
            add(0.5, "the deaths are told as " + deaths.low() + " to " + deaths.high());
        }
    }

    private void addOthers(Event event) {
        int sources = event.account().sources().size();
        if (sources >= MANY_SOURCES) {
            add(Math.min(2, sources * 0.3), sources + " reports tell it");
        }
        String decided = event.supplement().text("dedup", "decided_by");
        if (event.supplement().find("dedup").isPresent() && decided == null) {
            add(2, "it may be one with another event");
        }
        if (event.identity().links().stream().anyMatch(link -> link.type().equals("contradicts"))) {
            add(2, "another report contradicts it");
        }
    }

    private void addAccount(Event.Account account) {
        if (account.certainty().equals("disputed") || account.certainty().equals("denied")) {
            add(1, "it is " + account.certainty());
        }
        @Nullable Double confidence = account.confidence();
        if (confidence != null && confidence < LOW_CONFIDENCE) {
            add(1, "the program trusts it with " + Math.round(confidence * 100) + " %");
        }
    }

    private void addRest(Event event) {
        if (event.when().basis().equals("inferred_publish")) {
            add(0.5, "the text tells no day");
        }
        if (!event.editorial().sensitivity().level().equals("public")) {
            add(
                    1,
                    "it may do harm when shown ("
                            + event.editorial().sensitivity().level() + ")");
        }
        if (event.what().tier() == MapTier.DEFAULT_MAP) {
            add(1, "it stands on the default map");
        } else if (event.what().tier() == MapTier.TIMELINE_ONLY || event.what().recordType() != RecordType.EVENT) {
            priority -= 2;
        }
        if (why.isEmpty()) {
            why.add("nobody has looked at it");
        }
    }
}
