package org.clashmap.gazetteer.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes small npm tarballs for tests. */
final class Tarballs {
    private Tarballs() {}

    /** Writes the tarball that npm would make of these files, given by their path from the package's root. */
    static void write(Path folder, String packageName, String version, Map<String, String> files) throws IOException {
        Path file = folder.resolve(NpmPackages.tarballName(packageName, version));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                out.write(header("package/" + entry.getKey(), content.length, '0'));
                out.write(padded(content));
            }
            out.write(new byte[1024]);
        }
    }

    static byte[] header(String path, int size, char type) {
        byte[] header = new byte[512];
        put(header, 0, path);
        put(header, 124, "0".repeat(11 - Integer.toOctalString(size).length()) + Integer.toOctalString(size));
        header[156] = (byte) type;
        put(header, 257, "ustar");
        return header;
    }

    static byte[] padded(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(content);
        out.writeBytes(new byte[-content.length & 511]);
        return out.toByteArray();
    }

    private static void put(byte[] header, int at, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
