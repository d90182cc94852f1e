package org.clashmap.geocode;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.text.Language;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words right before (and after) a group of place names for the relation they express. The patterns are tried in
 * order, each anchored to the names; what none matches is {@link Relation#AT}.
 */
final class RelationCues {
    /** @param start where the phrase begins: the first word of the relation */
    record Cue(
            Relation relation,
            int start,
            @Nullable Double distanceMeters,
            @Nullable Double bearingDegrees) {}

    private static final String EN_MODIFIERS =
            "(?:(?:the|both|a|an|embattled|besieged|occupied|russian-occupied|rebel-held"
                    + "|frontline|front-line|strategic|nearby|neighbouring|neighboring|eastern|western|northern|southern|central"
                    + "|small|key|border|city|cities|town|towns|village|villages|settlement|settlements|hamlet|hamlets|camp|of"
                    + "|municipality|district|region|area)\\s+)*";
    private static final String EN_BEARING = "(north|south|east|west|north-?\\s?east|north-?\\s?west|south-?\\s?east"
            + "|south-?\\s?west|northern|southern|eastern|western)(?:ern)?";
    private static final String NUMBER = "(\\d+(?:[.,]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|a few"
            + "|кілька|несколько|двох|трьох|п'яти|десяти|двух|трёх|трех|пяти|десяти)";
    private static final String UK_BEARING = "(північ|південь|схід|захід|північний схід|північний захід|південний схід"
            + "|південний захід|півночі|півдня|сходу|заходу|північніше|південніше|східніше|західніше)";
    private static final String RU_BEARING =
            "(северу|югу|востоку|западу|северо-востоку|северо-западу|юго-востоку|юго-западу|север|юг|восток|запад|северо-восток|северо-запад|юго-восток|юго-запад"
                    + "|севернее|южнее|восточнее|западнее|северо-западнее|северо-восточнее|юго-западнее|юго-восточнее)";
    private static final String SLAVIC_MODIFIERS = "(?:(?:села|селища|міста|смт|населеного пункту|населених пунктів|сіл"
            + "|селами|містами|населеними пунктами|посёлка|поселка|города|населённого пункта|населенного пункта|сёл"
            + "|деревни|населёнными пунктами|с\\.|м\\.|г\\.|сел|селом|містом|городом|селом)\\s*)*";

    private static final Pattern EN_OFFSET = endsWith("(?:(?:about|some|around|roughly|nearly|approximately|just)\\s+)?"
            + NUMBER + "\\s*-?(km|kilomet(?:er|re)s?|miles?|mi)\\s+(?:to the\\s+)?" + EN_BEARING + "\\s+of\\s+"
            + EN_MODIFIERS);
    private static final Pattern EN_DISTANCE =
            endsWith("(?:(?:about|some|around|roughly|nearly|approximately|just)\\s+)?" + NUMBER
                    + "\\s*(km|kilomet(?:er|re)s?|miles?|mi)\\s+(?:away\\s+)?(?:from|outside(?: of)?)\\s+"
                    + EN_MODIFIERS);
    private static final Pattern EN_DIRECTION =
            endsWith("(?:just\\s+|to the\\s+)?\\b" + EN_BEARING + "\\s+of\\s+" + EN_MODIFIERS);
    private static final Pattern EN_EDGE = endsWith("(?:on|at|in|near)\\s+the\\s+(?:\\w+\\s+)?(?:outskirts|edge|fringes"
            + "|approaches|periphery)\\s+(?:of|to)\\s+" + EN_MODIFIERS);
    private static final Pattern EN_PART = endsWith("(?:(?:in|at|on)\\s+)?(?:the\\s+)?(?:(?:northern"
            + "|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western)\\s+"
            + "(?:part|parts|side|districts?|quarters?|suburbs?|neighbou?rhoods?)\\s+of)\\s+" + EN_MODIFIERS
            + "|in\\s+(?:the\\s+)?(?:(?:north|south|east|west|centre|center|heart"
            + "|north-?east|north-?west|south-?east|south-?west)\\s+of|downtown|central|northern|southern|eastern|western"
            + "|north|south|east|west)\\s+" + EN_MODIFIERS);
    private static final Pattern EN_NEAR = endsWith(
            "\\b(?:near|nearby|close to|(?:just\\s+)?(?:up|down)stream\\s+(?:of|from)|outside(?: of)?|around|in the vicinity of"
                    + "|not far from|in the area of|towards|toward|on the approaches to|surrounding|by)\\s+"
                    + EN_MODIFIERS);
    private static final Pattern EN_BETWEEN = endsWith("\\bbetween\\s+" + EN_MODIFIERS);
    private static final Pattern EN_ALONG = endsWith(
            "(?:(?:road|highway|route|motorway)\\s+(?:between|from|linking|connecting)|\\bfrom)\\s+" + EN_MODIFIERS);
    private static final Pattern EN_ON_ROAD = endsWith("\\b(?:along|on|down|of)\\s+(?:the\\s+)?(?:main\\s+)?");
    /** What a road named by its ends is called right after them: "the Kharkiv–Kupiansk highway". */
    private static final Pattern EN_ROAD_AFTER =
            Pattern.compile("(?iu)\\s+(?:road|highway|route|motorway|railway|rail line|line|corridor)\\b.*");

    private static final Pattern SLAVIC_ROAD =
            endsWith("(?<![\\p{L}])(?:(?:вздовж|уздовж|вдоль|на|по)\\s+)?(?:трас\\p{L}{1,3}"
                    + "|трасс\\p{L}{1,2}|дорог\\p{L}{1,3}|дороз\\p{L}|шосе|шоссе|автошлях\\p{L}{0,2}|автодорог\\p{L}{1,3}|ділянц\\p{L}|участке"
                    + "|залізниц\\p{L}|железной дорог\\p{L})\\s+(?:між\\s+|между\\s+)?");
    private static final Pattern EN_AT = endsWith("\\b(?:in|at|inside|on|into|of|across|throughout|over|within|from|to"
            + "|against|through)\\s+" + EN_MODIFIERS);

    private static final Pattern SLAVIC_OFFSET =
            endsWith("(?:за|у|в)\\s+" + NUMBER + "\\s*(км|кілометр\\p{L}*|километр\\p{L}*)\\s+(?:на|к)?\\s*(?:"
                    + UK_BEARING + "|" + RU_BEARING + ")\\s+(?:від|от)?\\s*" + SLAVIC_MODIFIERS);
    private static final Pattern SLAVIC_DIRECTION = endsWith("(?<![\\p{L}])(?:на\\s+|к\\s+)?(?:" + UK_BEARING + "|"
            + RU_BEARING + ")\\s+(?:від\\s+|от\\s+)?" + SLAVIC_MODIFIERS);
    private static final Pattern SLAVIC_NEAR = endsWith("(?<![\\p{L}])(?:біля|поблизу|неподалік(?:\\s+від)?|коло|під"
            + "|довкола|навколо|в районі|у районі|на околицях|на околиці|около|близ|вблизи|возле|недалеко от"
            + "|неподалёку от|под|в районе|на окраинах|на окраине|вокруг|на подступах к|на підступах до"
            + "|(?:вище|нижче)\\s+за\\s+течією\\s+від|(?:выше|ниже)\\s+по\\s+течению\\s+от)\\s+"
            + SLAVIC_MODIFIERS);
    private static final Pattern SLAVIC_TOWARDS =
            endsWith("(?:у|в)\\s+(?:бік|напрямку|сторону|направлении)\\s+" + SLAVIC_MODIFIERS);
    private static final Pattern SLAVIC_BETWEEN = endsWith("(?<![\\p{L}])(?:між|поміж|между)\\s+" + SLAVIC_MODIFIERS);
    private static final Pattern SLAVIC_AT =
            endsWith("(?<![\\p{L}])(?:у|в|во|на|по|з|із|из|від|от|до|через|над|о|об)\\s+" + SLAVIC_MODIFIERS);

    private static final double FEW = 3;
    private static final double MILE_METERS = 1609.344;

    private RelationCues() {}

    private static Pattern endsWith(String expression) {
        return Pattern.compile("(?iu)" + expression + "$");
    }

    /**
     * The relation told by the words before the names.
     *
     * @param sentenceStart where looking back stops
     * @param names the names, from the first to the last of a list
     */
    static Cue before(String text, int sentenceStart, Span names, Language language, int nameCount) {
        String before = text.substring(Math.max(sentenceStart, names.start() - 120), names.start());
        int base = names.start() - before.length();
        Cue cue = language == Language.EN
                ? english(text, before, base, names, nameCount)
                : slavic(before, base, nameCount);
        return cue == null ? new Cue(Relation.AT, names.start(), null, null) : cue;
    }

    private static @Nullable Cue english(String text, String before, int base, Span names, int nameCount) {
        Matcher offset = EN_OFFSET.matcher(before);
        if (offset.find()) {
            double meters = number(offset.group(1)) * unitMeters(offset.group(2));
            return new Cue(Relation.OFFSET, base + offset.start(), meters, bearing(offset.group(3)));
        }
        Matcher distance = EN_DISTANCE.matcher(before);
        if (distance.find()) {
            double meters = number(distance.group(1)) * unitMeters(distance.group(2));
            return new Cue(Relation.NEAR, base + distance.start(), meters, null);
        }
        Matcher edge = EN_EDGE.matcher(before);
        if (edge.find()) {
            return new Cue(Relation.NEAR, base + edge.start(), null, null);
        }
        Matcher part = EN_PART.matcher(before);
        if (part.find()) {
            return new Cue(Relation.PART_OF, base + part.start(), null, null);
        }
        Matcher direction = EN_DIRECTION.matcher(before);
        if (direction.find()) {
            return new Cue(Relation.DIRECTION, base + direction.start(), null, bearing(direction.group(1)));
        }
        Matcher onRoad = EN_ON_ROAD.matcher(before);
        if (nameCount == 2
                && onRoad.find()
                && EN_ROAD_AFTER.matcher(rest(text, names.end())).matches()) {
            return new Cue(Relation.ALONG, base + onRoad.start(), null, null);
        }
        Matcher along = EN_ALONG.matcher(before);
        if (nameCount == 2 && along.find() && isRoute(text, names)) {
            return new Cue(Relation.ALONG, base + along.start(), null, null);
        }
        return plain(before, base, nameCount, EN_BETWEEN, EN_NEAR, EN_AT);
    }

    /** What follows within the line, as far as a road's name can reach. */
    private static String rest(String text, int from) {
        int end = Math.min(text.length(), from + 40);
        int line = text.indexOf('\n', from);
        return text.substring(from, line < 0 ? end : Math.min(line, end));
    }

    private static @Nullable Cue slavic(String before, int base, int nameCount) {
        Matcher road = SLAVIC_ROAD.matcher(before);
        if (nameCount == 2 && road.find()) {
            return new Cue(Relation.ALONG, base + road.start(), null, null);
        }
        Matcher offset = SLAVIC_OFFSET.matcher(before);
        if (offset.find()) {
            double meters = number(offset.group(1)) * 1000;
            String word = offset.group(3) != null ? offset.group(3) : offset.group(4);
            return new Cue(Relation.OFFSET, base + offset.start(), meters, bearing(word));
        }
        Matcher towards = SLAVIC_TOWARDS.matcher(before);
        if (towards.find()) {
            return new Cue(Relation.FRONT_SECTOR, base + towards.start(), null, null);
        }
        Matcher direction = SLAVIC_DIRECTION.matcher(before);
        if (direction.find()) {
            String word = direction.group(1) != null ? direction.group(1) : direction.group(2);
            return new Cue(Relation.DIRECTION, base + direction.start(), null, bearing(word));
        }
        return plain(before, base, nameCount, SLAVIC_BETWEEN, SLAVIC_NEAR, SLAVIC_AT);
    }

    private static @Nullable Cue plain(
            String before, int base, int nameCount, Pattern between, Pattern near, Pattern at) {
        Matcher betweenMatch = between.matcher(before);
        if (nameCount == 2 && betweenMatch.find()) {
            return new Cue(Relation.BETWEEN, base + betweenMatch.start(), null, null);
        }
        Matcher nearMatch = near.matcher(before);
        if (nearMatch.find()) {
            return new Cue(Relation.NEAR, base + nearMatch.start(), null, null);
        }
        Matcher atMatch = at.matcher(before);
        return atMatch.find() ? new Cue(Relation.AT, base + atMatch.start(), null, null) : null;
    }

    /** "from A to B" is a route only when the text speaks of a way between them. */
    private static boolean isRoute(String text, Span names) {
        int end = Math.min(text.length(), names.end() + 160);
        int sentenceEnd = text.indexOf(". ", names.end());
        String around =
                text.substring(Math.max(0, names.start() - 60), sentenceEnd < 0 ? end : Math.min(end, sentenceEnd));
        return Pattern.compile("(?iu)\\b(?:road|highway|route|motorway|way|convoy)\\b")
                .matcher(around)
                .find();
    }

    private static double unitMeters(String unit) {
        return unit.toLowerCase(Locale.ROOT).startsWith("mi") ? MILE_METERS : 1000;
    }

    private static double number(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "one" -> 1;
            case "two", "двох", "двух" -> 2;
            case "three", "трьох", "трёх", "трех" -> 3;
            case "four" -> 4;
            case "five", "п'яти", "пяти" -> 5;
            case "six" -> 6;
            case "seven" -> 7;
            case "eight" -> 8;
            case "nine" -> 9;
            case "ten", "десяти" -> 10;
            case "a few", "кілька", "несколько" -> FEW;
            default -> Double.parseDouble(word.replace(',', '.'));
        };
    }

    /** Degrees clockwise from north of a compass word in three languages. */
    static double bearing(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        boolean north = w.contains("north") || w.contains("північ") || w.contains("півноч") || w.contains("север");
        boolean south =
                w.contains("south") || w.contains("півд") || w.contains("юг") || w.contains("юж") || w.contains("юго");
        boolean east = w.contains("east") || w.contains("схід") || w.contains("сход") || w.contains("восто");
        boolean west = w.contains("west") || w.contains("захід") || w.contains("заход") || w.contains("запад");
        if (north) {
            return east ? 45 : west ? 315 : 0;
        }
        if (south) {
            return east ? 135 : west ? 225 : 180;
        }
        return east ? 90 : 270;
    }
}
