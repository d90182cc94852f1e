package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;

/**
 * Finds, for each mention, the unit the text says it lies in: "Suárez, in the department of Cauca", "Tarasivka and
 * Bilohorivka in Donetsk", "Миколаївці Краматорського району", "Миколаївці на Сумщині".
 */
final class Containers {
    /** What may stand between a place and the unit it lies in. */
    private static final Pattern GAP = Pattern.compile(
            "(?iu)\\s*(?:,\\s*)?(?:(?:in|of|near|on|within|a|an|the|rural|small|remote|village|town|city|district|area|part"
                    + "|eastern|western|northern|southern|central|north-eastern|north-western|south-eastern|south-western"
                    + "|northeastern|northwestern|southeastern|southwestern|north|south|east|west|edge|outskirts|side"
                    + "|region|province|state|department|governorate|oblast|county|municipality|neighbourhood|neighborhood"
                    + "|suburb|occupied|russian-occupied|russia's|ukraine's|sudan's|syria's"
                    + "|у|в|во|на|та|що|що у|півночі|півдні|сході|заході|севере|юге|востоке|западе|околиці|окраине"
                    + "|окупованій|оккупированной)(?:\\s+|$))*(?:\\(\\s*)?");

    private static final Pattern LIST_GAP = Pattern.compile("(?iu)\\s*(?:,|,?\\s*(?:and|or|та|і|й|и|или|або))\\s*");

    private Containers() {}

    /** For each mention's index, the indices of the mentions that contain it, nearest first. */
    static Map<Integer, List<Integer>> find(AnalysedText text, List<ToponymMention> mentions) {
        Map<Integer, List<Integer>> containers = new HashMap<>();
        for (int i = mentions.size() - 1; i >= 0; i--) {
            if (!mentions.get(i).isLiteral()) {
                continue;
            }
            List<Integer> chain = chainAfter(text, mentions, i);
            if (!chain.isEmpty()) {
                containers.put(i, chain);
            }
        }
        return containers;
    }

    private static List<Integer> chainAfter(AnalysedText text, List<ToponymMention> mentions, int from) {
        List<Integer> chain = new ArrayList<>();
        Sentence sentence = text.sentenceAt(mentions.get(from).span().start());
        int at = from;
        int next = from + 1;
        while (next < mentions.size()
                && sentence.span().contains(mentions.get(next).span())
                && chain.size() < 3) {
            String gap = text.text()
                    .substring(
                            mentions.get(at).span().end(),
                            mentions.get(next).span().start());
            boolean listed = LIST_GAP.matcher(gap).matches();
            if (canContain(mentions.get(next), mentions.get(from))
                    && GAP.matcher(gap).matches()
                    && !(gap.isBlank() && text.language() == org.clashmap.text.Language.EN)) {
                chain.add(next);
            } else if (!listed || !chain.isEmpty() || !mentions.get(next).isLiteral()) {
                break;
            }
            at = next;
            next++;
        }
        return chain;
    }

    private static boolean canContain(ToponymMention outer, ToponymMention inner) {
        if (outer.expected() == ExpectedKind.DIRECTION || outer.expected() == ExpectedKind.SETTLEMENT) {
            return false;
        }
        boolean unitNamed = outer.expected() == ExpectedKind.ADMIN1 || outer.expected() == ExpectedKind.ADMIN2;
        Set<String> outerIds = new HashSet<>();
        boolean holdsUnit = false;
        for (NameMatch match : outer.matches()) {
            Place place = match.place();
            outerIds.add(place.id());
            holdsUnit |= isUnit(place);
        }
        boolean innerIsSmaller = inner.matches().isEmpty()
                || inner.matches().stream()
                        .anyMatch(m -> !m.place().feature().isCountry()
                                && !outerIds.contains(m.place().id()));
        return (unitNamed || holdsUnit) && innerIsSmaller;
    }

    /** The first- or second-order unit that a place lies in. */
    static boolean isUnitOf(Place unit, Place place) {
        return unit.id().equals(place.admin().admin1())
                || unit.id().equals(place.admin().admin2());
    }

    static boolean isUnit(Place place) {
        return place.feature().isCountry()
                || place.feature().isAdmin1()
                || place.feature().isAdmin2();
    }
}
