package org.clashmap.event.publish;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clashmap.event.Event;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.report.Report;

/**
 * Decides what may be shown of an event: to those who work on it, all; to everybody, what its rules leave. The same event,
 * rules and time always give the same answer. Immutable and safe for many threads.
 */
public final class Publisher {
    private static final List<String> LEVELS = List.of("public", "delayed", "blurred", "restricted", "withheld");

    private final Rules rules;
    private final Release release;
    private final PublicPlace places;

    public Publisher(Rules rules, Release release, Gazetteer gazetteer) {
        this.rules = rules;
        this.release = release;
        this.places = new PublicPlace(gazetteer);
    }

    /** What an audience sees of an event now, or nothing. What is withdrawn is for those who work on it alone. */
    public Optional<Event> publish(Event event, Audience audience, Instant now) {
        return switch (audience) {
            case STAFF -> Optional.of(event);
            case PUBLIC -> release.includes(event) ? project(event, now) : Optional.empty();
        };
    }

    private Optional<Event> project(Event event, Instant now) {
        Terms terms = Terms.of(event, rules, now);
        return now.isBefore(terms.times().release())
                ? Optional.empty()
                : Optional.of(new Projection(event, terms, places).make());
    }

    /**
     * What the public sees of an earlier version: no more than it would see if that were told today. What was marked, held or
     * withdrawn since is not to be read in the past.
     */
    public Optional<Event> publishPast(Event past, Event current, Audience audience, Instant now) {
        if (audience == Audience.STAFF) {
            return Optional.of(past);
        }
        if (!release.includes(past) || publish(current, audience, now).isEmpty()) {
            return Optional.empty();
        }
        Event.Sensitivity then = past.editorial().sensitivity();
        Event.Sensitivity today = current.editorial().sensitivity();
        Set<String> reasons = new LinkedHashSet<>(today.reasons());
        reasons.addAll(then.reasons());
        boolean relaxed = !today.loosened().isEmpty();
        String level =
                LEVELS.indexOf(then.level()) > LEVELS.indexOf(today.level()) && !relaxed ? then.level() : today.level();
        Event.Sensitivity both =
                new Event.Sensitivity(level, List.copyOf(reasons), today.notice(), today.loosened(), Event.Shown.WHOLE);
        Event marked = past.withVersion(
                past.version(),
                new Event.Editorial(
                        past.editorial().review(), both, past.editorial().history()));
        return project(marked, now);
    }

    /** When time alone changes what the public sees of an event; empty when it never will again. */
    public Optional<Instant> nextChange(Event event, Instant now) {
        if (!release.includes(event)) {
            return Optional.empty();
        }
        return Terms.of(event, rules, now).nextChange(now);
    }

    /**
     * What readers may see of the report that tells these events, in the words of its own.
     *
     * @param events all that it tells, in their current versions, withdrawn ones too
     */
    public Openness opennessOf(Report report, List<Event> events, Instant now) {
        if (rules.isAtRisk(
                report.id(), report.source().publisher(), report.source().url())) {
            return Openness.HIDDEN;
        }
        boolean whole = release == Release.ALL || !events.isEmpty();
        boolean anyShown = release == Release.ALL;
        for (Event event : events) {
            Terms terms = Terms.of(event, rules, now);
            if (terms.withholds(Fact.SOURCE)) {
                return Openness.HIDDEN;
            }
            boolean due = !now.isBefore(terms.times().release());
            anyShown |= due && release.includes(event);
            whole &= due && release.hasSeen(event) && !new Projection(event, terms, places).isWordless();
        }
        return !anyShown ? Openness.HIDDEN : whole ? Openness.WHOLE : Openness.NAMED;
    }

    /** How much of a report readers may see. */
    public enum Openness {
        /** Not even that there is one. */
        HIDDEN,
        /** Who published it and when, without headline, address and text. */
        NAMED,
        WHOLE
    }

    public Release release() {
        return release;
    }

    public Rules rules() {
        return rules;
    }
}
