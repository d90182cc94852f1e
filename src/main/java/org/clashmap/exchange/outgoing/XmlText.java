package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML element by element; what XML 1.0 has no place for, such as control characters, becomes a replacement. */
final class XmlText {
    private final XMLStreamWriter xml;

    /** A step of writing; what goes wrong in it is the file's fault. */
    @FunctionalInterface
    interface Step {
        void run(XMLStreamWriter xml) throws XMLStreamException;
    }

    XmlText(Writer writer) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void run(Step step) throws IOException {
        try {
            step.run(xml);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void start(String name) throws IOException {
        run(x -> x.writeStartElement(name));
    }

    void end() throws IOException {
        run(XMLStreamWriter::writeEndElement);
    }

    /** An element with a text in it; none when the text is null. */
    void element(String name, @Nullable String text) throws IOException {
        if (text == null) {
            return;
        }
        run(x -> {
            x.writeStartElement(name);
            x.writeCharacters(clean(text));
            x.writeEndElement();
        });
    }

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            clean.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return clean.toString();
    }

    /** For elements whose text is read as HTML by the programs that show it. */
    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br/>");
    }
}
