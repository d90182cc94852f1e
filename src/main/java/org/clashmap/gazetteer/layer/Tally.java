package org.clashmap.gazetteer.layer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the rows of a layer's files. The rejected ones go to {@code rejected.tsv} as they come; the first
 * few are also kept to be shown. A file of which nothing can be taken ends the run early. Not thread-safe.
 */
final class Tally implements AutoCloseable {
    /** The file in the layer's folder. */
    static final String FILE = "rejected.tsv";

    private static final int SHOWN = 20;
    private static final int WRITTEN = 100_000;
    /** So many rejected rows without a good one among them, and the file is not what it was taken for. */
    private static final int HOPELESS = 1_000;

    private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    private final Map<String, Long> passedOver = new TreeMap<>();
    private final List<Notice> first = new ArrayList<>();
    private final BufferedWriter out;
    private String file = "";
    private long takenOfFile;
    private long rejectedOfFile;
    private long taken;
    private long known;

    private Tally(BufferedWriter out) {
        this.out = out;
    }

    static Tally into(Path folder) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8);
        out.write("file\tline\treason\tmessage\n");
        return new Tally(out);
    }

    /** Begins another file. */
    void file(String name) {
        file = name;
        takenOfFile = 0;
        rejectedOfFile = 0;
    }

    void taken() {
        taken++;
        takenOfFile++;
    }

    /** A place that the base has already. */
    void known() {
        known++;
    }

    /** A row that is sound but not wanted, such as a river; said in the summary, no failure. */
    void passedOver(String what) {
        passedOver.merge(what, 1L, Long::sum);
        takenOfFile++;
    }

    void rejected(long line, RowProblem problem) throws IOException {
        Reason reason = problem.reason();
        rejected.merge(reason, 1L, Long::sum);
        rejectedOfFile++;
        if (first.size() < SHOWN) {
            first.add(new Notice(
                    "place_row_" + reason.code(), Severity.ERROR, file + " line " + line, problem.message()));
        }
        if (rejectedOfFile <= WRITTEN) {
            out.write(cell(file) + '\t' + line + '\t' + reason.code() + '\t' + cell(problem.message()) + '\n');
        }
        if (takenOfFile == 0 && rejectedOfFile >= HOPELESS) {
            throw new LayerException(
                    LayerException.Fault.REQUEST,
                    "none of the first " + HOPELESS + " rows of " + file + " can be taken; the last one: line " + line
                            + ", " + problem.message() + ". Is it of another format? Say which with --format");
        }
    }

    long rejectedCount() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    long takenCount() {
        return taken;
    }

    long knownCount() {
        return known;
    }

    /** The first rejected rows. */
    List<Notice> first() {
        return List.copyOf(first);
    }

    /** Rejected rows by reason in words. */
    Map<String, Long> byReason() {
        Map<String, Long> counts = new TreeMap<>();
        rejected.forEach((reason, count) -> counts.put(reason.words(), count));
        return counts;
    }

    Map<String, Long> passedOver() {
        return new TreeMap<>(passedOver);
    }

    /** What a message quotes of a user's cell. */
    static String excerpt(@Nullable String text) {
        String clean = cell(text == null ? "" : text);
        return clean.length() <= 60 ? clean : clean.substring(0, 57) + "...";
    }

    private static String cell(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (clean.charAt(i) < ' ') {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }

    /** Ends the file of rejected rows. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
