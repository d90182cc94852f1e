package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.Preparation;
import org.clashmap.gazetteer.layer.LayerException.Fault;
import org.clashmap.gazetteer.layer.LayerInfo.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a data folder: adding, removing, listing. A change is done whole or not at all, and only one is made at a
 * time. What is added is seen by programs that load the gazetteer afterwards.
 */
public final class GazetteerLayers {
    private static final int HEAD = 1 << 16;
    private static final int LONGEST_NAME = 60;

    private final LayerFolder folder;
    private final InstantSource clock;

    /**
     * @param root the folder of all layers, {@code DATA/gazetteer}
     * @param clock says when a layer was added
     */
    public GazetteerLayers(Path root, InstantSource clock) {
        this.folder = new LayerFolder(root);
        this.clock = clock;
    }

    /** A stored layer, or one that cannot be read, with the reason. */
    public record Listed(String name, @Nullable Entry entry, String problem) {}

    /** A stored layer. */
    public record Entry(LayerInfo info, String version, long places, long names) {}

    /** Loads what a layer is compared with. */
    @FunctionalInterface
    public interface Gazetteers {
        /** The gazetteer that comes with the program, with or without the layers added so far. */
        Gazetteer load(boolean withLayers);

        /** Begins to put base and layers together for the next start, when that is wanted. */
        default Optional<Preparation> prepare(String changingLayer) {
            return Optional.empty();
        }
    }

    /** A file whose format is known. */
    private record Input(Path file, LayerFormat format, String head) {}

    /** All layers in the order of their names. */
    public List<Listed> list() throws IOException {
        List<Listed> layers = new ArrayList<>();
        for (String name : folder.names()) {
            try {
                LayerManifest.Entry entry = LayerManifest.read(folder.root().resolve(name));
                layers.add(
                        new Listed(name, new Entry(entry.info(), entry.version(), entry.places(), entry.names()), ""));
            } catch (IOException e) {
                layers.add(new Listed(name, null, String.valueOf(e.getMessage())));
            }
        }
        return layers;
    }

    /**
     * Takes a layer and all its places out.
     *
     * @throws LayerException when there is none of the name
     */
    public void remove(String name) throws IOException {
        if (!LayerFolder.isName(name) || !folder.has(name)) {
            List<String> names = folder.names();
            throw new LayerException(
                    Fault.REQUEST,
                    "there is no layer \"" + name + "\"; "
                            + (names.isEmpty() ? "none has been added" : "there are: " + String.join(", ", names)));
        }
        try (LayerFolder.Change change = folder.change()) {
            folder.remove(name, change);
            folder.forgetSnapshots();
        }
    }

    /**
     * Adds a layer, or replaces the one of its name.
     *
     * @param geodata the base's tables
     * @param gazetteers loads the gazetteer; asked once the request is sound
     * @throws LayerException when it cannot be added; nothing has changed then
     */
    public LayerReport add(LayerRequest request, Path geodata, Gazetteers gazetteers, Progress progress)
            throws IOException {
        List<Input> inputs = inputs(request);
        Terms terms = terms(request, inputs);
        String name = request.name() == null ? nameOf(inputs) : request.name();
        Optional<Preparation> preparation = gazetteers.prepare(name);
        try (LayerFolder.Change change = folder.change();
                LayerWriter writer = LayerWriter.open(folder, change, name)) {
            boolean replaced = folder.has(name);
            boolean namesOnly = inputs.getFirst().format.isForPlacesOfOthers();
            List<LayerInfo.SourceFile> files = new ArrayList<>();
            Tally tally = Tally.into(writer.folder());
            try (tally) {
                Intake intake = new Intake(gazetteers.load(namesOnly), new BaseUnits(geodata), writer, tally);
                for (Input input : inputs) {
                    files.add(read(input, request, name, intake, tally, progress));
                }
            }
            if (tally.takenCount() == 0) {
                throw nothing(inputs, tally);
            }
            if (tally.rejectedCount() == 0) {
                Files.delete(writer.folder().resolve(Tally.FILE));
            }
            progress.begin("writing", 0);
            LayerInfo info = new LayerInfo(name, terms, clock.instant().truncatedTo(ChronoUnit.SECONDS), files);
            LayerWriter.Stored stored = writer.commit(info);
            progress.end();
            preparation.ifPresent(Preparation::finish);
            return report(info, replaced, tally, stored);
        } finally {
            preparation.ifPresent(Preparation::close);
        }
    }

    private LayerReport report(LayerInfo info, boolean replaced, Tally tally, LayerWriter.Stored stored) {
        LayerReport.Counts counts = new LayerReport.Counts(
                tally.takenCount(),
                stored.fused(),
                stored.places(),
                stored.names(),
                tally.knownCount(),
                tally.rejectedCount());
        Path rejected = folder.root().resolve(info.name()).resolve(Tally.FILE);
        return new LayerReport(
                info,
                replaced,
                counts,
                tally.passedOver(),
                tally.byReason(),
                tally.first(),
                tally.rejectedCount() == 0 ? null : rejected);
    }

