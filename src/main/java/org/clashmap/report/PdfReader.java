package org.clashmap.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.notice.Severity;
import org.clashmap.report.pdf.PdfContent;
import org.clashmap.report.pdf.PdfProcess;

/** Reads a PDF: its pages joined into running text ({@link PageJoiner}), or a notice that says why there is none. */
final class PdfReader {
    /** A mark may stand behind other bytes, but not far. */
    private static final int MARK_WITHIN_BYTES = 1024;

    private PdfReader() {}

    static boolean isPdf(byte[] bytes) {
        int length = Math.min(bytes.length, MARK_WITHIN_BYTES);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    static void read(Reading reading, byte[] bytes) {
        switch (new PdfProcess().open(bytes)) {
            case PdfContent.Pages pages -> read(reading, bytes, pages);
            case PdfContent.Locked locked ->
                reading.refuse(
                        "pdf_encrypted",
                        reading.name(),
                        "the PDF asks for a password. Open it, print it into a new PDF or copy its text, and give that.");
            case PdfContent.Broken broken ->
                reading.refuse(
                        "pdf_broken",
                        reading.name(),
                        "the PDF cannot be read (" + broken.why() + "). Fetch it again, or copy its text into a file.");
            case PdfContent.TooMuch much ->
                reading.refuse(
                        "pdf_too_large",
                        reading.name(),
                        "the PDF needs " + much.what() + ", more than a report does. Split it, or copy its text into a"
                                + " file.");
        }
    }

    private static void read(Reading reading, byte[] bytes, PdfContent.Pages content) {
        long withText = content.pages().stream().filter(PdfReader::hasLetters).count();
        if (withText == 0) {
            reading.refuse(
                    "pdf_no_text",
                    reading.name(),
                    "the PDF has " + content.pages().size() + " pages and no text; it is made of pictures, such as a"
                            + " scan. Run text recognition on it and give the result.");
            return;
        }
        String text = PageJoiner.join(content.pages());
        long unread = text.codePoints().filter(PdfReader::isUnread).count();
        if (unread * 5 > text.length()) {
            reading.refuse(
                    "pdf_no_letters",
                    reading.name(),
                    "the PDF's fonts do not say which letters they draw, so its text cannot be taken out. Run text"
                            + " recognition on it and give the result.");
            return;
        }
        if (withText < content.pages().size()) {
            List<String> without = new ArrayList<>();
            for (int i = 0; i < content.pages().size(); i++) {
                if (!hasLetters(content.pages().get(i))) {
                    without.add(String.valueOf(i + 1));
                }
            }
            reading.note(
                    "pdf_pages_without_text",
                    Severity.WARNING,
                    reading.name(),
                    "no text on page " + String.join(", ", without) + "; what is pictured there is not read");
        }
        OfficeFacts.Properties properties = new OfficeFacts.Properties(
                content.title(),
                Optional.ofNullable(content.created())
                        .flatMap(PublicationDay::find)
                        .orElse(null));
        OfficeFacts.add(reading, bytes, "application/pdf", text, properties);
    }

    private static boolean hasLetters(String page) {
        return page.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isUnread(int letter) {
        return letter == '\uFFFD' || Character.getType(letter) == Character.PRIVATE_USE;
    }
}
