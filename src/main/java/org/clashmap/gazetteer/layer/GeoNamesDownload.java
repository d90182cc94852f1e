package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.clashmap.gazetteer.layer.LayerException.Fault;

/**
 * Fetches GeoNames' dumps over HTTP. What arrives goes to a file ending in .part, which another attempt or another run
 * takes up where it broke off, if the server still has the same file; only a zip archive that is whole by its length and
 * its checksums gets its name. Failures that may pass are tried again with growing pauses. Not thread-safe.
 */
public final class GeoNamesDownload {
    /** Where GeoNames publishes its dumps. */
    public static final String GEONAMES = "https://download.geonames.org/export/dump/";

    private static final Pattern NAME = Pattern.compile("[A-Z]{2}|allCountries");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI from;
    private final Path folder;
    private final Patience patience;
    private final Progress progress;

    /**
     * How long to wait, and how often.
     *
     * @param timeout for a connection and for each piece of an answer
     * @param attempts in all
     * @param firstPause before the second attempt; each further one is twice as long
     * @param sleep waits
     */
    public record Patience(Duration timeout, int attempts, Duration firstPause, Sleep sleep) {
        /** For people at a terminal: half a minute of silence, five attempts, 15 seconds of pauses. */
        public static Patience usual() {
            return new Patience(Duration.ofSeconds(30), 5, Duration.ofSeconds(1), Thread::sleep);
        }
    }

    /** Waits. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration pause) throws InterruptedException;
    }

    /**
     * @param from the folder of the dumps
     * @param layers the folder of all layers; files in the making are kept in a folder of their own in it
     */
    public GeoNamesDownload(URI from, Path layers, Patience patience, Progress progress) {
        this.from = from.toString().endsWith("/") ? from : URI.create(from + "/");
        this.folder = layers.resolve(".fetch");
        this.patience = patience;
        this.progress = progress;
    }

    /** A whole file and where it came from. */
    public record Fetched(Path file, String url) {}

    /** An attempt failed in a way that may pass. */
    private static final class Passing extends IOException {
        private static final long serialVersionUID = 1L;

        Passing(String message) {
            super(message);
        }
    }

    /** What is known of the file that a .part is the beginning of. */
    private record Known(String validator, long total) {}

    /** The dump of a country by its two-letter code, or of all. */
    public Fetched fetchPlaces(String country) throws IOException {
        String name = checked(country);
        return fetch(name + ".zip", name + ".zip");
    }

    /** The names of a country's places with their languages. */
    public Fetched fetchNames(String country) throws IOException {
        String name = checked(country);
        return name.equals("allCountries")
                ? fetch("alternateNamesV2.zip", "alternateNamesV2.zip")
                : fetch("alternatenames/" + name + ".zip", name + "-names.zip");
    }

    private static String checked(String country) {
        String clean = country.length() == 2 ? country.toUpperCase(Locale.ROOT) : country;
        if (!NAME.matcher(clean).matches()) {
            throw new LayerException(
                    Fault.REQUEST,
                    "\"" + country
                            + "\" cannot be fetched: give a two-letter country code such as UA, or allCountries");
        }
        return clean;
    }

    /** Deletes a file once it is not needed any more. */
    public void forget(Fetched fetched) throws IOException {
        Files.deleteIfExists(fetched.file);
    }

    private Fetched fetch(String path, String fileName) throws IOException {
        Files.createDirectories(folder);
        URI url = from.resolve(path);
        Path done = folder.resolve(fileName);
        Path part = folder.resolve(fileName + ".part");
        String last = "";
        Duration pause = patience.firstPause;
        for (int attempt = 1; attempt <= patience.attempts; attempt++) {
            if (attempt > 1) {
                sleep(pause);
                pause = pause.multipliedBy(2);
            }
            try {
                attempt(url, part);
                checkZip(url, part);
                Files.move(part, done, StandardCopyOption.REPLACE_EXISTING);
                Files.deleteIfExists(notes(part));
                return new Fetched(done, url.toString());
            } catch (UnknownHostException e) {
                throw new LayerException(
                        url.getHost() + " is not found; this machine may be off line. Fetch " + url
                                + " elsewhere and run: ./clashmap gazetteer add " + fileName,
                        e);
            } catch (IOException e) {
                last = String.valueOf(e.getMessage() == null ? e : e.getMessage());
            }
        }
        throw new LayerException(url + " could not be fetched in " + patience.attempts + " attempts (" + last
                + "). Run the command again: it takes up where this one ended");
    }

