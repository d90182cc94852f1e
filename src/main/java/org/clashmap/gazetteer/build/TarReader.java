package org.clashmap.gazetteer.build;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive (POSIX.1-1988 ustar and the path records of pax) front to back. After {@link #next}, the stream
 * itself gives the bytes of that entry. Entries that are not plain files are passed over.
 */
final class TarReader extends InputStream {
    private static final int BLOCK = 512;
    private static final long LARGEST_PAX = 1 << 20;

    private final InputStream in;
    private long left;
    private int padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next file and gives its path, or null at the end of the archive. */
    @Nullable
    String next() throws IOException {
        String paxPath = null;
        while (true) {
            in.skipNBytes(left + padding);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || (header.length == BLOCK && header[0] == 0)) {
                left = 0;
                padding = 0;
                return null;
            }
            if (header.length < BLOCK) {
                throw new EOFException("archive ends within a header");
            }
            left = octal(header, 124, 12);
            padding = (int) (-left & (BLOCK - 1));
            char type = (char) header[156];
            if (type == 'x') {
                if (left > LARGEST_PAX) {
                    throw new IOException("pax header of " + left + " bytes");
                }
                paxPath = paxPath(new String(readNBytes((int) left), StandardCharsets.UTF_8));
            } else if (type == '0' || type == 0) {
                return paxPath != null ? paxPath : path(header);
            } else {
                paxPath = null;
            }
        }
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int value = in.read();
        if (value < 0) {
            throw new EOFException("archive ends within a file");
        }
        left--;
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("archive ends within a file");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static String path(byte[] header) {
        String name = text(header, 0, 100);
        String magic = text(header, 257, 5);
        String prefix = magic.equals("ustar") ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static @Nullable String paxPath(String records) {
        for (String record : records.split("\n", -1)) {
            int key = record.indexOf(" path=");
            if (key >= 0) {
                return record.substring(key + " path=".length());
            }
        }
        return null;
    }

    private static String text(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int start, int length) throws IOException {
        String digits = text(header, start, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("size '" + digits + "' in a tar header", e);
        }
    }
}
