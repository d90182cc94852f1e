package org.clashmap.report;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word document (.docx, ECMA-376) by its main part, streamed: paragraphs as lines, a table's row as one line.
 * Nothing else in the archive is opened but the document's properties; macros, objects and links stay where they are.
 * External entities and document types are off. What is unpacked is counted, so that an archive that grows without
 * measure is refused after {@value #MOST_UNPACKED_BYTES} bytes.
 */
final class WordReader {
    static final long MOST_UNPACKED_BYTES = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5000;

    private WordReader() {}

    static boolean isArchive(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    static void read(Reading reading, byte[] bytes) {
        Parts parts = new Parts();
        try {
            parts.read(bytes);
        } catch (TooMuch much) {
            reading.refuse(
                    "archive_too_large",
                    reading.name(),
                    much.getMessage()
                            + ". It is damaged or made to do harm. Save its text as a .txt file and give that.");
            return;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            reading.refuse(
                    "word_broken",
                    reading.name(),
                    "the document cannot be read (" + firstLine(broken.getMessage())
                            + "). Open it in a word processor and save it again as .docx, or as text.");
            return;
        }
        String text = parts.text;
        if (text == null) {
            reading.refuse("report_binary", reading.name(), parts.whatElse());
            return;
        }
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        OfficeFacts.add(reading, bytes, type, text, parts.properties);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "it breaks off" : message.lines().findFirst().orElse("");
    }

    /** The archive unpacks to more than a report can be. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String what) {
            super(what);
        }
    }

    /** What is taken out of the archive, in one pass over its entries. */
    private static final class Parts {
        private @Nullable String text;
        private OfficeFacts.Properties properties = OfficeFacts.Properties.NONE;
        private final Set<String> names = new TreeSet<>();
        private long left = MOST_UNPACKED_BYTES;

        void read(byte[] bytes) throws IOException, XMLStreamException {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                InputStream counted = new Counted(zip);
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (names.size() >= MOST_ENTRIES) {
                        throw new TooMuch("the archive has more than " + MOST_ENTRIES + " parts");
                    }
                    names.add(entry.getName());
                    if (entry.getName().equals("word/document.xml") && text == null) {
                        text = WordText.of(xml(counted));
                    } else if (entry.getName().equals("docProps/core.xml")) {
                        properties = OfficeFacts.Properties.ofXml(xml(counted));
                    }
                    // Unpacked to its end here, where it is counted, and not by the jump to the next entry.
                    counted.transferTo(java.io.OutputStream.nullOutputStream());
                    zip.closeEntry();
                }
            }
        }

        private static XMLStreamReader xml(InputStream stream) throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            return factory.createXMLStreamReader(stream, StandardCharsets.UTF_8.name());
        }

        /** What an archive is that holds no Word document. */
        String whatElse() {
            String kind = names.contains("xl/workbook.xml")
                    ? "a spreadsheet. Save its sheets as CSV and import these"
                    : names.contains("ppt/presentation.xml")
                            ? "a presentation. Save it as PDF and give that"
                            : names.contains("content.xml") && names.contains("mimetype")
                                    ? "an OpenDocument file. Save it as .docx or PDF and give that"
                                    : names.isEmpty()
                                            ? "a damaged ZIP archive. Fetch it again"
                                            : "a ZIP archive. Unpack it and give the files or their folder";
            return "this is " + kind + ".";
        }

        /** Counts what comes out of the archive, and never closes it. */
        private final class Counted extends FilterInputStream {
            Counted(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int n = super.read(into, from, length);
                count(Math.max(0, n));
                return n;
            }

            private void count(int bytes) throws TooMuch {
                left -= bytes;
                if (left < 0) {
                    throw new TooMuch("the archive unpacks to more than " + MOST_UNPACKED_BYTES / 1024 / 1024 + " MB");
                }
            }

            @Override
            public void close() {
                // The archive is closed by who opened it.
            }
        }
    }
}
