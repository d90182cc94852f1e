package org.clashmap.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Preparation;
import org.clashmap.gazetteer.layer.GazetteerLayers;
import org.clashmap.gazetteer.layer.GeoNamesDownload;
import org.clashmap.gazetteer.layer.LayerFormat;
import org.clashmap.gazetteer.layer.LayerInfo;
import org.clashmap.gazetteer.layer.LayerReport;
import org.clashmap.gazetteer.layer.LayerRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Adds a layer of places to the gazetteer, from files or fetched from GeoNames. */
@Command(
        name = "add",
        description = "Add places of your own or of a public source as a layer of the gazetteer.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A country of GeoNames:  ./clashmap gazetteer add --fetch UA",
            "Your own table:         ./clashmap gazetteer add villages.csv --private",
            "Formats, columns and licences are described in docs/gazetteer-layers.md."
        })
final class GazetteerAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "A GeoNames dump (zip or txt), a Who's On First table, КАТОТТГ or OpenStreetMap as CSV or GeoJSON,"
                            + " or a table with the columns name, lat, lon.")
    private List<Path> files = List.of();

    @Option(
            names = "--fetch",
            paramLabel = "UA",
            description = "Fetch GeoNames' dump of this country; may be given several times.")
    private List<String> countries = List.of();

    @Option(names = "--with-names", description = "With --fetch: GeoNames' names by language as well.")
    private boolean withNames;

    @Option(
            names = "--from",
            paramLabel = "URL",
            defaultValue = GeoNamesDownload.GEONAMES,
            description = "Where to fetch from (default: ${DEFAULT-VALUE}).")
    private URI from;

    @Option(names = "--name", paramLabel = "LAYER", description = "Name of the layer; one of that name is replaced.")
    private @Nullable String name;

    @Option(
            names = "--format",
            paramLabel = "F",
            converter = Format.class,
            description =
                    "Format of the files (default: found out): geonames, alternate-names, postal, wof, katottg, osm"
                            + " or csv.")
    private @Nullable LayerFormat format;

    @Option(
            names = "--encoding",
            paramLabel = "E",
            converter = Encoding.class,
            description = "Encoding of the files (default: UTF-8).")
    private @Nullable Charset encoding;

    @Option(names = "--licence", paramLabel = "L", description = "Licence of your own table, such as \"CC BY 4.0\".")
    private @Nullable String licence;

    @Option(names = "--attribution", paramLabel = "A", description = "Whom to name as its source.")
    private @Nullable String attribution;

    @Option(names = "--url", paramLabel = "U", description = "Where source and licence are described.")
    private @Nullable String url;

    @Option(names = "--private", description = "It has no licence and must not leave this machine.")
    private boolean isPrivate;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        LayerInfo.Terms terms = terms();
        if (files.isEmpty() == countries.isEmpty()) {
            throw wrong(
                    files.isEmpty() ? "Say what to add: FILE, or --fetch UA" : "Give either FILE or --fetch, not both");
        }
        Console console = Console.of(spec);
        return LayerErrand.run(spec, data, layers -> {
            LayerReport report =
                    files.isEmpty() ? fetch(console, layers, terms) : add(console, layers, files, Map.of(), terms);
            tell(console, report);
            return report.counts().rejected() > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
        });
    }

    private LayerInfo.@Nullable Terms terms() {
        if (isPrivate) {
            if (licence != null) {
                throw wrong("--private and --licence exclude each other: a private table has no licence to share it");
            }
            return new LayerInfo.Terms(
                    attribution == null ? "private" : attribution, LayerInfo.PRIVATE, url == null ? "" : url);
        }
        if (licence == null && attribution == null && url == null) {
            return null;
        }
        if (licence == null || licence.isBlank() || attribution == null || attribution.isBlank()) {
            throw wrong("--licence and --attribution are given together: the licence must be known, and whom to name");
        }
        return new LayerInfo.Terms(attribution, licence, url == null ? "" : url);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private LayerReport fetch(Console console, GazetteerLayers layers, LayerInfo.@Nullable Terms terms)
            throws IOException {
        GeoNamesDownload download = new GeoNamesDownload(
                from, LayerErrand.folder(data), GeoNamesDownload.Patience.usual(), ProgressLine.of(console));
        List<GeoNamesDownload.Fetched> fetched = new ArrayList<>();
        try {
            Map<Path, String> urls = new HashMap<>();
            for (String country : countries) {
                fetched.add(download.fetchPlaces(country));
                if (withNames) {
                    fetched.add(download.fetchNames(country));
                }
            }
            fetched.forEach(one -> urls.put(one.file(), one.url()));
            List<Path> paths =
                    fetched.stream().map(GeoNamesDownload.Fetched::file).toList();
            return add(console, layers, paths, urls, terms);
        } finally {
            for (GeoNamesDownload.Fetched one : fetched) {
                download.forget(one);
            }
        }
    }

    private LayerReport add(
            Console console,
            GazetteerLayers layers,
            List<Path> paths,
            Map<Path, String> urls,
            LayerInfo.@Nullable Terms terms)
            throws IOException {
        Installation installation = Installation.find();
        LayerRequest request = new LayerRequest(paths, name, format, encoding, terms, urls);
        // Names for places of other layers need these; what is known already is told by the base alone.
        return layers.add(
                request,
                installation.geodata(),
                new Gazetteers(installation, data.folder(installation), console),
                ProgressLine.of(console));
    }

    /** What the new layer is compared with, and the start after it. */
    private record Gazetteers(Installation installation, Path data, Console console)
            implements GazetteerLayers.Gazetteers {
        @Override
        public Gazetteer load(boolean withLayers) {
            return withLayers ? Workshop.gazetteer(installation, data, console) : Workshop.gazetteer(installation);
        }

        @Override
        public Optional<Preparation> prepare(String changingLayer) {
            return Optional.of(
                    Preparation.begin(installation.geodata(), data.resolve(Workshop.GAZETTEER_LAYERS), changingLayer));
        }
    }

    private static void tell(Console console, LayerReport report) {
        report.first().forEach(console::say);
        LayerReport.Counts counts = report.counts();
        if (report.rejectedFile() != null) {
            console.say(counts.rejected() + " rows were rejected; all are listed in " + report.rejectedFile());
        }
        console.result("layer\t" + report.info().name() + (report.replaced() ? "\treplaced" : "\tadded"));
        console.result("licence\t" + report.info().terms().licence());
        console.result("taken\t" + counts.taken() + " rows");
        console.result("fused\t" + counts.fused() + " rows, the same settlement as another row");
        console.result("known\t" + counts.known() + " rows, on places that the base has already");
        console.result("stored\t" + counts.places() + " places, " + counts.names() + " names");
        report.passedOver().forEach((what, rows) -> console.result("passed over\t" + rows + " rows\t" + what));
        report.rejected().forEach((why, rows) -> console.result("rejected\t" + rows + " rows\t" + why));
    }

    static final class Format implements ITypeConverter<LayerFormat> {
        @Override
        public LayerFormat convert(String value) {
            return LayerFormat.find(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is not a format that can be added; there are " + LayerFormat.words()));
        }
    }

    static final class Encoding implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String value) {
            try {
                return Charset.forName(value);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new TypeConversionException("'" + value + "' is not an encoding; try UTF-8 or windows-1251");
            }
        }
    }
}
