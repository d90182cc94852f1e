package org.clashmap.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clashmap.extract.Act;
import org.clashmap.extract.TriggerMention;

/** Marks what may do harm when published (codebook section 7). The rules that act on the marks stand elsewhere. */
final class Sensitivities {
    private static final Pattern AID_OR_HEALTH = Pattern.compile("(?iu)\\b(?:hospital|clinic|shelter|aid (?:site|point"
            + "|distribution|convoy)|displace\\w* (?:camp|site|people)|лікарн\\p{L}*|больниц\\p{L}*|укритт\\p{L}*|убежищ\\p{L}*"
            + "|гуманітарн\\p{L}*|гуманитарн\\p{L}*)");
    private static final Pattern CHILDREN = Pattern.compile(
            "(?iu)\\b(?:child(?:ren)?|infant|toddler|дитин\\p{L}*|діт\\p{L}*|ребён\\p{L}*|ребен\\p{L}*|дет(?:и|ей|ям|ьми))\\b");
    private static final int FIGHTERS_TO = 4;

    private Sensitivities() {}

    static Event.Sensitivity of(Draft draft, Event.What what, Event.Who who, Reading reading) {
        List<String> reasons = new ArrayList<>();
        boolean sexual = draft.triggers.stream().map(TriggerMention::act).anyMatch(a -> a == Act.SEXUAL_VIOLENCE);
        if (sexual) {
            reasons.add("sexual_violence");
        }
        if (draft.family() == Family.CAPTURE) {
            reasons.add("pow");
        }
        for (int index : draft.sentences) {
            String words = reading.text()
                    .sentences()
                    .get(index)
                    .span()
                    .of(reading.text().text());
            addOnce(reasons, "aid_or_health_site", AID_OR_HEALTH.matcher(words).find());
            addOnce(reasons, "children", CHILDREN.matcher(words).find());
        }
        boolean fighters = who.actors().stream().anyMatch(a -> a.inter() >= 1 && a.inter() <= FIGHTERS_TO);
        addOnce(reasons, "military_position", what.type().type() == EventType.BATTLES && fighters);
        String level = Recoding.levelOf(reasons);
        return new Event.Sensitivity(level, reasons, null);
    }

    private static void addOnce(List<String> reasons, String reason, boolean holds) {
        if (holds && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }
}
