package org.clashmap.report;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.notice.Severity;

/**
 * Turns received bytes into reports: plain text, HTML, RSS and Atom feeds, JSONL, e-mail, PDF and Word. The kind is told by
 * the content and, where that leaves a choice, by the name's ending. What cannot be read is a notice of severity error that names it, says
 * what is wrong and the way out; nothing is thrown. Safe for many threads.
 *
 * <p>The working text keeps the characters as they are, only line ends become {@code \n} and a byte order mark goes; of
 * HTML it holds the words of the article ({@link HtmlText}). It is untrusted and is only ever to be shown as text.
 */
public final class ReportReader {
    /** The largest report, or line of JSONL. */
    public static final int LARGEST_BYTES = 20 * 1024 * 1024;

    private final InstantSource clock;

    public ReportReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param name of the file or the address, for notices and by its ending
     */
    public ReadResult read(String name, byte[] bytes, Hints hints) {
        Reading reading = new Reading(clock, name, hints);
        String ending = ending(name);
        boolean lines = ending.equals("jsonl") || ending.equals("ndjson");
        if (bytes.length == 0) {
            reading.refuse("report_empty", name, "the file is empty. Check that the right file was given.");
            return reading.result();
        }
        if (bytes.length > LARGEST_BYTES && !lines) {
            reading.refuse("report_too_large", name, tooLarge(bytes.length));
            return reading.result();
        }
        if (PdfReader.isPdf(bytes)) {
            PdfReader.read(reading, bytes);
            return reading.result();
        }
        if (WordReader.isArchive(bytes)) {
            WordReader.read(reading, bytes);
            return reading.result();
        }
        if (!lines && MailReader.isMail(bytes, ending)) {
            MailReader.read(reading, bytes);
            return reading.result();
        }
        Optional<String> binary = findUnreadable(bytes);
        if (binary.isPresent()) {
            reading.refuse(
                    "report_binary",
                    name,
                    "this is " + binary.get()
                            + ", which is not read. Save its text as a .txt, .html or .docx file and give" + " that.");
            return reading.result();
        }
        readText(reading, bytes, ending, lines);
        return reading.result();
    }

    private static Optional<String> findUnreadable(byte[] bytes) {
        boolean richText = bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("{\\rtf");
        return richText ? Optional.of("an RTF document") : TextDecoder.findBinaryKind(bytes);
    }

    private static void readText(Reading reading, byte[] bytes, String ending, boolean lines) {
        Decoded markup = TextDecoder.decodeMarkup(bytes);
        boolean feed = !lines && FeedReader.isFeed(markup.text());
        boolean html = !lines && !feed && isHtml(ending, markup.text());
        Decoded decoded = feed || html ? markup : TextDecoder.decode(bytes);
        if (decoded.doubt() != null) {
            reading.note("report_encoding", Severity.WARNING, reading.name(), decoded.doubt());
        }
        String text = decoded.text();
        if (feed) {
            FeedReader.read(reading, text);
        } else if (html) {
            HtmlReader.read(reading, bytes, text);
        } else if (lines || JsonlReader.isJsonl(text)) {
            JsonlReader.read(reading, text);
        } else if (ending.equals("json") || ending.equals("geojson") || ending.equals("xml")) {
            reading.refuse(
                    "report_format",
                    reading.name(),
                    "a ." + ending + " file that is neither JSONL nor a feed. Reports are read from text, HTML, RSS or"
                            + " Atom, and JSONL with one {\"id\", \"text\"} per line.");
        } else {
            reading.addDocument(bytes, "text/plain", text, Reading.Facts.NONE);
        }
    }

    static String tooLarge(int size) {
        return String.format(
                Locale.ROOT,
                "it has %,d bytes; a report may have at most %,d. Split it into its reports.",
                size,
                LARGEST_BYTES);
    }

    private static boolean isHtml(String ending, String text) {
        String head = text.stripLeading();
        head = head.substring(0, Math.min(head.length(), 200)).toLowerCase(Locale.ROOT);
        return ending.equals("html")
                || ending.equals("htm")
                || ending.equals("xhtml")
                || head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || (head.startsWith("<?xml") && head.contains("<html"));
    }

    /** The ending of a file's name or of an address's path, in lower case; empty when there is none. */
    private static String ending(String name) {
        String path = name.replaceFirst("[?#].*$", "");
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        int dot = path.lastIndexOf('.');
        return dot > slash ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
