package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of all layers, {@code DATA/gazetteer}: one folder per layer. What begins with a full stop is no layer: a
 * layer in the making, an old one that is being replaced, a lock, files being fetched. Only one process at a time may
 * change it; reading needs no lock.
 */
final class LayerFolder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final String FRESH = ".new-";
    private static final String OLD = ".old-";

    private final Path root;

    LayerFolder(Path root) {
        this.root = root;
    }

    /** True for small letters, digits and hyphens, at most 60, so that a name is a folder on every system. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    Path root() {
        return root;
    }

    /** True when a layer of the name is stored. */
    boolean has(String name) {
        return Files.isDirectory(root.resolve(name));
    }

    /** Names of the stored layers, in order. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> list = Files.list(root)) {
                list.filter(Files::isDirectory)
                        .map(folder -> folder.getFileName().toString())
                        .filter(name -> !name.startsWith("."))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Takes the right to change the folder, and clears up after a run that was cut off. */
    Change change() throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
        }
        if (lock == null) {
            channel.close();
            throw new LayerException(
                    "another run is changing the layers in " + root + "; wait for it to end and run again");
        }
        recover();
        return new Change(channel);
    }

    /** The right to change the folder, until it is closed. */
    record Change(FileChannel channel) implements AutoCloseable {
        void check() {
            if (!channel.isOpen()) {
                throw new IllegalStateException("the right to change the layers has been given back");
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** An old layer whose successor never came is put back; what was in the making is thrown away. */
    private void recover() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> list = Files.list(root)) {
            leftovers = list.sorted().toList();
        }
        for (Path leftover : leftovers) {
            String name = leftover.getFileName().toString();
            if (name.startsWith(OLD) && !has(name.substring(OLD.length()))) {
                Files.move(leftover, root.resolve(name.substring(OLD.length())), StandardCopyOption.ATOMIC_MOVE);
            } else if (name.startsWith(OLD) || name.startsWith(FRESH)) {
                discard(leftover);
            }
        }
    }

    /** An empty folder for a layer in the making. */
    Path begin(String name) throws IOException {
        if (!isName(name)) {
            throw new LayerException(
                    LayerException.Fault.REQUEST,
                    "\"" + name + "\" cannot be the name of a layer: small letters, digits and"
                            + " hyphens, at most 60, please (--name)");
        }
        Path fresh = root.resolve(FRESH + name);
        discard(fresh);
        return Files.createDirectories(fresh);
    }

    /** Moves a finished layer into place; the one it replaces is deleted after that. */
    void install(String name, Path fresh) throws IOException {
        Path place = root.resolve(name);
        Path old = root.resolve(OLD + name);
        discard(old);
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(old)) {
                Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        discard(old);
    }

    /** Takes a layer out. */
    void remove(String name, Change right) throws IOException {
        right.check();
        Path old = root.resolve(FRESH + name);
        discard(old);
        Files.move(root.resolve(name), old, StandardCopyOption.ATOMIC_MOVE);
        discard(old);
    }

    /** Deletes what loading has left here to be quicker next time: it holds the places of layers that are gone. */
    void forgetSnapshots() throws IOException {
        List<Path> snapshots;
        try (Stream<Path> list = Files.list(root)) {
            snapshots =
                    list.filter(file -> file.toString().endsWith(".snapshot")).toList();
        }
        for (Path snapshot : snapshots) {
            Files.deleteIfExists(snapshot);
        }
    }

    /** Deletes a folder and all in it, if it is there. */
    void discard(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
