package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clashmap.gazetteer.GeodataFormat;
import org.clashmap.gazetteer.build.Draft.Layer;
import org.clashmap.notice.Notice;

/**
 * Writes {@code manifest.tsv}, which says what the loader needs to know before it reads, and {@code README.md}, which says
 * for people where every file comes from.
 */
final class Manifest {
    private final Path geodata;
    private final StoredFiles files;

    Manifest(Path geodata, StoredFiles files) {
        this.geodata = geodata;
        this.files = files;
    }

    /** Source, licence and link of each layer. */
    private record Origin(String source, String licence, String url) {}

    private static Origin origin(Layer layer) {
        return switch (layer) {
            case GEONAMES ->
                new Origin("GeoNames cities500 and administrative codes", "CC BY 4.0", "https://www.geonames.org/");
            case GEONAMES_POSTAL ->
                new Origin("GeoNames postal codes of Ukraine", "CC BY 4.0", "https://www.geonames.org/postal-codes/");
            case NATURAL_EARTH ->
                new Origin(
                        "Natural Earth 1:10m admin 1 states and provinces",
                        "public domain",
                        "https://www.naturalearthdata.com/");
            case OUR_AIRPORTS -> new Origin("OurAirports", "public domain", "https://ourairports.com/data/");
            case OVERRIDES -> new Origin("Clashmap overrides, each row with its link", "CC0 1.0", "geodata/overrides/");
        };
    }

    BuildReport write(List<Draft> places, long joined, List<Notice> notices) throws IOException {
        Map<String, Long> byLayer = new LinkedHashMap<>();
        long names = 0;
        for (Layer layer : Layer.values()) {
            byLayer.put(
                    name(layer),
                    places.stream().filter(place -> place.layer == layer).count());
        }
        for (Draft place : places) {
            names += place.nameCount();
        }
        String version = version();
        StringBuilder out = new StringBuilder();
        out.append("format\t").append(GeodataFormat.NUMBER).append('\n');
        out.append("version\t").append(version).append('\n');
        for (Layer layer : Layer.values()) {
            Origin origin = origin(layer);
            out.append("layer\t" + layer.letter + '\t' + name(layer) + '\t' + origin.source + '\t' + origin.licence
                    + '\t' + origin.url + '\t' + byLayer.get(name(layer)) + '\n');
        }
        out.append("places\t").append(places.size()).append('\n');
        out.append("names\t").append(names).append('\n');
        files.entries()
                .forEach((name, entry) ->
                        out.append("file\t" + name + '\t' + entry.rows() + '\t' + entry.sha256() + '\n'));
        files.write("README.md", readme(places.size(), names, version), 0);
        files.write(GeodataFormat.MANIFEST, out.toString(), 0);
        long bytes = files.entries().values().stream()
                .mapToLong(StoredFiles.Entry::bytes)
                .sum();
        return new BuildReport(version, byLayer, places.size(), names, joined, bytes, notices);
    }

    /** The format's number and the beginning of a checksum over all tables and overrides. */
    private String version() throws IOException {
        StringBuilder all = new StringBuilder();
        files.entries().forEach((name, entry) -> all.append(name).append(entry.sha256()));
        for (Map.Entry<String, String> override : overrides().entrySet()) {
            all.append(override.getKey()).append(override.getValue());
        }
        String sum = StoredFiles.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
        return GeodataFormat.NUMBER + "." + sum.substring(0, 10);
    }

    private Map<String, String> overrides() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path folder = geodata.resolve("overrides");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.toList()) {
                    sums.put("overrides/" + file.getFileName(), StoredFiles.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return sums;
    }

    private String readme(long places, long names, String version) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# geodata");
        lines.add("");
        lines.add("Places and their names: " + places + " places, " + names + " names, version " + version + ".");
        lines.add("Everything but `overrides/` (and this folder's `basemap/`, which has its own README) is made by");
        lines.add(
                "`./clashmap gazetteer build` from npm packages of fixed versions, byte for byte the same each time.");
        lines.add("Edit only `overrides/`; each row there has its reason and a link, or is a plain fact of language.");
        lines.add("");
        lines.add("## Sources");
        lines.add("");
        lines.add("| source | licence | credit | npm package |");
        lines.add("|---|---|---|---|");
        sourceRow(lines, Layer.GEONAMES, Source.CITIES, Source.ADMIN1);
        sourceRow(lines, Layer.GEONAMES_POSTAL, Source.UKRAINE_POSTAL);
        sourceRow(lines, Layer.NATURAL_EARTH, Source.NATURAL_EARTH);
        sourceRow(lines, Layer.OUR_AIRPORTS, Source.AIRPORTS);
        sourceRow(lines, Layer.OVERRIDES);
        lines.add("");
        lines.add("The package `@z1p/ua` calls itself MIT; its data are GeoNames' and are treated as CC BY 4.0.");
        lines.add("Changes made: names that are codes or machine transliterations are left out; postal places are");
        lines.add("cleaned as `UkrainePostal` describes; rows of one settlement are joined; outlines are simplified;");
        lines.add("Crimea and Sevastopol follow ISO 3166-2 and the UN, where Natural Earth gives the occupying power.");
        lines.add("");
        lines.add("## Files");
        lines.add("");
        lines.add("SHA-256 is that of the text inside, whatever the compressor.");
        lines.add("");
        lines.add("| file | rows | sources | SHA-256 | command |");
        lines.add("|---|---|---|---|---|");
        files.entries()
                .forEach((name, entry) -> lines.add("| " + name + " | " + entry.rows() + " | "
                        + (name.startsWith("outlines") ? "Natural Earth" : "all of the above") + " | `"
                        + entry.sha256() + "` | `./clashmap gazetteer build` |"));
        overrides().forEach((name, sum) -> lines.add("| " + name + " | | hand-written | `" + sum + "` | |"));
        return String.join("\n", lines) + "\n";
    }

    private static void sourceRow(List<String> lines, Layer layer, Source... sources) {
        Origin origin = origin(layer);
        List<String> packages = new ArrayList<>();
        for (Source source : sources) {
            packages.add(source.packageName + "@" + source.version);
        }
        lines.add("| " + origin.source + " | " + origin.licence + " | " + origin.url + " | "
                + String.join(", ", packages) + " |");
    }

    private static String name(Layer layer) {
        return switch (layer) {
            case GEONAMES -> "geonames";
            case GEONAMES_POSTAL -> "geonames-postal";
            case NATURAL_EARTH -> "naturalearth";
            case OUR_AIRPORTS -> "ourairports";
            case OVERRIDES -> "overrides";
        };
    }
}
