package org.clashmap.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.clashmap.api.document.TextInput;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * A stream of JSON lines through a function, on all processors, one line out for each line in, in the order they came. A line
 * that cannot be read is a notice and no line comes out for it; the rest goes on. Holds a few lines for each processor,
 * however long the stream: reading waits when the oldest line is not done.
 */
final class JsonLines {
    private static final int WAITING_FOR_EACH_THREAD = 4;
    private static final double NANOSECONDS = 1e9;

    private final Console console;
    private final int threads;
    private final Deque<Future<Outcome>> waiting = new ArrayDeque<>();
    private int done;
    private int failed;
    private long characters;

    JsonLines(Console console) {
        this(console, Runtime.getRuntime().availableProcessors());
    }

    JsonLines(Console console, int threads) {
        this.console = console;
        this.threads = threads;
    }

    private sealed interface Outcome {
        record Answered(String line, int characters) implements Outcome {}

        record Refused(Notice notice) implements Outcome {}
    }

    /**
     * @param source a file, or {@code -} for standard input
     * @param answer called by several threads at once
     */
    int run(String source, Function<TextInput, String> answer) {
        long start = System.nanoTime();
        try (BufferedReader lines = open(source);
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            try {
                pass(lines, source.equals("-") ? "standard input" : source, workers, answer);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CannotRunException("stopped after " + done + " texts", stopped);
            } finally {
                // What still waits is of no use when something went wrong; else nothing does.
                workers.shutdownNow();
            }
        } catch (IOException unreadable) {
            throw new CannotRunException("\"" + source + "\" cannot be read: " + unreadable.getMessage(), unreadable);
        }
        console.say(summary((System.nanoTime() - start) / NANOSECONDS));
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void pass(BufferedReader lines, String name, ExecutorService workers, Function<TextInput, String> answer)
            throws IOException, InterruptedException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String text = line;
                String where = name + " line " + number;
                waiting.add(workers.submit(() -> answer(text, where, answer)));
                if (waiting.size() >= threads * WAITING_FOR_EACH_THREAD) {
                    tell(waiting.remove());
                }
            }
        }
        while (!waiting.isEmpty()) {
            tell(waiting.remove());
        }
    }

    private static Outcome answer(String line, String where, Function<TextInput, String> answer) {
        try {
            TextInput input = TextInput.parse(line);
            return new Outcome.Answered(answer.apply(input), input.text().length());
        } catch (IllegalArgumentException refused) {
            return new Outcome.Refused(
                    new Notice("line_unreadable", Severity.ERROR, where, refused.getMessage() + "; left out"));
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return new Outcome.Refused(new Notice(
                    "line_failed", Severity.ERROR, where, "the program failed on it (" + unforeseen + "); left out"));
        }
    }

    private void tell(Future<Outcome> oldest) throws InterruptedException {
        try {
            switch (oldest.get()) {
                case Outcome.Answered answered -> {
                    done++;
                    characters += answered.characters;
                    console.result(answered.line);
                }
                case Outcome.Refused refused -> {
                    failed++;
                    console.say(refused.notice);
                }
            }
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException(unforeseen.getCause());
        }
    }

    private String summary(double seconds) {
        return String.format(
                Locale.ROOT,
                "%d texts, %d characters in %.1f s on %d threads (%.0f characters a second)%s",
                done,
                characters,
                seconds,
                threads,
                characters / Math.max(seconds, 1e-3),
                failed == 0 ? "" : "; " + failed + " left out");
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
