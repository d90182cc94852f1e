package org.clashmap.map;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A document made ready for a gzip stream: deflated (RFC 1951) on its own and ended by an empty block on a byte's edge, so
 * that pieces one after the other are a stream. A third larger than documents deflated together, and for nothing.
 */
final class Piece {
    private final Deflater deflater;
    private byte[] buffer = new byte[4096];

    Piece(int level) {
        deflater = new Deflater(level, true);
    }

    byte[] of(byte[] document) {
        deflater.reset();
        deflater.setInput(document);
        int length = 0;
        while (true) {
            length += deflater.deflate(buffer, length, buffer.length - length, Deflater.SYNC_FLUSH);
            if (length < buffer.length) {
                return Arrays.copyOf(buffer, length);
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    static int checksum(byte[] document) {
        CRC32 crc = new CRC32();
        crc.update(document);
        return (int) crc.getValue();
    }
}
