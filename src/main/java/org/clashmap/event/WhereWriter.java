package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Candidate;
import org.clashmap.geocode.Localiser;
import org.clashmap.geocode.Location;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.Relation;
import org.clashmap.geocode.Resolution;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.AnalysedText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes where an event happened, with candidates, reasons and the decision in words. */
final class WhereWriter {
    /** Below this share the best candidate carries no mark; the smallest unit that holds the candidates does. */
    private static final double MARK_SHARE = 0.5;

    private static final double BESIDE_METERS = 25_000;

    private static final double NEARLY_ALL = 0.9;

    private static final int SEAT_METERS = 10_000;

    private final Gazetteer gazetteer;
    private final Localiser localiser;
    private final PlaceWords words;

    WhereWriter(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.words = new PlaceWords(gazetteer);
        this.localiser = new Localiser(gazetteer);
    }

    /** @param fromContext the place was taken over from an earlier sentence */
    Where write(AnalysedText text, PlacePhrase told, boolean fromContext) {
        PlacePhrase phrase = known(told);
        Resolution resolution = phrase.anchors().getFirst().resolution();
        Location location = isTooOpen(resolution, phrase) ? sharedUnit(resolution) : localiser.locate(phrase);
        String written = told.span().of(text.written());
        Where.Precision precision = new Where.Precision(
                location.exactness().geoPrecision(),
                location.exactness().wherePrec(),
                location.level(),
                location.exactness().uncertaintyMeters());
        return new Where(
                written,
                location.point(),
                location.footprint(),
                names(phrase, resolution),
                precision,
                geocode(phrase, resolution, location),
                fromContext ? "inferred_context" : "stated");
    }

    /** The place of an act between governments that names none: the seat of the one that acts. */
    Optional<Where> writeSeat(String iso2) {
        return gazetteer.findCapital(iso2).map(seat -> {
            Where.Relation relation = new Where.Relation("inferred_seat", List.of(seat.name()), null, null);
            Where.Candidate candidate = new Where.Candidate(
                    seat.id(),
                    seat.name(),
                    seat.point(),
                    words.findAdmin1(seat),
                    1.0,
                    List.of("seat of the government"),
                    null);
            Where.Geocode geocode = new Where.Geocode(
                    "gazetteer",
                    relation,
                    List.of(candidate),
                    seat.id(),
                    new Where.Verdict(1.0, 1.0, false, false),
                    gazetteer.version(),
                    "No place is stated; the seat of the government that acted is shown, off the default map.");
            return new Where(
                    null,
                    seat.point(),
                    null,
                    words.names(seat, seat.name()),
                    new Where.Precision(null, null, "settlement", SEAT_METERS),
                    geocode,
                    "inferred_seat");
        });
    }

    /** The place of a part of another event: the whole's, without a mark of its own. */
    static Where inherit(Where whole, @Nullable String written) {
        Where.Geocode geocode = new Where.Geocode(
                "inherits_parent",
                whole.geocode().relation(),
                List.of(),
                null,
                new Where.Verdict(null, null, false, false),
                whole.geocode().gazetteerVersion(),
                "Part of another event; its place is that event's.");
        return new Where(
                written == null ? whole.text() : written,
                null,
                null,
                whole.names(),
                new Where.Precision(whole.precision().geo(), whole.precision().where(), "inherits_parent", null),
                geocode,
                whole.basis());
    }

    /** "At A in B" where no table has A: what is known is B. */
    private static PlacePhrase known(PlacePhrase phrase) {
        boolean unknown = phrase.anchors().stream()
                .allMatch(a -> a.resolution().findBest().isEmpty());
        if (!unknown) {
            return phrase;
        }
        return phrase.containers().stream()
                .filter(c -> c.resolution().findBest().isPresent())
                .findFirst()
                .map(c -> new PlacePhrase(phrase.span(), partOf(c), List.of(c), List.of(), null, null))
                .orElse(phrase);
    }

    private static Relation partOf(Toponym container) {
        boolean settlement = container
                .resolution()
                .findBest()
                .map(p -> p.feature().isPopulatedPlace())
                .orElse(false);
        return settlement ? Relation.PART_OF : Relation.IN_REGION;
    }

    /**
     * The belief is spread over places too far apart for a mark. Candidates beside the best one, such as a city and the
     * municipality called after it, say the same.
     */
    private static boolean isTooOpen(Resolution resolution, PlacePhrase phrase) {
        if (!(resolution instanceof Resolution.Ambiguous ambiguous) || phrase.isOnlyRegion()) {
            return false;
        }
        LonLat best = ambiguous.candidates().getFirst().place().point();
        double beside = ambiguous.candidates().stream()
                .filter(c -> Geodesy.distanceMeters(best, c.place().point()) <= BESIDE_METERS)
                .mapToDouble(Candidate::share)
                .sum();
        return beside < MARK_SHARE;
    }

