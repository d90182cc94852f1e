package org.clashmap.event.review;

import java.util.List;

/** A change that is not allowed: which member of the request, what is wrong with it, and what is allowed. */
public final class RefusedChangeException extends RuntimeException {
    private final String member;
    private final transient List<String> allowed;

    private RefusedChangeException(String member, String problem, List<String> allowed) {
        super(problem);
        this.member = member;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * @param member path of the member, such as {@code changes.place.uncertainty_m}
     * @param problem what is wrong, in words that go on after the member's name
     * @param allowed the allowed values, or what they look like
     */
    public static RefusedChangeException of(String member, String problem, List<String> allowed) {
        return new RefusedChangeException(member, problem, allowed);
    }

    public static RefusedChangeException of(String member, String problem, String... allowed) {
        return new RefusedChangeException(member, problem, List.of(allowed));
    }

    public String member() {
        return member;
    }

    public List<String> allowed() {
        return allowed;
    }

    /** One sentence: the member, what is wrong and what is allowed. */
    public String inWords() {
        return "\"" + member + "\" " + getMessage() + "."
                + (allowed.isEmpty() ? "" : " Allowed: " + String.join(", ", allowed) + ".");
    }
}
