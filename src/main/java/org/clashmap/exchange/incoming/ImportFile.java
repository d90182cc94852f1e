package org.clashmap.exchange.incoming;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file to import: plain, gzip, or a zip archive with one table in it. It can be read any number of times from its start.
 * A byte order mark decides the encoding; without one it is UTF-8, or, when the first megabyte is not, Windows-1252.
 *
 * @param sha256 of the bytes on disk
 * @param sizeBytes on disk
 */
record ImportFile(Path path, String sha256, long sizeBytes, Charset charset) {
    /** Stands for bytes that are no character in the encoding. */
    static final char REPLACED = '\uFFFD';

    private static final int BUFFER = 1 << 16;
    private static final int SAMPLE = 1 << 20;

    /**
     * Reads the file once for its checksum, and its beginning for the encoding.
     *
     * @param encoding as declared, or null
     * @throws ImportException when it cannot be read or holds no table
     */
    static ImportFile open(Path path, @Nullable Charset encoding) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = Files.newInputStream(path)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            ImportFile file = new ImportFile(
                    path, HexFormat.of().formatHex(digest.digest()), Files.size(path), StandardCharsets.UTF_8);
            try (Content content = file.content()) {
                byte[] start = content.stream().readNBytes(SAMPLE);
                return new ImportFile(path, file.sha256, file.sizeBytes, charset(start, encoding));
            }
        } catch (IOException e) {
            throw broken(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The characters from the start, without a byte order mark. */
    Reader reader() {
        try {
            InputStream stream = new BufferedInputStream(content().stream(), BUFFER);
            stream.mark(4);
            int mark = markLength(stream.readNBytes(3));
            stream.reset();
            stream.skipNBytes(mark);
            return new InputStreamReader(
                    stream,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException e) {
            throw broken(path, e);
        }
    }

    ImportException broken(IOException failure) {
        return broken(path, failure);
    }

    private static ImportException broken(Path path, IOException failure) {
        boolean archive = failure instanceof ZipException || failure instanceof EOFException;
        return new ImportException(
                path + " cannot be read" + (archive ? " to its end" : "") + " (" + failure.getMessage() + ")."
                        + (archive ? " It is damaged or cut off; get it again." : ""),
                failure);
    }

    /** The unpacked bytes; closing the stream closes the archive too. */
    private record Content(InputStream stream, @Nullable ZipFile zip) implements Closeable {
        @Override
        public void close() throws IOException {
            stream.close();
            if (zip != null) {
                zip.close();
            }
        }
    }

    private Content content() throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(2);
        }
        if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
            ZipFile zip = new ZipFile(path.toFile());
            return new Content(zip.getInputStream(largestTable(zip)), zip);
        }
        InputStream raw = Files.newInputStream(path);
        boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return new Content(gzip ? new GZIPInputStream(raw, BUFFER) : raw, null);
    }

    private ZipEntry largestTable(ZipFile zip) throws IOException {
        ZipEntry largest = null;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (isTable(entry) && (largest == null || entry.getSize() > largest.getSize())) {
                largest = entry;
            }
        }
        if (largest == null) {
            String sheet = zip.getEntry("xl/workbook.xml") == null ? "" : " Save the spreadsheet as CSV.";
            zip.close();
            throw new ImportException(
                    name() + " is an archive without a .csv, .tsv, .tab, .txt or .json file in it." + sheet);
        }
        return largest;
    }

    private static boolean isTable(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean table = name.endsWith(".csv")
                || name.endsWith(".tsv")
                || name.endsWith(".tab")
                || name.endsWith(".txt")
                || name.endsWith("json")
                || name.endsWith(".jsonl");
        return !entry.isDirectory() && table && !name.contains("readme") && !name.startsWith("__macosx");
    }

    private static Charset charset(byte[] start, @Nullable Charset declared) {
        if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (declared != null) {
            return declared;
        }
        return isUtf8(start) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    /** True also when the sample ends in the middle of a character. */
    private static boolean isUtf8(byte[] sample) {
        for (int cut = 0; cut < 4 && cut <= sample.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample, 0, sample.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                if (sample.length < SAMPLE) {
                    return false;
                }
            }
        }
        return false;
    }

    private static int markLength(byte[] start) {
        if (start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
            return 3;
        }
        boolean utf16 = start.length >= 2
                && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                        || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
        return utf16 ? 2 : 0;
    }
}
