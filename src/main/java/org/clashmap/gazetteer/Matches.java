package org.clashmap.gazetteer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Collects places found under names, each once at its strictest level. Rows stand in ascending order, and most names have
 * few. Not for several threads.
 */
@SuppressWarnings("EnumOrdinal") // levels in an array of bytes, within one lookup, never stored
final class Matches {
    private static final Comparator<NameMatch> LARGEST_FIRST = Comparator.comparingLong(
                    (NameMatch match) -> -match.place().population())
            .thenComparing(match -> match.place().id());
    private static final NameMatch.Level[] LEVELS = NameMatch.Level.values();

    private final PlaceTable places;
    private final NameTable names;
    private final IntPredicate accepted;
    private int[] rows = new int[8];
    /** By place in {@link #rows}: the name it was found under, and how the name met, as the ordinal of the level. */
    private int[] foundNames = new int[8];

    private byte[] levels = new byte[8];
    private int size;

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
        int row = names.place(name);
        if (!accepted.test(row)) {
            return false;
        }
        int at = size > 0 && rows[size - 1] < row ? ~size : Arrays.binarySearch(rows, 0, size, row);
        if (at < 0) {
            insert(~at, row, name, level);
        } else if (level.ordinal() < levels[at]
                || (level.ordinal() == levels[at] && preference(name) < preference(foundNames[at]))) {
            foundNames[at] = name;
            levels[at] = (byte) level.ordinal();
        }
        return true;
    }

    private void insert(int at, int row, int name, NameMatch.Level level) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            foundNames = Arrays.copyOf(foundNames, 2 * size);
            levels = Arrays.copyOf(levels, 2 * size);
        }
        System.arraycopy(rows, at, rows, at + 1, size - at);
        System.arraycopy(foundNames, at, foundNames, at + 1, size - at);
        System.arraycopy(levels, at, levels, at + 1, size - at);
        rows[at] = row;
        foundNames[at] = name;
        levels[at] = (byte) level.ordinal();
        size++;
    }

    /** Of two spellings that meet the text equally well the official one is named, then the earlier. */
    private long preference(int name) {
        return ((long) kind(names.mark(name)).compareTo(NameMatch.Kind.OFFICIAL) << 32) + name;
    }

    boolean anyRow(IntPredicate wanted) {
        return Arrays.stream(rows, 0, size).anyMatch(wanted);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The rows found so far. */
    int[] rows() {
        return Arrays.copyOf(rows, size);
    }

    /** Visits what was found, by row. */
    void each(Visitor visitor) {
        for (int i = 0; i < size; i++) {
            visitor.visit(foundNames[i], LEVELS[levels[i]]);
        }
    }

    /** Takes a name and how it met. */
    interface Visitor {
        void visit(int name, NameMatch.Level level);
    }

    /** In the fixed order: population descending, then id. */
    List<NameMatch> toList() {
        NameMatch[] matches = new NameMatch[size];
        for (int i = 0; i < size; i++) {
            int name = foundNames[i];
            byte mark = names.mark(name);
            Place place = places.place(rows[i], names);
            matches[i] = new NameMatch(
                    place,
                    mark == NameTable.MAIN ? place.name() : names.spelling(name),
                    kind(mark),
                    LEVELS[levels[i]],
                    names.validity(name));
        }
        if (size > 1) {
            // Sorted as places, whose ids are texts already: a name may have more than a hundred.
            Arrays.sort(matches, LARGEST_FIRST);
        }
        return List.of(matches);
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
