package org.clashmap.event;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clashmap.extract.Act;
import org.jspecify.annotations.Nullable;

/** A short title in plain English, made from act and place only: "Drone strike, 10 km north-west of Kramatorsk". */
final class EventTitle {
    private static final Set<String> ALL_WORDS =
            EnumSet.allOf(Act.class).stream().map(EventTitle::words).collect(Collectors.toUnmodifiableSet());

    private EventTitle() {}

    static String of(Act act, RecordType recordType, Where.Names names, @Nullable String placeText) {
        return words(act) + tail(recordType, names, placeText);
    }

    /**
     * The title of an event after its place or type was corrected. One that a person or another collection wrote stays.
     *
     * @param act that stands for the new type, or null where the type is as it was
     */
    static String after(Event before, Event after, @Nullable Act act) {
        String title = before.what().title();
        String tail = tail(before);
        if (!title.endsWith(tail)) {
            return title;
        }
        String words = title.substring(0, title.length() - tail.length());
        return ALL_WORDS.contains(words) ? (act == null ? words : words(act)) + tail(after) : title;
    }

    private static String tail(Event event) {
        return tail(
                event.what().recordType(), event.where().names(), event.where().text());
    }

    private static String tail(RecordType recordType, Where.Names names, @Nullable String placeText) {
        String place = Optional.ofNullable(names.location())
                .or(() -> Optional.ofNullable(placeText))
                .map(p -> ": " + p)
                .orElse("");
        return place
                + switch (recordType) {
                    case EVENT -> "";
                    case AGGREGATE -> " (several)";
                    case STATEMENT -> " (statement)";
                    case BACKGROUND -> " (background)";
                    case UPDATE -> " (update)";
                };
    }

    private static String words(Act act) {
        return switch (act) {
            case CLASH -> "Armed clash";
            case GROUND_ATTACK -> "Ground attack";
            case AMBUSH -> "Ambush";
            case SHELLING -> "Shelling";
            case AIR_STRIKE -> "Air strike";
            case DRONE_STRIKE -> "Drone strike";
            case MISSILE_STRIKE -> "Missile strike";
            case STRIKE -> "Strike";
            case EXPLOSION -> "Explosion";
            case IED_OR_MINE -> "Mine or improvised bomb";
            case SUICIDE_BOMB -> "Suicide bombing";
            case GRENADE -> "Grenade attack";
            case CHEMICAL_ATTACK -> "Chemical attack";
            case INTERCEPTION -> "Drone or missile shot down";
            case KILLING -> "Killing";
            case WOUNDING -> "Attack with wounded";
            case DESTRUCTION -> "Destruction";
            case ATTACK_ON_CIVILIANS -> "Attack on civilians";
            case ABDUCTION -> "Abduction";
            case SEXUAL_VIOLENCE -> "Sexual violence";
            case CAPTURE_OF_PEOPLE -> "Prisoners taken";
            case TERRITORY_TAKEN -> "Claimed capture";
            case TERRITORY_RETAKEN -> "Territory retaken";
            case TERRITORY_HANDED_OVER -> "Transfer of control";
            case WITHDRAWAL -> "Withdrawal";
            case BLOCKADE -> "Blockade";
            case DISRUPTED_WEAPONS -> "Weapons seized or disarmed";
            case PROTEST -> "Protest";
            case PROTEST_DISPERSED -> "Protest dispersed";
            case FORCE_AGAINST_PROTESTERS -> "Force against protesters";
            case RIOT -> "Riot";
            case MOB_VIOLENCE -> "Mob violence";
            case LOOTING -> "Looting";
            case ARREST -> "Arrests";
            case SENTENCE -> "Sentence";
            case DISPLACEMENT -> "Displacement";
            case AGREEMENT -> "Agreement";
            case CEASEFIRE -> "Ceasefire";
            case TALKS -> "Talks";
            case TALKS_SUSPENDED -> "Talks suspended";
            case PRISONER_EXCHANGE -> "Prisoner exchange";
            case RECRUITMENT -> "Recruitment";
            case DEPLOYMENT -> "Deployment";
            case INVASION -> "Invasion";
            case COUP -> "Coup";
            case GROUP_CHANGE -> "Change in a group";
            case SUMMONS -> "Envoy summoned";
            case DEMAND -> "Demand";
            case STATEMENT -> "Statement";
            case ACCUSATION -> "Accusation";
            case THREAT -> "Threat";
            case DENIAL -> "Denial";
            case AID -> "Aid";
            case SANCTION -> "Sanctions";
            case BASE_ESTABLISHED -> "Base established";
        };
    }
}
