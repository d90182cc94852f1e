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
import org.clashmap.text.Language;
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

    private static final Pattern ROMANCE_GAP = Pattern.compile(
            "(?iu)\\s*(?:,\\s*)?(?:(?:(?:dans|en|au|aux|de|du|des|le|la|les|province|région|cercle|territoire"
                    + "|district|département|gouvernorat|état|wilaya|comté|commune|nord|sud|est|ouest|nord-est|nord-ouest"
                    + "|sud-est|sud-ouest|centre|partie|une|un|localité|village|ville|située?"
                    + "|el|los|las|del|departamento|municipio|estado|provincia|norte|sur|este|oeste|noreste|noroeste"
                    + "|sureste|suroeste|oriente|occidente|centro|parte|zona|rural|una|pueblo|ciudad|localidad|jurisdicción"
                    + "|corregimiento|vereda)(?:\\s+|$))|[ld]['’]\\s*)*(?:\\(\\s*)?");

    private static final Pattern ARABIC_GAP = Pattern.compile(
            "(?u)\\s*(?:[,،]\\s*)?(?:(?:في|من|ب?محافظة|ب?ولاية|ب?إقليم|ب?منطقة|ب?ريف|ب?قضاء|ب?مديرية|ب?محلية"
                    + "|التابعة|التابع|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|ب?شمال|ب?جنوب|ب?شرق|ب?غرب|ب?وسط|الواقعة|الواقع|مدينة"
                    + "|عاصمة)(?:\\s+|$))*[بل]?(?:\\(\\s*)?");

    private static final Pattern LIST_GAP = Pattern.compile(
            "(?iu)\\s*(?:[,،]|,?\\s*(?:and|or|та|і|й|и|или|або|et|ou|y|e|و))\\s*(?:[ld]['’]|(?:de|du|le|la|el)\\s+)?");

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
        Language language = text.languageOf(sentence);
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
            boolean alike = listed
                    && mentions.get(next).expected() != ExpectedKind.ANY
                    && mentions.get(next).expected() == mentions.get(from).expected();
            if (!alike
                    && canContain(mentions.get(next), mentions.get(from))
                    && gap(language).matcher(gap).matches()
                    && !(gap.isBlank() && !language.isSlavic() && language != Language.AR)) {
                chain.add(next);
            } else if (!listed || !chain.isEmpty() || !mentions.get(next).isLiteral()) {
                break;
            }
            at = next;
            next++;
        }
        return chain;
    }

    private static Pattern gap(Language language) {
        return switch (language) {
            case EN, UK, RU -> GAP;
            case FR, ES -> ROMANCE_GAP;
            case AR -> ARABIC_GAP;
        };
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
