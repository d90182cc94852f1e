package org.clashmap.extract.actor;

import java.util.EnumSet;
import java.util.Set;
import org.clashmap.extract.Act;

/** Acts grouped by how their actors stand to each other. */
final class ActorActs {
    /** Both sides do the same. */
    static final Set<Act> MUTUAL =
            EnumSet.of(Act.CLASH, Act.TALKS, Act.TALKS_SUSPENDED, Act.AGREEMENT, Act.CEASEFIRE, Act.PRISONER_EXCHANGE);
    /** Bombs, shells, missiles and drones: those who fire are seldom named, those who are hit seldom armed. */
    static final Set<Act> REMOTE = EnumSet.of(
            Act.SHELLING, Act.AIR_STRIKE, Act.DRONE_STRIKE, Act.MISSILE_STRIKE, Act.STRIKE, Act.CHEMICAL_ATTACK);
    /** Acts of unknown hands when nobody is named. */
    static final Set<Act> HANDS_UNKNOWN = EnumSet.of(
            Act.IED_OR_MINE,
            Act.SUICIDE_BOMB,
            Act.GRENADE,
            Act.AMBUSH,
            Act.GROUND_ATTACK,
            Act.KILLING,
            Act.ATTACK_ON_CIVILIANS,
            Act.ABDUCTION,
            Act.SEXUAL_VIOLENCE,
            Act.LOOTING);
    /** Against people or control held by the other side. */
    static final Set<Act> AGAINST_THE_OTHER_SIDE = EnumSet.of(
            Act.GROUND_ATTACK,
            Act.AMBUSH,
            Act.CAPTURE_OF_PEOPLE,
            Act.TERRITORY_TAKEN,
            Act.TERRITORY_RETAKEN,
            Act.INTERCEPTION,
            Act.INVASION);
    /** One side only. */
    static final Set<Act> ALONE = EnumSet.of(
            Act.WITHDRAWAL,
            Act.DEPLOYMENT,
            Act.RECRUITMENT,
            Act.BASE_ESTABLISHED,
            Act.GROUP_CHANGE,
            Act.COUP,
            Act.PROTEST,
            Act.RIOT,
            Act.DISPLACEMENT);
    /** Acts of governments with words and papers, in which a government is a government and not its army. */
    static final Set<Act> POLITICAL = EnumSet.of(
            Act.TALKS,
            Act.TALKS_SUSPENDED,
            Act.AGREEMENT,
            Act.CEASEFIRE,
            Act.PRISONER_EXCHANGE,
            Act.SUMMONS,
            Act.DEMAND,
            Act.STATEMENT,
            Act.ACCUSATION,
            Act.THREAT,
            Act.DENIAL,
            Act.AID,
            Act.SANCTION,
            Act.SENTENCE,
            Act.GROUP_CHANGE);
    /** Acts of speech: the speaker is their actor. */
    static final Set<Act> SPOKEN =
            EnumSet.of(Act.STATEMENT, Act.ACCUSATION, Act.THREAT, Act.DENIAL, Act.DEMAND, Act.SUMMONS);

    private ActorActs() {}

    static boolean isViolent(Act act) {
        return REMOTE.contains(act)
                || HANDS_UNKNOWN.contains(act)
                || AGAINST_THE_OTHER_SIDE.contains(act)
                || act == Act.CLASH;
    }
}
