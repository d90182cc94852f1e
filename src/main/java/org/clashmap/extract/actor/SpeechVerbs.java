package org.clashmap.extract.actor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.extract.SpeechMention;
import org.clashmap.text.Language;
import org.clashmap.text.Token;
import org.clashmap.text.WordTable;

/** The words of saying, confirming and denying, from their table. Loaded once, read-only. */
public final class SpeechVerbs {
    private static final SpeechVerbs STANDARD = new SpeechVerbs();

    private final Map<Language, ActorPatterns<Entry>> phrases = new EnumMap<>(Language.class);

    /** How a phrase joins a speaker to what is said. */
    public enum Shape {
        /** The speaker is its subject: "said", "повідомив". */
        VERB,
        /** The speaker follows: "according to", "за словами". */
        ACCORDING,
        /** The speaker stands before as a possessor: "claim", "statement". */
        NOUN,
        /** Goes on with the speaker of the sentence: ", adding that". */
        PARTICIPLE
    }

    public record Entry(Shape shape, SpeechMention.Stance stance) {}

    private SpeechVerbs() {
        for (Language language : Language.values()) {
            phrases.put(language, new ActorPatterns<>());
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/speech", 5)) {
            Entry entry = new Entry(Shape.valueOf(row.get(1)), SpeechMention.Stance.valueOf(row.get(2)));
            phrases(Language.find(row.get(0)).orElseThrow()).addAll(row.get(3), entry);
        }
    }

    public static SpeechVerbs standard() {
        return STANDARD;
    }

    public Optional<ActorPatterns.Match<Entry>> at(Language language, List<Token> tokens, int from) {
        return phrases(language).at(tokens, from, false);
    }

    boolean isSpeech(Language language, Token token) {
        return phrases(language)
                .at(List.of(token), 0, false)
                .filter(match -> match.value().shape() == Shape.VERB)
                .isPresent();
    }

    private ActorPatterns<Entry> phrases(Language language) {
        return java.util.Objects.requireNonNull(phrases.get(language));
    }
}
