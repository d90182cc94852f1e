package org.clashmap.event.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;

/**
 * Which versions of an event can be undone, and which were. An undoing is a version of its own whose history says
 * {@value #UNDO}; it undoes the last change by a person, or merge, that still stands. What the program notes by itself, such
 * as a link to a like event, is passed over.
 */
public final class Undoings {
    /** The word of the history. */
    public static final String UNDO = "undo";

    private static final String MACHINE = "clashmap";

    private final List<Event> versions;
    private final Deque<Integer> standing = new ArrayDeque<>();
    private final Map<Integer, Integer> undone = new HashMap<>();

    private Undoings(List<Event> versions) {
        this.versions = versions;
        for (int i = 1; i < versions.size(); i++) {
            take(i);
        }
    }

    /** @param versions of one event, all from the first */
    public static Undoings of(List<Event> versions) {
        return new Undoings(versions);
    }

    /** The index of the version that the next undoing undoes; empty when nothing is left. */
    public Optional<Integer> findLast() {
        return Optional.ofNullable(standing.peek());
    }

    /** The event that came in with a version, if that was a merge into this one. */
    public Optional<String> findMember(int index) {
        List<String> came = new ArrayList<>(DedupNote.membersOf(versions.get(index)));
        came.removeAll(DedupNote.membersOf(versions.get(index - 1)));
        return came.stream().findFirst();
    }

    /** A version merged this event into another. */
    public boolean isMergeInto(int index) {
        return DedupNote.findTarget(versions.get(index)).isPresent()
                && DedupNote.findTarget(versions.get(index - 1)).isEmpty();
    }

    /** The index that the version at an index undid; empty when it is no undoing. */
    Optional<Integer> findUndoneBy(int index) {
        return Optional.ofNullable(undone.get(index));
    }

    boolean isUndone(int index) {
        return undone.containsValue(index);
    }

    private void take(int index) {
        Event.Change change = changeOf(versions.get(index));
        switch (change.action()) {
            case UNDO -> {
                if (!standing.isEmpty()) {
                    undone.put(index, standing.pop());
                }
            }
            case "create", "import" -> {
                // how it began, and what its source says of it by now, no person undoes
            }
            case "merge" -> standing.push(index);
            case "split" -> takeSplit(index);
            default -> {
                if (!change.by().equals(MACHINE)) {
                    standing.push(index);
                }
            }
        }
    }

    /** One that was taken out from its own side is no longer there to undo; a split into parts is. */
    private void takeSplit(int index) {
        List<String> gone = new ArrayList<>(DedupNote.membersOf(versions.get(index - 1)));
        gone.removeAll(DedupNote.membersOf(versions.get(index)));
        for (String member : gone) {
            standing.removeIf(at -> findMember(at).filter(member::equals).isPresent());
        }
        if (versions.get(index).successors().size()
                > versions.get(index - 1).successors().size()) {
            standing.push(index);
        }
        if (isTakenOut(index)) {
            standing.removeIf(this::isMergeInto);
        }
    }

    private boolean isTakenOut(int index) {
        return DedupNote.findTarget(versions.get(index)).isEmpty()
                && DedupNote.findTarget(versions.get(index - 1)).isPresent();
    }

    private static Event.Change changeOf(Event version) {
        List<Event.Change> history = version.editorial().history();
        return history.isEmpty() ? new Event.Change(version.version(), "", MACHINE, "edit", null) : history.getLast();
    }
}
