package org.clashmap.extract;

/** Whether an act is told as having happened, and if not, why not (codebook section 1). */
public enum Factuality {
    /** Told as having happened; also through a speaker. */
    ASSERTED("", ""),
    NEGATED("negation", "the text says it did not happen"),
    HYPOTHETICAL("hypothetical", "supposed or possible, not told as having happened"),
    FUTURE("future_wish", "planned, wished for or still to come"),
    CUMULATIVE("cumulative_total", "a running total of many acts, no single act"),
    HABITUAL("habitual", "a habit without a day of its own"),
    NOMINAL("nominal_background", "only named, not told as an act"),
    BACKGROUND("background", "an earlier act told as background"),
    STATE("state_not_event", "a standing relation, no single act"),
    METAPHOR("metaphor", "a figure of speech");

    private final String trap;
    private final String reason;

    Factuality(String trap, String reason) {
        this.trap = trap;
        this.reason = reason;
    }

    /** Short code for {@code not_events}. */
    public String trap() {
        return trap;
    }

    public String reason() {
        return reason;
    }
}
