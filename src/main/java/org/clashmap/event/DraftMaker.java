package org.clashmap.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.Act;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.TriggerMention;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Puts the asserted triggers of a report together into drafts, sentence by sentence: triggers that tell one act share a
 * draft; effects ("killing two") go with the act that had them; an act in a sentence without a place of its own goes on from
 * the sentence before.
 */
final class DraftMaker {
    private static final int CONTINUES_WITHIN = 1;

    /** Tokens. */
    private static final int LONGEST_HEADING = 10;

    private final Reading reading;
    private final DraftPlaces places;
    private final DraftTimes times;
    private final List<Draft> drafts = new ArrayList<>();

    private DraftMaker(Reading reading) {
        this.reading = reading;
        this.places = new DraftPlaces(reading);
        this.times = new DraftTimes(reading);
    }

    static List<Draft> make(Reading reading) {
        DraftMaker maker = new DraftMaker(reading);
        for (Sentence sentence : reading.text().sentences()) {
            maker.addSentence(sentence);
        }
        return maker.drafts;
    }

    private void addSentence(Sentence sentence) {
        if (isHeading(sentence)) {
            return;
        }
        List<TriggerMention> all = reading.triggersOf(sentence).stream()
                .filter(t -> t.factuality() != Factuality.NOMINAL)
                .toList();
        List<TriggerMention> told = all.stream().filter(DraftMaker::isTold).toList();
        List<Draft> own = new ArrayList<>();
        for (TriggerMention trigger : told) {
            if (isPrimary(trigger)) {
                addPrimary(trigger, sentence, all, own);
            }
        }
        for (TriggerMention trigger : told) {
            if (ActCodes.of(trigger.act()).family() == Family.EFFECT) {
                addEffect(trigger, sentence, all, own);
            }
        }
        for (TriggerMention trigger : told) {
            if (isSpeechAct(trigger)) {
                addSpeech(trigger, sentence, all, own);
            }
        }
        for (Draft draft : own) {
            times.fill(draft, sentence, own, drafts);
            draft.background |= times.isPast(draft);
        }
        addCounts(sentence, own);
        drafts.addAll(own);
    }

    /** "B. ROADSIDE BOMB": names what follows and tells nothing. */
    private boolean isHeading(Sentence sentence) {
        String words = sentence.span().of(reading.text().written());
        boolean small = words.codePoints().anyMatch(Character::isLowerCase);
        return !small
                && sentence.tokens().size() <= LONGEST_HEADING
                && !words.endsWith(".")
                && places.listIn(sentence).isEmpty();
    }

    private static boolean isTold(TriggerMention trigger) {
        return trigger.factuality() == Factuality.ASSERTED || trigger.factuality() == Factuality.BACKGROUND;
    }

    private static boolean isPrimary(TriggerMention trigger) {
        Family family = ActCodes.of(trigger.act()).family();
        return family != Family.EFFECT && family != Family.SPEECH;
    }

    private static boolean isSpeechAct(TriggerMention trigger) {
        return ActCodes.of(trigger.act()).family() == Family.SPEECH && trigger.act() != Act.DENIAL;
    }

    private void addPrimary(TriggerMention trigger, Sentence sentence, List<TriggerMention> all, List<Draft> own) {
        List<PlacePhrase> found = places.find(trigger, sentence, all);
        for (Draft draft : own) {
            if (canBeOneAct(draft, trigger) && placesAgree(draft.phrases, found)) {
                draft.join(trigger, sentence.index());
                if (!found.isEmpty()
                        && (draft.phrases.isEmpty() || draft.phrases.getFirst().isOnlyRegion())) {
                    draft.phrases = found;
                }
                return;
            }
        }
        Draft draft = new Draft(trigger, sentence.index());
        draft.background = trigger.factuality() == Factuality.BACKGROUND;
        draft.phrases = found;
        if (found.isEmpty()) {
            takePlaceFromContext(draft, trigger, sentence, own);
        }
        own.add(draft);
    }

    private static boolean canBeOneAct(Draft draft, TriggerMention trigger) {
        boolean background = trigger.factuality() == Factuality.BACKGROUND;
        if (background != draft.background) {
            return false;
        }
        Family left = draft.family();
        Family right = ActCodes.of(trigger.act()).family();
        boolean fight = (left == Family.GROUND && right == Family.CONTROL)
                || (left == Family.CONTROL && right == Family.GROUND);
        boolean robbery = (left == Family.CIVILIANS && trigger.act() == Act.LOOTING)
                || (right == Family.CIVILIANS && draft.act() == Act.LOOTING);
        if (left == Family.DIPLOMACY) {
            return right == Family.DIPLOMACY && draft.act() == trigger.act();
        }
        return left == right ? left != Family.REMOTE || isSameWeapon(draft.act(), trigger.act()) : fight || robbery;
    }

    /** A general word goes with any weapon; two different weapons are two acts. */
    static boolean isSameWeapon(Act left, Act right) {
        return left == right || isGeneral(left) || isGeneral(right);
    }

    private static boolean isGeneral(Act act) {
        return act == Act.STRIKE || act == Act.EXPLOSION;
    }

    private static boolean placesAgree(List<PlacePhrase> left, List<PlacePhrase> right) {
        return left.isEmpty()
                || right.isEmpty()
                || left.equals(right)
                || left.getFirst().isOnlyRegion()
                || right.getFirst().isOnlyRegion();
    }

    private void takePlaceFromContext(Draft draft, TriggerMention trigger, Sentence sentence, List<Draft> own) {
        Optional<PlacePhrase> pointed =
                places.findRelative(trigger, sentence).or(() -> places.findPointedBack(trigger, sentence));
        if (pointed.isPresent()) {
            draft.phrases = List.of(pointed.get());
            draft.placeFromContext = true;
            return;
        }
        Draft before = previous(sentence, own);
        if (before != null && before.family().isViolent() && draft.family().isViolent() && !before.background) {
            draft.phrases = before.phrases;
            draft.placeFromContext = !before.phrases.isEmpty();
        }
    }

