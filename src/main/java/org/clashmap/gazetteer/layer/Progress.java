package org.clashmap.gazetteer.layer;

/** Told how far a run is. Called often, so what it does must be cheap. */
public interface Progress {
    /**
     * A step begins.
     *
     * @param total bytes to read, 0 when unknown
     */
    void begin(String step, long total);

    /** So many bytes are read. */
    void at(long bytes);

    /** The step is done. */
    void end();

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(String step, long total) {}

            @Override
            public void at(long bytes) {}

            @Override
            public void end() {}
        };
    }
}
