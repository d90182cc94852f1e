package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.PlaceWords;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.geocode.Localiser;
import org.clashmap.geocode.Location;
import org.clashmap.geocode.Relation;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Corrects where an event happened. Area, uncertainty and precision follow from the place and from the relation that the
 * text puts it in ("10 km north-west of"), by the rules of coding; what a person draws keeps the size it was drawn with. No
 * precision comes out that neither the gazetteer nor the person knows.
 */
final class PlaceCorrection {
    /** The other end of a stretch is looked for this far from the first. */
    private static final double STRETCH_METERS = 150_000;

    private final Gazetteer gazetteer;
    private final Localiser localiser;
    private final PlaceWords words;
    private final DrawnPlaces drawn;

    PlaceCorrection(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.localiser = new Localiser(gazetteer);
        this.words = new PlaceWords(gazetteer);
        this.drawn = new DrawnPlaces(gazetteer);
    }

    /**
     * At least one of the two is given.
     *
     * @param level geo_level that the person asks for, or null to let the rules say
     * @throws RefusedChangeException when the place or the precision cannot be had
     */
    Where correct(Event event, @Nullable PlaceChange change, @Nullable String level, Editor editor) {
        Where before = event.where();
        if (change == null) {
            return "none".equals(level) ? drawn.nowhere(before, editor) : relevel(event, String.valueOf(level), editor);
        }
        return switch (change) {
            case PlaceChange.Listed listed -> known(event, idOf(before, listed.number()), level, editor);
            case PlaceChange.Known known -> known(event, known.id(), level, editor);
            case PlaceChange.Pin pin -> drawn.pin(before, pin, level, editor);
            case PlaceChange.Area area -> drawn.area(before, area.geometry(), level, editor);
            case PlaceChange.Nowhere nowhere -> {
                if (level != null && !level.equals("none")) {
                    throw RefusedChangeException.of(
                            "changes.precision", "is \"" + level + "\", but the place is none", "none");
                }
                yield drawn.nowhere(before, editor);
            }
        };
    }

    private static String idOf(Where where, int number) {
        List<Where.Candidate> candidates = where.geocode().candidates();
        if (number > candidates.size()) {
            throw RefusedChangeException.of(
                    "changes.place.candidate",
                    "is " + number + ", but "
                            + (candidates.isEmpty()
                                    ? "the event has no candidates; name a place or set a pin"
                                    : "the event has " + candidates.size()),
                    candidates.isEmpty() ? "" : "1 to " + candidates.size());
        }
        String id = candidates.get(number - 1).id();
        if (id == null) {
            throw RefusedChangeException.of(
                    "changes.place.candidate",
                    "is " + number + ", which is no place of the gazetteer; set a pin instead",
                    "a place: {\"point\":[lon,lat],\"uncertainty_m\":n}");
        }
        return id;
    }

    /** Another precision for the place it has. */
    private Where relevel(Event event, String level, Editor editor) {
        Where before = event.where();
        String chosen = before.geocode().chosen();
        if (chosen != null && gazetteer.find(chosen).isPresent()) {
            return known(event, chosen, level, editor);
        }
        LonLat point = before.point();
        Integer meters = before.precision().uncertaintyMeters();
        if (point != null && meters != null) {
            return drawn.pin(before, new PlaceChange.Pin(point, meters), level, editor);
        }
        throw RefusedChangeException.of(
                "changes.precision",
                "is \"" + level + "\", but the event has no place that it could apply to; give changes.place as well",
                "none");
    }

    private Where known(Event event, String id, @Nullable String level, Editor editor) {
        Place place = gazetteer
                .find(id)
                .orElseThrow(() -> RefusedChangeException.of(
                        "changes.place.place",
                        "is \"" + id + "\", which is no place of the gazetteer",
                        "an id that /api/collections/places/items?q=NAME finds, such as gn:691877"));
        Localiser.Anchored told = level == null ? asTold(event, place) : asAsked(event, place, level);
        Location location = localiser.locate(told);
        if (level != null && !location.level().equals(level)) {
            throw RefusedChangeException.of(
                    "changes.precision",
                    "is \"" + level + "\", but of " + words.fullName(place) + " no more is known than "
                            + location.level() + "; set a pin with its uncertainty if you know more",
                    location.level());
        }
        boolean kept = told.place().id().equals(place.id()) && isRelation(event.where(), told.relation());
        return where(event.where(), told, location, kept, editor);
    }

    /**
     * The relation of the text, where the place is one that the text's name can mean; a place of another name was itself the
     * scene.
     */
    private Localiser.Anchored asTold(Event event, Place place) {
        Where.Relation relation = event.where().geocode().relation();
        if (place.feature().isArea() || relation == null || !isMeant(event, relation, place)) {
            return new Localiser.Anchored(plain(place), place, null, null, null);
        }
        Relation told = relationOf(relation.type());
        return new Localiser.Anchored(
                told, place, otherEnd(event, relation, place), relation.distanceMeters(), relation.bearingDegrees());
    }

    private static Relation plain(Place place) {
        return place.feature().isArea() ? Relation.IN_REGION : Relation.AT;
    }

    private boolean isMeant(Event event, Where.Relation relation, Place place) {
        boolean candidate = event.where().geocode().candidates().stream()
                .anyMatch(c -> place.id().equals(c.id()));
        return candidate
                || (!relation.anchors().isEmpty()
                        && lookup(event, relation.anchors().getFirst()).stream()
                                .anyMatch(p -> p.id().equals(place.id())));
    }

