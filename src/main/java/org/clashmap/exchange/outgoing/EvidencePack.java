package org.clashmap.exchange.outgoing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clashmap.event.Event;
import org.clashmap.event.EventJson;
import org.clashmap.event.EventQuery;
import org.clashmap.event.EventStore;
import org.clashmap.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive for those who must prove where an event comes from: every version of every event, the working text and
 * receipt of each report they rest on, the bytes as received where they were kept, and SHA-256 sums of all files. The same
 * state of the store gives the same archive. There are no media in it.
 */
final class EvidencePack {
    /** The earliest day that a zip entry can bear; a real one would make each archive differ. */
    private static final long NO_TIME = 315_532_800_000L;

    private final EventStore store;
    private final ZipOutputStream zip;
    private final Map<String, String> sums = new TreeMap<>();

    private EvidencePack(EventStore store, ZipOutputStream zip) {
        this.store = store;
        this.zip = zip;
    }

    static void write(EventStore store, EventQuery query, Predicate<Event> wanted, Contents contents, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            EvidencePack pack = new EvidencePack(store, zip);
            pack.text("README.txt", readme(contents));
            Set<String> reports = pack.events(query, wanted);
            for (String id : reports) {
                pack.report(id);
            }
            StringBuilder manifest = new StringBuilder();
            pack.sums.forEach((name, sum) ->
                    manifest.append(sum).append("  ").append(name).append('\n'));
            pack.text("SHA256SUMS", manifest.toString());
        }
    }

    private static String readme(Contents contents) {
        return "Evidence of Clashmap events\n\n" + String.join("\n", contents.lines())
                + "\n\nevents.jsonl     every version of every event as a GeoJSON feature, oldest first\n"
                + "reports/ID.txt   working text; offsets of quotes are code points in it\n"
                + "reports/ID.json  receipt: SHA-256 of the bytes, kind, size, time and way of collection\n"
                + "received/ID      the bytes as received, where they were kept\n"
                + "SHA256SUMS       checksums of these files, for sha256sum -c\n";
    }

    private Set<String> events(EventQuery query, Predicate<Event> wanted) throws IOException {
        Set<String> reports = new TreeSet<>();
        MessageDigest digest = sha256();
        begin("events.jsonl");
        try {
            store.forEach(query, event -> {
                if (!wanted.test(event)) {
                    return;
                }
                for (Event version : store.listVersions(event.id())) {
                    version.account().sources().forEach(source -> reports.add(source.reportId()));
                    byte[] line = (EventJson.toJson(version) + "\n").getBytes(StandardCharsets.UTF_8);
                    digest.update(line);
                    put(line);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        end("events.jsonl", digest);
        return reports;
    }

    private void report(String id) throws IOException {
        Optional<Report> found = store.findReport(id);
        if (found.isEmpty()) {
            return;
        }
        Report report = found.get();
        text("reports/" + id + ".txt", report.text());
        Map<String, @Nullable Object> receipt = new LinkedHashMap<>();
        receipt.put("id", id);
        receipt.put("publisher", report.source().publisher());
        receipt.put("title", report.source().title());
        receipt.put("url", report.source().url());
        receipt.put(
                "published",
                report.published() == null ? null : report.published().toString());
        receipt.put("language", report.language().code());
        receipt.put("sha256", report.receipt().sha256());
        receipt.put("media_type", report.receipt().mediaType());
        receipt.put("size_bytes", report.receipt().sizeBytes());
        receipt.put("collected_at", report.receipt().collectedAt());
        receipt.put("collected_by", report.receipt().collectedBy());
        text("reports/" + id + ".json", JsonSinks.MAPPER.writeValueAsString(receipt) + "\n");
        Optional<byte[]> received = store.findReceived(id);
        if (received.isPresent()) {
            file("received/" + id, received.get());
        }
    }

    private void text(String name, String text) throws IOException {
        file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String name, byte[] bytes) throws IOException {
        MessageDigest digest = sha256();
        digest.update(bytes);
        begin(name);
        zip.write(bytes);
        end(name, digest);
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void end(String name, MessageDigest digest) throws IOException {
        zip.closeEntry();
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private void put(byte[] bytes) {
        try {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
