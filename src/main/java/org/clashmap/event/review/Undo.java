package org.clashmap.event.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clashmap.event.Event;
import org.clashmap.event.Supplement;
import org.clashmap.event.merge.Undoings;
import org.jspecify.annotations.Nullable;

/** Takes back what one version changed in an event, and leaves what the program noted since. */
final class Undo {
    private Undo() {}

    /**
     * The next version.
     *
     * @param before the version before the change
     * @param after the version that made it
     */
    static Event of(Event current, Event before, Event after, Editor editor, @Nullable String reason) {
        Event.Identity identity = current.identity();
        Event.Editorial editorial = current.editorial();
        String undone = "undid version " + after.version();
        Event.Change change = new Event.Change(
                current.version() + 1,
                editor.at(),
                editor.by(),
                Undoings.UNDO,
                reason == null ? undone : undone + ": " + reason);
        return new Event(
                new Event.Identity(
                        identity.id(),
                        current.version() + 1,
                        identity.groupId(),
                        identity.parentId(),
                        links(
                                identity.links(),
                                before.identity().links(),
                                after.identity().links())),
                back(before.what(), after.what(), current.what()),
                back(before.when(), after.when(), current.when()),
                back(before.where(), after.where(), current.where()),
                back(before.who(), after.who(), current.who()),
                back(before.toll(), after.toll(), current.toll()),
                back(before.account(), after.account(), current.account()),
                new Event.Editorial(
                        back(before.editorial().review(), after.editorial().review(), editorial.review()),
                        back(
                                before.editorial().sensitivity(),
                                after.editorial().sensitivity(),
                                editorial.sensitivity()),
                        editorial.after(change).history()),
                supplement(current.supplement(), before.supplement(), after.supplement()));
    }

    private static <T> T back(T before, T after, T current) {
        return Objects.equals(before, after) ? current : before;
    }

    private static List<Event.Link> links(List<Event.Link> now, List<Event.Link> before, List<Event.Link> after) {
        List<Event.Link> links = new ArrayList<>(now);
        links.removeIf(link -> after.contains(link) && !before.contains(link));
        before.stream()
                .filter(link -> !after.contains(link) && !links.contains(link))
                .forEach(links::add);
        return links;
    }

    private static Supplement supplement(Supplement now, Supplement before, Supplement after) {
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : after.properties().entrySet()) {
            if (!entry.getValue().equals(before.properties().get(entry.getKey()))) {
                changes.put(entry.getKey(), before.properties().get(entry.getKey()));
            }
        }
        before.properties().forEach((name, json) -> {
            if (!after.properties().containsKey(name)) {
                changes.put(name, json);
            }
        });
        return changes.isEmpty() ? now : now.with(changes);
    }
}
