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
import org.clashmap.gazetteer.PlacePrecision;
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
                unite(larger.names(), smaller.names()));
    }

    /** Each spelling once by its folded key, in order; one whose language or kind is known takes the place of a bare one. */
    static List<LayerName> unite(List<LayerName> first, List<LayerName> second) {
        Map<String, LayerName> byFolded = new LinkedHashMap<>();
        for (List<LayerName> names : List.of(first, second)) {
            for (LayerName name : names) {
                byFolded.merge(NameKeys.fold(name.spelling()), name, InnerFusion::better);
            }
        }
        byFolded.remove("");
        return List.copyOf(byFolded.values());
    }

    private static LayerName better(LayerName there, LayerName other) {
        LayerName.Mark a = there.mark();
        LayerName.Mark b = other.mark();
        boolean bothLanguages = (a == LayerName.Mark.UKRAINIAN && b == LayerName.Mark.RUSSIAN)
                || (a == LayerName.Mark.RUSSIAN && b == LayerName.Mark.UKRAINIAN);
        if (bothLanguages) {
            return new LayerName(there.spelling(), LayerName.Mark.BOTH);
        }
        boolean language = b == LayerName.Mark.UKRAINIAN || b == LayerName.Mark.RUSSIAN || b == LayerName.Mark.BOTH;
        return a == LayerName.Mark.PLAIN && language ? new LayerName(there.spelling(), b) : there;
    }

    /** The keys of the current names: folded, and romanised where they are Cyrillic. */
    static Set<String> keys(List<LayerName> names) {
        Set<String> keys = new LinkedHashSet<>();
        for (LayerName name : names) {
            if (name.mark() == LayerName.Mark.HISTORIC || name.mark() == LayerName.Mark.OCCUPATION) {
                continue;
            }
            String folded = NameKeys.fold(name.spelling());
            if (!NameKeys.isCyrillic(folded)) {
                keys.add(folded);
            } else if (name.mark() == LayerName.Mark.RUSSIAN) {
                keys.addAll(Romanisation.of(folded, Language.RU));
            } else {
                keys.addAll(Romanisation.of(folded, Language.UK));
            }
        }
        keys.remove("");
        return keys;
    }
}
