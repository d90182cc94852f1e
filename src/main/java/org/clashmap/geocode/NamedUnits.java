package org.clashmap.geocode;

import java.util.List;
import java.util.Map;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.Language;

/** What "in Donetsk" says: for the place before it where it lies, and for Donetsk that the unit of that name is meant. */
final class NamedUnits {
    /** A named unit still speaks for a place this far across its border, fading with distance. */
    private static final double BORDER_FADE_METERS = 40_000;
    /** Beyond, the distance is not worth telling. */
    private static final double TELLING_METERS = 100_000;

    private final Gazetteer gazetteer;
    private final UnitDistance unitDistance;

    NamedUnits(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.unitDistance = new UnitDistance(gazetteer);
    }

    /** A name that the exact keys do not know is looked up by its skeleton within the unit that the text names. */
    List<NameMatch> looseMatches(ToponymMention mention, List<ToponymMention> containers, Language language) {
        for (ToponymMention container : containers) {
            for (NameMatch unit : container.matches()) {
                if (Containers.isUnit(unit.place())) {
                    List<NameMatch> loose = gazetteer.lookupWithin(
                            mention.text(), language, unit.place().id());
                    if (!loose.isEmpty()) {
                        return loose;
                    }
                }
            }
        }
        return List.of();
    }

    /** What the unit named with a place says for a candidate: its best fitting reading counts. */
    void addContainment(Option option, ToponymMention container) {
        double nearest = Double.POSITIVE_INFINITY;
        Place named = null;
        for (NameMatch match : container.matches()) {
            Place unit = match.place();
            if (Containers.isUnit(unit) && !unit.id().equals(option.place().id())) {
                double meters = unitDistance.metersOutside(option.place(), unit);
                if (meters < nearest) {
                    nearest = meters;
                    named = unit;
                }
            }
        }
        if (named == null) {
            return;
        }
        double fit = Math.exp(-nearest / BORDER_FADE_METERS);
        option.set(Evidence.INSIDE_NAMED_UNIT, Math.max(fit, option.get(Evidence.INSIDE_NAMED_UNIT)));
        option.set(Evidence.OUTSIDE_NAMED_UNIT, Math.max(1 - fit, option.get(Evidence.OUTSIDE_NAMED_UNIT)));
        if (named.feature().isAdmin1() && fit > option.namedUnitFit) {
            option.namedUnit = named.id();
            option.namedUnitFit = fit;
        }
        option.reasons.addFirst(
                nearest == 0
                        ? "lies in " + named.name() + ", which the text names"
                        : nearest < TELLING_METERS
                                ? "lies " + Reasons.kilometers(nearest) + " outside " + named.name()
                                        + ", which the text names"
                                : "lies outside " + named.name() + ", which the text names");
    }

    /** A unit's name that contains likely places means the unit, not the town it is named after. */
    void settle(List<ToponymMention> mentions, Map<Integer, List<Integer>> containers, List<Weighing> weighings) {
        containers.forEach((inner, outers) -> {
            Option innerBest = weighings.get(inner).best();
            for (int outer : outers) {
                if (mentions.get(outer).expected() == ExpectedKind.SETTLEMENT) {
                    continue;
                }
                for (Option option : weighings.get(outer).options) {
                    if (Containers.isUnit(option.place())
                            && option.get(Evidence.HOLDS_NAMED_PLACE) == 0
                            && (innerBest == null
                                    || unitDistance.metersOutside(innerBest.place(), option.place())
                                            < BORDER_FADE_METERS)) {
                        option.set(Evidence.HOLDS_NAMED_PLACE, 1);
                        weighings.get(outer).told = true;
                        option.reasons.addFirst(
                                "named as the unit that " + mentions.get(inner).text() + " lies in");
                    }
                }
            }
        });
    }
}
