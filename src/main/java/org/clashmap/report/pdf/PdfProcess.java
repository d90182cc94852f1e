package org.clashmap.report.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Opens PDFs, each in a Java process of its own with {@value #MEGABYTES} MB of memory and a time limit, so that no file can
 * take memory or time from the others. About half a second a file. Safe for many threads.
 */
public final class PdfProcess {
    private static final int MEGABYTES = 320;
    private static final int OUT_OF_MEMORY = 3;

    /** Code and class path of the process: this class and the libraries it opens files with. */
    private static final List<Class<?>> NEEDED = List.of(
            PdfPages.class,
            PDDocument.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class,
            Nullable.class);

    private final Duration timeLimit;

    public PdfProcess() {
        this(Duration.ofSeconds(30));
    }

    PdfProcess(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /** @throws java.io.UncheckedIOException when no process can be started or no temporary file be made */
    public PdfContent open(byte[] bytes) {
        Path in = null;
        Path out = null;
        try {
            in = Files.createTempFile("clashmap", ".pdf");
            out = Files.createTempFile("clashmap", ".pages");
            Files.write(in, bytes);
            return run(in, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            delete(in);
            delete(out);
        }
    }

    private PdfContent run(Path in, Path out) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEGABYTES + "m",
                        "-Xss1m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        PdfPages.class.getName())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new PdfContent.TooMuch("more than " + timeLimit.toSeconds() + " seconds");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new PdfContent.Broken("reading was stopped");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == OUT_OF_MEMORY) {
            return new PdfContent.TooMuch("more than " + MEGABYTES + " MB of memory");
        }
        if (process.exitValue() != 0) {
            return new PdfContent.Broken("the reader ended with code " + process.exitValue());
        }
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(out)))) {
            return read(data);
        }
    }

    private static PdfContent read(DataInputStream data) throws IOException {
        return switch (data.readByte()) {
            case PdfPages.PAGES -> {
                String title = text(data);
                String created = text(data);
                List<String> pages = new ArrayList<>();
                for (int left = data.readInt(); left > 0; left--) {
                    pages.add(text(data));
                }
                yield new PdfContent.Pages(pages, orNull(title), orNull(created));
            }
            case PdfPages.LOCKED -> new PdfContent.Locked();
            case PdfPages.TOO_MUCH -> new PdfContent.TooMuch(text(data));
            default -> new PdfContent.Broken(text(data));
        };
    }

    private static String text(DataInputStream data) throws IOException {
        return new String(data.readNBytes(data.readInt()), StandardCharsets.UTF_8);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String classPath() {
        return NEEDED.stream()
                .flatMap(type -> Stream.ofNullable(type.getProtectionDomain().getCodeSource()))
                .map(source -> {
                    try {
                        return Path.of(source.getLocation().toURI()).toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException("code comes from files", e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The system clears its temporary folder; the text is read already.
            return;
        }
    }
}