    private List<Place> lookup(Event event, String name) {
        Language language = event.account().sources().stream()
                .map(SourceRef::language)
                .flatMap(code -> Language.find(code == null ? "" : code).stream())
                .findFirst()
                .orElse(Language.EN);
        return gazetteer.lookup(name, language).stream().map(NameMatch::place).toList();
    }

    /** The nearest place that bears the second name of a stretch. */
    private @Nullable Place otherEnd(Event event, Where.Relation relation, Place first) {
        if (relation.anchors().size() != 2) {
            return null;
        }
        return lookup(event, relation.anchors().get(1)).stream()
                .filter(p -> p.precision() == PlacePrecision.POINT && !p.id().equals(first.id()))
                .filter(p -> Geodesy.distanceMeters(p.point(), first.point()) <= STRETCH_METERS)
                .min(Comparator.comparingDouble((Place p) -> Geodesy.distanceMeters(p.point(), first.point()))
                        .thenComparing(Place::id))
                .orElse(null);
    }

    private static Relation relationOf(String wire) {
        for (Relation relation : Relation.values()) {
            if (relation.wire().equals(wire)) {
                return relation == Relation.IN_REGION ? Relation.AT : relation;
            }
        }
        return Relation.AT;
    }

    private static boolean isRelation(Where where, Relation relation) {
        Where.Relation told = where.geocode().relation();
        return told != null && told.type().equals(relation.wire());
    }

    /** The relation that stands for a precision. */
    private Localiser.Anchored asAsked(Event event, Place place, String level) {
        Localiser.Anchored told = asTold(event, place);
        if (localiser.locate(told).level().equals(level)) {
            return told;
        }
        Relation relation = switch (level) {
            case "settlement" -> Relation.AT;
            case "neighbourhood" -> Relation.PART_OF;
            case "settlement_vicinity" -> Relation.NEAR;
            case "front_sector" -> Relation.FRONT_SECTOR;
            case "admin2", "admin1", "country" -> Relation.IN_REGION;
            default ->
                throw RefusedChangeException.of(
                        "changes.precision",
                        "is \"" + level + "\", which a place of the gazetteer does not give; set a pin with its"
                                + " uncertainty or draw the area",
                        "settlement",
                        "neighbourhood",
                        "settlement_vicinity",
                        "front_sector",
                        "admin2",
                        "admin1",
                        "country",
                        "none");
        };
        Place anchor = relation == Relation.IN_REGION ? unit(place, level) : place;
        return new Localiser.Anchored(relation, anchor, null, null, null);
    }

    private Place unit(Place place, String level) {
        Optional<Place> unit = switch (level) {
            case "admin2" ->
                place.feature().isAdmin2()
                        ? Optional.of(place)
                        : Optional.ofNullable(place.admin().admin2()).flatMap(gazetteer::find);
            case "admin1" ->
                place.feature().isAdmin1()
                        ? Optional.of(place)
                        : Optional.ofNullable(place.admin().admin1()).flatMap(gazetteer::find);
            default ->
                place.feature().isCountry()
                        ? Optional.of(place)
                        : gazetteer.findCountry(place.admin().country());
        };
        return unit.orElseThrow(() -> RefusedChangeException.of(
                "changes.precision",
                "is \"" + level + "\", but the gazetteer does not know in which one " + words.fullName(place) + " lies",
                "settlement",
                "none"));
    }

    private Where where(Where before, Localiser.Anchored told, Location location, boolean kept, Editor editor) {
        Place place = told.place();
        Place other = told.other();
        List<String> names = other == null ? List.of(place.name()) : List.of(place.name(), other.name());
        Where.Relation relation = kept
                ? before.geocode().relation()
                : new Where.Relation(
                        told.relation().wire(), List.of(place.name()), told.distanceMeters(), told.bearingDegrees());
        String area = location.point() != null
                ? ""
                : location.footprint() == null
                        ? " The words give no area that could be drawn."
                        : " It is an area, so no point is drawn.";
        return new Where(
                before.text(),
                location.point(),
                location.footprint(),
                words.names(
                        place,
                        PlaceWords.location(told.relation(), names, told.distanceMeters(), told.bearingDegrees())),
                new Where.Precision(
                        location.exactness().geoPrecision(),
                        location.exactness().wherePrec(),
                        location.level(),
                        location.exactness().uncertaintyMeters()),
                new Where.Geocode(
                        location.status(),
                        relation,
                        candidates(before, place),
                        place.id(),
                        new Where.Verdict(null, null, false, false),
                        gazetteer.version(),
                        "Chosen by a person: " + words.fullName(place) + "." + area,
                        new Where.Decided(editor.by(), editor.at())),
                before.basis().equals("inferred_context") ? before.basis() : "stated");
    }

    /** The chosen one first, the others in their order. */
    private List<Where.Candidate> candidates(Where before, Place place) {
        List<Where.Candidate> candidates = new ArrayList<>();
        LonLat point = place.precision() == PlacePrecision.POINT ? place.point() : null;
        candidates.add(before.geocode().candidates().stream()
                .filter(c -> place.id().equals(c.id()))
                .findFirst()
                .map(c -> new Where.Candidate(c.id(), c.name(), c.point(), c.admin1(), c.score(), c.reasons(), null))
                .orElseGet(() -> new Where.Candidate(
                        place.id(),
                        words.fullName(place),
                        point,
                        words.findAdmin1(place),
                        null,
                        List.of("named by a person"),
                        null)));
        before.geocode().candidates().stream()
                .filter(c -> !place.id().equals(c.id()))
                .forEach(candidates::add);
        return candidates;
    }
}
