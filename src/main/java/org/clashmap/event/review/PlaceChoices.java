package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.PlaceWords;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Place;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * The places an event may have happened at, in the order in which a person should look at them: those that people accepted
 * for this name in the same report, then in the same source, then by the share of the program's belief. The number of a
 * candidate in a decision is its rank here.
 */
public final class PlaceChoices {
    private final Gazetteer gazetteer;
    private final ReviewIndex index;
    private final PlaceWords words;

    public PlaceChoices(Gazetteer gazetteer, ReviewIndex index) {
        this.gazetteer = gazetteer;
        this.index = index;
        this.words = new PlaceWords(gazetteer);
    }

    /**
     * A place to choose.
     *
     * @param place its id, or null for one that came without
     * @param point null where its own position is not known
     * @param share of the program's belief, or null for one that only people named
     */
    public record Choice(
            int rank,
            @Nullable String place,
            String name,
            @Nullable LonLat point,
            @Nullable Double share,
            List<String> why) {}

    public List<Choice> list(Event event) {
        Map<String, List<String>> accepted = accepted(event);
        List<Choice> choices = new ArrayList<>();
        Map<String, Where.Candidate> own = new HashMap<>();
        event.where().geocode().candidates().forEach(candidate -> own.putIfAbsent(idOf(candidate), candidate));
        accepted.forEach((id, why) -> find(id, own).ifPresent(choice -> choices.add(ranked(choice, choices, why))));
        event.where().geocode().candidates().stream()
                .filter(candidate -> !accepted.containsKey(idOf(candidate)))
                .sorted((one, other) -> Double.compare(shareOf(other), shareOf(one)))
                .forEach(candidate -> choices.add(ranked(of(candidate), choices, List.of())));
        return choices;
    }

    /** A decision whose candidate number is made the id of the place that it stands for. */
    Changes resolve(Event event, Changes changes) {
        if (!(changes.place() instanceof PlaceChange.Listed listed)) {
            return changes;
        }
        List<Choice> choices = list(event);
        if (listed.number() > choices.size()) {
            throw RefusedChangeException.of(
                    "changes.place.candidate",
                    "is " + listed.number() + ", but the event has "
                            + (choices.isEmpty() ? "no candidates; name a place or set a pin" : choices.size()),
                    choices.isEmpty() ? List.of() : List.of("1 to " + choices.size()));
        }
        Choice choice = choices.get(listed.number() - 1);
        if (choice.place == null) {
            throw RefusedChangeException.of(
                    "changes.place.candidate",
                    "is " + listed.number() + ", which is no place of the gazetteer; set a pin instead",
                    "{\"point\": [lon, lat], \"uncertainty_m\": n}");
        }
        if (listed.place() != null && !listed.place().equals(choice.place)) {
            throw RefusedChangeException.of(
                    "changes.place.place",
                    "is \"" + listed.place() + "\", but candidate " + listed.number() + " is " + choice.place
                            + " by now",
                    choice.place);
        }
        return changes.withPlace(new PlaceChange.Known(choice.place));
    }

    private Map<String, List<String>> accepted(Event event) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        Optional<String> name = ReviewIndex.nameOf(event);
        if (name.isEmpty() || event.account().sources().isEmpty()) {
            return found;
        }
        SourceRef source = event.account().sources().getFirst();
        for (ReviewIndex.Accepted one :
                index.listAccepted(name.get(), source.reportId(), source.publisher(), event.id())) {
            String where = one.reportId().equals(source.reportId()) ? "in this report" : "in this source";
            found.putIfAbsent(one.placeId(), List.of("accepted for this name " + where));
        }
        return found;
    }

    private Optional<Choice> find(String id, Map<String, Where.Candidate> own) {
        Where.Candidate candidate = own.get(id);
        return candidate != null
                ? Optional.of(of(candidate))
                : gazetteer.find(id).map(this::of);
    }

    private Choice of(Place place) {
        LonLat point = place.precision() == PlacePrecision.POINT ? place.point() : null;
        return new Choice(0, place.id(), words.fullName(place), point, null, List.of());
    }

    private Choice of(Where.Candidate candidate) {
        return new Choice(
                0, candidate.id(), candidate.name(), candidate.point(), candidate.score(), candidate.reasons());
    }

    private static Choice ranked(Choice choice, List<Choice> before, List<String> first) {
        List<String> why = new ArrayList<>(first);
        why.addAll(choice.why);
        return new Choice(before.size() + 1, choice.place, choice.name, choice.point, choice.share, List.copyOf(why));
    }

    private static String idOf(Where.Candidate candidate) {
        return candidate.id() == null ? candidate.name() : candidate.id();
    }

    private static double shareOf(Where.Candidate candidate) {
        return candidate.score() == null ? -1 : candidate.score();
    }
}
