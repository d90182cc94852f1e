package org.clashmap.event.query;

import java.util.Collection;

/** How two arrays, taken as sets, may lie to each other. */
public enum ArrayOperator {
    A_EQUALS("a_equals"),
    A_CONTAINS("a_contains"),
    A_CONTAINEDBY("a_containedBy"),
    A_OVERLAPS("a_overlaps");

    private final String word;

    ArrayOperator(String word) {
        this.word = word;
    }

    /** As the JSON form writes it. */
    public String word() {
        return word;
    }

    boolean holds(Collection<?> a, Collection<?> b) {
        return switch (this) {
            case A_EQUALS -> a.containsAll(b) && b.containsAll(a);
            case A_CONTAINS -> a.containsAll(b);
            case A_CONTAINEDBY -> b.containsAll(a);
            case A_OVERLAPS -> a.stream().anyMatch(b::contains);
        };
    }
}
