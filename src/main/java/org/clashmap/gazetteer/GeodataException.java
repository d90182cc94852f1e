package org.clashmap.gazetteer;

/** The stored tables cannot be used; the message says why and which command makes them anew. */
public final class GeodataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE = "; run ./clashmap gazetteer build";

    private final String problem;

    GeodataException(String problem) {
        super(problem + ADVICE);
        this.problem = problem;
    }

    GeodataException(String problem, Throwable cause) {
        super(problem + ADVICE, cause);
        this.problem = problem;
    }

    /** Why, without the command, which is another one for a layer. */
    String problem() {
        return problem;
    }
}
