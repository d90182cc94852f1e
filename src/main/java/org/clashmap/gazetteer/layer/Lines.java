package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text with their number, however long the text is; a line of more than a million characters is cut, so
 * that a file without line ends cannot fill the memory. Both kinds of line end. Not thread-safe.
 */
final class Lines {
    static final int LONGEST = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private long number;
    private boolean cut;

    Lines(Reader in) {
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        cut = false;
        StringBuilder longer = null;
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer, 0, buffer.length));
                at = 0;
                if (end == 0) {
                    if (longer == null) {
                        return null;
                    }
                    number++;
                    return finish(longer);
                }
            }
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean whole = at < end;
            if (whole && longer == null) {
                number++;
                int stop = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                at++;
                return new String(buffer, start, stop - start);
            }
            longer = longer == null ? new StringBuilder() : longer;
            append(longer, start);
            if (whole) {
                at++;
                number++;
                return finish(longer);
            }
        }
    }

    private void append(StringBuilder longer, int start) {
        int room = LONGEST - longer.length();
        cut |= at - start > room;
        longer.append(buffer, start, Math.min(at - start, room));
    }

    private static String finish(StringBuilder line) {
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    /** Refuses the line read last when it was cut or has bytes that are not of the encoding. */
    void check(String line) {
        if (cut) {
            throw new RowProblem(Reason.TOO_LONG, "the line has more than " + LONGEST + " characters");
        }
        checkEncoding(line);
    }

    static void checkEncoding(String text) {
        int at = text.indexOf(SourceText.REPLACED);
        if (at >= 0) {
            int from = Math.max(0, at - 20);
            throw new RowProblem(
                    Reason.ENCODING,
                    "'" + Tally.excerpt(text.substring(from, Math.min(text.length(), at + 20)))
                            + "' is not in the file's encoding; if the whole file is in another one than UTF-8, say so:"
                            + " --encoding windows-1251");
        }
    }
}
