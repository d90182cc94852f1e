package org.clashmap.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.clashmap.api.document.TextInput;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * A stream of JSON lines through a function, one line out for each line in, in order. A line that cannot be read is a
 * notice and no line comes out for it; the rest goes on. Holds one line at a time.
 */
final class JsonLines {
    private final Console console;
    private int failed;

    JsonLines(Console console) {
        this.console = console;
    }

    /** @param source a file, or {@code -} for standard input */
    int run(String source, Function<TextInput, String> answer) {
        try (BufferedReader lines = open(source)) {
            String name = source.equals("-") ? "standard input" : source;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    answer(line, name + " line " + number, answer);
                }
            }
        } catch (IOException unreadable) {
            throw new CannotRunException("\"" + source + "\" cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void answer(String line, String where, Function<TextInput, String> answer) {
        try {
            console.result(answer.apply(TextInput.parse(line)));
        } catch (IllegalArgumentException refused) {
            failed++;
            console.say(new Notice("line_unreadable", Severity.ERROR, where, refused.getMessage() + "; left out"));
        }
    }

    private static BufferedReader open(String source) throws IOException {
        InputStream stream = source.equals("-") ? System.in : Files.newInputStream(existing(Path.of(source)));
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** @throws CannotRunException when there is no such file */
    static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new CannotRunException("there is no file or folder \"" + file + "\".");
        }
        return file;
    }
}
