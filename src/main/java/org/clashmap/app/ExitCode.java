package org.clashmap.app;

/** What the program says to the shell. */
final class ExitCode {
    static final int DONE = 0;
    /** Some records failed; the others are done. */
    static final int SOME_FAILED = 1;

    static final int WRONG_USAGE = 2;
    static final int CANNOT_RUN = 3;

    private ExitCode() {}
}
