package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.gazetteer.Place;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.text.Sentence;

/**
 * Joins drafts of one report that tell the same event: a lead and its details, "the clash" and the fight told before it, two
 * mentions of the same prisoners. The rules ask for the same kind of act, places of which one holds the other, and times
 * that do not exclude each other; a draft with a place of its own never joins one with another.
 */
final class DraftMerger {
    /** A vaguer telling joins a more exact one at most this many sentences away, unless a definite noun points to it. */
    private static final int NEAR_SENTENCES = 3;

    private static final Set<String> DEFINITE = Set.of(
            "the", "this", "that", "these", "those", "цей", "ця", "це", "цього", "цієї", "этот", "эта", "это", "этого",
            "этой");

    /** Words before an act that tell it from those told before. */
    private static final Set<String> NOVEL = Set.of(
            "another",
            "also",
            "meanwhile",
            "separately",
            "elsewhere",
            "second",
            "third",
            "other",
            "later",
            "additionally",
            "addition",
            "earlier",
            "previous",
            "ще",
            "також",
            "інший",
            "інша",
            "інше",
            "іншого",
            "другий",
            "друга",
            "окремо",
            "тим",
            "пізніше",
            "раніше",
            "еще",
            "ещё",
            "также",
            "другой",
            "другая",
            "другое",
            "отдельно",
            "тем",
            "позже",
            "ранее");

    private final Reading reading;

    private DraftMerger(Reading reading) {
        this.reading = reading;
    }

    static List<Draft> merge(Reading reading, List<Draft> drafts) {
        DraftMerger merger = new DraftMerger(reading);
        List<Draft> merged = new ArrayList<>();
        for (Draft draft : drafts) {
            Optional<Draft> same = merger.findSame(merged, draft);
            if (same.isPresent()) {
                same.get().absorb(draft);
            } else {
                merged.add(draft);
            }
        }
        linkCaptures(merged);
        return merged;
    }

