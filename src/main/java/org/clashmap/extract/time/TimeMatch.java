package org.clashmap.extract.time;

import java.util.ArrayList;
import java.util.List;

/** The atoms that a rule has caught so far, in text order. Used by one thread within one match. */
final class TimeMatch {
    private final List<TimeAtom> atoms = new ArrayList<>();

    void push(TimeAtom atom) {
        atoms.add(atom);
    }

    int size() {
        return atoms.size();
    }

    void cutTo(int size) {
        while (atoms.size() > size) {
            atoms.removeLast();
        }
    }

    TimeAtom atomAt(int index) {
        return atoms.get(index);
    }

    <T extends TimeAtom> List<T> list(Class<T> type) {
        return atoms.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends TimeAtom> T get(Class<T> type) {
        return list(type).getFirst();
    }
}
