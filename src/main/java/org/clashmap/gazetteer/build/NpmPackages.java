package org.clashmap.gazetteer.build;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Files of npm packages of a fixed version. A package is fetched once with {@code npm pack} and kept as its tarball in a
 * cache folder; nothing of it is ever run. Not for use by several threads at once.
 */
public final class NpmPackages {
    private final Path cacheFolder;
    private final String npm;

    private NpmPackages(Path cacheFolder, String npm) {
        this.cacheFolder = cacheFolder;
        this.npm = npm;
    }

    /** Keeps tarballs in a folder, which is made when the first one is fetched. */
    public static NpmPackages in(Path cacheFolder) {
        return new NpmPackages(cacheFolder, "npm");
    }

    /** As {@link #in}, with another name for the npm command. */
    static NpmPackages in(Path cacheFolder, String npm) {
        return new NpmPackages(cacheFolder, npm);
    }

    /**
     * Opens a file of a package.
     *
     * @param packageName such as {@code world-atlas} or {@code @z1p/ua}
     * @param version the exact version
     * @param entry path from the package's root, such as {@code dist/cities500.txt}
     * @throws IOException when the package can neither be found in the cache nor fetched; the message names the command
     */
    public InputStream open(String packageName, String version, String entry) throws IOException {
        Path tarball = tarball(packageName, version);
        InputStream file = new BufferedInputStream(Files.newInputStream(tarball), 1 << 16);
        try {
            TarReader tar = new TarReader(new GZIPInputStream(file, 1 << 16));
            for (String name = tar.next(); name != null; name = tar.next()) {
                if (name.substring(name.indexOf('/') + 1).equals(entry)) {
                    return tar;
                }
            }
        } catch (IOException e) {
            file.close();
            throw new IOException(
                    tarball + " cannot be read (" + e.getMessage() + "); delete it and run the build again", e);
        }
        file.close();
        throw new FileNotFoundException("no file " + entry + " in package " + packageName + "@" + version);
    }

    private Path tarball(String packageName, String version) throws IOException {
        Path tarball = cacheFolder.resolve(tarballName(packageName, version));
        if (!Files.exists(tarball)) {
            fetch(packageName + "@" + version, tarball);
        }
        return tarball;
    }

    /** The name npm gives the tarball: the scope's @ is dropped and its slash becomes a hyphen. */
    static String tarballName(String packageName, String version) {
        return packageName.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
    }

    private void fetch(String spec, Path tarball) throws IOException {
        Files.createDirectories(cacheFolder);
        Path work = Files.createTempDirectory(cacheFolder, "fetching-");
        try {
            List<String> command = List.of(
                    npm,
                    "pack",
                    spec,
                    "--ignore-scripts",
                    "--pack-destination",
                    work.toAbsolutePath().toString());
            String output = run(command, spec);
            Path fetched = work.resolve(tarball.getFileName());
            if (!Files.exists(fetched)) {
                throw new IOException("'npm pack " + spec + "' made no " + tarball.getFileName() + ": " + output);
            }
            Files.move(fetched, tarball, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            try (Stream<Path> left = Files.list(work)) {
                for (Path path : left.toList()) {
                    Files.deleteIfExists(path);
                }
            }
            Files.deleteIfExists(work);
        }
    }

    private String run(List<String> command, String spec) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(cacheFolder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "'npm pack " + spec + "' cannot be run: install npm (Debian: apt-get install npm), or put "
                            + "the tarball into " + cacheFolder,
                    e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("'npm pack " + spec + "' failed (exit code " + process.exitValue()
                        + "); is this machine on line? It said: " + tail(output));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while 'npm pack " + spec + "' ran", e);
        }
        return tail(output);
    }

    private static String tail(String output) {
        int keep = 600;
        return output.length() <= keep ? output : "…" + output.substring(output.length() - keep);
    }
}
