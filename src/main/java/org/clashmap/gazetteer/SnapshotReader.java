package org.clashmap.gazetteer;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads the columns that a {@link SnapshotWriter} wrote, in bulk. What it gave may be believed only after
 * {@link #finish}, which checks the checksum over all bytes. For one thread.
 */
final class SnapshotReader implements Columns, Closeable {
    /** "ClashGz" and a number that counts up when the columns change; in another byte order it is another number. */
    static final long MAGIC = 0x436c617368477a03L;

    static final int HEADER = 2 * Long.BYTES;
    private static final int CHUNK = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.nativeOrder());
    private final CRC32C checksum = new CRC32C();
    private final long size;
    private final long expected;
    private final byte[] key;

    /** @throws IOException when the file cannot be read or is no snapshot of this format */
    SnapshotReader(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            size = channel.size();
            buffer.limit(HEADER);
            fill();
            if (buffer.getLong() != MAGIC) {
                throw new IOException("it has another format");
            }
            expected = buffer.getLong();
            checksum.reset();
            key = bytes(new byte[0]);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** True when the snapshot was made from what this key stands for. */
    boolean isOf(byte[] wanted) {
        return Arrays.equals(key, wanted);
    }

    /** @throws IOException when the file is damaged */
    void finish() throws IOException {
        if (buffer.hasRemaining() || channel.position() != size || checksum.getValue() != expected) {
            throw new IOException("its checksum is wrong");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public int[] ints(int[] column) {
        int[] read = new int[length(Integer.BYTES)];
        for (int at = 0; at < read.length; ) {
            int part = Math.min(available(), (read.length - at) * Integer.BYTES) / Integer.BYTES;
            buffer.asIntBuffer().get(read, at, part);
            buffer.position(buffer.position() + part * Integer.BYTES);
            at += part;
        }
        pad();
        return read;
    }

    @Override
    public short[] shorts(short[] column) {
        short[] read = new short[length(Short.BYTES)];
        for (int at = 0; at < read.length; ) {
            int part = Math.min(available(), (read.length - at) * Short.BYTES) / Short.BYTES;
            buffer.asShortBuffer().get(read, at, part);
            buffer.position(buffer.position() + part * Short.BYTES);
            at += part;
        }
        pad();
        return read;
    }

    @Override
    public byte[] bytes(byte[] column) {
        byte[] read = new byte[length(1)];
        for (int at = 0; at < read.length; ) {
            int part = Math.min(available(), read.length - at);
            buffer.get(read, at, part);
            at += part;
        }
        pad();
        return read;
    }

    @Override
    public long[] longs(long[] column) {
        long[] read = new long[length(Long.BYTES)];
        for (int at = 0; at < read.length; ) {
            int part = Math.min(available() / Long.BYTES, read.length - at);
            buffer.asLongBuffer().get(read, at, part);
            buffer.position(buffer.position() + part * Long.BYTES);
            at += part;
        }
        return read;
    }

    @Override
    public int number(int value) {
        return length(0);
    }

    @Override
    public List<String> texts(List<String> column) {
        int count = length(1);
        List<String> read = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            read.add(new String(bytes(new byte[0]), StandardCharsets.UTF_8));
        }
        return read;
    }

    /** The length of a column; one that the file cannot hold is no length. */
    private int length(int bytesEach) {
        available();
        long length = buffer.getLong();
        if (length < 0 || length > Integer.MAX_VALUE || length * bytesEach > size) {
            throw new UncheckedIOException(new IOException("it is damaged"));
        }
        return (int) length;
    }

    /** Columns are padded to eight bytes, and so is a chunk: no element lies across two. */
    private void pad() {
        buffer.position((buffer.position() + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    }

    /** How many bytes can be taken at once; more than none. */
    private int available() {
        if (!buffer.hasRemaining()) {
            try {
                buffer.clear();
                fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return buffer.remaining();
    }

    private void fill() throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer);
        }
        buffer.flip();
        if (buffer.limit() < Long.BYTES || buffer.limit() % Long.BYTES != 0) {
            throw new EOFException("it is cut short");
        }
        checksum.update(buffer.duplicate());
    }
}
