package org.clashmap.geocode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clashmap.extract.ExpectedKind;
import org.clashmap.extract.ToponymMention;
import org.clashmap.gazetteer.Place;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;

/** Reads the place phrases of a text: literal toponyms grouped into lists and stretches, with relation and containers. */
public final class PlacePhraseReader {
    private static final Pattern LIST_GAP = Pattern.compile(
            "(?iu)\\s*(?:[,;،؛]|[,،]?\\s*(?:and|or|та|і|й|и|или|або|а також|а также|as well as|et|ou|ainsi que"
                    + "|y|e|o|así como|و|أو)(?:\\s*\\b(?:in|near|at|the|у|в|під|біля|по|под|около|à|en|dans|de|du|des|près de"
                    + "|la|les|le|el|los|las|del|cerca de|[ld]['’]|في|قرب|من|مدينة|بلدة|قرية|مخيم))*)\\s*");
    private static final Pattern STRETCH_GAP = Pattern.compile(
            "(?iu)\\s*(?:to|and|–|—|-|та|і|й|и|до|towards|toward|et|à|y|a|hasta|و|إلى|الى)\\s*(?:(?:the|le|la|el|d['’]|l['’])\\s*)?"
                    + "(?:(?:town|city|village) of\\s+)?|['’]s\\s+(?:\\w+\\s+)?(?:border|frontier)\\s+with\\s+(?:the\\s+)?");

    private static final int LONGEST_BORDER_WORDS = 24;
    private static final Pattern WITH =
            Pattern.compile("(?iu)\\s+(?:with|з|із|зі|с|со|avec|con|مع)\\s+(?:(?:the|le|la|el)\\s+|l['’])?");
    private static final Pattern BORDER_BEFORE = Pattern.compile(
            "(?iu)(?:border|frontier|кордон|меж|границ|frontière|frontera|حدود)\\p{L}*\\s+(?:(?:of|de|du|del)\\s+)?"
                    + "(?:(?:the|le|la|el)\\s+|l['’])?$");

    private PlacePhraseReader() {}

    /** The place phrases of a text in text order. */
    public static List<PlacePhrase> read(AnalysedText text, List<Toponym> toponyms) {
        List<ToponymMention> mentions = toponyms.stream().map(Toponym::mention).toList();
        Map<Integer, List<Integer>> containers = new HashMap<>(Containers.find(text, mentions));
        Set<Integer> used = new HashSet<>();
        List<PlacePhrase> phrases = new ArrayList<>();
        for (int i = 0; i < toponyms.size(); i++) {
            if (!mentions.get(i).isLiteral() || used.contains(i)) {
                continue;
            }
            List<Integer> group = group(text, toponyms, containers, i);
            List<Integer> outer = containers.getOrDefault(group.getLast(), List.of());
            used.addAll(group);
            used.addAll(outer);
            phrases.add(phrase(text, toponyms, group, outer));
        }
        return List.copyOf(phrases);
    }

    /** A name and those listed with it: "A, B and C", "between A and B", "from A to B". */
    private static List<Integer> group(
            AnalysedText text, List<Toponym> toponyms, Map<Integer, List<Integer>> containers, int first) {
        List<Integer> group = new ArrayList<>(List.of(first));
        Sentence sentence = text.sentenceAt(toponyms.get(first).mention().span().start());
        for (int next = first + 1; next < toponyms.size(); next++) {
            ToponymMention left = toponyms.get(group.getLast()).mention();
            ToponymMention right = toponyms.get(next).mention();
            if (!right.isLiteral()
                    || !sentence.span().contains(right.span())
                    || containers.getOrDefault(group.getLast(), List.of()).contains(next)) {
                break;
            }
            String gap = text.text().substring(left.span().end(), right.span().start());
            boolean stretch = group.size() == 1
                    && (STRETCH_GAP.matcher(gap).matches()
                            || isBorderOfTwo(left, right, gap)
                            || isBorderWith(text.text(), left, gap));
            if (!stretch && !LIST_GAP.matcher(gap).matches()) {
                break;
            }
            if (isArea(toponyms.get(group.getLast())) != isArea(toponyms.get(next))) {
                break;
            }
            group.add(next);
        }
        return group;
    }

