package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.Actor;
import org.clashmap.extract.ActorPart;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.actor.ActorList;
import org.clashmap.extract.actor.ActorRoles;
import org.clashmap.extract.actor.ActorSetting;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.PlacePhrase;
import org.jspecify.annotations.Nullable;

/** Writes who did an event to whom: the parts read at its main trigger, completed by those read at its other triggers. */
final class RoleWriter {
    private static final int STATE_FORCES = 1;
    private static final int CIVILIANS = 7;
    private static final int EXTERNAL = 8;

    private final Reading reading;

    RoleWriter(Reading reading) {
        this.reading = reading;
    }

    Event.Who write(Draft draft) {
        Optional<String> country = country(draft);
        List<ActorPart> parts = parts(draft, country);
        List<Event.Actor> actors = new ArrayList<>();
        for (ActorPart part : parts) {
            actors.add(actor(part, sideOf(part, parts), country));
        }
        return new Event.Who(actors, ucdpSide(parts, 0), ucdpSide(parts, 1), typeOfViolence(draft, actors));
    }

    /** The government that acts, for an act between governments that names no place. */
    Optional<String> findActingCountry(Draft draft) {
        return parts(draft, country(draft)).stream()
                .filter(p -> p.role() == ActorPart.Role.INITIATOR)
                .map(p -> p.actor().country())
                .filter(c -> c != null)
                .findFirst();
    }

    private List<ActorPart> parts(Draft draft, Optional<String> country) {
        Integer year = reading.report().published() == null
                ? null
                : reading.report().published().getYear();
        ActorSetting setting = new ActorSetting(year, country);
        List<ActorPart> merged = new ArrayList<>(read(draft.main, setting));
        for (TriggerMention trigger : draft.triggers) {
            if (trigger.equals(draft.main)) {
                continue;
            }
            for (ActorPart part : read(trigger, setting)) {
                complete(merged, part);
            }
        }
        return withOpponent(merged, setting);
    }

    /** Nobody acts on himself: where both parts came out the same, the one who acts is the known opponent, or nobody. */
    private static List<ActorPart> withOpponent(List<ActorPart> parts, ActorSetting setting) {
        if (parts.size() < 2 || !parts.get(0).actor().equals(parts.get(1).actor())) {
            return parts;
        }
        ActorPart target = parts.get(1);
        List<ActorPart> mended = new ArrayList<>();
        ActorList.standard()
                .findOpponent(target.actor(), setting.focusCountry(), setting.year())
                .ifPresent(opponent -> mended.add(new ActorPart(opponent, ActorPart.Role.INITIATOR, null, null, true)));
        mended.add(target);
        return mended;
    }

    private List<ActorPart> read(TriggerMention trigger, ActorSetting setting) {
        return ActorRoles.of(
                reading.text(),
                trigger,
                reading.words().actors(),
                reading.words().speeches(),
                setting);
    }

    /** What one trigger only infers, another may tell; an associate is kept from wherever it is told. */
    private static void complete(List<ActorPart> merged, ActorPart part) {
        for (int i = 0; i < merged.size(); i++) {
            ActorPart known = merged.get(i);
            boolean sameActor = known.actor().equals(part.actor());
            if (sameActor && known.associate() == null && part.associate() != null) {
                merged.set(
                        i,
                        new ActorPart(
                                known.actor(), known.role(), known.mention(), part.associate(), known.inferred()));
                return;
            }
            if (sameActor) {
                return;
            }
            if (known.role() == part.role() && known.role() != ActorPart.Role.PARTICIPANT) {
                if (known.inferred() && !part.inferred()) {
                    merged.set(i, part);
                }
                return;
            }
        }
        if (merged.size() < 2 && !(part.inferred() && merged.size() == 1 && isSameSide(merged.getFirst(), part))) {
            merged.add(part);
        }
    }

    private static boolean isSameSide(ActorPart one, ActorPart other) {
        String a = one.actor().country();
        return a != null && a.equals(other.actor().country());
    }

    private Event.Actor actor(ActorPart part, @Nullable String side, Optional<String> country) {
        Actor actor = part.actor();
        String mention =
                part.mention() == null ? null : part.mention().of(reading.text().written());
        return new Event.Actor(
                actor.name(),
                part.role().wire(),
                ActorList.interCode(actor, country),
                side,
                part.associate(),
                actor.country(),
                mention);
    }

    private static @Nullable String sideOf(ActorPart part, List<ActorPart> parts) {
        return parts.indexOf(part) == 0 ? "a" : "b";
    }

    private static @Nullable String ucdpSide(List<ActorPart> parts, int index) {
        return parts.size() > index
                ? ActorList.standard().ucdpSide(parts.get(index).actor())
                : null;
    }

    /** UCDP: 1 a state is one of the sides, 2 none is, 3 against civilians. */
    private static @Nullable Integer typeOfViolence(Draft draft, List<Event.Actor> actors) {
        if (!draft.family().isViolent() || actors.isEmpty()) {
            return null;
        }
        if (actors.size() > 1 && actors.get(1).inter() == CIVILIANS) {
            return 3;
        }
        boolean state = actors.stream().anyMatch(a -> a.inter() == STATE_FORCES || a.inter() == EXTERNAL);
        return state ? 1 : 2;
    }

    private Optional<String> country(Draft draft) {
        for (PlacePhrase phrase : draft.phrases) {
            Optional<Place> place = phrase.anchors().getFirst().resolution().findBest();
            if (place.isPresent() && !place.get().admin().country().isEmpty()) {
                return Optional.of(place.get().admin().country());
            }
        }
        return reading.places().focusCountry();
    }
}
