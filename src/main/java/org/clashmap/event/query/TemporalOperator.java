package org.clashmap.event.query;

/**
 * How two times may lie to each other (Allen's thirteen relations and two that sum them up). An instant is taken as an
 * interval that ends where it starts; an interval includes both its ends.
 */
public enum TemporalOperator {
    T_AFTER("t_after"),
    T_BEFORE("t_before"),
    T_CONTAINS("t_contains"),
    T_DISJOINT("t_disjoint"),
    T_DURING("t_during"),
    T_EQUALS("t_equals"),
    T_FINISHEDBY("t_finishedBy"),
    T_FINISHES("t_finishes"),
    T_INTERSECTS("t_intersects"),
    T_MEETS("t_meets"),
    T_METBY("t_metBy"),
    T_OVERLAPPEDBY("t_overlappedBy"),
    T_OVERLAPS("t_overlaps"),
    T_STARTEDBY("t_startedBy"),
    T_STARTS("t_starts");

    private final String word;

    TemporalOperator(String word) {
        this.word = word;
    }

    /** As the JSON form writes it. */
    public String word() {
        return word;
    }

    /** Whether the relation holds between a and b. */
    public boolean holds(TimeSpan a, TimeSpan b) {
        int starts = a.compareStarts(b);
        int ends = a.compareEnds(b);
        return switch (this) {
            case T_AFTER -> b.endsBeforeStartOf(a);
            case T_BEFORE -> a.endsBeforeStartOf(b);
            case T_DISJOINT -> a.endsBeforeStartOf(b) || b.endsBeforeStartOf(a);
            case T_INTERSECTS -> !a.endsBeforeStartOf(b) && !b.endsBeforeStartOf(a);
            case T_EQUALS -> starts == 0 && ends == 0;
            case T_CONTAINS -> starts < 0 && ends > 0;
            case T_DURING -> starts > 0 && ends < 0;
            case T_STARTS -> starts == 0 && ends < 0;
            case T_STARTEDBY -> starts == 0 && ends > 0;
            case T_FINISHES -> starts > 0 && ends == 0;
            case T_FINISHEDBY -> starts < 0 && ends == 0;
            case T_MEETS -> a.endsAtStartOf(b);
            case T_METBY -> b.endsAtStartOf(a);
            case T_OVERLAPS -> starts < 0 && ends < 0 && b.startsBeforeEndOf(a);
            case T_OVERLAPPEDBY -> starts > 0 && ends > 0 && a.startsBeforeEndOf(b);
        };
    }
}
