package org.clashmap.geocode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words right before (and after) a group of place names for the relation they express. The patterns of the
 * {@linkplain RelationTable table} are tried in order; what none matches is {@link Relation#AT}.
 */
final class RelationCues {
    /** How far back a phrase may begin, and what is looked at beside the names, in characters. */
    private static final int FARTHEST_BEFORE = 120;

    private static final int FARTHEST_AFTER = 40;
    private static final int AROUND_BEFORE = 60;
    private static final int AROUND_AFTER = 160;

    /** @param start where the phrase begins: the first word of the relation */
    record Cue(
            Relation relation,
            int start,
            @Nullable Double distanceMeters,
            @Nullable Double bearingDegrees) {}

    private RelationCues() {}

    /**
     * The relation told by the words before the names.
     *
     * @param sentenceStart where looking back stops
     * @param names the names, from the first to the last of a list
     */
    static Cue before(String text, int sentenceStart, Span names, Language language, int nameCount) {
        String before = text.substring(Math.max(sentenceStart, names.start() - FARTHEST_BEFORE), names.start());
        int base = names.start() - before.length();
        RelationTable table = RelationTable.of(language);
        for (RelationTable.Rule rule : table.rules()) {
            if (rule.two() && nameCount != 2) {
                continue;
            }
            Matcher matcher = rule.before().matcher(before);
            if (fitsAfter(rule, text, names) && matcher.find() && fitsAround(rule, text, names)) {
                Double number = table.value("number", matcher);
                Double unit = table.value("unit", matcher);
                return new Cue(
                        rule.relation(),
                        base + matcher.start(),
                        number == null || unit == null ? null : Double.valueOf(number * unit),
                        table.value("bearing", matcher));
            }
        }
        return new Cue(Relation.AT, names.start(), null, null);
    }

    private static boolean fitsAfter(RelationTable.Rule rule, String text, Span names) {
        Pattern after = rule.after();
        return after == null || after.matcher(rest(text, names.end())).lookingAt();
    }

    /** What follows within the line, as far as a road's name can reach. */
    private static String rest(String text, int from) {
        int end = Math.min(text.length(), from + FARTHEST_AFTER);
        int line = text.indexOf('\n', from);
        return text.substring(from, line < 0 ? end : Math.min(line, end));
    }

    /** "From A to B" is a route only where the text speaks of a way between them. */
    private static boolean fitsAround(RelationTable.Rule rule, String text, Span names) {
        Pattern around = rule.around();
        if (around == null) {
            return true;
        }
        int end = Math.min(text.length(), names.end() + AROUND_AFTER);
        int sentenceEnd = text.indexOf(". ", names.end());
        int start = Math.max(0, names.start() - AROUND_BEFORE);
        return around.matcher(text.substring(start, sentenceEnd < 0 ? end : Math.min(end, sentenceEnd)))
                .find();
    }
}
