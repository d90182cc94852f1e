package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;

/**
 * Search for people who type: names that begin with the query, or whose second or later word does. Names are chained by
 * the first three letters of each word, in arrays made when the first search comes; a query walks one chain, some
 * thousands of names at most. Queries of one or two letters look at the larger places only. Thread-safe.
 */
final class NameSearch {
    private static final int CHAINS = 1 << 16;
    private static final int BEGINNING = 3;
    private static final int LARGE_PLACE = 100_000;
    /** A place this far counts as much as one ten times larger beside the asker. */
    private static final double HALF_SCALE_METERS = 50_000;

    private final PlaceTable places;
    private final NameTable names;
    private final NameLookup lookup;
    private final int[] head = new int[CHAINS];
    private int[] next = new int[1 << 20];
    private int[] member = new int[1 << 20];
    private int size;
    private final int[] largePlaces;

    NameSearch(PlaceTable places, NameTable names, NameLookup lookup) {
        this.places = places;
        this.names = names;
        this.lookup = lookup;
        Arrays.fill(head, -1);
        for (int name = 0; name < names.count(); name++) {
            String key = NameKeys.fold(names.spelling(name));
            chain(key, 0, name);
            for (int space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1)) {
                chain(key, space + 1, name);
            }
        }
        largePlaces = java.util.stream.IntStream.range(0, places.count())
                .filter(row -> places.populationOf(row) >= LARGE_PLACE)
                .toArray();
    }

    private void chain(String key, int from, int name) {
        if (key.length() - from < BEGINNING) {
            return;
        }
        if (size == member.length) {
            member = Arrays.copyOf(member, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        int chain = chainOf(key, from);
        member[size] = name;
        next[size] = head[chain];
        head[chain] = size++;
    }

    private static int chainOf(String key, int from) {
        int hash = (key.charAt(from) * 31 + key.charAt(from + 1)) * 31 + key.charAt(from + 2);
        return (hash * 0x9e3779b9) >>> 16;
    }

    private record Ranked(NameMatch match, double score) {}

    List<NameMatch> search(String query, Optional<LonLat> near, int limit, IntPredicate accepted) {
        String key = NameKeys.fold(query);
        if (key.isEmpty() || limit <= 0) {
            return List.of();
        }
        Matches exact = lookup.lookup(query, languageOf(key), accepted);
        Matches beginnings = new Matches(places, names, accepted);
        addBeginnings(key, NameMatch.Level.FOLDED, beginnings);
        if (NameKeys.isCyrillic(key)) {
            String latin = NameKeys.fold(Romanisation.ukrainian(key));
            addBeginnings(latin, NameMatch.Level.ROMANISED, beginnings);
        }
        List<Ranked> ranked = new ArrayList<>();
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (NameMatch match : exact.toList()) {
            seen.add(match.place().index());
            ranked.add(new Ranked(match, 10 + score(match, near)));
        }
        for (NameMatch match : beginnings.toList()) {
            if (seen.add(match.place().index())) {
                boolean atStart = NameKeys.fold(match.matchedName()).startsWith(key);
                ranked.add(new Ranked(match, (atStart ? 2 : 0) + score(match, near)));
            }
        }
        // A stable sort: equals stay in the fixed order.
        ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score));
        return ranked.stream().limit(limit).map(Ranked::match).toList();
    }

    private void addBeginnings(String key, NameMatch.Level level, Matches matches) {
        if (key.length() < BEGINNING) {
            for (int row : largePlaces) {
                for (int name = places.firstNameOf(row); name < places.nameEndOf(row); name++) {
                    if (NameKeys.fold(names.spelling(name)).startsWith(key)) {
                        matches.addName(name, level);
                    }
                }
            }
            return;
        }
        for (int at = head[chainOf(key, 0)]; at >= 0; at = next[at]) {
            String own = NameKeys.fold(names.spelling(member[at]));
            if (own.startsWith(key) || own.contains(' ' + key)) {
                matches.addName(member[at], level);
            }
        }
    }

    /** Orders of magnitude of people, less those of distance; a country or unit counts for a little more. */
    private static double score(NameMatch match, Optional<LonLat> near) {
        Place place = match.place();
        double score = Math.log10(place.population() + 10.0);
        if (place.feature().isCountry()) {
            score += 2;
        } else if (place.feature().isAdmin1()) {
            score += 0.3;
        }
        score -= match.kind() == NameMatch.Kind.OFFICIAL ? 0 : 0.3;
        if (near.isPresent()) {
            score -= 3 * Math.log10(1 + Geodesy.distanceMeters(near.orElseThrow(), place.point()) / HALF_SCALE_METERS);
        }
        return score;
    }

    private static Language languageOf(String key) {
        if (!NameKeys.isCyrillic(key)) {
            return Language.EN;
        }
        return key.chars().anyMatch(c -> "ыэъё".indexOf(c) >= 0) ? Language.RU : Language.UK;
    }
}
