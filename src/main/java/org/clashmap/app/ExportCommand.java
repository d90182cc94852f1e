package org.clashmap.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.event.EventStoreException;
import org.clashmap.event.publish.Audience;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.publish.Release;
import org.clashmap.event.query.Cql2;
import org.clashmap.event.query.DayRange;
import org.clashmap.event.query.Evaluation;
import org.clashmap.exchange.outgoing.EventSink;
import org.clashmap.exchange.outgoing.ExportFormat;
import org.clashmap.exchange.outgoing.Exporter;
import org.clashmap.geo.BoundingBox;
import org.clashmap.store.GeoPackageExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes stored events to a file. The file appears whole or not at all. */
@Command(
        name = "export",
        description = "Write the stored events, of all tiers, to a file.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Formats: geojson, public, geojsonl, geojsonseq, csv, acled, ucdp, plover, kml, gpkg, atom, evidence.",
            "They are described in docs/exchange.md."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            required = true,
            description = "The file to write; - is standard output.")
    private String output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format (default: by the file's ending, else geojson).")
    private @Nullable String format;

    @Option(
            names = "--bbox",
            paramLabel = "W,S,E,N",
            description = "Only events whose place meets this box, in degrees.")
    private @Nullable String box;

    @Option(
            names = "--datetime",
            paramLabel = "RANGE",
            description = "Only events of a day or of START/END, with .. for an open side.")
    private @Nullable String datetime;

    @Option(
            names = "--audience",
            paramLabel = "public|staff",
            defaultValue = "staff",
            description =
                    "Whom the file is for: the public, by the rules of publishing and of what a person accepted, or"
                            + " staff, with everything exact (default: ${DEFAULT-VALUE}).")
    private String audience;

    @Option(
            names = "--filter",
            paramLabel = "CQL2",
            description =
                    "Only events of which this holds, in CQL2, such as \"fatalities > 3 AND country = 'Ukraine'\".")
    private @Nullable String condition;

    @Option(
            names = "--raw-cells",
            description = "Leave cells of tables as they are, also those that a spreadsheet may take for a formula.")
    private boolean rawCells;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the events are kept (default: data beside the program).")
    private @Nullable Path data;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        ExportFormat wanted = format();
        if (isForPublic() && wanted == ExportFormat.EVIDENCE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "evidence holds the reports themselves; it is written with --audience staff only");
        }
        List<String> filter = new ArrayList<>();
        EventQuery query = query(filter);
        Optional<Evaluation> asked = condition(filter);
        Installation installation = Installation.find();
        Path folder = data == null ? installation.data() : data;
        if (!Files.isDirectory(folder)) {
            throw new CannotRunException("there is no data folder \"" + folder
                    + "\" yet; ./clashmap ingest makes it, or name another with --data.");
        }
        try (EventStore store = Workshop.openStore(folder)) {
            LocalDate today =
                    InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
            List<String> credits = credits(installation, folder, console);
            Exporter whole = isForPublic()
                    ? new Exporter(store, credits, today, !rawCells, publicView(installation, folder, console))
                    : new Exporter(store, credits, today, !rawCells);
            Exporter exporter =
                    whole.only(event -> asked.map(one -> one.accepts(event)).orElse(true));
            Exporter.Outcome outcome = write(console, exporter, wanted, query, filter);
            tell(console, outcome);
        } catch (IOException | EventStoreException unwritable) {
            throw new CannotRunException(
                    "\"" + output + "\" cannot be written: " + unwritable.getMessage(), unwritable);
        }
        return ExitCode.DONE;
    }

    private boolean isForPublic() {
        return switch (audience) {
            case "public" -> true;
            case "staff" -> false;
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--audience': \"" + audience + "\"; allowed: public, staff");
        };
    }

    /** What a server that other machines reach would show. */
    private static Function<Event, Optional<Event>> publicView(
            Installation installation, Path folder, Console console) {
        Publisher publisher = new Publisher(
                ServeCommand.rules(folder), Release.ACCEPTED, Workshop.gazetteer(installation, folder, console));
        Instant now = InstantSource.system().instant();
        return event -> publisher.publish(event, Audience.PUBLIC, now);
    }

    private ExportFormat format() {
        if (format == null) {
            return ExportFormat.ofFile(output).orElse(ExportFormat.GEOJSON);
        }
        ExportFormat found = ExportFormat.find(format)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--format': \"" + format + "\"; allowed: " + ExportFormat.words()));
        if (output.equals("-") && (found == ExportFormat.GPKG || found == ExportFormat.EVIDENCE)) {
            throw new ParameterException(spec.commandLine(), found.word() + " needs a file: -o FILE");
        }
        return found;
    }

    private EventQuery query(List<String> filter) {
        EventQuery query = EventQuery.all();
        if (box != null) {
            query = query.within(parse("--bbox", box, BoundingBox::parse));
            filter.add("bbox " + box);
        }
        if (datetime != null) {
            DayRange days = parse("--datetime", datetime, DayRange::parse);
            query = query.during(days.from(), days.to());
            filter.add("datetime " + datetime);
        }
        return query;
    }

    private Optional<Evaluation> condition(List<String> filter) {
        if (condition == null) {
            return Optional.empty();
        }
        filter.add("filter " + condition);
        return Optional.of(parse("--filter", condition, text -> Evaluation.of(Cql2.parse(text))));
    }

    private <T> T parse(String option, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': \"" + value + "\"; allowed: " + refused.getMessage(),
                    refused);
        }
    }

    /** The gazetteer's sources: the names and points of places are theirs. */
    private static List<String> credits(Installation installation, Path folder, Console console) {
        try {
            return Workshop.gazetteer(installation, folder, console).credits().stream()
                    .map(credit -> credit.source() + " (" + credit.licence() + ") " + credit.url())
                    .distinct()
                    .toList();
        } catch (CannotRunException missing) {
            console.say("warning: the gazetteer cannot be read, so its credits are left out: " + missing.getMessage());
            return List.of();
        }
    }

    private Exporter.Outcome write(
            Console console, Exporter exporter, ExportFormat wanted, EventQuery query, List<String> filter)
            throws IOException {
        if (output.equals("-")) {
            Exporter.Outcome outcome = exporter.write(wanted, query, filter, console.out());
            console.result("");
            return outcome;
        }
        Path file = Path.of(output).toAbsolutePath();
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Exporter.Outcome outcome;
            if (wanted == ExportFormat.GPKG) {
                outcome = exporter.write(
                        wanted,
                        query,
                        filter,
                        contents -> new PackageSink(new GeoPackageExport(
                                unfinished,
                                contents.table(),
                                InstantSource.system().instant())));
            } else if (wanted == ExportFormat.EVIDENCE) {
                try (OutputStream out = Files.newOutputStream(unfinished)) {
                    outcome = exporter.writeEvidence(query, filter, out);
                }
            } else {
                try (Writer writer = Files.newBufferedWriter(unfinished)) {
                    outcome = exporter.write(wanted, query, filter, writer);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            if (wanted.needsFileBeside()) {
                Files.writeString(
                        file.resolveSibling(file.getFileName() + ".about.json"), Exporter.beside(outcome.contents()));
            }
            return outcome;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void tell(Console console, Exporter.Outcome outcome) {
        if (outcome.leftOut() > 0) {
            console.say(outcome.leftOut() + (outcome.leftOut() == 1 ? " event was" : " events were")
                    + " left out: the format has no place for them, or they may not be published.");
        }
        console.say("For " + (isForPublic() ? "the public: rules of publishing hold" : "staff: everything exact")
                + " (--audience).");
        console.say(outcome.written() + (outcome.written() == 1 ? " event" : " events") + " written"
                + (output.equals("-") ? "." : " to " + output + "."));
    }

    /** A GeoPackage as a sink. */
    private record PackageSink(GeoPackageExport file) implements EventSink {
        @Override
        public void add(Event event) {
            file.add(event);
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
