package org.clashmap.extract.count;

import java.util.List;
import java.util.Set;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.count.CountPhrase.Head;
import org.clashmap.extract.count.CountPhrase.Trait;
import org.clashmap.extract.count.CountTable.Group;
import org.clashmap.extract.count.CountTable.Manner;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds what became of a counted phrase: the nearest verb, participle or noun of fate to its left or right, without
 * crossing another count or the end of the clause. Distance is in words; auxiliaries are free. Used by one thread for one
 * sentence.
 */
final class CountCues {
    private static final int FARTHEST = 7;
    private static final Set<String> ENDS = Set.of(";", ":", "(", ")");
    private static final Set<String> TURNS = Set.of(
            "but",
            "while",
            "although",
            "але",
            "тоді",
            "но",
            "хотя",
            "а",
            "mais",
            "tandis",
            "pero",
            "mientras",
            "لكن",
            "بينما",
            "فيما");
    private static final Set<String> AND = Set.of("and", "і", "та", "и", "et", "y", "e", "و");
    private static final Set<String> BE = Set.of(
            "was",
            "were",
            "is",
            "are",
            "been",
            "being",
            "be",
            "has",
            "have",
            "had",
            "got",
            "died",
            "dead",
            "feared",
            "reportedly",
            "left",
            "also",
            "confirmed");

    /**
     * A cue beside a phrase.
     *
     * @param index of its first word
     * @param cost words between, auxiliaries not counted
     */
    record Cue(CountMention.Kind kind, Manner manner, int index, int cost) {}

    private final CountTable table;
    private final Language language;
    private final NumberTokens tokens;

    CountCues(Language language, NumberTokens tokens) {
        this.table = CountTable.of(language);
        this.language = language;
        this.tokens = tokens;
    }

    /** The cue for a phrase; null when none is near enough for what is counted. */
    @Nullable
    Cue find(List<CountPhrase> phrases, int index, int consumedTo) {
        CountPhrase phrase = phrases.get(index);
        int from = index == 0 ? 0 : Math.max(consumedTo, phrases.get(index - 1).end());
        int next = index + 1;
        while (next < phrases.size() && phrases.get(next).trait() == Trait.PART) {
            next++;
        }
        int to = next < phrases.size() ? phrases.get(next).start() : tokens.size();
        Cue left = left(phrase, from);
        if (phrase.inner() != null && (left == null || left.cost > 0)) {
            return new Cue(phrase.inner(), Manner.BOTH, phrase.numberEnd(), 0);
        }
        Cue right = right(phrase, to);
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return right.cost < left.cost ? right : left;
    }

    private @Nullable Cue right(CountPhrase phrase, int to) {
        int cost = 0;
        boolean auxiliary = false;
        for (int at = phrase.end(); at < to && cost <= FARTHEST; at++) {
            if (ENDS.contains(tokens.at(at).form())
                    || TURNS.contains(tokens.at(at).form())) {
                return null;
            }
            if (words(Group.PART, at)) {
                // "four people, including two children, were killed"
                int end = asideEnd(at, to);
                cost = end == at ? -FARTHEST : 0;
                at = end;
                continue;
            }
            Cue cue = cueAt(at, phrase, cost, Manner.PASSIVE, Manner.BOTH, Manner.PEOPLE);
            if (cue != null) {
                return isActiveUse(cue, phrase, auxiliary, to) ? null : cue;
            }
            String form = tokens.at(at).form();
            auxiliary |= BE.contains(form);
            if (form.equals(",")) {
                cost += 2;
            } else if (AND.contains(form)) {
                cost += 3;
            } else if (!words(Group.LINK, at)) {
                cost++;
            }
        }
        return null;
    }

    /** The comma that ends an aside, or the place where it begins when none follows soon. */
    private int asideEnd(int at, int to) {
        for (int i = at + 1; i < Math.min(to, at + FARTHEST); i++) {
            if (tokens.at(i).is(",") || tokens.at(i).is("-")) {
                return i;
            }
        }
        return at;
    }

    /** "Gunmen killed two": a participle without an auxiliary, with its own object after it, is a verb of the phrase. */
    private boolean isActiveUse(Cue cue, CountPhrase phrase, boolean auxiliary, int nextPhrase) {
        if (language != Language.EN || cue.manner == Manner.PASSIVE || auxiliary) {
            return false;
        }
        CountWords.Found<CountMention.Kind> word = table.cues(cue.manner).find(tokens, cue.index);
        int after = cue.index + (word == null ? 1 : word.length());
        NumberTokens.Word next = tokens.at(after);
        boolean object = after == nextPhrase
                || table.modifiers().matches(tokens, after)
                || words(Group.PERSON, after)
                || Set.of("the", "his", "her", "their", "its", "civilians").contains(next.form());
        boolean listed = phrase.head() == Head.NONE && after == nextPhrase;
        return object && (!listed || phrase.trait() == Trait.SINGULAR);
    }

    private @Nullable Cue left(CountPhrase phrase, int from) {
        int cost = 0;
        boolean blocked = false;
        for (int at = phrase.start() - 1; at >= from && cost <= FARTHEST; at--) {
            String form = tokens.at(at).form();
            if (ENDS.contains(form) && !form.equals(":")) {
                return null;
            }
            Cue noun = cueAt(at, phrase, Math.min(cost, 1), Manner.NOUN, Manner.LOSS);
            if (noun != null && phrase.head() != Head.UNKNOWN) {
                return noun;
            }
            Cue cue = blocked ? null : cueAt(at, phrase, cost, Manner.ACTIVE, Manner.BOTH, Manner.PEOPLE);
            if (cue != null) {
                return isPassiveUse(cue) ? null : cue;
            }
            blocked |= form.equals(":") || words(Group.BLOCK, at);
            if (form.equals(",")) {
                cost += 2;
            } else if (TURNS.contains(form)) {
                return null;
            } else if (!words(Group.LINK, at) || language == Language.EN) {
                cost++;
            }
        }
        return null;
    }

    /** "were killed two hours": an English participle after a form of "be" has its subject before it. */
    private boolean isPassiveUse(Cue cue) {
        return language == Language.EN
                && cue.manner == Manner.BOTH
                && Set.of("was", "were", "been", "being", "are", "is")
                        .contains(tokens.at(cue.index - 1).form());
    }

    private @Nullable Cue cueAt(int at, CountPhrase phrase, int cost, Manner... manners) {
        Cue best = null;
        int longest = 0;
        for (Manner manner : manners) {
            CountWords.Found<CountMention.Kind> found = table.cues(manner).find(tokens, at);
            boolean fits = found != null
                    && found.length() > longest
                    && (manner != Manner.PEOPLE || phrase.head() == Head.PEOPLE)
                    && (at + found.length() <= phrase.start() || at >= phrase.end());
            if (found != null && fits) {
                best = new Cue(found.value(), manner, at, cost);
                longest = found.length();
            }
        }
        return best;
    }

    private boolean words(Group group, int at) {
        return table.words(group).matches(tokens, at);
    }
}
