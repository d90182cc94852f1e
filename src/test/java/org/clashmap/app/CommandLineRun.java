package org.clashmap.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One run of the command line within the test's process. */
record CommandLineRun(int exitCode, String out, String err) {
    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    /** The same with another folder in the place of the program's home. */
    static CommandLineRun at(String home, String... arguments) {
        String before = System.getProperty("clashmap.home");
        System.setProperty("clashmap.home", home);
        try {
            return of(arguments);
        } finally {
            if (before == null) {
                System.clearProperty("clashmap.home");
            } else {
                System.setProperty("clashmap.home", before);
            }
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