    private void sleep(Duration pause) throws IOException {
        try {
            patience.sleep.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void attempt(URI url, Path part) throws IOException {
        Known known = readNotes(part);
        long have = Files.exists(part) && known.total > 0 ? Files.size(part) : 0;
        if (have > 0 && have == known.total) {
            return;
        }
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout((int) patience.timeout.toMillis());
        connection.setReadTimeout((int) patience.timeout.toMillis());
        connection.setRequestProperty("User-Agent", "clashmap");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
            if (!known.validator.isEmpty()) {
                connection.setRequestProperty("If-Range", known.validator);
            }
        }
        try {
            int status = connection.getResponseCode();
            boolean resumed = status == HttpURLConnection.HTTP_PARTIAL && continues(connection, have, known);
            if (!resumed) {
                if (status == RANGE_NOT_SATISFIABLE) {
                    discard(part);
                }
                refuse(url, status);
                discard(part);
                have = 0;
            }
            if (status == HttpURLConnection.HTTP_PARTIAL && !resumed) {
                throw new Passing("the server's file has changed meanwhile");
            }
            long total = have + connection.getContentLengthLong();
            store(connection, part, have, connection.getContentLengthLong() < 0 ? -1 : total);
        } finally {
            connection.disconnect();
        }
    }

    /** Turns a status that is no file into what to do about it. */
    private static void refuse(URI url, int status) throws IOException {
        if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL) {
            return;
        }
        if (status >= 500 || status == 429 || status == 408 || status == RANGE_NOT_SATISFIABLE) {
            throw new Passing("status " + status);
        }
        throw new LayerException(
                status == HttpURLConnection.HTTP_NOT_FOUND
                        ? "there is no " + url + "; is the country code right?"
                        : url + " is refused with status " + status + "; another address can be given with --from");
    }

    /** True when an answer goes on exactly where the part ends, in the same file. */
    private static boolean continues(HttpURLConnection connection, long have, Known known) {
        String range = connection.getHeaderField("Content-Range");
        Matcher matcher = CONTENT_RANGE.matcher(range == null ? "" : range);
        return matcher.matches()
                && Long.parseLong(matcher.group(1)) == have
                && Long.parseLong(matcher.group(2)) == known.total;
    }

    private void store(HttpURLConnection connection, Path part, long have, long total) throws IOException {
        if (have == 0) {
            String tag = connection.getHeaderField("ETag");
            String date = connection.getHeaderField("Last-Modified");
            boolean strong = tag != null && !tag.startsWith("W/");
            Files.writeString(notes(part), (strong ? tag : date == null ? "" : date) + "\n" + total);
        }
        progress.begin("fetching " + connection.getURL(), Math.max(0, total));
        long written = have;
        try (InputStream in = connection.getInputStream();
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (written == 0) {
                    refuseUnlessZip(connection, buffer, read);
                }
                out.write(buffer, 0, read);
                written += read;
                progress.at(written);
            }
        } finally {
            progress.end();
        }
        if (total >= 0 && written < total) {
            throw new Passing("the connection ended after " + written + " of " + total + " bytes");
        }
    }

    private static void refuseUnlessZip(HttpURLConnection connection, byte[] start, int length) {
        if (length < 2 || start[0] != 'P' || start[1] != 'K') {
            throw new LayerException(connection.getURL() + " answers with " + connection.getContentType()
                    + ", not with a zip archive; perhaps a sign-in page of the network, or a wrong --from");
        }
    }

    /** Reads the whole archive once: every entry's checksum is compared. A broken one is thrown away. */
    private void checkZip(URI url, Path part) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(part))) {
            boolean empty = true;
            while (zip.getNextEntry() != null) {
                zip.transferTo(OutputStream.nullOutputStream());
                empty = false;
            }
            if (empty) {
                throw new Passing("no zip archive");
            }
        } catch (IOException e) {
            discard(part);
            throw new Passing("what " + url + " sent is no whole zip archive: " + e.getMessage());
        }
    }

    private static Path notes(Path part) {
        return part.resolveSibling(part.getFileName() + ".txt");
    }

    private static Known readNotes(Path part) throws IOException {
        if (!Files.exists(notes(part))) {
            return new Known("", -1);
        }
        String[] lines = Files.readString(notes(part)).split("\n", -1);
        try {
            return new Known(lines[0], Long.parseLong(lines[1].strip()));
        } catch (RuntimeException damaged) {
            return new Known("", -1);
        }
    }

    private static void discard(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(notes(part));
    }
}
