package org.clashmap.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.NamesGeocoder;
import org.clashmap.event.Where;
import org.clashmap.exchange.incoming.ImportException;
import org.clashmap.exchange.incoming.ImportRequest;
import org.clashmap.exchange.incoming.ImportSummary;
import org.clashmap.exchange.incoming.ImportTarget;
import org.clashmap.exchange.incoming.Importer;
import org.clashmap.exchange.incoming.PlaceFinder;
import org.clashmap.exchange.incoming.Preset;
import org.clashmap.exchange.incoming.Presets;
import org.clashmap.notice.Notice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Imports tables and JSON files of other makers, and this program's own GeoJSON. */
@Command(
        name = "import",
        description =
                "Import events from a table or JSON file: ACLED, UCDP GED, GDELT, VIINA, POLECAT, ICEWS, GTD, HDX HAPI,"
                        + " Bellingcat, GeoConfirmed, CIR, Liveuamap, own GeoJSON, or any table by a mapping.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The layout is found out by itself. Importing again adds nothing; a changed row becomes a new version.",
            "Presets, columns and mappings are described in docs/exchange.md."
        })
final class ImportCommand implements Callable<Integer> {
    /** How many rows of a kind are told on the console; all are in the file of rejected rows. */
    private static final int TOLD = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "CSV, TSV, JSON, GeoJSON or JSON Lines; also .gz or .zip.")
    private List<Path> files = List.of();

    @Option(names = "--preset", paramLabel = "NAME", description = "The layout (default: found out).")
    private @Nullable String preset;

    @Option(names = "--map", paramLabel = "FILE", description = "A mapping of your own: which column says what.")
    private @Nullable Path map;

    @Option(
            names = "--dates",
            paramLabel = "dmy|mdy",
            description = "How 04/05/2025 is read in a table of unknown make (default: by the whole column).")
    private @Nullable String dates;

    @Option(
            names = "--encoding",
            paramLabel = "E",
            converter = GazetteerAddCommand.Encoding.class,
            description = "Encoding (default: found out).")
    private @Nullable Charset encoding;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "What the ids of a table of your own are unique in (default: the file's name).")
    private @Nullable String dataset;

    @Option(names = "--dry-run", description = "Store nothing; print the events as a FeatureCollection.")
    private boolean dryRun;

    @Option(names = "--list", description = "List the presets.")
    private boolean list;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the events are kept (default: data beside the program).")
    private @Nullable Path data;

    private final Map<String, Integer> told = new TreeMap<>();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Presets presets = Presets.load();
        if (list) {
            presets.list().forEach(one -> console.result(one.name() + "\t" + one.title()));
            return ExitCode.DONE;
        }
        checkUsage();
        try {
            Preset forced = forced(presets);
            Installation installation = Installation.find();
            Path folder = data == null ? installation.data() : data;
            PlaceFinder finder = new LateFinder(() -> {
                Workshop workshop = Workshop.open(installation, folder, console);
                return new NamesGeocoder(workshop.geoparser());
            });
            return dryRun ? show(console, presets, forced, finder) : keep(console, presets, forced, finder, folder);
        } catch (ImportException unusable) {
            throw new CannotRunException(String.valueOf(unusable.getMessage()), unusable);
        } catch (EventStoreException failed) {
            throw new CannotRunException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private void checkUsage() {
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say what to import: FILE, or --list for the presets");
        }
        if (preset != null && map != null) {
            throw new ParameterException(
                    spec.commandLine(), "Give --preset or --map, not both; a mapping builds on a preset by \"like\"");
        }
        if (dates != null && !dates.equals("dmy") && !dates.equals("mdy")) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--dates': \"" + dates + "\"; allowed: dmy or mdy");
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), "no such file: " + file);
            }
        }
    }

    private @Nullable Preset forced(Presets presets) {
        if (map == null) {
            return preset == null ? null : presets.get(preset);
        }
        try {
            return presets.readMapping(Files.readString(map), map.toString());
        } catch (IOException unreadable) {
            throw new ImportException("the mapping " + map + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private ImportRequest request(Path file, @Nullable Preset forced) {
        return new ImportRequest(file, forced, encoding, dataset, dates == null ? null : dates.equals("dmy"));
    }

    private int keep(Console console, Presets presets, @Nullable Preset forced, PlaceFinder finder, Path folder) {
        try (EventStore store = Workshop.openStore(folder)) {
            boolean failed = false;
            for (Path file : files) {
                Path rejects = folder.resolve("rejected").resolve(file.getFileName() + ".tsv");
                try (RejectedRows rejected = new RejectedRows(rejects)) {
                    ImportSummary summary = new Importer(presets, finder, InstantSource.system(), notice -> {
                                tell(console, notice);
                                rejected.add(notice);
                            })
                            .read(request(file, forced), ImportTarget.store(store));
                    failed |= tell(console, file, summary, summary.rejectedRows() == 0 ? null : rejects);
                }
            }
            return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
        }
    }

    private int show(Console console, Presets presets, @Nullable Preset forced, PlaceFinder finder) {
        boolean failed = false;
        JsonMapper mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = mapper.createGenerator(console.out())) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (Path file : files) {
                ImportSummary summary = new Importer(
                                presets, finder, InstantSource.system(), notice -> tell(console, notice))
                        .read(request(file, forced), ImportTarget.show(event -> EventJson.write(json, event)));
                failed |= tell(console, file, summary, null);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        console.result("");
        console.say("Nothing was stored (--dry-run).");
        return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private void tell(Console console, Notice notice) {
        int before = told.merge(notice.code(), 1, Integer::sum);
        if (before <= TOLD) {
            console.say(notice);
        } else if (before == TOLD + 1) {
            console.say("more of the kind [" + notice.code() + "] are counted at the end.");
        }
    }

    /** True when rows were rejected. */
    private boolean tell(Console console, Path file, ImportSummary summary, @Nullable Path rejects) {
        told.clear();
        summary.rejected().forEach((code, rows) -> console.say(rows + " rows rejected [" + code + "]"));
        summary.warnings().forEach((code, rows) -> console.say(rows + " warnings [" + code + "]"));
        if (rejects != null) {
            console.say("All rejected rows are listed in " + rejects + ".");
        }
        console.say(file.getFileName() + ": " + summary.inWords() + ".");
        return summary.rejectedRows() > 0;
    }

    /** The gazetteer takes a moment to load, and most tables have coordinates. */
    private static final class LateFinder implements PlaceFinder {
        private final Supplier<NamesGeocoder> opening;
        private @Nullable NamesGeocoder geocoder;

        LateFinder(Supplier<NamesGeocoder> opening) {
            this.opening = opening;
        }

        @Override
        public Optional<Where> find(Where.Names names) {
            if (geocoder == null) {
                geocoder = opening.get();
            }
            return geocoder.find(names);
        }
    }

    /** All rejected rows of a file with their lines and reasons, as a table; made only when there are any. */
    private static final class RejectedRows implements AutoCloseable {
        private final Path file;
        private @Nullable BufferedWriter writer;

        RejectedRows(Path file) {
            this.file = file;
        }

        void add(Notice notice) {
            if (!Console.isError(notice)) {
                return;
            }
            try {
                if (writer == null) {
                    Path folder = file.toAbsolutePath().getParent();
                    if (folder != null) {
                        Files.createDirectories(folder);
                    }
                    writer = Files.newBufferedWriter(file);
                    writer.write("where\treason\tmessage\n");
                }
                writer.write(notice.where() + "\t" + notice.code() + "\t" + notice.message() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                if (writer != null) {
                    writer.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
