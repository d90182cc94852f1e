package org.clashmap.extract.speech;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;

/** The small words that bound a clause of saying, from their table. Loaded once, read-only. */
final class SpeechCues {
    private static final Map<Language, SpeechCues> ALL = load();

    private final Map<Cue, Set<String>> words = new EnumMap<>(Cue.class);

    enum Cue {
        BOUNDARY,
        JOINS,
        AUXILIARY,
        NOT_A_SPEAKER,
        PREPOSITION,
        ADDRESSEE
    }

    private SpeechCues() {}

    static SpeechCues of(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    boolean has(Cue cue, String lowerWord) {
        return words.getOrDefault(cue, Set.of()).contains(lowerWord);
    }

    private static Map<Language, SpeechCues> load() {
        Map<Language, SpeechCues> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new SpeechCues());
        }
        for (WordTable.Row row : WordTable.rows("extract/actors/speech-cues", 4)) {
            SpeechCues cues = java.util.Objects.requireNonNull(
                    all.get(Language.find(row.get(0)).orElseThrow()));
            cues.words.put(Cue.valueOf(row.get(1)), Set.of(row.get(2).split("\\|", -1)));
        }
        return all;
    }
}
