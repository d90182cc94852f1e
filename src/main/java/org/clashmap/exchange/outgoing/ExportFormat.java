package org.clashmap.exchange.outgoing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be written. */
public enum ExportFormat {
    GEOJSON("geojson", "GeoJSON with every property; importing it again gives the same events"),
    PUBLIC("geojson", "GeoJSON of what may be published, without rows and names that may not"),
    GEOJSONL("geojsonl", "GeoJSON features, one on a line"),
    GEOJSONSEQ("geojsons", "GeoJSON text sequence (RFC 8142)"),
    CSV("csv", "one flat table with every property"),
    ACLED("csv", "a table with ACLED's columns"),
    UCDP("csv", "a table with the columns of UCDP GED, of events with deaths"),
    PLOVER("jsonl", "PLOVER as JSON Lines"),
    KML("kml", "KML for Google Earth and the like"),
    GPKG("gpkg", "a GeoPackage for QGIS and the like"),
    ATOM("xml", "an Atom feed with GeoRSS"),
    EVIDENCE("zip", "a pack of events with all versions, reports, bytes as received and checksums");

    private final String ending;
    private final String title;

    ExportFormat(String ending, String title) {
        this.ending = ending;
        this.title = title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    /** Tables have no place for licence and credits inside, nor have sequences; they get a file beside them. */
    public boolean needsFileBeside() {
        return switch (this) {
            case CSV, ACLED, UCDP, PLOVER, GEOJSONL, GEOJSONSEQ -> true;
            case GEOJSON, PUBLIC, KML, GPKG, ATOM, EVIDENCE -> false;
        };
    }

    public static Optional<ExportFormat> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that a file's name asks for; the plainest where several share an ending. */
    public static Optional<ExportFormat> ofFile(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> small.endsWith("." + format.ending) || (format == GEOJSON && small.endsWith(".json")))
                .findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }
}
