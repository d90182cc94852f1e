package org.clashmap.evaluate;

import java.util.Locale;
import org.clashmap.event.EventType;
import org.clashmap.event.SubEventType;

/** Which ACLED types an incident of MUC-4 may have been coded as: its eight kinds are coarser and cut otherwise. */
final class IncidentTypes {
    private IncidentTypes() {}

    /** @param incident as in the templates: ATTACK, BOMBING, KIDNAPPING … */
    static boolean fits(String incident, SubEventType coded) {
        EventType type = coded.type();
        return switch (incident.toUpperCase(Locale.ROOT)) {
            case "ATTACK" ->
                type == EventType.BATTLES
                        || type == EventType.EXPLOSIONS
                        || (type == EventType.VIOLENCE_AGAINST_CIVILIANS && coded != SubEventType.ABDUCTION);
            case "BOMBING" -> type == EventType.EXPLOSIONS;
            case "KIDNAPPING" -> coded == SubEventType.ABDUCTION;
            case "ARSON", "ROBBERY" -> coded == SubEventType.LOOTING;
            case "HIJACKING" -> coded == SubEventType.ABDUCTION || coded == SubEventType.LOOTING;
            default -> coded == SubEventType.OTHER;
        };
    }
}
