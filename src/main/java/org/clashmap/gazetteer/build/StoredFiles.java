package org.clashmap.gazetteer.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the files of a build into {@code geodata/} and remembers their checksums. A file whose content has not changed
 * keeps its bytes, so that another version of the compressor changes nothing.
 */
final class StoredFiles {
    private final Path folder;
    private final Map<String, Entry> entries = new TreeMap<>();

    /**
     * What was written: the SHA-256 of the text, not of its compressed form.
     *
     * @param bytes size on disk
     */
    record Entry(long rows, long bytes, String sha256) {}

    StoredFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes text, compressed when the name ends in .gz. */
    void write(String name, String text, long rows) throws IOException {
        Path file = folder.resolve(name);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(content, oldContent(file))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, name.endsWith(".gz") ? compressed(content) : content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        entries.put(name, new Entry(rows, Files.size(file), sha256(content)));
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** Deletes files of an earlier build in a folder that this one has not written. */
    void deleteOthers(String subfolder) throws IOException {
        Set<String> written = entries.keySet();
        try (Stream<Path> files = Files.list(folder.resolve(subfolder))) {
            for (Path file : files.toList()) {
                if (!written.contains(subfolder + "/" + file.getFileName())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static byte[] oldContent(Path file) {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            // Unreadable: whatever it was, it is written anew.
            return new byte[0];
        }
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2);
        try (OutputStream gzip = new BestGzip(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** At the strongest level; Java leaves the time stamp of the header 0. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(9);
        }
    }
}
