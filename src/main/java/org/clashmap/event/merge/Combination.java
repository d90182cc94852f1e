package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.Where;

/**
 * What several tellings make together (codebook section 6, rule 6): the place from the one with the smallest radius, the
 * time from the most exact, the actors from the one that names most, every claim, every source. The first telling decides
 * where they are equal, so the order of arrival gives one result. One telling alone stays as it is.
 */
final class Combination {
    private static final List<String> SENSITIVITY = List.of("public", "delayed", "blurred", "restricted", "withheld");

    private Combination() {}

    /**
     * @param tellings the first is the event's own; at least one
     * @return its parts under the first's identity, review and supplement
     */
    static Event of(List<Telling> tellings) {
        Event first = tellings.getFirst().event();
        if (tellings.size() == 1) {
            return first;
        }
        Event placed = best(tellings, Comparator.comparingInt(Combination::radius));
        Event dated = best(
                tellings,
                Comparator.<Event>comparingInt(event -> event.when().precision().ucdp())
                        .thenComparingLong(event -> Likeness.end(event.when()).toEpochDay()
                                - Likeness.start(event.when()).toEpochDay()));
        Event peopled = best(
                tellings,
                Comparator.comparingLong(event ->
                        -event.who().actors().stream().filter(Likeness::isKnown).count()));
        return new Event(
                first.identity(),
                what(tellings, placed),
                dated.when(),
                placed.where(),
                peopled.who(),
                TollCombination.of(tellings),
                AccountCombination.of(tellings),
                new Event.Editorial(
                        first.editorial().review(),
                        sensitivity(tellings),
                        first.editorial().history()),
                first.supplement());
    }

    private static Event best(List<Telling> tellings, Comparator<Event> order) {
        return tellings.stream()
                .filter(telling -> !telling.isReprint() || telling.equals(tellings.getFirst()))
                .map(Telling::event)
                .min(order)
                .orElse(tellings.getFirst().event());
    }

    private static int radius(Event event) {
        Where where = event.where();
        Integer meters = where.precision().uncertaintyMeters();
        return where.point() == null || meters == null ? Integer.MAX_VALUE : meters;
    }

    private static Event.What what(List<Telling> tellings, Event placed) {
        Event.What own = tellings.getFirst().event().what();
        MapTier tier = own.tier();
        boolean targeting = false;
        Set<String> weapons = new TreeSet<>();
        Set<String> tags = new LinkedHashSet<>();
        for (Telling telling : tellings) {
            Event.What what = telling.event().what();
            tier = what.tier().number() < tier.number() ? what.tier() : tier;
            targeting |= what.traits().civilianTargeting();
            weapons.addAll(what.traits().weapons());
            tags.addAll(what.traits().tags());
        }
        return new Event.What(
                placed.what().type() == own.type() ? placed.what().title() : own.title(),
                own.recordType(),
                tier,
                own.type(),
                own.plover(),
                new Event.Traits(own.traits().clarity(), targeting, List.copyOf(weapons), List.copyOf(tags)));
    }

    /** The strictest of all. */
    private static Event.Sensitivity sensitivity(List<Telling> tellings) {
        Event.Sensitivity strictest = tellings.getFirst().event().editorial().sensitivity();
        Set<String> reasons = new LinkedHashSet<>();
        for (Telling telling : tellings) {
            Event.Sensitivity next = telling.event().editorial().sensitivity();
            reasons.addAll(next.reasons());
            if (SENSITIVITY.indexOf(next.level()) > SENSITIVITY.indexOf(strictest.level())) {
                strictest = next;
            }
        }
        return new Event.Sensitivity(strictest.level(), new ArrayList<>(reasons), strictest.notice());
    }
}
