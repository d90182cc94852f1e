package org.clashmap.gazetteer.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clashmap.gazetteer.layer.LayerInfo.Terms;

/** The formats that can be added, each with the terms its source gives; a table of the user's own has none. */
public enum LayerFormat {
    GEONAMES("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org/"),
    POSTAL("postal", "GeoNames postal codes", "CC BY 4.0", "https://www.geonames.org/postal-codes/"),
    WHOS_ON_FIRST("wof", "Who's On First", "CC BY 4.0", "https://whosonfirst.org/docs/licenses/"),
    OPEN_STREET_MAP("osm", "OpenStreetMap contributors", "ODbL 1.0", "https://www.openstreetmap.org/copyright"),
    OWN_TABLE("csv", "", "", ""),
    /** After the formats with places, so that it finds those of the same layer. */
    ALTERNATE_NAMES("alternate-names", "GeoNames", "CC BY 4.0", "https://www.geonames.org/"),
    KATOTTG(
            "katottg",
            "КАТОТТГ, Ministry for Development of Communities and Territories of Ukraine",
            "open data of Ukraine, attribution required",
            "https://data.gov.ua/");

    private static final int SAMPLE_LINES = 20;
    private static final Set<String> OSM_TAGS = Set.of("place", "name:uk", "name:ru", "name:en", "@lat", "old_name");

    private final String word;
    private final String attribution;
    private final String licence;
    private final String url;

    LayerFormat(String word, String attribution, String licence, String url) {
        this.word = word;
        this.attribution = attribution;
        this.licence = licence;
        this.url = url;
    }

    /** As it is written on the command line. */
    public String word() {
        return word;
    }

    /** What the source itself grants; empty for a table of the user's own. */
    Optional<Terms> terms() {
        return licence.isEmpty() ? Optional.empty() : Optional.of(new Terms(attribution, licence, url));
    }

    /** The words of all formats. */
    public static String words() {
        return Arrays.stream(values()).map(LayerFormat::word).collect(Collectors.joining(", "));
    }

    public static Optional<LayerFormat> find(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** True for names without places: they go to places that the gazetteer has already, other layers among them. */
    boolean isForPlacesOfOthers() {
        return this == ALTERNATE_NAMES || this == KATOTTG;
    }

    RowReader reader(String head, String layer) {
        return switch (this) {
            case GEONAMES -> new GeoNamesReader();
            case POSTAL -> new PostalReader();
            case WHOS_ON_FIRST -> new WhosOnFirstReader();
            case OPEN_STREET_MAP -> isJson(head) ? new OsmGeoJsonReader() : new OsmTableReader();
            case OWN_TABLE -> new OwnTableReader(layer);
            case ALTERNATE_NAMES -> new AlternateNamesReader(columns(head));
            case KATOTTG -> new KatottgReader();
        };
    }

    /** Finds the format out from a text's first lines. */
    static Optional<LayerFormat> recognise(String head) {
        List<String> lines = head.lines().limit(SAMPLE_LINES).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (isJson(head)) {
            return Optional.of(OPEN_STREET_MAP);
        }
        if (lines.stream().limit(3).anyMatch(LayerFormat::isCodifier)) {
            return Optional.of(KATOTTG);
        }
        return byHeader(lines.getFirst()).or(() -> byShape(lines));
    }

    private static boolean isJson(String head) {
        return head.stripLeading().startsWith("{");
    }

    private static boolean isCodifier(String line) {
        String first = line.split("[,;\t]", 2)[0].replace("\"", "").strip();
        return KatottgReader.CODE.matcher(first).matches();
    }

    private static Optional<LayerFormat> byHeader(String line) {
        Set<String> columns = Arrays.stream(line.split(String.valueOf(CsvTable.separator(line)), -1))
                .map(cell -> CsvTable.columnName(cell.replace("\"", "")))
                .collect(Collectors.toSet());
        if (columns.containsAll(WhosOnFirstReader.NEEDED)) {
            return Optional.of(WHOS_ON_FIRST);
        }
        boolean osm = columns.contains("@id")
                || columns.contains("osm_id")
                || columns.stream().anyMatch(OSM_TAGS::contains);
        if (osm && columns.contains("name")) {
            return Optional.of(OPEN_STREET_MAP);
        }
        return columns.containsAll(OwnTableReader.NEEDED) ? Optional.of(OWN_TABLE) : Optional.empty();
    }

    /** Tables without a header, by what most of the first rows look like. */
    private static Optional<LayerFormat> byShape(List<String> lines) {
        int geoNames = 0;
        int postal = 0;
        int names = 0;
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            boolean number = !cells[0].isEmpty() && cells[0].chars().allMatch(Character::isDigit);
            geoNames += number && cells.length == GeoNamesReader.COLUMNS ? 1 : 0;
            postal += cells[0].length() == 2 && cells.length == PostalReader.COLUMNS ? 1 : 0;
            boolean columns =
                    cells.length == AlternateNamesReader.COLUMNS || cells.length == AlternateNamesReader.OLD_COLUMNS;
            names += number && columns ? 1 : 0;
        }
        int half = (lines.size() + 1) / 2;
        if (geoNames >= half) {
            return Optional.of(GEONAMES);
        }
        if (postal >= half) {
            return Optional.of(POSTAL);
        }
        return names >= half ? Optional.of(ALTERNATE_NAMES) : Optional.empty();
    }

    private static int columns(String head) {
        long old = head.lines()
                .limit(SAMPLE_LINES)
                .filter(line -> line.split("\t", -1).length == AlternateNamesReader.OLD_COLUMNS)
                .count();
        return old > SAMPLE_LINES / 2 ? AlternateNamesReader.OLD_COLUMNS : AlternateNamesReader.COLUMNS;
    }
}
