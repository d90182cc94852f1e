package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLStreamWriter;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.LonLat;

/** An Atom feed (RFC 4287) with GeoRSS Simple: an entry for each event, whose id names its version. */
final class AtomSink implements EventSink {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String GEORSS = "http://www.georss.org/georss";
    private static final String NEVER = "1970-01-01T00:00:00Z";

    private final XmlText xml;
    private final Writer writer;

    AtomSink(Writer writer, Contents contents) throws IOException {
        this.writer = writer;
        xml = new XmlText(writer);
        xml.run(x -> {
            x.writeStartDocument("UTF-8", "1.0");
            x.writeStartElement("feed");
            x.writeDefaultNamespace(ATOM);
            x.writeNamespace("georss", GEORSS);
        });
        xml.element("title", "Clashmap events");
        xml.element("subtitle", String.join(". ", contents.lines()));
        xml.element("id", "urn:clashmap:events:" + contents.dataVersion());
        xml.element("updated", contents.lastChange() == null ? NEVER : contents.lastChange());
        xml.element("rights", String.join("; ", contents.licences()));
        xml.start("author");
        xml.element("name", "Clashmap");
        xml.end();
    }

    @Override
    public void add(Event event) throws IOException {
        xml.start("entry");
        xml.element("id", "urn:clashmap:event:" + event.id() + ":" + event.version());
        xml.element("title", event.what().title());
        xml.element("updated", updated(event));
        xml.element("summary", AcledRows.notes(event));
        for (SourceRef source : event.account().sources()) {
            if (source.url() != null) {
                String url = source.url();
                xml.run(x -> {
                    x.writeEmptyElement("link");
                    x.writeAttribute("rel", "via");
                    x.writeAttribute("href", XmlText.clean(url));
                });
            }
        }
        xml.run(x -> {
            x.writeEmptyElement("category");
            x.writeAttribute("term", event.what().type().label());
        });
        place(event.where());
        xml.end();
    }

    private static String updated(Event event) {
        return event.editorial().history().isEmpty()
                ? NEVER
                : event.editorial().history().getLast().at();
    }

    private void place(Where where) throws IOException {
        LonLat point = where.point();
        if (point == null) {
            return;
        }
        georss("point", AcledRows.degrees(point.lat()) + " " + AcledRows.degrees(point.lon()));
        if (where.precision().uncertaintyMeters() != null) {
            georss("radius", where.precision().uncertaintyMeters().toString());
        }
        if (where.names().location() != null) {
            georss("featurename", where.names().location());
        }
    }

    private void georss(String name, String text) throws IOException {
        xml.run(x -> {
            x.writeStartElement("georss", name, GEORSS);
            x.writeCharacters(XmlText.clean(text));
            x.writeEndElement();
        });
    }

    @Override
    public void close() throws IOException {
        xml.end();
        xml.run(XMLStreamWriter::writeEndDocument);
        xml.run(XMLStreamWriter::flush);
        writer.write('\n');
        writer.flush();
    }
}
