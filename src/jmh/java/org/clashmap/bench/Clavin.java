package org.clashmap.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.clashmap.gazetteer.Gazetteer;

/**
 * Sets CLAVIN 3.0.0 (https://github.com/Novetta/CLAVIN, Apache-2.0) up beside the program, in one process but with a class
 * loader of its own: it needs Lucene 8, and ours is newer. Its index is built by its own builder, from the places of our
 * gazetteer, with the option that its help recommends for speed.
 */
final class Clavin {
    private static final String INDEX_BUILDER = "com.novetta.clavin.index.IndexDirectoryBuilder";
    private static final String PARSER = "org.clashmap.bench.ClavinParser";

    private final Path folder;

    /** @param folder with CLAVIN's jars in {@code lib}; rows and index are written into it and used again */
    Clavin(Path folder) {
        this.folder = folder;
    }

    /** CLAVIN's geoparser: from a text to the number of place names it found and resolved. */
    @SuppressWarnings("unchecked")
    ToIntFunction<String> open(Gazetteer gazetteer) throws IOException, ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Lucene asks the thread's loader for its codecs.
        ClassLoader loader = loader();
        thread.setContextClassLoader(loader);
        try {
            return (ToIntFunction<String>)
                    loader.loadClass(PARSER).getConstructor(String.class).newInstance(index(gazetteer, loader));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private ClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            for (Path jar : jars.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        urls.add(Clavin.class.getProtectionDomain().getCodeSource().getLocation());
        return new URLClassLoader("clavin", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The folder of the index of this gazetteer, built when there is none. */
    private String index(Gazetteer gazetteer, ClassLoader loader) throws IOException, ReflectiveOperationException {
        Path index = folder.resolve("index-" + gazetteer.version());
        if (Files.exists(index)) {
            return index.toString();
        }
        Path rows = folder.resolve("places.txt");
        System.err.println("CLAVIN indexes " + new GeoNamesRows(gazetteer).write(rows) + " places, once");
        Path unfinished = folder.resolve("index-unfinished");
        String[] arguments = {
            "--replace-index",
            "--with-full-ancestry",
            "--gazetteer-files",
            rows.toString(),
            "--index-path",
            unfinished.toString()
        };
        loader.loadClass(INDEX_BUILDER).getMethod("main", String[].class).invoke(null, (Object) arguments);
        Files.move(unfinished, index);
        return index.toString();
    }
}
