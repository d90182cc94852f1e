package org.clashmap.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ready-made documents, one behind the other, in a file mapped into memory or in memory alone; a document lies within one
 * part. It only grows. Written by one thread, read by any number. The system takes mapped pages back when memory is short.
 */
final class Documents implements AutoCloseable {
    /** A part of a file; sparse until it is written to. */
    private static final long FILE_PART = 1L << 26;

    private static final long MEMORY_PART = 1L << 23;

    private final @Nullable FileChannel channel;
    private final long partSize;
    private final Arena arena = Arena.ofAuto();
    private volatile MemorySegment[] parts = new MemorySegment[0];
    private long end;

    private Documents(@Nullable FileChannel channel) {
        this.channel = channel;
        partSize = channel == null ? MEMORY_PART : FILE_PART;
    }

    /** Documents that are gone with the process. */
    static Documents inMemory() {
        return new Documents(null);
    }

    /** The file of a data folder, of which the first {@code end} bytes are known to be good. */
    static Documents open(Path file, long end) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        Documents documents = new Documents(channel);
        while (documents.parts.length * documents.partSize < end) {
            documents.addPart();
        }
        documents.end = end;
        return documents;
    }

    /** Up to where documents are. */
    long end() {
        return end;
    }

    /** Appends a document and its compressed piece, the one after the other; answers where. */
    long append(byte[] document, byte[] piece) {
        long length = (long) document.length + piece.length;
        if (length > partSize) {
            throw new IllegalArgumentException("a document of " + length + " bytes; the index takes " + partSize);
        }
        try {
            if (end / partSize != (end + Math.max(1, length) - 1) / partSize) {
                end = (end / partSize + 1) * partSize;
            }
            while (parts.length * partSize < end + length) {
                addPart();
            }
            long at = end;
            write(document, at);
            write(piece, at + document.length);
            end = at + length;
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the map index cannot be written; is the disk full?", e);
        }
    }

    private void write(byte[] bytes, long at) throws IOException {
        if (channel == null) {
            MemorySegment part = parts[(int) (at / partSize)];
            MemorySegment.copy(bytes, 0, part, ValueLayout.JAVA_BYTE, at % partSize, bytes.length);
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }

    private void addPart() throws IOException {
        MemorySegment[] before = parts;
        MemorySegment[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = channel == null ? arena.allocate(partSize) : map(channel, before.length * partSize);
        parts = after;
    }

    private MemorySegment map(FileChannel file, long start) throws IOException {
        if (file.size() < start + partSize) {
            file.write(ByteBuffer.allocate(1), start + partSize - 1);
        }
        return file.map(FileChannel.MapMode.READ_ONLY, start, partSize, arena);
    }

    void copy(long at, byte[] target, int offset, int length) {
        MemorySegment.copy(parts[(int) (at / partSize)], ValueLayout.JAVA_BYTE, at % partSize, target, offset, length);
    }

    /** Has what was written survive a power failure. */
    void force() throws IOException {
        if (channel != null) {
            channel.force(false);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
