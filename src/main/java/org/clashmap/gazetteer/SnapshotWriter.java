package org.clashmap.gazetteer;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes columns one after another: each its length in elements, then its elements in the machine's byte order, padded to
 * eight bytes. Before them stand the mark of the format, a checksum of all that follows and the key of what it was made
 * from. For one thread.
 */
final class SnapshotWriter implements Columns, Closeable {
    private static final int CHUNK = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.nativeOrder());
    private final CRC32C checksum = new CRC32C();

    SnapshotWriter(Path file, byte[] key) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        channel.position(SnapshotReader.HEADER);
        bytes(key);
    }

    /** Writes what is left and the header, without which no reader takes the file. */
    void finish() throws IOException {
        flush();
        buffer.putLong(SnapshotReader.MAGIC).putLong(checksum.getValue()).flip();
        channel.write(buffer, 0);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public int[] ints(int[] column) {
        length(column.length);
        for (int value : column) {
            room(Integer.BYTES).putInt(value);
        }
        pad();
        return column;
    }

    @Override
    public short[] shorts(short[] column) {
        length(column.length);
        for (short value : column) {
            room(Short.BYTES).putShort(value);
        }
        pad();
        return column;
    }

    @Override
    public byte[] bytes(byte[] column) {
        length(column.length);
        int at = 0;
        while (at < column.length) {
            int part = Math.min(room(1).remaining(), column.length - at);
            buffer.put(column, at, part);
            at += part;
        }
        pad();
        return column;
    }

    @Override
    public long[] longs(long[] column) {
        length(column.length);
        for (long value : column) {
            room(Long.BYTES).putLong(value);
        }
        return column;
    }

    @Override
    public int number(int value) {
        length(value);
        return value;
    }

    @Override
    public List<String> texts(List<String> column) {
        length(column.size());
        for (String text : column) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return column;
    }

    private void length(long length) {
        room(Long.BYTES).putLong(length);
    }

    /** Columns are as long as they are; a chunk is a multiple of eight, so that it never breaks an element. */
    private void pad() {
        while (buffer.position() % Long.BYTES != 0) {
            buffer.put((byte) 0);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
