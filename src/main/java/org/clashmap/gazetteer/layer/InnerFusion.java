package org.clashmap.gazetteer.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.PlacePrecision;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.geo.Geodesy;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Fuses the places of one unit that are one settlement: two populated places with a current name the same when romanised,
 * no more than 3 km apart. The larger one stays, with the names of both. Only points fuse: of areas and of places known to
 * their district, the distance says nothing. Linear in the places, but for those of one name.
 */
final class InnerFusion {
    static final double SAME_PLACE_METERS = 3_000;

    private static final int[] NONE = {};

    private static final Comparator<LayerPlace> LARGEST_FIRST = Comparator.comparingLong(
                    (LayerPlace place) -> -place.population())
            .thenComparingInt(place -> -place.names().size())
            .thenComparing(LayerPlace::id);

    /** Indexes of kept places by key; most keys have one. */
    private final Map<String, int[]> byKey = new HashMap<>();

    private final List<LayerPlace> kept = new ArrayList<>();

    private InnerFusion() {}

    /** Gives the places that stay; the list that is given is put in order and emptied, since it may be long. */
    static List<LayerPlace> fuse(List<LayerPlace> places) {
        InnerFusion fusion = new InnerFusion();
        places.sort(LARGEST_FIRST);
        places.forEach(fusion::add);
        places.clear();
        return fusion.kept;
    }

    private void add(LayerPlace place) {
        if (!place.isPopulatedPlace() || place.position().precision() != PlacePrecision.POINT) {
            kept.add(place);
            return;
        }
        Set<String> keys = keys(place.names());
        for (String key : keys) {
            for (int index : byKey.getOrDefault(key, NONE)) {
                LayerPlace other = kept.get(index);
                if (Geodesy.distanceMeters(
                                other.position().point(), place.position().point())
                        <= SAME_PLACE_METERS) {
                    kept.set(index, united(other, place));
                    index(keys, index);
                    return;
                }
            }
        }
        kept.add(place);
        index(keys, kept.size() - 1);
    }

    private void index(Set<String> keys, int index) {
        for (String key : keys) {
            int[] there = byKey.getOrDefault(key, NONE);
            if (Arrays.stream(there).noneMatch(one -> one == index)) {
                int[] more = Arrays.copyOf(there, there.length + 1);
                more[there.length] = index;
                byKey.put(key, more);
            }
        }
    }

    private static LayerPlace united(LayerPlace larger, LayerPlace smaller) {
        return new LayerPlace(
                larger.id(),
                larger.featureCode(),
                larger.unit(),
                larger.position(),
                Math.max(larger.population(), smaller.population()),
                uniteWithMain(larger.names(), smaller.names()));
    }

    /** Each spelling once by its folded key, in order, with all that is told of it. */
    static List<StoredName> unite(List<StoredName> first, List<StoredName> second) {
        Map<String, StoredName> byFolded = new LinkedHashMap<>();
        for (List<StoredName> names : List.of(first, second)) {
            for (StoredName name : names) {
                byFolded.merge(NameKeys.fold(name.spelling()), name, StoredName::with);
            }
        }
        byFolded.remove("");
        return List.copyOf(byFolded.values());
    }

    /** Likewise for the names of a place, of which the first is the main one: that it was a former name as well is not told. */
    static List<StoredName> uniteWithMain(List<StoredName> first, List<StoredName> second) {
        String main = NameKeys.fold(first.getFirst().spelling());
        return unite(withoutFormer(main, first), withoutFormer(main, second));
    }

    private static List<StoredName> withoutFormer(String main, List<StoredName> names) {
        return names.stream()
                .filter(name -> name.mark().isCurrent()
                        || !NameKeys.fold(name.spelling()).equals(main))
                .toList();
    }

    /** The keys of the current names: folded, and romanised where they are Cyrillic. */
    static Set<String> keys(List<StoredName> names) {
        Set<String> keys = new LinkedHashSet<>();
        for (StoredName name : names) {
            if (!name.mark().isCurrent()) {
                continue;
            }
            String folded = NameKeys.fold(name.spelling());
            if (!NameKeys.isCyrillic(folded)) {
                keys.add(folded);
            } else if (name.mark() == NameMark.RUSSIAN) {
                keys.addAll(Romanisation.of(folded, Language.RU));
            } else {
                keys.addAll(Romanisation.of(folded, Language.UK));
            }
        }
        keys.remove("");
        return keys;
    }
}
