package org.clashmap.app;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clashmap.api.ApiServer;
import org.clashmap.api.Guard;
import org.clashmap.api.Holdings;
import org.clashmap.event.EventStore;
import org.clashmap.event.publish.Publisher;
import org.clashmap.event.publish.Release;
import org.clashmap.event.publish.Rules;
import org.clashmap.event.publish.RulesFile;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.GeodataException;
import org.clashmap.ingest.Ingester;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the map and the API until it is stopped. */
@Command(
        name = "serve",
        description = "Serve the map and the API.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int STOP_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the events are kept (default: data beside the program).")
    private @Nullable Path data;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--publish",
            paramLabel = "accepted|all",
            description =
                    "What readers see: events that a person accepted, or all (default: all when only this machine can"
                            + " reach the server, else accepted).")
    private @Nullable String publish;

    @Option(names = "--sample", description = "Load the sample report first. It is invented, and the map says so.")
    private boolean sample;

    @Option(names = "--open", description = "Open the map in the browser.")
    private boolean open;

    @Option(names = "--web-dir", paramLabel = "DIR", description = "The map's files (default: web beside the program).")
    private @Nullable Path webFolder;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Installation installation = Installation.find();
        Path web = webFolder == null ? installation.web() : webFolder;
        if (!Files.isDirectory(web)) {
            throw new CannotRunException(
                    "the folder of the map's files \"" + web + "\" does not exist; name it with --web-dir.");
        }
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--port': " + port + " is not between 0 and 65535");
        }
        Path folder = data == null ? installation.data() : data;
        Release release = release();
        Rules rules = rules(folder);
        Doorkeeper doorkeeper = Doorkeeper.at(host, TokenOption.open(folder));
        Workshop workshop = Workshop.open(installation, folder, console);
        Report sampleReport = SampleReport.read(InstantSource.system());
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopInOrder(stopping, closed), "stop"));
        try (EventStore store = Workshop.openStore(folder)) {
            if (sample) {
                Ingester ingester = new Ingester(workshop.codingWith(store), store, notice -> {});
                ingester.add(sampleReport);
                console.say("Sample report: " + ingester.summary().inWords() + ".");
            }
            Holdings holdings = new Holdings(
                    store,
                    workshop.gazetteer(),
                    workshop.geoparser(),
                    workshop.coder(),
                    InstantSource.system(),
                    Optional.of(sampleReport.id()),
                    new Guard(doorkeeper.tokens(), new Publisher(rules, release, workshop.gazetteer())));
            sayWhatReadersSee(console, release);
            serve(
                    console,
                    holdings,
                    new ApiServer.Settings(host, port, web, installation.geodata()),
                    doorkeeper,
                    stopping);
        } finally {
            closed.countDown();
        }
        return ExitCode.DONE;
    }

    private Release release() {
        if (publish == null) {
            return Doorkeeper.isLoopback(host) ? Release.ALL : Release.ACCEPTED;
        }
        try {
            return Release.parse(publish);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--publish': \"" + publish + "\"; allowed: " + refused.getMessage(),
                    refused);
        }
    }

    /** @throws CannotRunException when the file of rules cannot be used: without them nothing may be shown */
    static Rules rules(Path folder) {
        try {
            return RulesFile.read(folder);
        } catch (IllegalArgumentException refused) {
            throw new CannotRunException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static void sayWhatReadersSee(Console console, Release release) {
        console.say(
                switch (release) {
                    case ACCEPTED ->
                        "Readers see only what a person has accepted; --publish all shows them what the machine coded, too.";
                    case ALL ->
                        "Readers also see what the machine coded and nobody has checked; --publish accepted shows only what a"
                                + " person has accepted.";
                });
    }

    /** Serves until a signal comes or this thread is interrupted. */
    private void serve(
            Console console,
            Holdings holdings,
            ApiServer.Settings settings,
            Doorkeeper doorkeeper,
            CountDownLatch stopping) {
        try (ApiServer server = ApiServer.start(holdings, settings)) {
            console.result("The map is at " + server.address() + " and the API at " + server.address() + "api");
            doorkeeper.show(console, server.address());
            Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(holdings.gazetteer(), console));
            if (open) {
                Browser.open(server.address()).ifPresent(console::say);
            }
            stopping.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (BindException taken) {
            throw new CannotRunException(
                    "cannot listen on port " + settings.port() + " of " + settings.host()
                            + ": it is taken or not an address of this machine. Choose another with --port or --host.",
                    taken);
        }
    }

    /** So that nobody's first search waits a second. */
    private static void warmUp(Gazetteer gazetteer, Console console) {
        try {
            gazetteer.warmUp();
        } catch (GeodataException unusable) {
            console.say("error: " + unusable.getMessage());
        }
    }

    /** On a signal: end the wait, then let the last answers be given and the store be closed. */
    private static void stopInOrder(CountDownLatch stopping, CountDownLatch closed) {
        stopping.countDown();
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("clashmap: stopped without waiting any longer for open requests.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
