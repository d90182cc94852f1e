package org.clashmap.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be answered, told to the client as RFC 9457 problem JSON. The detail is meant for the client: it
 * names the value and the way out, never the inside of the program.
 */
final class ProblemException extends RuntimeException {
    private final transient int status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private ProblemException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static ProblemException of(int status, String detail) {
        return new ProblemException(status, detail);
    }

    /** The same whether there is none or none for this reader. */
    static ProblemException noEvent(String id) {
        return of(404, "There is no event \"" + id + "\" here.").with("id", id);
    }

    /** The same whether there is none or none for this reader. */
    static ProblemException noReport(String id) {
        return of(404, "There is no report \"" + id + "\" here.").with("id", id);
    }

    /** A parameter whose value is not allowed; {@code allowed} says in words what is. */
    static ProblemException badParameter(String name, String value, String allowed) {
        return new ProblemException(
                        400, "The value \"%s\" of the parameter %s is not allowed: %s".formatted(value, name, allowed))
                .with("parameter", name)
                .with("value", value)
                .with("allowed", allowed);
    }

    ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    Map<String, Object> members() {
        return members;
    }
}
