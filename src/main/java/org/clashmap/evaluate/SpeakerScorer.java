package org.clashmap.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clashmap.evaluate.GoldReport.GoldClaim;
import org.clashmap.evaluate.Scorecard.Metric;
import org.clashmap.event.Event;

/**
 * Scores whose word the matched events are: a claim of the gold counts as found when a claim of the coded event rests on the
 * same passage and names the same speaker. Names agree by a word they share; a gold that names the speaker in another
 * script than the report cannot be compared so, and is taken by passage and stance.
 *
 * <p>Not thread-safe.
 */
final class SpeakerScorer {
    /** Letters below which a word of a name says nothing, unless all of the name is that short. */
    private static final int TELLING = 4;

    private int claims;
    private int right;

    void add(List<GoldClaim> gold, Event event) {
        for (GoldClaim claim : gold) {
            claims++;
            right += event.account().claims().stream().anyMatch(coded -> isSame(claim, coded)) ? 1 : 0;
        }
    }

    Metric metric() {
        return Metric.share("speaker", "claims with the same speaker, of the matched", right, claims);
    }

    private static boolean isSame(GoldClaim gold, Event.Claim coded) {
        boolean samePassage = gold.end() == 0
                || (coded.quote().start() < gold.end()
                        && gold.start() < coded.quote().end());
        if (!samePassage) {
            return false;
        }
        if (isLatin(gold.speaker()) != isLatin(coded.speaker())) {
            return gold.stance().equals(coded.stance());
        }
        Set<String> shared = words(gold.speaker());
        shared.retainAll(words(coded.speaker()));
        return !shared.isEmpty();
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String word : List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))) {
            boolean acronym = name.contains(word.toUpperCase(Locale.ROOT));
            if (word.length() >= TELLING || (!word.isEmpty() && acronym)) {
                words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }
}
