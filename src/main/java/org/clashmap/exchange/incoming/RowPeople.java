package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;

/** Who, and what it cost, from the columns of a row. */
final class RowPeople {
    private RowPeople() {}

    static Event.Who who(Cells cells) {
        List<Event.Actor> actors = new ArrayList<>(2);
        Event.Actor first =
                actor(cells, "initiator", "a", Field.ACTOR1, Field.ASSOC_ACTOR_1, Field.INTER1, Field.ACTOR1_COUNTRY);
        Event.Actor second =
                actor(cells, "target", "b", Field.ACTOR2, Field.ASSOC_ACTOR_2, Field.INTER2, Field.ACTOR2_COUNTRY);
        if (first != null) {
            actors.add(first);
        }
        if (second != null) {
            actors.add(second);
        }
        return new Event.Who(
                actors, cells.text(Field.SIDE_A), cells.text(Field.SIDE_B), cells.code(Field.TYPE_OF_VIOLENCE, 1, 3));
    }

    private static Event.@Nullable Actor actor(
            Cells cells, String role, String side, Field name, Field associate, Field inter, Field country) {
        String text = cells.text(name);
        if (text == null) {
            return null;
        }
        Integer code = cells.code(inter, 0, 8);
        return new Event.Actor(
                text, role, code == null ? 0 : code, side, cells.text(associate), cells.text(country), null);
    }

    static Event.Toll toll(Cells cells) {
        Integer fatalities = cells.count(Field.FATALITIES);
        Integer best = cells.count(Field.BEST);
        Integer low = cells.count(Field.LOW);
        Integer high = cells.count(Field.HIGH);
        if (best == null) {
            best = low == null ? high : low;
        }
        Event.Estimate deaths = best == null
                ? null
                : new Event.Estimate(
                        low == null ? best : Math.min(low, best), best, high == null ? best : Math.max(high, best));
        return new Event.Toll(
                fatalities == null && deaths != null ? Integer.valueOf(deaths.low()) : fatalities,
                deaths,
                range(cells.count(Field.INJURED)),
                cells.count(Field.CAPTURED),
                range(cells.count(Field.DISPLACED)),
                cells.count(Field.ATTACK_COUNT),
                null);
    }

    private static Event.@Nullable Range range(@Nullable Integer count) {
        return count == null ? null : new Event.Range(count, count);
    }
}
