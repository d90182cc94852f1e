package org.clashmap.api;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clashmap.event.EventJson;
import org.clashmap.event.publish.Audience;
import org.clashmap.exchange.outgoing.ExportFormat;
import org.clashmap.exchange.outgoing.Exporter;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * All events that match, streamed as a file: of one state of the data however long it takes, with name, filter, credits and
 * data version inside where the format has room. A download that broke is begun anew; the ETag tells whether it is the same.
 */
final class EventDownloads {
    static final String PATH = "/api/collections/events/download";
    static final String FEED = "/api/feed.atom";
    static final String ATOM = "application/atom+xml";

    private static final int FEED_LENGTH = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a client may ask for, with media type and the ending of the file. */
    private enum Kind {
        GEOJSON(ExportFormat.GEOJSON, EventItems.GEOJSON, "geojson"),
        GEOJSONL(ExportFormat.GEOJSONL, "application/x-ndjson", "geojsonl"),
        GEOJSONSEQ(ExportFormat.GEOJSONSEQ, "application/geo+json-seq", "geojsons"),
        CSV(ExportFormat.CSV, "text/csv", "csv"),
        KML(ExportFormat.KML, "application/vnd.google-earth.kml+xml", "kml");

        private final ExportFormat format;
        private final String mediaType;
        private final String ending;

        Kind(ExportFormat format, String mediaType, String ending) {
            this.format = format;
            this.mediaType = mediaType;
            this.ending = ending;
        }

        static Kind parse(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.format.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(String.join(", ", words())));
        }

        static List<String> words() {
            return Stream.of(values()).map(kind -> kind.format.word()).toList();
        }
    }

    static final List<Parameter> PARAMETERS =
            FilterParameters.with(Parameter.query("f", "The format.", Parameter.oneOf(Kind.words()), "geojson"));

    private final Holdings holdings;
    private final EntityTags tags;

    EventDownloads(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    void write(Context ctx, RequestParameters parameters) throws IOException {
        Kind kind = parameters.parse("f", Kind::parse).orElse(Kind.GEOJSON);
        IndexFilter filter = FilterParameters.read(parameters);
        ctx.contentType(kind.mediaType);
        if (tags.isCurrent(ctx)) {
            return;
        }
        Page page = holdings.index().view().page(filter, Audience.PUBLIC, Page.Slice.ALL);
        Exporter.About about = about(parameters, page);
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"clashmap-events-" + about.dataVersion() + "." + kind.ending + "\"");
        if (kind == Kind.GEOJSON) {
            writeCollection(page, about, ctx.outputStream());
        } else {
            writeAs(kind.format, page, about, ctx.outputStream());
        }
    }

    /** The newest events that match, for feed readers. */
    void writeFeed(Context ctx, RequestParameters parameters) throws IOException {
        IndexFilter filter = FilterParameters.read(parameters);
        ctx.contentType(ATOM);
        if (tags.isCurrent(ctx)) {
            return;
        }
        Page page = holdings.index().view().page(filter, Audience.PUBLIC, new Page.Slice(null, 0, FEED_LENGTH));
        writeAs(ExportFormat.ATOM, page, about(parameters, page), ctx.outputStream());
    }

    private Exporter.About about(RequestParameters parameters, Page page) {
        List<String> words = new ArrayList<>();
        parameters.all().forEach((name, value) -> {
            if (!name.equals("f")) {
                words.add(name + " " + value);
            }
        });
        List<String> credits = holdings.gazetteer().credits().stream()
                .map(credit -> credit.source() + " (" + credit.licence() + ")")
                .toList();
        return new Exporter.About(words, page.dataVersion(), credits);
    }

    /** The features stand ready; only what is said of them is made. */
    private static void writeCollection(Page page, Exporter.About about, OutputStream out) throws IOException {
        Map<String, Object> head = Members.of(
                "type", "FeatureCollection",
                "name", "Clashmap events",
                "data_version", about.dataVersion(),
                "filter", about.filter(),
                "numberMatched", page.matched(),
                "licence", "each feature names its sources and, where it is known, the licence of each",
                "publishers", page.publishers(),
                "credits", about.credits(),
                "features", List.of());
        byte[] bytes = JSON.writeValueAsBytes(head);
        out.write(bytes, 0, bytes.length - 2);
        page.writeDocuments(out);
        out.write(bytes, bytes.length - 2, 2);
    }

    private static void writeAs(ExportFormat format, Page page, Exporter.About about, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            Exporter.write(
                    format,
                    each -> page.forEachDocument(document -> each.accept(EventJson.parse(document))),
                    about,
                    writer);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
