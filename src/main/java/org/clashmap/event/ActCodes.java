package org.clashmap.event;

import java.util.List;
import org.clashmap.extract.Act;
import org.jspecify.annotations.Nullable;

/**
 * How each kind of act is coded: ACLED sub-event type, PLOVER event and mode, and the family it belongs to.
 *
 * <p>ACLED after its codebook (2023), PLOVER after its manual 0.8: a summons is ACCUSE, a capture inside a fight
 * ASSAULT-abduct.
 */
record ActCodes(Family family, SubEventType type, String plover, List<String> modes) {
    static ActCodes of(Act act) {
        return switch (act) {
            case CLASH, GROUND_ATTACK, AMBUSH -> ground(SubEventType.ARMED_CLASH);
            case SHELLING, MISSILE_STRIKE -> remote(SubEventType.SHELLING, "heavy-weapons");
            case STRIKE, EXPLOSION -> remote(SubEventType.SHELLING, "explosives");
            case AIR_STRIKE -> remote(SubEventType.AIR_DRONE_STRIKE, "aerial");
            case DRONE_STRIKE -> remote(SubEventType.AIR_DRONE_STRIKE, "drone");
            case IED_OR_MINE -> remote(SubEventType.REMOTE_EXPLOSIVE, "explosives");
            case SUICIDE_BOMB -> remote(SubEventType.SUICIDE_BOMB, "suicide-attack");
            case GRENADE -> remote(SubEventType.GRENADE, "explosives");
            case CHEMICAL_ATTACK -> remote(SubEventType.CHEMICAL_WEAPON, "unconventional");
            case INTERCEPTION -> development(SubEventType.DISRUPTED_WEAPONS_USE, "ASSAULT", "aerial");
            case KILLING, WOUNDING -> new ActCodes(Family.EFFECT, SubEventType.ATTACK, "ASSAULT", List.of());
            case DESTRUCTION -> new ActCodes(Family.EFFECT, SubEventType.LOOTING, "ASSAULT", List.of("destroy"));
            case DISPLACEMENT -> new ActCodes(Family.EFFECT, SubEventType.OTHER, "ASSAULT", List.of());
            case ATTACK_ON_CIVILIANS -> civilians(SubEventType.ATTACK, "beat");
            case ABDUCTION -> civilians(SubEventType.ABDUCTION, "abduct");
            case SEXUAL_VIOLENCE -> civilians(SubEventType.SEXUAL_VIOLENCE, "sexual");
            case CAPTURE_OF_PEOPLE ->
                new ActCodes(Family.CAPTURE, SubEventType.ARMED_CLASH, "ASSAULT", List.of("abduct"));
            case TERRITORY_TAKEN -> control(SubEventType.NON_STATE_ACTOR_OVERTAKES_TERRITORY, "ASSAULT", "territory");
            case TERRITORY_RETAKEN -> control(SubEventType.GOVERNMENT_REGAINS_TERRITORY, "ASSAULT", "territory");
            case TERRITORY_HANDED_OVER, WITHDRAWAL -> control(SubEventType.NON_VIOLENT_TRANSFER, "RETREAT", "withdraw");
            case INVASION -> ground(SubEventType.ARMED_CLASH);
            case PROTEST -> demonstration(SubEventType.PEACEFUL_PROTEST, "demo");
            case PROTEST_DISPERSED -> demonstration(SubEventType.PROTEST_WITH_INTERVENTION, "crowd-control");
            case FORCE_AGAINST_PROTESTERS -> demonstration(SubEventType.EXCESSIVE_FORCE, "crowd-control");
            case RIOT -> demonstration(SubEventType.VIOLENT_DEMONSTRATION, "riot");
            case MOB_VIOLENCE -> demonstration(SubEventType.MOB_VIOLENCE, "riot");
            case DISRUPTED_WEAPONS -> development(SubEventType.DISRUPTED_WEAPONS_USE, "COERCE", "seize");
            case LOOTING -> development(SubEventType.LOOTING, "COERCE", "seize");
            case ARREST -> development(SubEventType.ARRESTS, "COERCE", "arrest");
            case SENTENCE -> development(SubEventType.OTHER, "COERCE", "convict");
            case BASE_ESTABLISHED -> development(SubEventType.BASE_ESTABLISHED, "MOBILIZE", "troops");
            case GROUP_CHANGE, COUP -> development(SubEventType.CHANGE_TO_GROUP, "CONCEDE", "change");
            case RECRUITMENT, DEPLOYMENT -> development(SubEventType.CHANGE_TO_GROUP, "MOBILIZE", "troops");
            case BLOCKADE -> development(SubEventType.OTHER, "COERCE", "restrict");
            case PRISONER_EXCHANGE -> development(SubEventType.OTHER, "CONCEDE", "release");
            case AGREEMENT, CEASEFIRE -> new ActCodes(Family.DIPLOMACY, SubEventType.AGREEMENT, "AGREE", List.of());
            case TALKS -> diplomacy("CONSULT", "meet");
            case TALKS_SUSPENDED -> diplomacy("REJECT", "meet");
            case SUMMONS -> diplomacy("ACCUSE", "disapprove");
            case AID -> diplomacy("AID");
            case SANCTION -> diplomacy("SANCTION");
            case DEMAND -> speech("REQUEST");
            case STATEMENT -> speech("CONSULT");
            case ACCUSATION -> speech("ACCUSE");
            case THREAT -> speech("THREATEN");
            case DENIAL -> speech("REJECT");
        };
    }

