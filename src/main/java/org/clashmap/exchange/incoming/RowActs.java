package org.clashmap.exchange.incoming;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clashmap.event.Event;
import org.clashmap.event.MapTier;
import org.clashmap.event.RecordType;
import org.clashmap.event.SubEventType;
import org.clashmap.event.Where;
import org.jspecify.annotations.Nullable;

/** What happened, from the columns of a row. */
final class RowActs {
    /** Where ACLED's event type stands alone, its plainest sub-event type. */
    private static final Map<String, SubEventType> PLAINEST = Map.of(
            "battles", SubEventType.ARMED_CLASH,
            "explosions/remote violence", SubEventType.SHELLING,
            "violence against civilians", SubEventType.ATTACK,
            "protests", SubEventType.PEACEFUL_PROTEST,
            "riots", SubEventType.VIOLENT_DEMONSTRATION,
            "strategic developments", SubEventType.OTHER);

    private static final Map<String, SubEventType> BY_LABEL = labels();

    private static final Set<String> ON_MAP =
            Set.of("exact", "street", "neighbourhood", "settlement", "settlement_vicinity");

    private static final Set<String> PLOVER = Set.of(
            "AGREE",
            "CONSULT",
            "SUPPORT",
            "CONCEDE",
            "COOPERATE",
            "AID",
            "RETREAT",
            "REQUEST",
            "ACCUSE",
            "REJECT",
            "THREATEN",
            "PROTEST",
            "SANCTION",
            "MOBILIZE",
            "COERCE",
            "ASSAULT");

    private RowActs() {}

    private static Map<String, SubEventType> labels() {
        Map<String, SubEventType> labels = new TreeMap<>();
        for (SubEventType type : SubEventType.values()) {
            labels.put(type.label().toLowerCase(Locale.ROOT), type);
        }
        return labels;
    }

    static Event.What read(Cells cells, Where where) {
        SubEventType type = type(cells);
        RecordType record = recordType(cells);
        String title = cells.text(Field.TITLE);
        Integer clarity = cells.code(Field.EVENT_CLARITY, 1, 2);
        Event.Traits traits = new Event.Traits(
                clarity == null ? 1 : clarity,
                cells.text(Field.CIVILIAN_TARGETING) != null,
                List.of(),
                cells.list(Field.TAGS));
        return new Event.What(
                title == null ? title(type, where) : title,
                record,
                tier(cells, record, where),
                type,
                plover(cells),
                traits);
    }

    private static String title(SubEventType type, Where where) {
        String place = where.names().location();
        String label = type == SubEventType.OTHER ? "Event" : type.label();
        return place == null ? label : label + ": " + place;
    }

    private static SubEventType type(Cells cells) {
        String label = cells.text(Field.SUB_EVENT_TYPE);
        String eventType = cells.text(Field.EVENT_TYPE);
        SubEventType type = label == null ? null : BY_LABEL.get(label.toLowerCase(Locale.ROOT));
        if (type != null) {
            return type;
        }
        SubEventType plain = eventType == null ? null : PLAINEST.get(eventType.toLowerCase(Locale.ROOT));
        if (label != null || (eventType != null && plain == null)) {
            cells.warn(
                    "cell_type",
                    "type " + RowProblem.excerpt(label == null ? String.valueOf(eventType) : label)
                            + " is not one of ACLED's; the record is coded as "
                            + (plain == null ? SubEventType.OTHER : plain).label());
        }
        return plain == null ? SubEventType.OTHER : plain;
    }

    private static RecordType recordType(Cells cells) {
        String word = cells.text(Field.RECORD_TYPE);
        if (word == null) {
            return RecordType.EVENT;
        }
        return switch (word) {
            case "aggregate" -> RecordType.AGGREGATE;
            case "statement" -> RecordType.STATEMENT;
            case "background" -> RecordType.BACKGROUND;
            case "update" -> RecordType.UPDATE;
            default -> RecordType.EVENT;
        };
    }

    /** Only events known to a place are on the default map (codebook, section 1). */
    private static MapTier tier(Cells cells, RecordType record, Where where) {
        Integer given = cells.code(Field.TIER, 1, 3);
        if (given != null) {
            return MapTier.of(given);
        }
        if (record == RecordType.STATEMENT || (where.point() == null && where.footprint() == null)) {
            return MapTier.TIMELINE_ONLY;
        }
        boolean placed =
                where.point() != null && ON_MAP.contains(where.precision().level());
        return record == RecordType.EVENT && placed ? MapTier.DEFAULT_MAP : MapTier.OPT_IN;
    }

    private static Event.@Nullable Plover plover(Cells cells) {
        String event = cells.text(Field.PLOVER_EVENT);
        if (event == null) {
            return null;
        }
        if (!PLOVER.contains(event)) {
            cells.warn("cell_code", "PLOVER event " + RowProblem.excerpt(event) + " is unknown; it is left out");
            return null;
        }
        return new Event.Plover(event, cells.list(Field.PLOVER_MODE), cells.list(Field.PLOVER_CONTEXT));
    }
}
