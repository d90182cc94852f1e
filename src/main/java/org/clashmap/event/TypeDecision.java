package org.clashmap.event;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.extract.Act;
import org.clashmap.extract.TriggerMention;

/** Decides the sub-event type where the act alone does not: by who acted on whom. */
final class TypeDecision {
    private static final int STATE_FORCES = 1;
    private static final int CIVILIANS = 7;

    private TypeDecision() {}

    static SubEventType of(Draft draft, Event.Who who) {
        SubEventType type = ActCodes.of(draft.act()).type();
        ActorPair pair = ActorPair.of(who.actors());
        Event.Actor first = pair.first();
        Event.Actor second = pair.second();
        boolean civilians = second != null && second.inter() == CIVILIANS;
        return switch (ActCodes.of(draft.act()).family()) {
            // ACLED: a state's forces at home regain; anybody else, another state's forces among them, overtakes.
            case CONTROL ->
                type == SubEventType.NON_VIOLENT_TRANSFER || first == null
                        ? type
                        : first.inter() == STATE_FORCES
                                ? SubEventType.GOVERNMENT_REGAINS_TERRITORY
                                : SubEventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY;
            case GROUND -> civilians && draft.act() != Act.CLASH ? SubEventType.ATTACK : type;
            case EFFECT ->
                draft.act() == Act.KILLING || draft.act() == Act.WOUNDING
                        ? second == null || civilians ? SubEventType.ATTACK : SubEventType.ARMED_CLASH
                        : type;
            case REMOTE, CIVILIANS, CAPTURE, DEMONSTRATION, DEVELOPMENT, DIPLOMACY, SPEECH -> type;
        };
    }

    static Event.Traits traits(Draft draft, Event.Who who, RecordType recordType) {
        ActorPair pair = ActorPair.of(who.actors());
        Event.Actor second = pair.second();
        boolean targeting =
                second != null && second.inter() == CIVILIANS && draft.family().isViolent();
        Set<String> weapons = new TreeSet<>();
        for (TriggerMention trigger : draft.triggers) {
            weapon(trigger.act(), weapons);
        }
        return new Event.Traits(recordType == RecordType.AGGREGATE ? 2 : 1, targeting, List.copyOf(weapons), List.of());
    }

    private static void weapon(Act act, Set<String> weapons) {
        String weapon = act == Act.DRONE_STRIKE
                ? "drone"
                : act == Act.AIR_STRIKE
                        ? "aircraft"
                        : act == Act.MISSILE_STRIKE ? "missile" : act == Act.IED_OR_MINE ? "mine or IED" : "";
        if (!weapon.isEmpty()) {
            weapons.add(weapon);
        }
    }
}
