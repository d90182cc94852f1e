package org.clashmap.app;

import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.clashmap.api.document.CodingJson;
import org.clashmap.api.document.TextInput;
import org.clashmap.event.CodedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Codes texts in bulk; nothing is stored. */
@Command(
        name = "code",
        description = "Code texts into events in bulk; nothing is stored.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In:  {\"id\",\"text\",\"published\",\"lang\"?,\"publisher\"?} on each line",
            "Out: {\"id\",\"events\":FeatureCollection,\"not_events\":[…],\"notices\":[…]} on each line, in order"
        })
final class CodeCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE|-",
            required = true,
            description = "Texts as JSON lines; - reads standard input.")
    private String source;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Installation installation = Installation.find();
        Workshop workshop = Workshop.open(installation, data.folder(installation), console);
        return new JsonLines(console).run(source, input -> code(workshop, input));
    }

    private static String code(Workshop workshop, TextInput input) {
        CodedReport coded = workshop.coder().code(input.toReport(InstantSource.system()));
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            CodingJson.write(json, input.id(), coded);
        }
        return line.toString();
    }
}
