package org.clashmap.geocode;

import java.util.List;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;

/** From the shares of a mention's candidates to the sealed answer: resolved, ambiguous or unresolved, with the reason. */
final class Verdicts {
    private static final int SHOWN_CANDIDATES = 6;
    /** Codebook section 3, rule 2. */
    private static final double AMBIGUOUS_MARGIN = 0.2;
    /** Homonyms this close to each other can hardly be told apart by a text. */
    private static final double TWIN_METERS = 40_000;

    private static final double TWIN_SHARE = 0.12;

    private Verdicts() {}

    static Resolution of(Weighing weighing) {
        ToponymRole role = weighing.mention.role();
        if (role == ToponymRole.PERSON || role == ToponymRole.ORGANISATION) {
            return new Resolution.Unresolved("part of a name that is not a place: " + weighing.mention.reason());
        }
        if (weighing.options.isEmpty()) {
            return new Resolution.Unresolved(
                    role == ToponymRole.METONYM
                            ? "a seat of power, not a place"
                            : "the gazetteer knows no place called " + weighing.mention.text());
        }
        if (weighing.noneShare > weighing.options.getFirst().share) {
            return new Resolution.Unresolved("the gazetteer knows places called " + weighing.mention.text()
                    + ", but none that fits this report");
        }
        List<Candidate> candidates = weighing.candidates(SHOWN_CANDIDATES);
        if (weighing.mention.isLiteral() && (margin(weighing.options) < AMBIGUOUS_MARGIN || hasTwin(weighing))) {
            boolean conflict = weighing.options.get(0).isOutsideNamedUnit()
                    || (weighing.options.size() > 1 && weighing.options.get(1).isOutsideNamedUnit());
            return new Resolution.Ambiguous(candidates, conflict);
        }
        return new Resolution.Resolved(candidates);
    }

    /** Between the first candidate and the first other that is not the unit named after it, or its seat. */
    private static double margin(List<Option> options) {
        Place first = options.getFirst().place();
        for (Option other : options.subList(1, options.size())) {
            if (!isSeatAndUnit(first, other.place()) && !isSeatAndUnit(other.place(), first)) {
                return options.getFirst().share - other.share;
            }
        }
        return 1;
    }

    private static boolean isSeatAndUnit(Place seat, Place unit) {
        return Containers.isUnit(unit) && !seat.feature().isCountry() && Containers.isUnitOf(unit, seat);
    }

    private static boolean hasTwin(Weighing weighing) {
        if (weighing.options.size() < 2) {
            return false;
        }
        Option second = weighing.options.get(1);
        Place a = weighing.options.get(0).place();
        Place b = second.place();
        return second.share >= TWIN_SHARE
                && a.feature().isPopulatedPlace()
                && b.feature().isPopulatedPlace()
                && Geodesy.distanceMeters(a.point(), b.point()) < TWIN_METERS;
    }
}
