package org.clashmap.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Hints;
import org.clashmap.report.ReadResult;
import org.clashmap.report.Report;
import org.clashmap.report.ReportReader;
import org.clashmap.report.fetch.FetchException;
import org.clashmap.report.fetch.Fetched;
import org.clashmap.report.fetch.PageFetcher;
import org.jspecify.annotations.Nullable;

/**
 * Reports from the command line's paths: a file, a folder with all below it in the order of their names, an address of a page,
 * or standard input. One file at a time is held in memory.
 */
final class ReportFiles {
    /** What is taken from a folder; a file that is named itself is read whatever its ending. */
    private static final Set<String> ENDINGS = Set.of(
            "txt", "text", "md", "html", "htm", "xhtml", "xml", "rss", "atom", "jsonl", "ndjson", "eml", "pdf", "docx",
            "doc", "odt", "rtf");

    private static final Set<String> LINES = Set.of("jsonl", "ndjson");

    /** Takes a report, and its bytes as received when it was a file of its own. */
    @FunctionalInterface
    interface Sink {
        void accept(Report report, byte @Nullable [] received);
    }

    private final ReportReader reader;
    private final PageFetcher fetcher;
    private final Hints hints;
    private final Sink reports;
    private final Consumer<Notice> notices;

    ReportFiles(ReportReader reader, PageFetcher fetcher, Hints hints, Sink reports, Consumer<Notice> notices) {
        this.reader = reader;
        this.fetcher = fetcher;
        this.hints = hints;
        this.reports = reports;
        this.notices = notices;
    }

    /** Refuses paths that cannot be read at all, before any work is done. */
    static void check(List<String> paths) {
        for (String path : paths) {
            if (!path.equals("-") && !isAddress(path)) {
                JsonLines.existing(Path.of(path));
            }
        }
    }

    private static boolean isAddress(String path) {
        return path.startsWith("http://") || path.startsWith("https://");
    }

    void read(String path) {
        if (path.equals("-")) {
            readStandardInput();
        } else if (isAddress(path)) {
            readAddress(path);
        } else if (Files.isDirectory(Path.of(path))) {
            readFolder(Path.of(path));
        } else {
            readFile(Path.of(path));
        }
    }

    private void readAddress(String address) {
        try {
            Fetched page = fetcher.fetch(address);
            readBytes(page.address().toString(), page.bytes(), hints.fetchedFrom(page.address()));
        } catch (FetchException refused) {
            notices.accept(
                    new Notice("page_not_fetched", Severity.ERROR, address, String.valueOf(refused.getMessage())));
        }
    }

    private void readStandardInput() {
        try {
            readBytes("standard input", System.in.readNBytes(ReportReader.LARGEST_BYTES + 1), hints);
        } catch (IOException broken) {
            throw new CannotRunException("standard input cannot be read: " + broken.getMessage(), broken);
        }
    }

    private void readFolder(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new CannotRunException(
                    "the folder \"" + folder + "\" cannot be read: " + unreadable.getMessage(), unreadable);
        }
        for (Path file : files) {
            if (ENDINGS.contains(ending(file))) {
                readFile(file);
            } else {
                notices.accept(new Notice(
                        "file_passed_over",
                        Severity.INFO,
                        file.toString(),
                        "its ending is not one of a report; name the file itself to read it"));
            }
        }
    }

    /** Only files of lines may be larger than a report may be. */
    private void readFile(Path file) {
        try {
            long size = Files.size(file);
            if (size > ReportReader.LARGEST_BYTES && !LINES.contains(ending(file))) {
                notices.accept(new Notice(
                        "report_too_large",
                        Severity.ERROR,
                        file.toString(),
                        "it has " + size + " bytes; a report may have at most 20 MB. Split it into its reports."));
            } else {
                readBytes(file.toString(), Files.readAllBytes(file), hints);
            }
        } catch (IOException unreadable) {
            notices.accept(new Notice(
                    "file_unreadable",
                    Severity.ERROR,
                    file.toString(),
                    "it cannot be read (" + unreadable.getMessage() + "); check that it exists and may be read"));
        }
    }

    private void readBytes(String name, byte[] bytes, Hints known) {
        ReadResult result = reader.read(name, bytes, known);
        result.notices().forEach(notices);
        for (Report report : result.reports()) {
            // An entry of a feed or of lines is shorter than its file; its own bytes are not kept.
            boolean whole = report.receipt().sizeBytes() == bytes.length;
            reports.accept(report, whole ? bytes : null);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
