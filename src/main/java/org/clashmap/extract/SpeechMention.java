package org.clashmap.extract;

import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saying something in a text, or the text's own word on what is not known.
 *
 * @param span the speaker with the words of saying: "the regional administration said on Sunday"
 * @param content the clause or sentence that is said; may hold {@code span} when the saying stands in its middle
 * @param saidOn the words that date the saying and so not the act, or null
 */
public record SpeechMention(
        Span span,
        Span content,
        Speaker speaker,
        Stance stance,
        @Nullable Span saidOn,
        Evidence evidence) {

    /** The same with the text's word on its proof. */
    public SpeechMention with(Evidence said) {
        return new SpeechMention(span, content, speaker, stance, saidOn, said);
    }

    /** What the speaker does with what is said (the codebook's words). */
    public enum Stance {
        ASSERTS,
        CONFIRMS,
        DENIES,
        DECLINES,
        RETRACTS;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What the text says about the proof. */
    public enum Evidence {
        NOTHING_SAID,
        /** "gave no evidence", "without providing proof". */
        NONE_GIVEN,
        /** "could not be independently verified". */
        UNVERIFIED,
        /** "verified", "geolocated footage". */
        VERIFIED
    }

    /** What makes a speaker's word worth what it is worth. */
    public enum Standing {
        /** A party to the conflict: a state at war, its forces, an armed group. */
        PARTY,
        /** A government or office not known to be a party. */
        OFFICIAL,
        MEDICS,
        MEDIA,
        ANALYST,
        /** A non-governmental or international organisation, an ombudsman, a monitor. */
        MONITOR,
        WITNESS,
        /** Asked not to be named, or "sources". */
        ANONYMOUS,
        OTHER,
        /** The text itself. */
        NARRATOR
    }

    /**
     * Who speaks.
     *
     * @param span the words for the speaker
     * @param name as written, the full name where the report has it elsewhere ("Volodymyr Zelensky" for "Mr Zelensky")
     * @param party ISO 3166-1 alpha-2 or the name of a group, when the speaker speaks for one, or null
     */
    public record Speaker(Span span, String name, @Nullable String party, Standing standing) {
        public boolean isIndependent() {
            return standing == Standing.MEDICS
                    || standing == Standing.MEDIA
                    || standing == Standing.ANALYST
                    || standing == Standing.MONITOR
                    || standing == Standing.WITNESS;
        }

        public boolean isAnonymous() {
            return standing == Standing.ANONYMOUS;
        }
    }
}