    /** "الحدود السورية التركية": two peoples side by side that share a border. */
    private static boolean isBorderOfTwo(ToponymMention left, ToponymMention right, String gap) {
        return gap.isBlank() && left.isOfBorder() && right.isOfBorder();
    }

    /** "На кордоні України з Білоруссю", "la frontera de Colombia con Ecuador". */
    private static boolean isBorderWith(String text, ToponymMention left, String gap) {
        int start = left.span().start();
        return WITH.matcher(gap).matches()
                && BORDER_BEFORE
                        .matcher(text.substring(Math.max(0, start - LONGEST_BORDER_WORDS), start))
                        .find();
    }

    private static boolean isArea(Toponym toponym) {
        return toponym.resolution()
                .findBest()
                .map(place -> place.feature().isArea())
                .orElse(false);
    }

    private static PlacePhrase phrase(
            AnalysedText text, List<Toponym> toponyms, List<Integer> group, List<Integer> outer) {
        List<Toponym> anchors = group.stream().map(toponyms::get).toList();
        List<Toponym> units = outer.stream().map(toponyms::get).toList();
        Span names = new Span(
                anchors.getFirst().mention().span().start(),
                anchors.getLast().mention().span().end());
        Sentence sentence = text.sentenceAt(names.start());
        RelationCues.Cue cue = RelationCues.before(
                text.text(), sentence.span().start(), names, text.languageOf(sentence), anchors.size());
        int end =
                units.isEmpty() ? names.end() : units.getLast().mention().span().end();
        Span span = new Span(cue.start(), withUnitNoun(text, end));
        return new PlacePhrase(
                span, relation(cue.relation(), anchors), anchors, units, cue.distanceMeters(), cue.bearingDegrees());
    }

    private static Relation relation(Relation told, List<Toponym> anchors) {
        Toponym first = anchors.getFirst();
        Optional<Place> place = first.resolution().findBest();
        boolean area = place.map(p -> p.feature().isArea()).orElse(false);
        if (told == Relation.BORDER && !area) {
            return anchors.size() == 2 ? Relation.BETWEEN : Relation.NEAR;
        }
        if (told == Relation.BORDER) {
            return told;
        }
        boolean precisePart = told == Relation.OFFSET || told == Relation.BETWEEN || told == Relation.ALONG;
        if (area && !precisePart) {
            return Relation.IN_REGION;
        }
        if (first.mention().expected() == ExpectedKind.DIRECTION) {
            return Relation.FRONT_SECTOR;
        }
        return told;
    }

    /** Takes in the noun of a unit that follows its name: "Donetsk region", "Покровському напрямку". */
    private static int withUnitNoun(AnalysedText text, int end) {
        Sentence sentence = text.sentenceAt(Math.max(0, end - 1));
        return sentence.tokens().stream()
                .filter(t -> t.start() >= end)
                .findFirst()
                .filter(t -> t.start() - end <= 1 && UNIT_NOUN.matcher(t.text()).matches())
                .map(t -> t.end())
                .orElse(end);
    }

    private static final Pattern UNIT_NOUN = Pattern.compile(
            "(?iu)region|oblast|province|governorate|department|state|district|county|raion|direction|front|axis|sector"
                    + "|camp|airport|airfield|airbase|borders?|frontier|област\\p{L}*|район\\p{L}*|громад\\p{L}*|напрям\\p{L}*|направлени\\p{L}*"
                    + "|фронт\\p{L}*|кра\\p{L}{1,2}|республик\\p{L}*|республік\\p{L}*|участк\\p{L}*|ділянц\\p{L}*");
}
