package org.clashmap.extract.count;

import org.clashmap.extract.CountMention;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the words that belong to it, by token index: "at least 30 people".
 *
 * @param start of the first word before the figure that bends it
 * @param numberEnd after the figure
 * @param end after the noun
 * @param inner what a participle between figure and noun says of them: "three wounded men"
 * @param trait what else bears on how it may be read
 */
record CountPhrase(
        int start,
        int numberEnd,
        int end,
        Estimate estimate,
        Head head,
        CountMention.@Nullable Kind inner,
        Trait trait) {

    /** The figure as bent by the words around it. */
    record Estimate(int low, int best, int high, boolean approximate) {
        static final Estimate ONE = new Estimate(1, 1, 1, false);
    }

    /** What is counted. */
    enum Head {
        PEOPLE,
        /** A noun that the tables do not know; may be people ("twelve Palestinians"). */
        UNKNOWN,
        /** No noun: "20 killed". */
        NONE,
        ATTACK,
        /** "three times". */
        TIMES
    }

    /** How the phrase stands in its sentence. */
    enum Trait {
        PLAIN,
        /** A part of a number told before: "four of them children". */
        PART,
        /** "a watchman": counts only with a verb beside it. */
        SINGULAR,
        /** "the driver". */
        DEFINITE,
        /** "one of the prisoners". */
        PARTITIVE
    }
}