    /** The first-order unit that holds nearly all of the belief, or nothing where it is spread over several. */
    private Location sharedUnit(Resolution resolution) {
        Map<String, Double> units = new TreeMap<>();
        double all = 0;
        for (Candidate candidate : resolution.candidates()) {
            String admin1 = candidate.place().admin().admin1();
            units.merge(admin1 == null ? "" : admin1, candidate.share(), Double::sum);
            all += candidate.share();
        }
        for (Map.Entry<String, Double> unit : units.entrySet()) {
            if (unit.getValue() >= NEARLY_ALL * all && !unit.getKey().isEmpty()) {
                Geometry outline = gazetteer.findOutline(unit.getKey()).orElse(null);
                return new Location(null, outline, new Location.Exactness(3, 4, null), "admin1", "unresolved");
            }
        }
        return new Location(null, null, new Location.Exactness(null, null, null), "none", "unresolved");
    }

    private Where.Names names(PlacePhrase phrase, Resolution resolution) {
        Optional<Place> best = resolution.findBest();
        if (best.isEmpty()) {
            return unresolvedNames(phrase);
        }
        List<String> anchors = phrase.anchors().stream()
                .map(t -> t.resolution()
                        .findBest()
                        .map(Place::name)
                        .orElse(t.mention().text()))
                .toList();
        return words.names(
                best.get(),
                PlaceWords.location(phrase.relation(), anchors, phrase.distanceMeters(), phrase.bearingDegrees()));
    }

    /** A place no gazetteer knows still lies in the unit the text puts it in. */
    private Where.Names unresolvedNames(PlacePhrase phrase) {
        String name = phrase.anchors().getFirst().mention().text();
        for (Toponym container : phrase.containers()) {
            Optional<Place> unit = container.resolution().findBest();
            if (unit.isPresent()) {
                Where.Names inside = words.names(unit.get(), name);
                String admin1 = unit.get().feature().isAdmin1() ? unit.get().name() : inside.admin1();
                return new Where.Names(name, inside.country(), inside.iso3(), admin1, null);
            }
        }
        return new Where.Names(name, null, null, null, null);
    }

    private Where.Geocode geocode(PlacePhrase phrase, Resolution resolution, Location location) {
        List<String> anchors =
                phrase.anchors().stream().map(t -> t.mention().text()).toList();
        Where.Relation relation =
                new Where.Relation(phrase.relation().wire(), anchors, phrase.distanceMeters(), phrase.bearingDegrees());
        List<Where.Candidate> candidates = new ArrayList<>();
        for (Candidate candidate : resolution.candidates()) {
            candidates.add(candidate(candidate, candidates.isEmpty()));
        }
        return new Where.Geocode(
                location.status(),
                relation,
                candidates,
                candidates.isEmpty() ? null : candidates.getFirst().id(),
                verdict(resolution),
                gazetteer.version(),
                decision(resolution, location));
    }

    private Where.Candidate candidate(Candidate candidate, boolean first) {
        Place place = candidate.place();
        LonLat point = place.precision() == org.clashmap.gazetteer.PlacePrecision.POINT ? place.point() : null;
        double share = Math.round(candidate.share() * 1000) / 1000.0;
        String rejected = !first && candidate.share() < 0.1 ? "less likely than the first by what the text says" : null;
        return new Where.Candidate(
                place.id(),
                words.fullName(place),
                point,
                words.findAdmin1(place),
                share,
                candidate.reasons(),
                rejected);
    }

    private static Where.Verdict verdict(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> verdict(resolved.candidates(), false, false);
            case Resolution.Ambiguous open -> verdict(open.candidates(), true, open.adminConflict());
            case Resolution.Unresolved unresolved -> new Where.Verdict(null, null, false, false);
        };
    }

    private static Where.Verdict verdict(List<Candidate> candidates, boolean ambiguous, boolean conflict) {
        double first = candidates.getFirst().share();
        double second = candidates.size() < 2 ? 0 : candidates.get(1).share();
        return new Where.Verdict(
                Math.round(first * 1000) / 1000.0, Math.round((first - second) * 1000) / 1000.0, ambiguous, conflict);
    }

    private static String decision(Resolution resolution, Location location) {
        return switch (resolution) {
            case Resolution.Unresolved unresolved -> "No mark: " + unresolved.reason() + ".";
            case Resolution.Resolved resolved -> because(resolved.candidates().getFirst()) + howExact(location);
            case Resolution.Ambiguous open -> {
                Candidate first = open.candidates().getFirst();
                Candidate second = open.candidates().get(1);
                String conflict = open.adminConflict()
                        ? " The unit named in the text does not settle it: one of them lies across its border."
                        : "";
                yield open.candidates().size() + " places of this name are possible. First " + because(first)
                        + "; second " + because(second) + "." + conflict + howExact(location);
            }
        };
    }

    private static String because(Candidate candidate) {
        return candidate.place().name()
                + (candidate.reasons().isEmpty() ? "" : " (" + String.join("; ", candidate.reasons()) + ")");
    }

    private static String howExact(Location location) {
        if (location.point() != null) {
            return "";
        }
        return location.footprint() == null
                ? " The words give no area that could be drawn."
                : " The words give an area, so no point is drawn.";
    }
}
