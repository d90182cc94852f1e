package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.geo.Geodesy;
import org.clashmap.text.AnalysedText;

/**
 * Toponym resolution. Every candidate gets a score on a logit scale from its name, kind and size, the countries the text is
 * about, the unit the text puts it in (evidence, not a filter: it fades across the unit's border), and its nearness to the
 * other places of the text (spatial minimality, after Leidner 2007). Shares are the soft maximum of the scores. Two rounds:
 * the second weighs neighbours by the shares of the first. The cost grows with the square of the number of distinct names,
 * capped at {@link #MOST_NEIGHBOURS} each.
 */
final class Resolver {
    private static final int MOST_CANDIDATES = 60;
    private static final int MOST_NEIGHBOURS = 12;
    private static final int SHOWN_CANDIDATES = 6;
    private static final int ROUNDS = 2;
    /** Codebook section 3, rule 2. */
    private static final double AMBIGUOUS_MARGIN = 0.2;
    /** Homonyms this close to each other can hardly be told apart by a text. */
    private static final double TWIN_METERS = 40_000;

    private static final double TWIN_SHARE = 0.12;
    private static final double STRONG_FOCUS = 0.35;
    private static final double FAR_NEIGHBOUR = 0.05;
    private static final long STRANGE_BELOW = 50_000;

