package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamWriter;
import org.clashmap.event.Event;
import org.clashmap.event.EventType;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Where;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * KML 2.2: one folder for each event type, the time as a span, and a circle around points that are less exact than two
 * kilometres. Folders are gathered in temporary files, so that memory does not grow.
 */
final class KmlSink implements EventSink {
    private static final int CIRCLE_FROM_METERS = 2000;
    private static final int CORNERS = 48;

    /** Colours as KML writes them: opacity, blue, green, red. */
    private static final Map<EventType, String> COLOURS = Map.of(
            EventType.BATTLES, "3643d6",
            EventType.EXPLOSIONS, "1a7ff0",
            EventType.VIOLENCE_AGAINST_CIVILIANS, "8a2be2",
            EventType.PROTESTS, "4caf50",
            EventType.RIOTS, "00b7c4",
            EventType.STRATEGIC_DEVELOPMENTS, "b5804a");

    private final Writer writer;
    private final Contents contents;
    private final Map<EventType, Part> parts = new EnumMap<>(EventType.class);

    /** The placemarks of one folder. */
    private record Part(Path file, Writer writer) {}

    KmlSink(Writer writer, Contents contents) {
        this.writer = writer;
        this.contents = contents;
    }

    @Override
    public void add(Event event) throws IOException {
        Part part = parts.get(event.what().type().type());
        if (part == null) {
            Path file = Files.createTempFile("clashmap", ".kml.part");
            part = new Part(file, Files.newBufferedWriter(file));
            parts.put(event.what().type().type(), part);
        }
        StringWriter placemark = new StringWriter();
        placemark(new XmlText(placemark), event);
        part.writer.write(placemark.toString());
        part.writer.write('\n');
    }

    private static void placemark(XmlText xml, Event event) throws IOException {
        xml.start("Placemark");
        xml.run(x -> x.writeAttribute("id", XmlText.clean(event.id())));
        xml.element("name", event.what().title());
        xml.element("description", description(event));
        if (event.when().start() != null || event.when().end() != null) {
            xml.start("TimeSpan");
            xml.element(
                    "begin",
                    event.when().start() == null ? null : event.when().start().toString());
            xml.element(
                    "end",
                    event.when().end() == null ? null : event.when().end().toString());
            xml.end();
        }
        xml.element("styleUrl", "#" + event.what().type().type().name().toLowerCase(Locale.ROOT));
        data(xml, event);
        geometry(xml, event.where());
        xml.end();
        xml.run(XMLStreamWriter::flush);
    }

    private static String description(Event event) {
        StringBuilder text = new StringBuilder(AcledRows.notes(event));
        for (SourceRef source : event.account().sources()) {
            if (source.url() != null) {
                text.append("\n").append(source.url());
            }
        }
        return XmlText.html(text.toString());
    }

    private static void data(XmlText xml, Event event) throws IOException {
        xml.start("ExtendedData");
        datum(xml, "event_type", event.what().type().type().label());
        datum(xml, "sub_event_type", event.what().type().label());
        datum(xml, "actor1", name(event.who().actor1()));
        datum(xml, "actor2", name(event.who().actor2()));
        datum(xml, "fatalities", event.toll().fatalities());
        datum(xml, "place", event.where().text());
        datum(xml, "geo_precision", event.where().precision().geo());
        datum(xml, "geo_level", event.where().precision().level());
        datum(xml, "uncertainty_m", event.where().precision().uncertaintyMeters());
        datum(xml, "certainty", event.account().certainty());
        datum(xml, "review", event.editorial().review().status());
        datum(xml, "source", event.account().publishers());
        xml.end();
    }

    private static @Nullable String name(Event.@Nullable Actor actor) {
        return actor == null ? null : actor.name();
    }

    private static void datum(XmlText xml, String name, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        xml.start("Data");
        xml.run(x -> x.writeAttribute("name", name));
        xml.element("value", value.toString());
        xml.end();
    }

    private static void geometry(XmlText xml, Where where) throws IOException {
        LonLat point = where.point();
        Integer radius = where.precision().uncertaintyMeters();
        Geometry area = where.footprint();
        if (area == null && point != null && radius != null && radius > CIRCLE_FROM_METERS) {
            area = Geodesy.circle(point, radius, CORNERS);
        }
        if (point == null && area == null) {
            return;
        }
        xml.start("MultiGeometry");
        if (point != null) {
            xml.start("Point");
            xml.element("coordinates", position(point.lon(), point.lat()));
            xml.end();
        }
        for (int i = 0; area != null && i < area.getNumGeometries(); i++) {
            shape(xml, area.getGeometryN(i));
        }
        xml.end();
    }

    private static void shape(XmlText xml, Geometry shape) throws IOException {
        switch (shape) {
            case Point point -> {
                xml.start("Point");
                xml.element("coordinates", position(point.getX(), point.getY()));
                xml.end();
            }
            case LineString line -> {
                xml.start("LineString");
                xml.element("coordinates", positions(line));
                xml.end();
            }
            case Polygon polygon -> {
                xml.start("Polygon");
                ring(xml, "outerBoundaryIs", polygon.getExteriorRing());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(xml, "innerBoundaryIs", polygon.getInteriorRingN(i));
                }
                xml.end();
            }
            default -> throw new IOException("KML has no place for a " + shape.getGeometryType());
        }
    }

    private static void ring(XmlText xml, String name, LineString ring) throws IOException {
        xml.start(name);
        xml.start("LinearRing");
        xml.element("coordinates", positions(ring));
        xml.end();
        xml.end();
    }

    private static String positions(Geometry line) {
        StringBuilder text = new StringBuilder();
        for (Coordinate at : line.getCoordinates()) {
            text.append(text.isEmpty() ? "" : " ").append(position(at.x, at.y));
        }
        return text.toString();
    }

    private static String position(double lon, double lat) {
        return GeoJson.round(lon) + "," + GeoJson.round(lat);
    }

    @Override
    public void close() throws IOException {
        try {
            finish();
        } finally {
            for (Part part : parts.values()) {
                part.writer.close();
                Files.deleteIfExists(part.file);
            }
        }
    }

    private void finish() throws IOException {
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n");
        writer.write("<Document>\n<name>Clashmap events</name>\n<description>");
        writer.write(escaped(XmlText.html(String.join("\n", contents.lines()))));
        writer.write("</description>\n");
        for (EventType type : List.copyOf(parts.keySet())) {
            String colour = COLOURS.getOrDefault(type, "808080");
            writer.write("<Style id=\"" + type.name().toLowerCase(Locale.ROOT) + "\"><IconStyle><color>ff" + colour
                    + "</color></IconStyle><LineStyle><color>ff" + colour + "</color></LineStyle><PolyStyle><color>40"
                    + colour + "</color></PolyStyle></Style>\n");
        }
        for (Map.Entry<EventType, Part> entry : parts.entrySet()) {
            entry.getValue().writer.close();
            writer.write("<Folder><name>" + escaped(entry.getKey().label()) + "</name>\n");
            try (var lines = Files.lines(entry.getValue().file, StandardCharsets.UTF_8)) {
                lines.forEachOrdered(line -> {
                    try {
                        writer.write(line);
                        writer.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            writer.write("</Folder>\n");
        }
        writer.write("</Document>\n</kml>\n");
        writer.flush();
    }

    private static String escaped(String text) {
        return XmlText.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
