package org.clashmap.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program's entry. Results go to standard output, everything else to standard error, both in UTF-8. */
@Command(
        name = "clashmap",
        description = "Turns war reports into geocoded events, keeps them, and shows and serves them.",
        mixinStandardHelpOptions = true,
        version = "clashmap 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 some records failed, 2 wrong usage, 3 cannot run."},
        subcommands = {
            ServeCommand.class,
            TokenCommand.class,
            IngestCommand.class,
            CodeCommand.class,
            GeoparseCommand.class,
            GazetteerCommand.class,
            EvaluateCommand.class,
            TrainCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Runs a command within this process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::explainUsage)
                .setExecutionExceptionHandler(Main::explainFailure);
        if (arguments.length == 0) {
            line.usage(err);
            return ExitCode.WRONG_USAGE;
        }
        return line.execute(arguments);
    }

    private static int explainUsage(ParameterException refused, String... arguments) {
        CommandLine line = refused.getCommandLine();
        line.getErr().println("clashmap: " + refused.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(refused, line.getErr())) {
            line.getErr().println("Run \"" + line.getCommandSpec().qualifiedName() + " --help\" for what is possible.");
        }
        return ExitCode.WRONG_USAGE;
    }

    private static int explainFailure(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotRunException) {
            line.getErr().println("clashmap: " + failure.getMessage());
        } else {
            line.getErr().println("clashmap: an unforeseen failure. This is a fault of the program; please report it:");
            failure.printStackTrace(line.getErr());
        }
        return ExitCode.CANNOT_RUN;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }
}