    /** The last draft of this sentence or of the one before it in the same paragraph. */
    private @Nullable Draft previous(Sentence sentence, List<Draft> own) {
        if (!own.isEmpty()) {
            return own.getLast();
        }
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            Sentence last = reading.text().sentences().get(draft.lastSentence());
            if (sentence.index() - last.index() > CONTINUES_WITHIN || last.paragraph() != sentence.paragraph()) {
                return null;
            }
            if (draft.family() != Family.SPEECH && draft.family() != Family.DIPLOMACY) {
                return draft;
            }
        }
        return null;
    }

    private void addEffect(TriggerMention trigger, Sentence sentence, List<TriggerMention> all, List<Draft> own) {
        boolean background = trigger.factuality() == Factuality.BACKGROUND;
        List<PlacePhrase> found = places.find(trigger, sentence, all);
        Draft before = background ? null : previous(sentence, List.of());
        if (before != null
                && (before.family().isViolent() || before.family() == Family.EFFECT)
                && found.isEmpty()
                && own.stream().allMatch(d -> d.family() == Family.CAPTURE || d.family() == Family.EFFECT)) {
            before.join(trigger, sentence.index());
            addCounts(sentence, List.of(before));
            return;
        }
        Draft nearest = own.stream()
                .filter(d -> d.background == background && (d.family().isViolent() || d.family() == Family.EFFECT))
                .min(Comparator.comparingInt(
                        d -> Math.abs(d.main.span().start() - trigger.span().start())))
                .orElse(null);
        if (nearest != null) {
            nearest.join(trigger, sentence.index());
            return;
        }
        if (before != null && before.family().isViolent() && trigger.act() == Act.DISPLACEMENT) {
            before.join(trigger, sentence.index());
            addCounts(sentence, List.of(before));
            return;
        }
        Draft draft = new Draft(trigger, sentence.index());
        draft.background = background;
        draft.phrases = found;
        findCause(trigger, sentence).ifPresent(cause -> {
            draft.join(cause, sentence.index());
            draft.phrases = found.isEmpty() ? places.find(cause, sentence, all) : found;
        });
        own.add(draft);
    }

    /** The act that an effect's sentence names as its subject: "a mine wounded two", "shelling of the camp killed 30". */
    private Optional<TriggerMention> findCause(TriggerMention effect, Sentence sentence) {
        return reading.triggersOf(sentence).stream()
                .filter(t -> t.factuality() == Factuality.NOMINAL
                        && t.form() == TriggerMention.Form.NOUN
                        && t.span().end() <= effect.span().start()
                        && ActCodes.of(t.act()).family().isViolent())
                .reduce((first, second) -> second);
    }

    private void addSpeech(TriggerMention trigger, Sentence sentence, List<TriggerMention> all, List<Draft> own) {
        boolean alone = own.stream().noneMatch(d -> d.family() == Family.SPEECH || d.family() == Family.DIPLOMACY);
        if (!alone) {
            own.stream()
                    .filter(d -> d.family() == Family.DIPLOMACY || d.family() == Family.SPEECH)
                    .findFirst()
                    .ifPresent(d -> d.join(trigger, sentence.index()));
            return;
        }
        Draft draft = new Draft(trigger, sentence.index());
        draft.background = trigger.factuality() == Factuality.BACKGROUND;
        draft.phrases = places.find(trigger, sentence, all).stream()
                .filter(p -> !reading.isSaid(DraftPlaces.anchors(p)))
                .toList();
        if (trigger.act() != Act.STATEMENT || !draft.phrases.isEmpty()) {
            own.add(draft);
        }
    }

    /** Each count of a sentence goes to the draft with a trigger nearest to it; running totals to none. */
    private void addCounts(Sentence sentence, List<Draft> own) {
        for (CountMention count : reading.countsOf(sentence)) {
            if (count.cumulative()) {
                continue;
            }
            own.stream()
                    .filter(d -> fits(d, count) && !hasBetter(own, d, count))
                    .min(Comparator.comparingInt((Draft d) -> distance(d, count))
                            .thenComparingInt(d -> d.main.span().start()))
                    .ifPresent(d -> {
                        if (!d.counts.contains(count)) {
                            d.counts.add(count);
                        }
                    });
        }
    }

    private static boolean fits(Draft draft, CountMention count) {
        return switch (count.kind()) {
            case KILLED, WOUNDED, DISPLACED -> draft.family().isViolent() || draft.family() == Family.EFFECT;
            case CAPTURED -> draft.family() == Family.CAPTURE || draft.family() == Family.GROUND;
            case ARRESTED -> draft.act() == Act.ARREST || draft.family() == Family.DEMONSTRATION;
            case ATTACKS, PEOPLE -> true;
        };
    }

    /** Prisoners belong to the capture where one is told, and only else to the fight. */
    private static boolean hasBetter(List<Draft> own, Draft draft, CountMention count) {
        return count.kind() == CountMention.Kind.CAPTURED
                && draft.family() != Family.CAPTURE
                && own.stream().anyMatch(d -> d.family() == Family.CAPTURE);
    }

    private static int distance(Draft draft, CountMention count) {
        int best = Integer.MAX_VALUE;
        for (TriggerMention trigger : draft.triggers) {
            int inClause = trigger.clause().contains(count.span()) ? 0 : 200;
            best = Math.min(
                    best,
                    inClause + Math.abs(trigger.span().start() - count.span().start()));
        }
        return best;
    }
}
