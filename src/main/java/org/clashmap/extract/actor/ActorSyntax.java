package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clashmap.extract.Act;
import org.clashmap.extract.Actor.Category;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.ActorMention.Kind;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.TriggerMention.Form;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which mentions around a trigger are its subject, object, agent or partners: by order, voice and the words between. First
 * the trigger's clause is searched, then the rest of its sentence. One object per trigger.
 */
final class ActorSyntax {
    private static final Pattern BY = Pattern.compile(
            "(?:^|.*[\\s,])(?:by|blamed on|at the hands of|claimed by|par|por|على يد|على أيدي|من قبل)(?: des| les| un| une| un| unos| el| la| the| a| an| some| suspected| unknown| alleged| several)*\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BLAMED_ON = Pattern.compile("\\s*on\\s+(?:the\\s+)?");
    private static final Pattern AT = Pattern.compile(
            "(?:^|.*\\s)(?:on|against|at|of|targeting|hitting|killing|wounding|injuring|with|contre|sur|contra|sobre|على|ضد|по|на|проти|против|з|с|із)"
                    + "(?: \\p{L}+){0,3}\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern OBLIQUE = Pattern.compile(
            "(?:^|.*\\s)(?:by|with|against|from|between|for|to|of|on|at|alongside|near|in|contre|sur|dans|à|au|aux|de|du|des|avec|pour|vers|contra|en|con|para|del|al|a|من|في|على|إلى|عن|مع|ضد|по|на|проти|против|від|от|з|із|с|со|у|в|до|к|для)"
                    + "(?: the| a| an)?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern POSSESSOR_GAP = Pattern.compile("(?:['’]s?)?(?:\\s+\\p{L}[\\p{L}-]*){0,3}\\s*");

    private final AnalysedText text;
    private final TriggerMention trigger;
    private final List<SpeechMention> speeches;
    /** The trigger, or its verb alone where the trigger takes in whom it acts on: "summoned the envoy of X". */
    private final Span act;

    private final List<ActorMention> inClause = new ArrayList<>();
    private final List<ActorMention> inSentence = new ArrayList<>();

    /** What was read; any part may be missing. */
    record Read(@Nullable ActorMention initiator, @Nullable ActorMention target, List<ActorMention> participants) {}

    ActorSyntax(AnalysedText text, TriggerMention trigger, List<ActorMention> mentions, List<SpeechMention> speeches) {
        this.text = text;
        this.trigger = trigger;
        this.speeches = speeches;
        this.act = head(text, trigger, mentions);
        Span sentence = text.sentenceAt(trigger.span().start()).span();
        for (ActorMention mention : mentions) {
            if (sentence.contains(mention.span()) && !isSpeaker(mention)) {
                inSentence.add(mention);
                if (trigger.clause().contains(mention.span())) {
                    inClause.add(mention);
                }
            }
        }
    }

    Read read() {
        List<ActorMention> near = inClause.isEmpty() ? inSentence : inClause;
        ActorMention initiator = initiator(near);
        if (initiator == null && !inClause.isEmpty()) {
            initiator = initiator(inSentence);
        }
        ActorMention target = target(near, initiator);
        return new Read(initiator, target, participants(near));
    }

    private boolean isSpeaker(ActorMention mention) {
        if (ActorActs.SPOKEN.contains(trigger.act())) {
            return false;
        }
        return speeches.stream()
                .anyMatch(speech ->
                        speech.span().contains(mention.span()) && !speech.span().overlaps(act));
    }

    private @Nullable ActorMention initiator(List<ActorMention> near) {
        for (ActorMention mention : near) {
            if (BY.matcher(before(mention)).matches() || isBlamed(mention)) {
                return mention;
            }
        }
        return switch (trigger.form()) {
            case PASSIVE_VERB -> agentOfPassive(near);
            case NOUN -> ownerOfNoun(near);
            case ACTIVE_VERB -> subject(near);
        };
    }

    /** "which the RSF blamed on the army": the army is said to have done it. */
    private boolean isBlamed(ActorMention mention) {
        return speeches.stream().anyMatch(speech -> {
            boolean follows = speech.span().end() <= mention.span().start();
            boolean blamed = speech.span().of(text.text()).endsWith("blamed");
            return follows
                    && blamed
                    && BLAMED_ON
                            .matcher(text.text()
                                    .substring(
                                            speech.span().end(), mention.span().start()))
                            .matches();
        });
    }

    /** In Ukrainian and Russian the agent of a passive stands in the instrumental after it; English needs "by". */
    private @Nullable ActorMention agentOfPassive(List<ActorMention> near) {
        if (text.language() == Language.EN) {
            return null;
        }
        for (ActorMention mention : near) {
            boolean after = mention.span().start() >= act.end();
            if (after && canAct(mention) && !OBLIQUE.matcher(before(mention)).matches()) {
                return mention;
            }
        }
        return null;
    }

    private @Nullable ActorMention ownerOfNoun(List<ActorMention> near) {
        ActorMention last = null;
        for (ActorMention mention : near) {
            boolean before = mention.span().end() <= act.start();
            if (before && canAct(mention) && isOwner(mention)) {
                last = mention;
            }
        }
        if (last != null) {
            return last;
        }
        for (ActorMention mention : near) {
            boolean after = mention.span().start() >= act.end();
            boolean genitive = text.language() != Language.EN
                    && after
                    && gapAfterTrigger(mention).isBlank();
            if (genitive && canAct(mention)) {
                return mention;
            }
        }
        return subject(near);
    }

    private boolean isOwner(ActorMention mention) {
        String gap = text.text().substring(mention.span().end(), act.start());
        return POSSESSOR_GAP.matcher(gap).matches() && !gap.contains(" on ") && !gap.contains(" of ");
    }

    /** The nearest mention before the verb that can act and does not hang on a preposition; else the first of all. */
    private @Nullable ActorMention subject(List<ActorMention> near) {
        ActorMention best = null;
        for (ActorMention mention : near) {
            boolean before =
                    mention.span().end() <= act.start() || mention.span().overlaps(act);
            if (before && canAct(mention) && !OBLIQUE.matcher(before(mention)).matches()) {
                best = mention;
            }
        }
        if (best != null || text.language() == Language.EN || trigger.form() == Form.NOUN) {
            return best;
        }
        for (ActorMention mention : near) {
            boolean after = mention.span().start() >= act.end();
            if (after && canAct(mention) && !OBLIQUE.matcher(before(mention)).matches()) {
                return mention;
            }
        }
        return null;
    }

    private @Nullable ActorMention target(List<ActorMention> near, @Nullable ActorMention initiator) {
        if (trigger.form() == Form.PASSIVE_VERB) {
            ActorMention last = null;
            for (ActorMention mention : near) {
                boolean before = mention.span().end() <= act.start();
                if (before
                        && !mention.equals(initiator)
                        && !OBLIQUE.matcher(before(mention)).matches()) {
                    last = mention;
                }
            }
            return last != null ? last : firstAfter(near, initiator, false);
        }
        ActorMention after = firstAfter(near, initiator, trigger.form() == Form.NOUN);
        return after != null ? after : firstAfter(near, initiator, false);
    }

    /** The first other mention after the trigger; with a preposition of aim if one is asked for. */
    private @Nullable ActorMention firstAfter(
            List<ActorMention> near, @Nullable ActorMention initiator, boolean aimed) {
        for (ActorMention mention : near) {
            boolean after = mention.span().start() >= act.end();
            boolean place = mention.kind() == Kind.METONYM && !ActorActs.POLITICAL.contains(trigger.act());
            boolean other = !mention.equals(initiator) && !place;
            boolean agent = BY.matcher(before(mention)).matches();
            if (after
                    && other
                    && !agent
                    && (!aimed || AT.matcher(gapAfterTrigger(mention)).matches())) {
                return mention;
            }
        }
        return null;
    }

    /** Both sides of a clash or of talks: those in the clause, in the order of the text. */
    private List<ActorMention> participants(List<ActorMention> near) {
        List<ActorMention> sides = new ArrayList<>();
        for (ActorMention mention : near) {
            boolean side = mention.side() != null || mention.actor().category().isArmed();
            if (side) {
                sides.add(mention);
            }
        }
        return sides;
    }

    private boolean canAct(ActorMention mention) {
        Category category = mention.actor().category();
        boolean crowd = category == Category.PROTESTERS || category == Category.RIOTERS;
        boolean people = category == Category.CIVILIANS
                && (mention.kind() == Kind.NAMED || trigger.act() == Act.PROTEST || trigger.act() == Act.DISPLACEMENT);
        return category.isArmed()
                || category == Category.GOVERNMENT
                || category == Category.PERSON
                || category == Category.ORGANISATION
                || crowd
                || people;
    }

    /** The words of the sentence before a mention, at most a few. */
    private String before(ActorMention mention) {
        int sentence = text.sentenceAt(mention.span().start()).span().start();
        int from = Math.max(sentence, mention.span().start() - 40);
        return text.text().substring(from, mention.span().start());
    }

    private String gapAfterTrigger(ActorMention mention) {
        return text.text()
                .substring(act.end(), Math.max(act.end(), mention.span().start()));
    }

    private static Span head(AnalysedText text, TriggerMention trigger, List<ActorMention> mentions) {
        Span span = trigger.span();
        boolean holdsActor = mentions.stream()
                .anyMatch(m -> m.span().start() > span.start() && m.span().overlaps(span));
        if (trigger.form() == Form.NOUN || !holdsActor) {
            return span;
        }
        int end = span.start();
        while (end < span.end() && !Character.isWhitespace(text.text().charAt(end))) {
            end++;
        }
        return new Span(span.start(), end);
    }
}
