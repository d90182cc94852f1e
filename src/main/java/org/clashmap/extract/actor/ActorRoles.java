package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clashmap.extract.Act;
import org.clashmap.extract.Actor;
import org.clashmap.extract.Actor.Category;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.ActorPart;
import org.clashmap.extract.ActorPart.Role;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who does an act to whom. Reads initiator, target and participants from position, voice and prepositions around the
 * trigger ({@link ActorSyntax}), takes governments for their forces in violent acts, and fills in what a war makes plain: the
 * only opponent, the civilians of a bombed town. What was filled in is marked as inferred. Thread-safe; linear in the
 * mentions of the sentence.
 */
public final class ActorRoles {
    private static final Pattern REPELLED = Pattern.compile(
            "(?i)repel|repuls|thwart|stopped|foil|beat back|push(?:ed)? back|відби|зупин|відбит|отби|отраз|отраж|пресек");
    private static final Pattern MILITARY_OBJECT = Pattern.compile(
            "(?i)\\b(?:army|military|command post|depot|ammunition|barracks|outpost|base|convoy|checkpoint|positions?|launchers?|airfield"
                    + "|air base|trenches|headquarters|radar|militants?|fighters|troops|soldiers)\\b"
                    + "|склад\\p{L}* (?:боє|бое)|позиці|позици|колон|військов|военн|аеродром|аэродром|казарм|штаб|техник|бойовик|боевик");

    private static final Pattern LIBERATED = Pattern.compile(
            "(?i)liberat|retak|recaptur|under control|освобо|отби|звільн|деокуп|под контроль|під контроль");
    private static final Pattern RELATIVE_CLAUSE =
            Pattern.compile(",\\s*(?:which|who|that|яку|який|яке|которую|который)\\b[^,]*,?");

    private ActorRoles() {}

    /**
     * The parts of an act, initiator first.
     *
     * @param mentions of the report, in order
     * @param speeches of the report; speakers are not actors of what they tell
     * @param setting the year, and as its focus the country where the event is
     */
    public static List<ActorPart> of(
            AnalysedText text,
            TriggerMention trigger,
            List<ActorMention> mentions,
            List<SpeechMention> speeches,
            ActorSetting setting) {
        ActorSyntax.Read read = new ActorSyntax(text, trigger, mentions, speeches).read();
        return new Completion(text, trigger, speeches, setting).of(read);
    }

