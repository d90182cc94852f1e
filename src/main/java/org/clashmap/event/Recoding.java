package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clashmap.extract.Act;
import org.jspecify.annotations.Nullable;

/**
 * What follows in an event from a correction of its type, place or actors, by the rules that coding follows: title, PLOVER
 * code, civilian targeting, UCDP's sides, the tier, and marks of what may do harm. Marks are only ever added here; taking
 * one away is a person's decision.
 */
public final class Recoding {
    private static final int STATE_FORCES = 1;
    private static final int FIGHTERS_TO = 4;
    private static final int CIVILIANS = 7;
    private static final int EXTERNAL = 8;

    private Recoding() {}

    /**
     * The corrected event with what follows.
     *
     * @param keepTitle the title was given by hand
     * @param keepTier the tier was given by hand
     */
    public static Event follow(Event before, Event after, boolean keepTitle, boolean keepTier) {
        boolean retyped = before.what().type() != after.what().type();
        boolean recast = !before.who().equals(after.who());
        Act act = retyped ? ActCodes.plainest(after.what().type()) : null;
        Event.Who who = recast || retyped ? who(before, after) : after.who();
        Event.What was = after.what();
        Event.What what = new Event.What(
                keepTitle ? was.title() : EventTitle.after(before, after, act),
                was.recordType(),
                keepTier ? was.tier() : tier(before, after),
                was.type(),
                act == null ? was.plover() : plover(act),
                recast || retyped ? traits(was, who) : was.traits());
        return new Event(
                after.identity(),
                what,
                after.when(),
                after.where(),
                who,
                after.toll(),
                after.account(),
                recast || retyped ? marked(after.editorial(), what, who) : after.editorial(),
                after.supplement());
    }

    private static Event.Plover plover(Act act) {
        ActCodes codes = ActCodes.of(act);
        return new Event.Plover(codes.plover(), codes.modes(), List.of());
    }

    private static boolean isViolent(SubEventType type) {
        return switch (type.type()) {
            case BATTLES, EXPLOSIONS, VIOLENCE_AGAINST_CIVILIANS -> true;
            case PROTESTS -> type == SubEventType.EXCESSIVE_FORCE;
            case RIOTS, STRATEGIC_DEVELOPMENTS -> false;
        };
    }

    private static Event.Traits traits(Event.What what, Event.Who who) {
        Event.Actor second = who.actor2();
        boolean targeting = second != null && second.inter() == CIVILIANS && isViolent(what.type());
        Event.Traits traits = what.traits();
        return new Event.Traits(traits.clarity(), targeting, traits.weapons(), traits.tags());
    }

    private static Event.Who who(Event before, Event after) {
        Event.Who who = after.who();
        return new Event.Who(
                who.actors(),
                side(before.who().actor1(), who.actor1(), before.who().sideA()),
                side(before.who().actor2(), who.actor2(), before.who().sideB()),
                typeOfViolence(after.what().type(), who));
    }

    /** UCDP's name of a side stays with its actor; a new actor stands for itself. */
    private static @Nullable String side(
            Event.@Nullable Actor before, Event.@Nullable Actor after, @Nullable String known) {
        String was = before == null ? null : before.name();
        String now = after == null ? null : after.name();
        return Objects.equals(was, now) ? known : now;
    }

    /** UCDP: 1 a state is one of the sides, 2 none is, 3 against civilians. */
    private static @Nullable Integer typeOfViolence(SubEventType type, Event.Who who) {
        if (!isViolent(type) || who.actors().isEmpty()) {
            return null;
        }
        Event.Actor second = who.actor2();
        if (second != null && second.inter() == CIVILIANS) {
            return 3;
        }
        boolean state = who.actors().stream().anyMatch(a -> a.inter() == STATE_FORCES || a.inter() == EXTERNAL);
        return state ? 1 : 2;
    }

    /** An act with a spot belongs on the default map, one known to an area only does not, one known nowhere is no mark. */
    private static MapTier tier(Event before, Event after) {
        MapTier tier = before.what().tier();
        boolean act = after.what().recordType() == RecordType.EVENT
                && after.what().type() != SubEventType.OTHER
                && after.what().type() != SubEventType.AGREEMENT;
        if (!act) {
            return tier;
        }
        boolean placedNow = !before.where().equals(after.where());
        if (isNowhere(after.where())) {
            return placedNow ? MapTier.TIMELINE_ONLY : tier;
        }
        boolean wasKeptFromMap = tier == MapTier.TIMELINE_ONLY && !isNowhere(before.where());
        if (!placedNow || wasKeptFromMap) {
            return tier;
        }
        return hasSpot(after.where()) ? MapTier.DEFAULT_MAP : MapTier.OPT_IN;
    }

    private static boolean hasSpot(Where where) {
        return where.point() != null && !where.precision().level().equals("front_sector");
    }

    private static boolean isNowhere(Where where) {
        return where.point() == null
                && where.footprint() == null
                && where.names().country() == null;
    }

    private static Event.Editorial marked(Event.Editorial editorial, Event.What what, Event.Who who) {
        Event.Sensitivity before = editorial.sensitivity();
        List<String> reasons = new ArrayList<>(before.reasons());
        boolean fighters = who.actors().stream().anyMatch(a -> a.inter() >= 1 && a.inter() <= FIGHTERS_TO);
        if (what.type() == SubEventType.SEXUAL_VIOLENCE && !reasons.contains("sexual_violence")) {
            reasons.add("sexual_violence");
        }
        if (what.type().type() == EventType.BATTLES && fighters && !reasons.contains("military_position")) {
            reasons.add("military_position");
        }
        if (reasons.equals(before.reasons())) {
            return editorial;
        }
        String level = stricter(before.level(), levelOf(reasons));
        return new Event.Editorial(
                editorial.review(),
                new Event.Sensitivity(level, reasons, before.notice(), before.loosened(), before.shown()),
                editorial.history());
    }

    private static String stricter(String one, String other) {
        List<String> order = List.of("public", "delayed", "blurred", "restricted", "withheld");
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }

    /** The level that marks ask for by themselves. */
    public static String levelOf(List<String> reasons) {
        return reasons.contains("sexual_violence") || reasons.contains("pow")
                ? "restricted"
                : reasons.contains("military_position") ? "delayed" : "public";
    }
}