    private static LayerInfo.SourceFile read(
            Input input, LayerRequest request, String layer, Intake intake, Tally tally, Progress progress)
            throws IOException {
        String fileName = String.valueOf(input.file.getFileName());
        tally.file(fileName);
        progress.begin(fileName, Files.size(input.file));
        try (SourceText text = SourceText.open(input.file, request.encoding(), progress::at)) {
            try {
                input.format.reader(input.head, layer).read(text, intake);
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw text.broken(e);
            }
            LayerInfo.SourceFile done = text.finish(request.urls().get(input.file));
            progress.end();
            return done;
        }
    }

    private static LayerException nothing(List<Input> inputs, Tally tally) {
        String files = String.join(
                ", ",
                inputs.stream()
                        .map(input -> String.valueOf(input.file.getFileName()))
                        .toList());
        String why = tally.first().isEmpty()
                ? tally.passedOver().isEmpty() ? "there are no rows" : "passed over: " + tally.passedOver()
                : tally.first().getFirst().where() + ": "
                        + tally.first().getFirst().message();
        return new LayerException("nothing in " + files + " can be taken (" + why + "); no layer was added");
    }

    private static List<Input> inputs(LayerRequest request) throws IOException {
        Set<Path> seen = new HashSet<>();
        List<Input> inputs = new ArrayList<>();
        for (Path file : request.files()) {
            if (Files.isDirectory(file)) {
                throw new LayerException(Fault.REQUEST, file + " is a folder; give the files in it");
            }
            if (!Files.isRegularFile(file)) {
                throw new LayerException(Fault.REQUEST, "there is no file " + file);
            }
            if (!seen.add(file.toRealPath())) {
                throw new LayerException(Fault.REQUEST, file + " is given twice");
            }
            try (SourceText text = SourceText.open(file, request.encoding(), bytes -> {})) {
                String head = CsvTable.head(text.reader(), HEAD);
                inputs.add(new Input(file, format(request, file, head), head));
            } catch (java.util.zip.ZipException | java.io.EOFException e) {
                throw new LayerException(
                        file.getFileName() + " is damaged or cut off (" + e.getMessage() + "); get it again", e);
            } catch (NoSuchFileException e) {
                throw new LayerException(Fault.REQUEST, "there is no file " + file);
            }
        }
        inputs.sort(Comparator.comparing(Input::format));
        return inputs;
    }

    private static LayerFormat format(LayerRequest request, Path file, String head) {
        LayerFormat declared = request.format();
        if (head.isBlank()) {
            throw new LayerException(file.getFileName() + " is empty");
        }
        return declared != null
                ? declared
                : LayerFormat.recognise(head)
                        .orElseThrow(() -> new LayerException(
                                Fault.REQUEST,
                                "the format of " + file.getFileName()
                                        + " is not recognised; say which it is with --format (" + LayerFormat.words()
                                        + "), or give a table of your own the columns name,lat,lon"));
    }

    /** A layer has one licence: what the user declares, or what all its sources grant alike. */
    private static Terms terms(LayerRequest request, List<Input> inputs) {
        if (request.terms() != null) {
            return request.terms();
        }
        Terms all = null;
        for (Input input : inputs) {
            Optional<Terms> terms = input.format.terms();
            if (terms.isEmpty()) {
                throw new LayerException(
                        Fault.REQUEST,
                        input.file.getFileName()
                                + " is a table of your own, and its licence is missing: give --licence and"
                                + " --attribution, or --private to keep it out of every export");
            }
            if (all != null && !all.licence().equals(terms.get().licence())) {
                throw new LayerException(
                        Fault.REQUEST,
                        "these files have different licences (" + all.licence() + " and "
                                + terms.get().licence() + "); add them one after the other, as layers of their own");
            }
            all = all == null || all.attribution().startsWith(terms.get().attribution()) ? terms.get() : all;
        }
        return java.util.Objects.requireNonNull(all, "a request has at least one file");
    }

    /** "geonames-ua" for UA.zip, "wof" for several tables of Who's On First. */
    private static String nameOf(List<Input> inputs) {
        String format = inputs.getFirst().format.word();
        if (inputs.stream()
                        .filter(input -> input.format == inputs.getFirst().format)
                        .count()
                > 1) {
            return format;
        }
        String file = String.valueOf(inputs.getFirst().file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = file.indexOf('.', 1);
        String clean = (dot < 0 ? file : file.substring(0, dot)).replaceAll("[^a-z0-9]+", "-");
        String bare = clean.startsWith("-") ? clean.substring(1) : clean;
        String name = bare.startsWith(format) || bare.isEmpty() ? bare : format + '-' + bare;
        String cut = name.isEmpty() ? format : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