    /** Turns mentions into coded actors for one act and fills in the sides that are left out. */
    private record Completion(
            AnalysedText text, TriggerMention trigger, List<SpeechMention> speeches, ActorSetting setting) {
        List<ActorPart> of(ActorSyntax.Read read) {
            Act act = trigger.act();
            if (ActorActs.MUTUAL.contains(act)) {
                return mutual(read);
            }
            ActorPart initiator = part(read.initiator(), Role.INITIATOR);
            ActorPart target = ActorActs.ALONE.contains(act) ? null : part(read.target(), Role.TARGET);
            boolean repelled = REPELLED.matcher(clauseFromTrigger()).lookingAt()
                    || REPELLED.matcher(trigger.span().of(text.text())).find();
            boolean attackerAfter = read.initiator() != null
                    && read.initiator().span().start() >= trigger.span().end();
            if (repelled && attackerAfter) {
                target = part(defenderBefore(read), Role.TARGET);
            } else if (repelled && initiator != null && act != Act.INTERCEPTION) {
                ActorPart defender = with(initiator, Role.TARGET);
                initiator = target == null ? opponentOf(defender, Role.INITIATOR) : with(target, Role.INITIATOR);
                target = defender;
            }
            if (initiator == null) {
                initiator = inferredInitiator(target);
            }
            if (target == null || (initiator != null && target.actor().equals(initiator.actor()))) {
                target = inferredTarget(initiator);
            }
            return listOf(initiator, target);
        }

        /** "наші захисники зупинили … дії противника": the defenders stand before the act, the attackers after it. */
        private @Nullable ActorMention defenderBefore(ActorSyntax.Read read) {
            return read.participants().stream()
                    .filter(mention -> mention.span().end() <= trigger.span().start())
                    .findFirst()
                    .orElse(null);
        }

        private List<ActorPart> mutual(ActorSyntax.Read read) {
            List<ActorPart> parts = new ArrayList<>();
            for (ActorMention mention : read.participants()) {
                ActorPart part = part(mention, Role.PARTICIPANT);
                boolean known = part != null
                        && parts.stream().anyMatch(one -> one.actor().equals(part.actor()));
                boolean fights = part != null
                        && (trigger.act() != Act.CLASH || part.actor().category() != Category.CIVILIANS);
                if (part != null && !known && fights) {
                    parts.add(part);
                }
            }
            if (parts.isEmpty()
                    && trigger.act() == Act.CLASH
                    && setting.focusCountry().isPresent()) {
                ActorList.standard()
                        .listWarringStates(setting.focusCountry().get(), setting.year())
                        .forEach(side -> parts.add(ActorPart.inferred(side, Role.PARTICIPANT)));
            }
            if (parts.size() == 1 && trigger.act() == Act.CLASH) {
                ActorPart other = opponentOf(parts.getFirst(), Role.PARTICIPANT);
                if (other != null) {
                    parts.add(other);
                }
            }
            return List.copyOf(parts);
        }

        private static List<ActorPart> listOf(@Nullable ActorPart first, @Nullable ActorPart second) {
            List<ActorPart> parts = new ArrayList<>();
            if (first != null) {
                parts.add(first);
            }
            if (second != null) {
                parts.add(second);
            }
            return List.copyOf(parts);
        }

        private @Nullable ActorPart part(@Nullable ActorMention mention, Role role) {
            if (mention == null) {
                return null;
            }
            Actor actor = ActorList.standard()
                    .placed(mention.actor(), setting.focusCountry().orElse(null), setting.year());
            boolean official = actor.category() == Category.GOVERNMENT || actor.category() == Category.PERSON;
            boolean people = actor.category() == Category.CIVILIANS
                    && role == Role.INITIATOR
                    && mention.kind() == ActorMention.Kind.NAMED;
            if (!ActorActs.POLITICAL.contains(trigger.act()) && (official || people) && actor.country() != null) {
                boolean unarmed = role != Role.INITIATOR && actor.category() == Category.PERSON;
                actor = unarmed ? actor : ActorList.standard().militaryForces(actor.country(), setting.year());
            }
            if (ActorActs.isViolent(trigger.act())
                    && role == Role.INITIATOR
                    && actor.category() == Category.CIVILIANS) {
                return null;
            }
            return ActorPart.read(mention, actor, role);
        }

        private @Nullable ActorPart inferredInitiator(@Nullable ActorPart target) {
            Act act = trigger.act();
            Optional<String> country = setting.focusCountry();
            if (act == Act.PROTEST || act == Act.RIOT || act == Act.MOB_VIOLENCE) {
                boolean protest = act == Act.PROTEST;
                Category category = protest ? Category.PROTESTERS : Category.RIOTERS;
                return ActorPart.inferred(
                        ActorList.standard()
                                .generic(protest ? "Protesters" : "Rioters", category, country.orElse(null)),
                        Role.INITIATOR);
            }
            if (target == null
                    && LIBERATED.matcher(trigger.span().of(text.text())).find()) {
                return speakersSide();
            }
            if (target != null && target.actor().category().isArmed() && ActorActs.isViolent(act)) {
                ActorPart opponent = opponentOf(target, Role.INITIATOR);
                if (opponent != null) {
                    return opponent;
                }
            }
            if (ActorActs.REMOTE.contains(act) && country.isPresent()) {
                Optional<Actor> striker = ActorList.standard().findStriker(country.get(), setting.year());
                if (striker.isPresent()) {
                    return ActorPart.inferred(striker.get(), Role.INITIATOR);
                }
            }
            if (ActorActs.HANDS_UNKNOWN.contains(act)) {
                Actor unknown = ActorList.standard()
                        .generic("Unidentified armed group", Category.UNIDENTIFIED, country.orElse(null));
                return ActorPart.inferred(unknown, Role.INITIATOR);
            }
            return null;
        }

        /** Whoever says that a place "was liberated" says so of the own side. */
        private @Nullable ActorPart speakersSide() {
            for (SpeechMention speech : speeches) {
                String party = speech.speaker().party();
                if (party != null && party.length() == 2 && speech.content().contains(trigger.span())) {
                    return ActorPart.inferred(
                            ActorList.standard().militaryForces(party, setting.year()), Role.INITIATOR);
                }
            }
            return null;
        }

        private @Nullable ActorPart inferredTarget(@Nullable ActorPart initiator) {
            Act act = trigger.act();
            if (initiator != null && ActorActs.AGAINST_THE_OTHER_SIDE.contains(act)) {
                return opponentOf(initiator, Role.TARGET);
            }
            boolean civilians = ActorActs.REMOTE.contains(act)
                    || act == Act.KILLING
                    || act == Act.ATTACK_ON_CIVILIANS
                    || act == Act.ABDUCTION
                    || act == Act.SEXUAL_VIOLENCE
                    || act == Act.LOOTING;
            if (!civilians) {
                return null;
            }
            if (initiator != null && MILITARY_OBJECT.matcher(afterTrigger()).find()) {
                ActorPart opponent = opponentOf(initiator, Role.TARGET);
                if (opponent != null) {
                    return opponent;
                }
            }
            String country = setting.focusCountry().orElse(null);
            return ActorPart.inferred(
                    ActorList.standard().generic("Civilians", Category.CIVILIANS, country), Role.TARGET);
        }

        private @Nullable ActorPart opponentOf(ActorPart part, Role role) {
            return ActorList.standard()
                    .findOpponent(part.actor(), setting.focusCountry(), setting.year())
                    .map(actor -> ActorPart.inferred(actor, role))
                    .orElse(null);
        }

        private static ActorPart with(ActorPart part, Role role) {
            return new ActorPart(part.actor(), role, part.mention(), part.associate(), part.inferred());
        }

        private String afterTrigger() {
            Span clause = trigger.clause();
            int from = Math.min(trigger.span().end(), clause.end());
            return RELATIVE_CLAUSE
                    .matcher(text.text().substring(from, clause.end()))
                    .replaceAll(" ");
        }

        /** The words just before the trigger and the trigger: "repelled 47 assaults". */
        private String clauseFromTrigger() {
            int from = Math.max(trigger.clause().start(), trigger.span().start() - 25);
            String words = text.text().substring(from, trigger.span().end());
            int verb = words.lastIndexOf(
                    ' ', Math.max(0, words.length() - trigger.span().length() - 2));
            return verb < 0 ? words : lastWordsWithVerb(words);
        }

        private static String lastWordsWithVerb(String words) {
            var matcher = REPELLED.matcher(words);
            return matcher.find() ? words.substring(matcher.start()) : words;
        }
    }
}
