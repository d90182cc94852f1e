package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Collects places found under names, each once at its strictest level. Not for several threads. */
final class Matches {
    private record Found(int name, NameMatch.Level level) {}

    private static final Comparator<NameMatch> LARGEST_FIRST = Comparator.comparingLong(
                    (NameMatch match) -> -match.place().population())
            .thenComparing(match -> match.place().id());

    private final PlaceTable places;
    private final NameTable names;
    private final IntPredicate accepted;
    private final Map<Integer, Found> byPlace = new TreeMap<>();

    /** Collects only places that are accepted, by their row. */
    Matches(PlaceTable places, NameTable names, IntPredicate accepted) {
        this.places = places;
        this.names = names;
        this.accepted = accepted;
    }

    /** Adds the places of all names with a folded key; true when there was one. */
    boolean add(String foldedKey, NameMatch.Level level) {
        boolean any = false;
        for (int name : names.find(foldedKey)) {
            any |= addName(name, level);
        }
        return any;
    }

    /** Adds the place of a name, if it is accepted. */
    boolean addName(int name, NameMatch.Level level) {
        int place = names.place(name);
        if (!accepted.test(place)) {
            return false;
        }
        Found old = byPlace.get(place);
        if (old == null
                || level.compareTo(old.level) < 0
                || (level == old.level && preference(name) < preference(old.name))) {
            byPlace.put(place, new Found(name, level));
        }
        return true;
    }

    /** Of two spellings that meet the text equally well the official one is named, then the earlier. */
    private long preference(int name) {
        return ((long) kind(names.mark(name)).compareTo(NameMatch.Kind.OFFICIAL) << 32) + name;
    }

    boolean anyRow(IntPredicate wanted) {
        return byPlace.keySet().stream().anyMatch(wanted::test);
    }

    boolean isEmpty() {
        return byPlace.isEmpty();
    }

    Iterable<Integer> rows() {
        return List.copyOf(byPlace.keySet());
    }

    /** Visits what was found, by row. */
    void each(Visitor visitor) {
        byPlace.values().forEach(found -> visitor.visit(found.name, found.level));
    }

    /** Takes a name and how it met. */
    interface Visitor {
        void visit(int name, NameMatch.Level level);
    }

    /** In the fixed order: population descending, then id. */
    List<NameMatch> toList() {
        List<NameMatch> list = new ArrayList<>(byPlace.size());
        byPlace.forEach((row, found) -> list.add(new NameMatch(
                places.place(row, names),
                names.spelling(found.name),
                kind(names.mark(found.name)),
                found.level,
                names.validity(found.name))));
        // Sorted as places, whose ids are texts already: a name may have more than a hundred.
        list.sort(LARGEST_FIRST);
        return List.copyOf(list);
    }

    static NameMatch.Kind kind(byte mark) {
        return switch (mark) {
            case NameTable.MAIN, '=', '+' -> NameMatch.Kind.OFFICIAL;
            case '-' -> NameMatch.Kind.HISTORIC;
            case '!' -> NameMatch.Kind.OCCUPATION;
            default -> NameMatch.Kind.VARIANT;
        };
    }
}