    /** The plainest act of a type; null for "Other", which many kinds of act share. */
    static @Nullable Act plainest(SubEventType type) {
        return switch (type) {
            case ARMED_CLASH -> Act.CLASH;
            case GOVERNMENT_REGAINS_TERRITORY -> Act.TERRITORY_RETAKEN;
            case NON_STATE_ACTOR_OVERTAKES_TERRITORY -> Act.TERRITORY_TAKEN;
            case CHEMICAL_WEAPON -> Act.CHEMICAL_ATTACK;
            case AIR_DRONE_STRIKE -> Act.AIR_STRIKE;
            case SUICIDE_BOMB -> Act.SUICIDE_BOMB;
            case SHELLING -> Act.SHELLING;
            case REMOTE_EXPLOSIVE -> Act.IED_OR_MINE;
            case GRENADE -> Act.GRENADE;
            case SEXUAL_VIOLENCE -> Act.SEXUAL_VIOLENCE;
            case ATTACK -> Act.ATTACK_ON_CIVILIANS;
            case ABDUCTION -> Act.ABDUCTION;
            case PEACEFUL_PROTEST -> Act.PROTEST;
            case PROTEST_WITH_INTERVENTION -> Act.PROTEST_DISPERSED;
            case EXCESSIVE_FORCE -> Act.FORCE_AGAINST_PROTESTERS;
            case VIOLENT_DEMONSTRATION -> Act.RIOT;
            case MOB_VIOLENCE -> Act.MOB_VIOLENCE;
            case AGREEMENT -> Act.AGREEMENT;
            case ARRESTS -> Act.ARREST;
            case CHANGE_TO_GROUP -> Act.GROUP_CHANGE;
            case DISRUPTED_WEAPONS_USE -> Act.DISRUPTED_WEAPONS;
            case BASE_ESTABLISHED -> Act.BASE_ESTABLISHED;
            case LOOTING -> Act.LOOTING;
            case NON_VIOLENT_TRANSFER -> Act.TERRITORY_HANDED_OVER;
            case OTHER -> null;
        };
    }

    private static ActCodes remote(SubEventType type, String mode) {
        return new ActCodes(Family.REMOTE, type, "ASSAULT", List.of(mode));
    }

    private static ActCodes ground(SubEventType type) {
        return new ActCodes(Family.GROUND, type, "ASSAULT", List.of("firearms"));
    }

    private static ActCodes control(SubEventType type, String plover, String mode) {
        return new ActCodes(Family.CONTROL, type, plover, List.of(mode));
    }

    private static ActCodes civilians(SubEventType type, String mode) {
        return new ActCodes(Family.CIVILIANS, type, "ASSAULT", List.of(mode));
    }

    private static ActCodes demonstration(SubEventType type, String mode) {
        return new ActCodes(Family.DEMONSTRATION, type, "PROTEST", List.of(mode));
    }

    private static ActCodes development(SubEventType type, String plover, String mode) {
        return new ActCodes(Family.DEVELOPMENT, type, plover, List.of(mode));
    }

    private static ActCodes diplomacy(String plover, String... modes) {
        return new ActCodes(Family.DIPLOMACY, SubEventType.OTHER, plover, List.of(modes));
    }

    private static ActCodes speech(String plover) {
        return new ActCodes(Family.SPEECH, SubEventType.OTHER, plover, List.of());
    }

    /** How much a kind of act says: of two tellings of one event the more telling one gives the type. */
    static int weight(Act act) {
        return switch (of(act).family()) {
            case SPEECH -> 0;
            case EFFECT -> 1;
            case DIPLOMACY, DEVELOPMENT -> 2;
            case CAPTURE -> 3;
            case CIVILIANS -> 4;
            case DEMONSTRATION ->
                switch (act) {
                    case FORCE_AGAINST_PROTESTERS -> 7;
                    case RIOT, MOB_VIOLENCE -> 6;
                    case PROTEST_DISPERSED -> 5;
                    default -> 4;
                };
            case GROUND -> 5;
            case CONTROL -> 6;
            case REMOTE -> act == Act.STRIKE || act == Act.EXPLOSION ? 5 : 7;
        };
    }
}
