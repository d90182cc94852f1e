package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The layers a user has added, one folder each, in the order of their names. What begins with a full stop is no layer, and
 * neither is a file.
 *
 * @param folders of the layers
 */
record Layers(List<Path> folders) {
    static Layers in(Path root) {
        if (!Files.isDirectory(root)) {
            return new Layers(List.of());
        }
        try (Stream<Path> list = Files.list(root)) {
            return new Layers(list.filter(Files::isDirectory)
                    .filter(folder -> !nameOf(folder).startsWith("."))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new GeodataException("the layers in " + root + " cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    static String nameOf(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    boolean isEmpty() {
        return folders.isEmpty();
    }

    /** The manifests that are there, of base and layers, in the order in which they are put together. */
    List<Path> manifests(Path geodata) {
        List<Path> manifests = new ArrayList<>();
        manifests.add(geodata.resolve(GeodataFormat.MANIFEST));
        for (Path folder : folders) {
            manifests.add(folder.resolve(GeodataFormat.MANIFEST));
        }
        return manifests.stream().filter(Files::exists).toList();
    }
}
