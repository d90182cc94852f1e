package org.clashmap.report;

import java.time.LocalDate;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.clashmap.notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Adds a PDF or Word document with its day and title. The day is one written in its first lines; failing that, the day the
 * file was made, with a notice, since a file can be made long after or before what it holds was published.
 */
final class OfficeFacts {
    private OfficeFacts() {}

    /** What the file says about itself outside its text. */
    record Properties(@Nullable String title, @Nullable LocalDate created) {
        static final Properties NONE = new Properties(null, null);

        /** The core properties of an Office Open XML document. */
        static Properties ofXml(XMLStreamReader xml) throws XMLStreamException {
            String title = null;
            LocalDate created = null;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String name = xml.getLocalName();
                if (name.equals("title")) {
                    title = xml.getElementText().strip();
                } else if (name.equals("created")) {
                    created = PublicationDay.find(xml.getElementText()).orElse(null);
                }
            }
            return new Properties(title == null || title.isEmpty() ? null : title, created);
        }
    }

    static void add(Reading reading, byte[] bytes, String mediaType, String text, Properties properties) {
        Optional<LocalDate> written = VisibleDay.inHead(text);
        LocalDate day = written.orElse(properties.created());
        if (written.isEmpty() && day != null && reading.hints().published() == null) {
            reading.note(
                    "report_date_of_file",
                    Severity.WARNING,
                    reading.name(),
                    "no day is written at its head, so " + day + ", the day the file was made, is taken for that of"
                            + " publication. Give another with --published YYYY-MM-DD if it is wrong.");
        }
        reading.addDocument(bytes, mediaType, text, new Reading.Facts(day, null, properties.title(), null, null));
    }
}
