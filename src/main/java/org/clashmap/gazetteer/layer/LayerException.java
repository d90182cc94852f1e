package org.clashmap.gazetteer.layer;

/** A layer cannot be added or removed as asked; the message names the value and the way out. Nothing has been changed. */
public final class LayerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Fault {
        /** What was asked for: an option is missing or wrong. */
        REQUEST,
        /** The file, the disk or the network. */
        WORLD
    }

    private final Fault fault;

    LayerException(String problem) {
        super(problem);
        this.fault = Fault.WORLD;
    }

    LayerException(String problem, Throwable cause) {
        super(problem, cause);
        this.fault = Fault.WORLD;
    }

    LayerException(Fault fault, String problem) {
        super(problem);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
