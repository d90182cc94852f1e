package org.clashmap.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.clashmap.text.Language;
import org.clashmap.text.WordCaseLearner;

/** Counts in English corpora how words are written in prose. */
public final class WordTraining {
    private static final String HEADER = """
            # How English words are written in prose: l lower case, n lower case unless a name follows, p unless one
            # precedes, b unless either, a acronym, c with a capital though its ending is that of common words.
            # Counted by: clashmap train --words CORPORA
            """;

    private WordTraining() {}

    /**
     * @param paths corpora and folders of them; texts in other alphabets and gold reports are passed over
     * @return the table
     */
    public static String run(List<Path> paths, Consumer<String> progress) {
        WordCaseLearner learner = new WordCaseLearner();
        Corpora corpora = new Corpora(OptionalInt.empty(), progress);
        for (Path file : Corpora.files(paths)) {
            if (!Corpora.isGoldReport(file)) {
                progress.accept("reading " + Corpora.name(file));
                try {
                    corpora.each(file, record -> {
                        String text = record.path("text").asString("");
                        if (Corpora.languageOf(text) == Language.EN) {
                            learner.add(text);
                        }
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return HEADER + learner.toTable();
    }
}