    private final Gazetteer gazetteer;
    private final UnitDistance unitDistance;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.unitDistance = new UnitDistance(gazetteer);
    }

    List<Toponym> resolve(AnalysedText text, List<ToponymMention> mentions) {
        CountryFocus focus = CountryFocus.of(mentions);
        Map<Integer, List<Integer>> containers = Containers.find(text, mentions);
        List<Weighing> weighings = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            weighings.add(weigh(mentions, i, containers.getOrDefault(i, List.of()), focus));
        }
        settleUnits(mentions, containers, weighings);
        agreeOnSense(weighings);
        for (int round = 0; round < ROUNDS; round++) {
            addNeighbours(weighings);
        }
        List<Toponym> toponyms = new ArrayList<>();
        for (Weighing weighing : weighings) {
            toponyms.add(new Toponym(weighing.mention, outcome(weighing)));
        }
        return toponyms;
    }

    private Weighing weigh(List<ToponymMention> mentions, int index, List<Integer> containers, CountryFocus focus) {
        ToponymMention mention = mentions.get(index);
        List<NameMatch> matches = mention.matches();
        boolean skeleton = false;
        if (mention.isLiteral() && !containers.isEmpty()) {
            List<NameMatch> loose = looseMatches(mentions, mention, containers);
            skeleton = matches.isEmpty() && !loose.isEmpty();
            matches = skeleton ? loose : matches;
        }
        List<Option> options = new ArrayList<>();
        for (NameMatch match : matches) {
            Option option = new Option(match);
            option.base = Scores.prior(match, mention.expected()) + Scores.role(match.place(), mention.role());
            double share = focus.share(match.place().admin().country());
            option.base += Scores.COUNTRY_FOCUS * share;
            if (share > 0.3) {
                option.reasons.add("the report is mostly about " + countryName(match.place()));
            }
            for (int container : containers) {
                option.base += containment(option, mentions.get(container));
            }
            options.add(option);
        }
        options.sort(Comparator.comparingDouble((Option o) -> -o.base)
                .thenComparing(o -> o.match.place().id()));
        if (options.size() > MOST_CANDIDATES) {
            options = new ArrayList<>(options.subList(0, MOST_CANDIDATES));
        }
        Weighing weighing = new Weighing(mention, options);
        weighing.share();
        long sameName =
                mentions.stream().filter(m -> m.text().equals(mention.text())).count();
        weighing.strange = focus.highest() >= STRONG_FOCUS
                && mention.isLiteral()
                && options.stream().allMatch(o -> isStrange(o.match.place(), focus, sameName));
        return weighing;
    }

    /** A small place in a country that nothing else in the text points to. */
    private static boolean isStrange(Place place, CountryFocus focus, long sameName) {
        return place.feature().isPopulatedPlace()
                && place.population() < STRANGE_BELOW
                && focus.weight(place.admin().country()) < sameName + 0.2;
    }

    /** A name the exact keys do not know is looked up by its skeleton within the unit that the text names. */
    private List<NameMatch> looseMatches(
            List<ToponymMention> mentions, ToponymMention mention, List<Integer> containers) {
        for (int container : containers) {
            for (NameMatch unit : mentions.get(container).matches()) {
                if (Containers.isUnit(unit.place())) {
                    List<NameMatch> loose = gazetteer.lookupWithin(
                            mention.text(),
                            org.clashmap.text.Language.EN,
                            unit.place().id());
                    if (!loose.isEmpty()) {
                        return loose;
                    }
                }
            }
        }
        return List.of();
    }

    /** What the unit named with a place says for a candidate: its best fitting reading counts. */
    private double containment(Option option, ToponymMention container) {
        double best = Double.NEGATIVE_INFINITY;
        String reason = "";
        boolean outside = true;
        for (NameMatch match : container.matches()) {
            Place unit = match.place();
            if (!Containers.isUnit(unit)
                    || unit.id().equals(option.match.place().id())) {
                continue;
            }
            double meters = unitDistance.metersOutside(option.match.place(), unit);
            double fit = Scores.OUTSIDE_NAMED_UNIT
                    + (Scores.INSIDE_NAMED_UNIT - Scores.OUTSIDE_NAMED_UNIT)
                            * Math.exp(-meters / Scores.BORDER_FADE_METERS);
            if (fit > best) {
                best = fit;
                outside = meters > 0;
                reason = meters == 0
                        ? "lies in " + unit.name() + ", which the text names"
                        : meters < 100_000
                                ? "lies " + kilometers(meters) + " outside " + unit.name() + ", which the text names"
                                : "lies outside " + unit.name() + ", which the text names";
            }
        }
        if (best == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        option.reasons.addFirst(reason);
        option.outsideNamedUnit |= outside;
        return best;
    }

    private void addNeighbours(List<Weighing> weighings) {
        for (int i = 0; i < weighings.size(); i++) {
            Weighing weighing = weighings.get(i);
            if (weighing.options.size() < 2 || !weighing.mention.isLiteral()) {
                continue;
            }
            List<Weighing> neighbours = neighbours(weighings, i);
            for (Option option : weighing.options) {
                option.nearness = 0;
                option.nearest = null;
                if (!option.match.place().feature().isArea()) {
                    neighbours.forEach(neighbour -> nearness(option, neighbour));
                }
            }
        }
        weighings.forEach(Weighing::share);
    }

    /** The nearest literal mentions of other settlements on both sides, each name once. */
    private static List<Weighing> neighbours(List<Weighing> weighings, int index) {
        Map<String, Weighing> byName = new LinkedHashMap<>();
        String own = weighings.get(index).mention.text();
        for (int step = 1; step < weighings.size() && byName.size() < MOST_NEIGHBOURS; step++) {
            for (int at : new int[] {index - step, index + step}) {
                if (at >= 0 && at < weighings.size()) {
                    Weighing other = weighings.get(at);
                    if (other.mention.isLiteral()
                            && !other.options.isEmpty()
                            && !other.mention.text().equals(own)) {
                        byName.putIfAbsent(other.mention.text(), other);
                    }
                }
            }
        }
        return new ArrayList<>(byName.values());
    }

    private static void nearness(Option option, Weighing neighbour) {
        double best = 0;
        double bestMeters = 0;
        for (Option other : neighbour.options) {
            Place place = other.match.place();
            if (place.feature().isArea() || other.share < 0.02) {
                continue;
            }
            double meters = Geodesy.distanceMeters(option.match.place().point(), place.point());
            double value = Math.sqrt(other.share)
                    * Math.exp(-meters / Scores.NEIGHBOUR_FADE_METERS)
                    * sureness(option.match.place())
                    * sureness(place);
            if (value > best) {
                best = value;
                bestMeters = meters;
            }
        }
        if (best > option.nearness) {
            option.nearness = best;
            option.nearest = kilometers(bestMeters) + " from " + neighbour.mention.text() + ", named with it";
        }
    }

    /** A place known only to its district says little about what it is near. */
    private static double sureness(Place place) {
        return place.precision() == PlacePrecision.POINT ? 1 : 0.4;
    }

    /** A unit's name that contains resolved places means the unit, not the town it is named after: "in Donetsk". */
    private void settleUnits(
            List<ToponymMention> mentions, Map<Integer, List<Integer>> containers, List<Weighing> weighings) {
        containers.forEach((inner, outers) -> {
            Option innerBest = weighings.get(inner).best();
            for (int outer : outers) {
                if (mentions.get(outer).expected() == ExpectedKind.SETTLEMENT) {
                    continue;
                }
                for (Option option : weighings.get(outer).options) {
                    Place unit = option.match.place();
                    if (Containers.isUnit(unit)
                            && (innerBest == null
                                    || unitDistance.metersOutside(innerBest.match.place(), unit)
                                            < Scores.BORDER_FADE_METERS)) {
                        option.base += Scores.INSIDE_NAMED_UNIT;
                        weighings.get(outer).told = true;
                        option.reasons.addFirst(
                                "named as the unit that " + mentions.get(inner).text() + " lies in");
                    }
                }
                weighings.get(outer).share();
            }
        });
    }

    /**
     * One sense for each name in a text (after Gale, Church and Yarowsky 1992): where the words around one mention say what
     * it is ("the Kursk front", "Donetsk region"), the bare name elsewhere leans the same way.
     */
    private static void agreeOnSense(List<Weighing> weighings) {
        Map<String, Map<Integer, Double>> told = new LinkedHashMap<>();
        for (Weighing weighing : weighings) {
            Option best = weighing.best();
            if (best != null && weighing.mention.isLiteral() && weighing.isTold() && best.share > 0.6) {
                told.computeIfAbsent(weighing.mention.text(), name -> new LinkedHashMap<>())
                        .merge(best.match.place().index(), best.share, Math::max);
            }
        }
        for (Weighing weighing : weighings) {
            Map<Integer, Double> senses = told.get(weighing.mention.text());
            if (senses != null && weighing.mention.isLiteral() && !weighing.isTold()) {
                for (Option option : weighing.options) {
                    Double share = senses.get(option.match.place().index());
                    if (share != null) {
                        option.base += Scores.SAME_SENSE * share;
                        option.reasons.add("the report speaks of it by this name elsewhere");
                    }
                }
                weighing.share();
            }
        }
    }

    private Resolution outcome(Weighing weighing) {
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
        if (weighing.strange && weighing.options.stream().allMatch(o -> o.nearness < FAR_NEIGHBOUR)) {
            return new Resolution.Unresolved("the gazetteer knows places called " + weighing.mention.text()
                    + " only in countries the report does not speak of");
        }
        List<Candidate> candidates = weighing.candidates(SHOWN_CANDIDATES);
        boolean twin = hasTwin(weighing);
        double margin = margin(weighing.options);
        if (weighing.mention.isLiteral() && (margin < AMBIGUOUS_MARGIN || twin)) {
            boolean conflict = weighing.options.get(0).outsideNamedUnit
                    || (weighing.options.size() > 1 && weighing.options.get(1).outsideNamedUnit);
            return new Resolution.Ambiguous(candidates, conflict);
        }
        return new Resolution.Resolved(candidates);
    }

    /** Between the first candidate and the first other that is not the unit named after it, or its seat. */
    private static double margin(List<Option> options) {
        Place first = options.getFirst().match.place();
        for (Option other : options.subList(1, options.size())) {
            if (!isSeatAndUnit(first, other.match.place()) && !isSeatAndUnit(other.match.place(), first)) {
                return options.getFirst().share - other.share;
            }
        }
        return 1;
    }

    private static boolean isSeatAndUnit(Place seat, Place unit) {
        return Containers.isUnit(unit)
                && !seat.feature().isCountry()
                && (unit.id().equals(seat.admin().admin1())
                        || unit.id().equals(seat.admin().admin2()));
    }

    private static boolean hasTwin(Weighing weighing) {
        if (weighing.options.size() < 2) {
            return false;
        }
        Option first = weighing.options.get(0);
        Option second = weighing.options.get(1);
        Place a = first.match.place();
        Place b = second.match.place();
        return second.share >= TWIN_SHARE
                && a.feature().isPopulatedPlace()
                && b.feature().isPopulatedPlace()
                && Geodesy.distanceMeters(a.point(), b.point()) < TWIN_METERS;
    }

    private static String kilometers(double meters) {
        return Math.max(1, Math.round(meters / 1000)) + " km";
    }

    private String countryName(Place place) {
        return gazetteer
                .findCountry(place.admin().country())
                .map(Place::name)
                .orElse(place.admin().country());
    }
}
