package org.clashmap.api.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tokens.json} in the data folder, readable by its owner only. A change is written beside it, forced to the disk and
 * moved into its place, so that there is always one whole file; a lock keeps the server and the command line apart.
 */
final class TokenFile {
    private static final int FORMAT = 1;
    /** A lock of the file keeps processes apart, not the threads of one. */
    private static final Object IN_THIS_PROCESS = new Object();

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** Where permissions are those of another system, the data folder's own must do. */
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?>[] OWNER_ONLY = POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];

    private final Path file;

    TokenFile(Path folder) {
        this.file = folder.resolve("tokens.json");
    }

    /** What tells two states of the file apart; a file that is not there is a state, too. */
    record State(
            boolean there,
            Instant modified,
            long size,
            @Nullable Object key) {}

    State state() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(true, now.lastModifiedTime().toInstant(), now.size(), now.fileKey());
        } catch (NoSuchFileException absent) {
            return new State(false, Instant.EPOCH, 0, null);
        } catch (IOException e) {
            throw new TokenFileException("the file of tokens \"" + file + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    /** Empty when there is no file yet. */
    List<Token> read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (IOException e) {
            throw new TokenFileException("the file of tokens \"" + file + "\" cannot be read: " + e.getMessage(), e);
        }
        try {
            return parse(JSON.readTree(bytes));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new TokenFileException(
                    "the file of tokens \"" + file + "\" is damaged (" + e.getMessage()
                            + "). Put an older one in its place, or move it away and make new tokens with"
                            + " ./clashmap token add.",
                    e);
        }
    }

    /** Reads, changes and writes in one step that no other process can come between. Returns what is in the file now. */
    List<Token> change(UnaryOperator<List<Token>> change) {
        synchronized (IN_THIS_PROCESS) {
            return changeLocked(change);
        }
    }

    private List<Token> changeLocked(UnaryOperator<List<Token>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path lockFile = file.resolveSibling("tokens.lock");
            try (FileChannel channel = FileChannel.open(
                            lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
                    FileLock lock = channel.lock()) {
                List<Token> next = List.copyOf(change.apply(read()));
                write(next);
                return lock.isValid() ? next : read();
            }
        } catch (IOException e) {
            throw new TokenFileException("the file of tokens \"" + file + "\" cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(List<Token> tokens) throws IOException {
        Path unfinished = file.resolveSibling("tokens.json.part");
        Files.deleteIfExists(unfinished);
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(unfinished, options, OWNER_ONLY)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(document(tokens)));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> document(List<Token> tokens) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Token token : tokens) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("id", token.id());
            entry.put("name", token.name());
            entry.put("role", token.role().wire());
            entry.put("sha256", token.sha256());
            entry.put("created", token.created().toString());
            entry.put(
                    "last_used",
                    token.lastUsed() == null ? null : token.lastUsed().toString());
            entry.put(
                    "revoked", token.revoked() == null ? null : token.revoked().toString());
            list.add(entry);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("tokens", list);
        return document;
    }

    private static List<Token> parse(JsonNode document) {
        int format = document.path("format").asInt(0);
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format + " instead of " + FORMAT);
        }
        List<Token> tokens = new ArrayList<>();
        for (JsonNode entry : document.path("tokens")) {
            tokens.add(new Token(
                    text(entry, "id"),
                    text(entry, "name"),
                    Role.parse(text(entry, "role")),
                    text(entry, "sha256"),
                    Instant.parse(text(entry, "created")),
                    instant(entry, "last_used"),
                    instant(entry, "revoked")));
        }
        return List.copyOf(tokens);
    }

    private static String text(JsonNode entry, String name) {
        JsonNode value = entry.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("a token without " + name);
        }
        return value.asString();
    }

    private static @Nullable Instant instant(JsonNode entry, String name) {
        JsonNode value = entry.path(name);
        return value.isMissingNode() || value.isNull() ? null : Instant.parse(value.asString());
    }
}
