package org.clashmap.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.clashmap.api.document.CodingJson;
import org.clashmap.api.document.TextInput;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.ingest.IngestSummary;
import org.clashmap.ingest.Ingester;
import org.clashmap.report.Hints;
import org.clashmap.report.ReportReader;
import org.clashmap.report.fetch.PageFetcher;
import org.clashmap.store.MemoryStore;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads reports, codes them and stores their events. */
@Command(
        name = "ingest",
        description = "Read reports, code them into events and store these.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|URL",
            description =
                    "A text, HTML page, RSS or Atom feed, JSONL, e-mail (.eml), PDF or Word (.docx) file, a folder of"
                            + " these, or - for standard input.")
    private List<String> paths;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Day of publication, YYYY-MM-DD: the anchor of \"on Tuesday\" and the like.")
    private @Nullable LocalDate published;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who published it.")
    private @Nullable String publisher;

    @Option(names = "--title", paramLabel = "TEXT", description = "Its title.")
    private @Nullable String title;

    @Option(names = "--url", paramLabel = "URL", description = "Where it can be read.")
    private @Nullable String url;

    @Option(
            names = "--lang",
            paramLabel = "xx",
            converter = Tongue.class,
            description = "Its language: en, uk, ru, ar, fr or es (default: guessed from the text).")
    private @Nullable Language language;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the events are kept (default: data beside the program).")
    private @Nullable Path data;

    @Option(names = "--keep-apart", description = "Do not merge events with those of other reports.")
    private boolean keepApart;

    @Option(names = "--dry-run", description = "Store nothing; print the events as a FeatureCollection.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        ReportFiles.check(paths);
        Installation installation = Installation.find();
        Path folder = data == null ? installation.data() : data;
        Workshop workshop = Workshop.open(installation, folder, console);
        try (EventStore store = dryRun ? new MemoryStore() : Workshop.openStore(folder)) {
            Ingester ingester = keepApart
                    ? Ingester.keepingApart(workshop.codingWith(store), store, console::say)
                    : new Ingester(workshop.codingWith(store), store, console::say);
            ReportFiles files = new ReportFiles(
                    new ReportReader(InstantSource.system()),
                    new PageFetcher(),
                    new Hints(published, publisher, title, url, language, "file"),
                    ingester::add,
                    ingester::add);
            paths.forEach(files::read);
            IngestSummary summary = ingester.summary();
            if (dryRun) {
                print(console, store);
            }
            console.say((dryRun ? "Nothing was stored (--dry-run): " : "") + summary.inWords() + ".");
            return summary.hasErrors() ? ExitCode.SOME_FAILED : ExitCode.DONE;
        }
    }

    private static void print(Console console, EventStore store) {
        JsonMapper mapper = JsonMapper.builder().build();
        try (JsonGenerator json = mapper.createGenerator(console.out())) {
            CodingJson.writeCollection(json, store.list(EventQuery.all()));
        }
        console.result("");
    }

    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return TextInput.day(value);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(String.valueOf(refused.getMessage()));
            }
        }
    }

    static final class Tongue implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            try {
                return TextInput.language(value);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(String.valueOf(refused.getMessage()));
            }
        }
    }
}
