package org.clashmap.api;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Files of a folder, and of Leaflet's webjar. A file that is stored compressed ({@code name.gz} beside or instead of
 * {@code name}) is sent as it is to clients that take gzip. Nothing outside the folder is reachable.
 */
final class StaticFiles {
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String OCTETS = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("tsv", "text/tab-separated-values; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"));

    private final Path root;
    private final EntityTags tags;

    StaticFiles(Path root, EntityTags tags) {
        this.root = root.toAbsolutePath().normalize();
        this.tags = tags;
    }

    /** Answers with the file at a path below the folder; 404 when there is none. */
    void write(Context ctx, String path) throws IOException {
        Path plain = resolve(path).orElseThrow(() -> notFound(ctx));
        Path packed = plain.resolveSibling(plain.getFileName() + ".gz");
        boolean isPacked = !Files.isRegularFile(plain) && Files.isRegularFile(packed);
        Path file = isPacked ? packed : plain;
        if (!Files.isRegularFile(file)) {
            throw notFound(ctx);
        }
        byte[] content = Files.readAllBytes(file);
        ctx.contentType(typeOf(plain.getFileName().toString()));
        if (tags.isCurrent(ctx, EntityTags.ofContent(content))) {
            return;
        }
        if (isPacked) {
            writePacked(ctx, content);
        } else {
            ctx.result(content);
        }
    }

    /** A file of a webjar; its address carries the version, so it never changes. */
    void writeWebjar(Context ctx) throws IOException {
        String path = ctx.pathParam("path");
        ClassLoader loader = StaticFiles.class.getClassLoader();
        if (path.contains("..") || path.endsWith("/")) {
            throw notFound(ctx);
        }
        try (InputStream stream = loader.getResourceAsStream(WEBJARS + path)) {
            if (stream == null) {
                throw notFound(ctx);
            }
            byte[] content = stream.readAllBytes();
            ctx.contentType(typeOf(path));
            if (!tags.isCurrent(ctx, EntityTags.ofContent(content))) {
                ctx.result(content);
            }
            ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        }
    }

    private static void writePacked(Context ctx, byte[] content) throws IOException {
        String accepted = String.valueOf(ctx.header("Accept-Encoding"));
        if (accepted.contains("gzip")) {
            ctx.disableCompression();
            ctx.header("Content-Encoding", "gzip").result(content);
        } else {
            ctx.result(new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes());
        }
    }

    private Optional<Path> resolve(String path) {
        try {
            Path file = root.resolve(path).normalize();
            boolean isInside = file.startsWith(root) && !file.equals(root);
            return isInside ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static String typeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, OCTETS);
    }

    private static ProblemException notFound(Context ctx) {
        return ProblemException.of(404, "There is nothing at " + ctx.path() + ". /api lists what there is.");
    }
}
