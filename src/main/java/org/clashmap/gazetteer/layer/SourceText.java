package org.clashmap.gazetteer.layer;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a source file, be it plain, gzip or a zip archive with one table in it, as a stream of characters: a byte
 * order mark is dropped, what is not in the encoding becomes {@link #REPLACED}. On the way the bytes on disk are counted
 * and summed up; checksums of gzip and zip are verified when the end is reached. Not thread-safe.
 */
final class SourceText implements Closeable {
    /** Stands for bytes that are no character in the encoding. */
    static final char REPLACED = '\uFFFD';

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DigestInputStream raw;
    private final InputStream content;
    private final Charset charset;
    private final Reader reader;

    private SourceText(Path file, DigestInputStream raw, InputStream content, Charset charset, Reader reader) {
        this.file = file;
        this.raw = raw;
        this.content = content;
        this.charset = charset;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @param encoding as declared, or null for UTF-8, or UTF-16 where a byte order mark says so
     * @param progress told the bytes read so far, now and then
     * @throws LayerException when it is a damaged archive or holds no table
     */
    static SourceText open(Path file, @Nullable Charset encoding, LongConsumer progress) throws IOException {
        String entry = isZip(file) ? tableEntry(file) : "";
        Counted counted = new Counted(Files.newInputStream(file), progress);
        try {
            DigestInputStream raw = new DigestInputStream(counted, Checksums.sha256());
            InputStream content = content(file, raw, entry);
            PushbackInputStream start = new PushbackInputStream(content, 4);
            Charset charset = charset(start, encoding);
            Reader reader = new InputStreamReader(
                    start,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
            return new SourceText(file, raw, content, charset, reader);
        } catch (IOException e) {
            counted.close();
            throw broken(file, e);
        }
    }

    /** The same text once more from its start, for formats that must be read twice. */
    SourceText again() throws IOException {
        return open(file, charset, bytes -> {});
    }

    private static InputStream content(Path file, InputStream raw, String entry) throws IOException {
        if (!entry.isEmpty()) {
            ZipInputStream zip = new ZipInputStream(raw);
            ZipEntry next = zip.getNextEntry();
            while (next != null && !next.getName().equals(entry)) {
                next = zip.getNextEntry();
            }
            return zip;
        }
        return isGzip(file) ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** The name of the file. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** The characters; closing this reader closes nothing, since the rest of the file is still to be summed up. */
    Reader reader() {
        return new FilterReader(reader) {
            @Override
            public void close() {}
        };
    }

    /** A sentence for an error met while reading: a truncated archive, a bad checksum, a disk that fails. */
    LayerException broken(IOException failure) {
        return broken(file, failure);
    }

    private static LayerException broken(Path file, IOException failure) {
        String name = String.valueOf(file.getFileName());
        boolean archive = failure instanceof ZipException || failure instanceof java.io.EOFException;
        String advice = archive ? " It is damaged or cut off; get it again." : "";
        return new LayerException(
                name + " cannot be read to its end (" + failure.getMessage() + ")." + advice, failure);
    }

    /** Reads what is left and gives the file's size and checksum. */
    LayerInfo.SourceFile finish(@Nullable String url) throws IOException {
        try {
            if (content instanceof ZipInputStream zip) {
                do {
                    zip.transferTo(java.io.OutputStream.nullOutputStream());
                } while (zip.getNextEntry() != null);
            } else {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
            raw.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw broken(e);
        }
        MessageDigest digest = raw.getMessageDigest();
        return new LayerInfo.SourceFile(
                String.valueOf(file.getFileName()),
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()),
                url);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        raw.close();
    }

    private static boolean isZip(Path file) throws IOException {
        return startsWith(file, 'P', 'K');
    }

    private static boolean isGzip(Path file) throws IOException {
        return startsWith(file, 0x1f, 0x8b);
    }

    private static boolean startsWith(Path file, int first, int second) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == first && in.read() == second;
        }
    }

    /** The largest table of an archive: GeoNames puts a readme, or a list of languages, beside it. */
    private static String tableEntry(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry largest = null;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (isTable(entry) && (largest == null || entry.getSize() > largest.getSize())) {
                    largest = entry;
                }
            }
            if (largest == null) {
                throw new LayerException(
                        name + " is a zip archive without a table (.txt, .tsv, .csv or .geojson) in it");
            }
            return largest.getName();
        } catch (ZipException e) {
            throw new LayerException(
                    name + " is a zip archive that is damaged or cut off (" + e.getMessage() + "); get it again", e);
        }
    }

    private static boolean isTable(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && (name.endsWith(".txt") || name.endsWith(".tsv") || name.endsWith(".csv") || name.endsWith("json"))
                && !name.contains("readme")
                && !name.contains("iso-languagecodes");
    }

    /** Reads the byte order mark, if there is one, and says which encoding it and the declaration make. */
    private static Charset charset(PushbackInputStream in, @Nullable Charset declared) throws IOException {
        byte[] start = in.readNBytes(3);
        int mark = 0;
        Charset charset = declared == null ? StandardCharsets.UTF_8 : declared;
        if (start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf) {
            mark = 3;
            charset = StandardCharsets.UTF_8;
        } else if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        in.unread(start, mark, start.length - mark);
        return charset;
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count += read;
                progress.accept(count);
            }
            return read;
        }
    }
}
