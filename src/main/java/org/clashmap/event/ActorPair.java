package org.clashmap.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ACLED's actor1 and actor2 out of a list of actors with roles. actor1 is the first initiator, else the first
 * participant, else the first speaker; actor2 the first target, else the next participant, else the first affected.
 *
 * @param firstAt index of actor1 in the list, or -1; two actors of a list may be equal, so the index tells them apart
 * @param secondAt index of actor2, or -1
 */
record ActorPair(List<Event.Actor> actors, int firstAt, int secondAt) {

    static ActorPair of(List<Event.Actor> actors) {
        int first = firstOf(actors, -1, "initiator", "participant", "speaker");
        int second = firstOf(actors, first, "target", "participant", "affected");
        return new ActorPair(actors, first, second);
    }

    private static int firstOf(List<Event.Actor> actors, int except, String... roles) {
        for (String role : roles) {
            for (int i = 0; i < actors.size(); i++) {
                if (i != except && actors.get(i).role().equals(role)) {
                    return i;
                }
            }
        }
        return -1;
    }

    Event.@Nullable Actor first() {
        return firstAt < 0 ? null : actors.get(firstAt);
    }

    Event.@Nullable Actor second() {
        return secondAt < 0 ? null : actors.get(secondAt);
    }

    boolean holds(int index) {
        return index == firstAt || index == secondAt;
    }

    /**
     * ACLED's interaction: both inter codes in ascending order, or one alone with 0 after it; null when neither is
     * known.
     */
    @Nullable
    Integer interaction() {
        Event.Actor first = first();
        Event.Actor second = second();
        int a = first == null ? 0 : first.inter();
        int b = second == null ? 0 : second.inter();
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (high == 0) {
            return null;
        }
        return low == 0 ? high * 10 : low * 10 + high;
    }
}
