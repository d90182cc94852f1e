package org.clashmap.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clashmap.api.DayRange;
import org.clashmap.api.document.CodingJson;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.geo.BoundingBox;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes stored events to a file. The file appears whole or not at all. */
@Command(
        name = "export",
        description = "Write the stored events, of all tiers, to a file.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
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
            defaultValue = "geojson",
            description = "geojson (default: ${DEFAULT-VALUE}).")
    private String format;

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
            names = "--data",
            paramLabel = "DIR",
            description = "Where the events are kept (default: data beside the program).")
    private @Nullable Path data;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        if (!format.equals("geojson")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--format': \"" + format + "\"; this version writes geojson");
        }
        EventQuery query = query();
        Path folder = data == null ? Installation.find().data() : data;
        if (!Files.isDirectory(folder)) {
            throw new CannotRunException("there is no data folder \"" + folder
                    + "\" yet; ./clashmap ingest makes it, or name another with --data.");
        }
        try (EventStore store = Workshop.openStore(folder)) {
            List<Event> events = store.list(query);
            write(console, events);
            console.say(events.size() + (events.size() == 1 ? " event" : " events") + " written"
                    + (output.equals("-") ? "." : " to " + output + "."));
        } catch (IOException unwritable) {
            throw new CannotRunException(
                    "\"" + output + "\" cannot be written: " + unwritable.getMessage(), unwritable);
        }
        return ExitCode.DONE;
    }

    private EventQuery query() {
        EventQuery query = EventQuery.all();
        if (box != null) {
            query = query.within(parse("--bbox", box, BoundingBox::parse));
        }
        if (datetime != null) {
            DayRange days = parse("--datetime", datetime, DayRange::parse);
            query = query.during(days.from(), days.to());
        }
        return query;
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

    private void write(Console console, List<Event> events) throws IOException {
        if (output.equals("-")) {
            write(console.out(), events);
            console.result("");
            return;
        }
        Path file = Path.of(output).toAbsolutePath();
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                write(writer, events);
                writer.write('\n');
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(Writer writer, List<Event> events) {
        JsonMapper mapper = JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = mapper.createGenerator(writer)) {
            CodingJson.writeCollection(json, events);
        }
    }
}
