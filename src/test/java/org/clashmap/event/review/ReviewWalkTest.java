package org.clashmap.event.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.clashmap.event.Event;
import org.clashmap.event.SubEventType;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random decisions, merges, splits and undoings beside a model that knows nothing but stacks: what each event was after each
 * change, which is what undoing must give back.
 */
@SuppressWarnings("EnumOrdinal") // drawn at random
class ReviewWalkTest {
    private static final int STEPS = 120;
    private static final String TEXT =
            "Shelling hit the city of Kupiansk in Kharkiv region on Monday, killing two people."
                    + " Russian drones struck Chuhuiv on Sunday. Clashes broke out near Izium on Saturday."
                    + " A missile strike hit Lozova on Friday. Shelling hit Balakliia on Thursday.";

    private final Desk desk = new Desk();
    private final Map<String, List<@Nullable String>> model = new TreeMap<>();
    private final Map<String, List<String>> causes = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void undoingGivesBackWhatWasAndEverythingCanBeUndone(long seed) {
        Random random = new Random(seed);
        List<Event> first = desk.lay("rep-walk", TEXT);
        first.forEach(event -> begin(event.id()));
        assertEquals(5, first.size());
        for (int step = 0; step < STEPS; step++) {
            String where = "seed " + seed + ", step " + step;
            List<String> ids = List.copyOf(model.keySet());
            String id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(6)) {
                case 0 -> attempt(where, List.of(id), "decide", () -> desk.decide(id, anyDecision(random)));
                case 1 -> attempt(where, List.of(id), "correct", () -> desk.decide(id, anyCorrection(random)));
                case 2 -> {
                    String other = ids.get(random.nextInt(ids.size()));
                    attempt(where, List.of(id, other), "merge " + id, () -> desk.merge(id, other));
                }
                case 3 -> split(where, id);
                default -> undo(where, id);
            }
        }
        undoEverything(seed);
        for (Event event : first) {
            Event now = desk.get(event.id());
            assertEquals(shown(event), shown(now), () -> "seed " + seed + ": " + event.id());
            assertFalse(now.isWithdrawn());
        }
    }

    private void begin(String id) {
        model.put(id, new ArrayList<>(List.of(shown(desk.get(id)))));
        causes.put(id, new ArrayList<>(List.of("create")));
    }

    /** All a reader could see of it, but for its number and its history. */
    private static String shown(Event event) {
        return event.what() + " " + event.when() + " " + event.where().point() + " "
                + event.where().precision() + " "
                + event.where().names() + " " + event.who() + " " + event.toll() + " "
                + event.account().sources().size() + " "
                + event.editorial().review() + " " + event.editorial().sensitivity() + " " + event.isWithdrawn() + " "
                + event.identity().links();
    }

    /** Does something; what is refused must leave everything as it was. */
    private boolean attempt(String where, List<String> touched, String cause, Supplier<Event> action) {
        long before = desk.store.dataVersion();
        try {
            assertNotNull(action.get(), where);
        } catch (RefusedChangeException refused) {
            assertEquals(before, desk.store.dataVersion(), where);
            return false;
        }
        for (String id : touched) {
            stack(id).add(shown(desk.get(id)));
            causesOf(id).add(cause);
        }
        return true;
    }

    private List<String> causesOf(String id) {
        return Objects.requireNonNull(causes.get(id));
    }

    private List<@Nullable String> stack(String id) {
        return model.getOrDefault(id, new ArrayList<>());
    }

    private void split(String where, String id) {
        String parts = "[{\"title\":\"One\"},{\"title\":\"Two\",\"place\":{\"none\":true}}]";
        if (model.size() < 14 && attempt(where, List.of(id), "split", () -> desk.split(id, parts))) {
            desk.get(id).successors().forEach(this::begin);
        }
    }

    private void undo(String where, String id) {
        List<@Nullable String> stack = stack(id);
        long before = desk.store.dataVersion();
        String cause = causesOf(id).getLast();
        try {
            desk.undo(id);
        } catch (RefusedChangeException refused) {
            boolean mayBeRefused = stack.size() == 1 || cause.equals("split");
            assertEquals(true, mayBeRefused, () -> where + ": " + id + " " + cause + ": " + refused.inWords());
            assertEquals(before, desk.store.dataVersion(), where);
            return;
        }
        stack.removeLast();
        causesOf(id).removeLast();
        String expected = stack.getLast();
        if (expected != null) {
            assertEquals(expected, shown(desk.get(id)), () -> where + ": " + id + " after undoing " + cause);
        }
        if (cause.startsWith("merge ")) {
            partOther(where, id, cause);
        }
        if (cause.equals("split")) {
            forgetParts(id);
        }
    }

    /** The other side of a merge loses it too, from wherever in its stack it is. */
    private void partOther(String where, String id, String cause) {
        for (String other : model.keySet()) {
            int at = causesOf(other).lastIndexOf(cause);
            boolean partner = !other.equals(id) && at > 0 && count(cause, id) != count(cause, other);
            if (partner) {
                causesOf(other).remove(at);
                List<@Nullable String> stack = stack(other);
                stack.remove(at);
                for (int i = at; i < stack.size(); i++) {
                    stack.set(i, null);
                }
                if (at == stack.size() && stack.getLast() != null) {
                    assertEquals(stack.getLast(), shown(desk.get(other)), () -> where + ": " + other + " lost " + id);
                }
            }
        }
    }

    private long count(String cause, String id) {
        return causesOf(id).stream().filter(cause::equals).count();
    }

    private void forgetParts(String id) {
        List<String> gone = model.keySet().stream()
                .filter(part -> part.startsWith(id + "-p") && desk.get(part).isWithdrawn())
                .toList();
        gone.forEach(model::remove);
        gone.forEach(causes::remove);
    }

    private void undoEverything(long seed) {
        for (int round = 0; round < 50; round++) {
            long before = desk.store.dataVersion();
            for (String id : List.copyOf(model.keySet())) {
                while (model.containsKey(id) && stack(id).size() > 1) {
                    long now = desk.store.dataVersion();
                    undo("seed " + seed + ", in the end", id);
                    if (desk.store.dataVersion() == now) {
                        break;
                    }
                }
            }
            if (desk.store.dataVersion() == before) {
                return;
            }
        }
    }

    private static Decision anyDecision(Random random) {
        ReviewAction[] actions = ReviewAction.values();
        ReviewAction action = actions[random.nextInt(actions.length)];
        Changes changes = action == ReviewAction.ASSIGN ? Changes.assignee("bob") : Changes.NONE;
        return new Decision(action, "why", null, changes);
    }

    private static Decision anyCorrection(Random random) {
        return Decision.correct(
                switch (random.nextInt(5)) {
                    case 0 -> Changes.title("Title " + random.nextInt(100));
                    case 1 -> Changes.type(SubEventType.values()[random.nextInt(SubEventType.values().length)]);
                    case 2 ->
                        Changes.place(new PlaceChange.Pin(
                                new LonLat(36 + random.nextInt(100) / 100.0, 49.5), 100 + random.nextInt(5_000)));
                    case 3 -> Changes.counts(CountChanges.dead(random.nextInt(50)));
                    default -> Changes.precision("admin1");
                });
    }
}
