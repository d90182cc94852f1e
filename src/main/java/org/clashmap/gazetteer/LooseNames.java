package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clashmap.text.ArabicInLatin;
import org.clashmap.text.CaseForms;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.NameStems;
import org.clashmap.text.Romanisation;

/**
 * Finds names by their skeleton, or by the stem of a Ukrainian and a Russian form, within a unit. The index of a country is made when it is first asked for (Ukraine's
 * 30,000 places take some 0.3 s of a program that has just started) and is a sorted array of hashes, 8 bytes a name.
 * Thread-safe.
 */
final class LooseNames {
    private static final int SHORTEST = 4;
    /** Without its vowels an Arabic name says as much in fewer letters. */
    private static final int SHORTEST_ARABIC = 3;

    private static final char FIRST_AFTER_LATIN = 0x370;

    private final PlaceTable places;
    private final NameTable names;
    /** Hash of a stem in the upper half, name in the lower; sorted. */
    private final Map<String, long[]> byCountry = new ConcurrentHashMap<>();

    LooseNames(PlaceTable places, NameTable names) {
        this.places = places;
        this.names = names;
    }

    /** Adds places in a unit whose skeleton or stem a name shares, unless they are there by a stricter key. */
    void addWithin(CharSequence name, Language language, int unit, Matches matches) {
        long[] index = prepare(places.countryOf(unit));
        boolean arabic = ArabicInLatin.isSpoken(places.countryOf(unit));
        for (String skeleton : skeletons(NameKeys.fold(name), language, arabic)) {
            if (skeleton.length() < (arabic ? SHORTEST_ARABIC : SHORTEST)) {
                continue;
            }
            String stem = NameStems.stem(skeleton);
            int hash = stem.hashCode();
            int at = Arrays.binarySearch(index, (long) hash << 32);
            for (int i = at < 0 ? -at - 1 : at; i < index.length && index[i] >> 32 == hash; i++) {
                add((int) index[i], skeleton, stem, matches);
            }
        }
    }

    /** The index of a country, made unless it is there. */
    long[] prepare(String country) {
        return byCountry.computeIfAbsent(country, this::index);
    }

    private void add(int name, String skeleton, String stem, Matches matches) {
        Set<String> own = ownSkeletons(name);
        if (own.contains(skeleton)) {
            matches.addName(name, NameMatch.Level.SKELETON);
        } else if (own.stream().anyMatch(other -> NameStems.stem(other).equals(stem))) {
            matches.addName(name, NameMatch.Level.STEM);
        }
    }

    private long[] index(String country) {
        long[] index = new long[1 << 10];
        int size = 0;
        for (int row = 0; row < places.count(); row++) {
            if (!places.countryOf(row).equals(country)) {
                continue;
            }
            for (int name = places.firstNameOf(row); name < places.nameEndOf(row); name++) {
                for (String skeleton : ownSkeletons(name)) {
                    if (size == index.length) {
                        index = Arrays.copyOf(index, size * 2);
                    }
                    index[size++] = ((long) NameStems.stem(skeleton).hashCode() << 32) | name;
                }
            }
        }
        long[] sorted = Arrays.copyOf(index, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The skeletons of a name of the table: a Cyrillic one of unknown language may be read as either. */
    private Set<String> ownSkeletons(int name) {
        String key = NameKeys.fold(names.spelling(name));
        if (!NameKeys.isCyrillic(key)) {
            boolean latin = !key.isEmpty() && key.charAt(0) < FIRST_AFTER_LATIN;
            boolean arabic = ArabicInLatin.isSpoken(places.countryOf(names.place(name)));
            return latin ? Set.of(arabic ? ArabicInLatin.skeleton(key) : NameKeys.skeleton(key)) : Set.of();
        }
        Set<String> skeletons = new HashSet<>();
        if (names.mark(name) != '*') {
            skeletons.add(skeletonOf(Romanisation.ukrainian(key)));
        }
        if (names.mark(name) != '+') {
            Romanisation.of(key, Language.RU).forEach(latin -> skeletons.add(skeletonOf(latin)));
        }
        return skeletons;
    }

    private static String skeletonOf(String latin) {
        return NameKeys.skeleton(NameKeys.fold(latin));
    }

    private static List<String> skeletons(String key, Language language, boolean arabic) {
        Set<String> skeletons = new java.util.LinkedHashSet<>();
        if (!NameKeys.isCyrillic(key)) {
            return List.of(arabic ? ArabicInLatin.skeleton(key) : NameKeys.skeleton(key));
        }
        List<String> forms = new ArrayList<>();
        forms.add(key);
        if (key.indexOf(' ') < 0) {
            forms.addAll(CaseForms.nominatives(key, language));
        }
        for (String form : forms) {
            Romanisation.of(form, language).forEach(latin -> skeletons.add(skeletonOf(latin)));
        }
        return List.copyOf(skeletons);
    }
}
