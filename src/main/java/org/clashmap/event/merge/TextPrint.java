package org.clashmap.event.merge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a text to tell whether another is a reprint of it: its shingles of four words (Broder, "On the
 * resemblance and containment of documents", 1997) and their SimHash (Charikar, 2002). Case, punctuation and spacing do not
 * matter. Linear time; eight bytes a word.
 *
 * @param shingles hashes, ascending, each once
 * @param words how many words the text has
 */
@SuppressWarnings("ArrayRecordComponent") // of this package only, never compared nor changed
record TextPrint(long[] shingles, long simHash, int words) {
    private static final int SHINGLE_WORDS = 4;
    private static final double REPRINT_JACCARD = 0.8;
    private static final int REPRINT_BITS = 3;

    /** SimHash tells short texts apart badly: a few shingles decide every bit. */
    private static final int FEWEST_SHINGLES_FOR_SIMHASH = 60;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static TextPrint of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String[] words = Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        int count = Math.max(1, words.length - SHINGLE_WORDS + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = 0xcbf29ce484222325L;
            for (int w = i; w < Math.min(words.length, i + SHINGLE_WORDS); w++) {
                for (int c = 0; c < words[w].length(); c++) {
                    hash = (hash ^ words[w].charAt(c)) * 0x100000001b3L;
                }
                hash = (hash ^ ' ') * 0x100000001b3L;
            }
            hashes[i] = mixed(hash);
        }
        long[] once = Arrays.stream(hashes).sorted().distinct().toArray();
        return new TextPrint(once, simHash(once), words.length);
    }

    /** The finaliser of MurmurHash3: FNV alone leaves the high bits of short inputs poor. */
    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    private static long simHash(long[] hashes) {
        int[] votes = new int[Long.SIZE];
        for (long hash : hashes) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long print = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            print |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return print;
    }

    /** Shared shingles as a share of all. */
    double jaccard(TextPrint other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < shingles.length && j < other.shingles.length) {
            int order = Long.compare(shingles[i], other.shingles[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return (double) shared / (shingles.length + other.shingles.length - shared);
    }

    boolean isReprintOf(TextPrint other) {
        boolean longEnough = Math.min(shingles.length, other.shingles.length) >= FEWEST_SHINGLES_FOR_SIMHASH;
        return (longEnough && Long.bitCount(simHash ^ other.simHash) <= REPRINT_BITS)
                || jaccard(other) >= REPRINT_JACCARD;
    }
}