    private Optional<Draft> findSame(List<Draft> earlier, Draft draft) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (isSame(earlier.get(i), draft)) {
                return Optional.of(earlier.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isSame(Draft left, Draft right) {
        if (left.background != right.background || !timesAgree(left, right)) {
            return false;
        }
        int apart = right.firstSentence() - left.lastSentence();
        if (apart <= 1 && tellsWeapons(left, right)) {
            return true;
        }
        if (!sameKind(left, right)) {
            return false;
        }
        boolean definite = isDefinite(right.main);
        if (right.phrases.isEmpty() || right.placeFromContext) {
            return (definite
                            || left.family() == Family.CAPTURE
                            || (left.family().isViolent() && apart <= 1 && right.counts.isEmpty())
                            || goesOn(left, right, apart))
                    && (right.phrases.isEmpty() || samePlaces(left.phrases, right.phrases));
        }
        if (left.phrases.isEmpty()) {
            return definite || apart <= NEAR_SENTENCES;
        }
        if (samePlaces(left.phrases, right.phrases)) {
            return true;
        }
        boolean holds = holds(left.phrases, right.phrases) || holds(right.phrases, left.phrases);
        return holds && (definite || apart <= NEAR_SENTENCES);
    }

    /** A later sentence that tells of the same kind of act at the scene, without a word that it is another. */
    private boolean goesOn(Draft left, Draft right, int apart) {
        return right.placeFromContext
                && left.family().isViolent()
                && apart <= NEAR_SENTENCES
                && !isNovel(right)
                && right.counts.stream()
                        .allMatch(
                                c -> left.counts.stream().noneMatch(o -> o.kind() == c.kind() && o.best() != c.best()));
    }

    private boolean isNovel(Draft draft) {
        Sentence sentence = reading.text().sentences().get(draft.firstSentence());
        return sentence.tokens().stream()
                .filter(t -> t.start() < draft.main.span().end())
                .anyMatch(t -> NOVEL.contains(t.lower()));
    }

    /** "They clashed near A. Both sides used mortars": weapons of the fight just told, not a second act. */
    private static boolean tellsWeapons(Draft fight, Draft weapons) {
        return fight.family() == Family.GROUND
                && weapons.family() == Family.REMOTE
                && (weapons.placeFromContext || weapons.phrases.isEmpty())
                && weapons.counts.isEmpty()
                && (weapons.time == null || weapons.timeFromContext);
    }

    private static boolean sameKind(Draft left, Draft right) {
        if (left.family() == Family.SPEECH || left.family() == Family.DIPLOMACY) {
            return left.act() == right.act() && left.family() == Family.DIPLOMACY;
        }
        return left.family() == right.family()
                && (left.act() == right.act()
                        || (left.family() == Family.REMOTE && DraftMaker.isSameWeapon(left.act(), right.act()))
                        || left.family() == Family.GROUND
                        || (left.family() == Family.DEMONSTRATION
                                && right.firstSentence() - left.lastSentence() <= NEAR_SENTENCES)
                        || left.family() == Family.CAPTURE
                        || ActCodes.of(left.act()).type()
                                == ActCodes.of(right.act()).type());
    }

    private static boolean timesAgree(Draft left, Draft right) {
        TimeMention a = left.time;
        TimeMention b = right.time;
        if (a == null || b == null || left.timeFromContext || right.timeFromContext) {
            return true;
        }
        boolean leftBefore = a.end() != null && b.start() != null && a.end().isBefore(b.start());
        boolean rightBefore = b.end() != null && a.start() != null && b.end().isBefore(a.start());
        return !leftBefore && !rightBefore;
    }

    /** "the clash": a noun that points to a fight already told. */
    private boolean isDefinite(TriggerMention trigger) {
        if (trigger.form() != TriggerMention.Form.NOUN) {
            return false;
        }
        String before =
                reading.text().text().substring(0, trigger.span().start()).stripTrailing();
        String word = before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return DEFINITE.contains(word);
    }

    private static boolean samePlaces(List<PlacePhrase> left, List<PlacePhrase> right) {
        return !left.isEmpty() && ids(left).equals(ids(right)) && !ids(left).isEmpty();
    }

    private static List<String> ids(List<PlacePhrase> phrases) {
        return phrases.stream()
                .flatMap(p -> p.anchors().stream())
                .flatMap(t -> t.resolution().findBest().stream())
                .map(Place::id)
                .sorted()
                .toList();
    }

    /** True when every outer place is a unit that holds all inner places. */
    private static boolean holds(List<PlacePhrase> outer, List<PlacePhrase> inner) {
        if (!outer.getFirst().isOnlyRegion() || inner.getFirst().isOnlyRegion()) {
            return false;
        }
        Optional<Place> unit =
                outer.getFirst().anchors().getFirst().resolution().findBest();
        return unit.isPresent()
                && inner.stream()
                        .flatMap(p -> p.anchors().stream())
                        .allMatch(t -> t.resolution().candidates().stream()
                                .anyMatch(c -> c.place().liesIn(unit.get())));
    }

    /**
     * A capture inside a fight is part of it (codebook section 1, rule 5): told in the same breath it is the fight's, told
     * in sentences of its own it is kept as a part.
     */
    private static void linkCaptures(List<Draft> drafts) {
        for (Draft draft : List.copyOf(drafts)) {
            if (draft.family() == Family.CAPTURE && draft.parent == null) {
                findFight(drafts, draft).ifPresent(fight -> {
                    if (fight.sentences.containsAll(draft.sentences)) {
                        fight.take(draft);
                        drafts.remove(draft);
                    } else {
                        draft.parent = fight;
                    }
                });
            }
        }
    }

    /** The fight of the same sentence, else the last one told before, else the first of the report. */
    private static Optional<Draft> findFight(List<Draft> drafts, Draft capture) {
        List<Draft> fights = drafts.stream()
                .filter(d -> d.family() == Family.GROUND && d.background == capture.background)
                .toList();
        return fights.stream()
                .filter(d -> d.sentences.contains(capture.firstSentence()))
                .findFirst()
                .or(() -> fights.stream()
                        .filter(d -> d.firstSentence() <= capture.firstSentence())
                        .reduce((first, second) -> second))
                .or(() -> fights.stream().findFirst());
    }
}
