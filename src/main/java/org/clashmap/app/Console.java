package org.clashmap.app;

import java.io.PrintWriter;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import picocli.CommandLine.Model.CommandSpec;

/** Results on one stream, everything else on the other; each line is out at once. */
record Console(PrintWriter out, PrintWriter err) {
    static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** A line of the result. */
    void result(String line) {
        out.println(line);
        out.flush();
    }

    /** A line about the work. */
    void say(String line) {
        err.println(line);
        err.flush();
    }

    void say(Notice notice) {
        String word = switch (notice.severity()) {
            case INFO -> "note";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
        say(word + ": " + notice.where() + ": " + notice.message() + " [" + notice.code() + "]");
    }

    static boolean isError(Notice notice) {
        return notice.severity() == Severity.ERROR;
    }
}
