package org.clashmap.gazetteer;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clashmap.geo.LonLat;
import org.clashmap.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * What lies in what: the units of a place, what a unit holds, a place's neighbours in its unit, others of its name, the
 * country and unit of a position, and who holds disputed land. Immutable and thread-safe.
 */
public final class Hierarchy {
    private static final int ROW_BITS = 28;

    private final PlaceTable places;
    private final NameTable names;
    private final Map<String, Integer> countries;
    private final Supplier<Outlines> outlines;
    private final Supplier<HoldingTable> holdings;

    Hierarchy(
            Tables tables,
            Map<String, Integer> countries,
            Supplier<Outlines> outlines,
            Supplier<HoldingTable> holdings) {
        this.places = tables.places();
        this.names = tables.names();
        this.countries = countries;
        this.outlines = outlines;
        this.holdings = holdings;
    }

    /**
     * A part of a list.
     *
     * @param total how many there are in all
     */
    public record Page(int total, List<Place> places) {}

    /**
     * All that lies in a country or unit: first-order units, second-order ones, other areas, then settlements, and in each
     * the largest population first.
     *
     * @param unitId without a place of that id, or one that holds others, the page is empty
     * @param offset how many are passed over
     */
    public Page contains(String unitId, int offset, int limit) {
        int unit = places.find(unitId);
        boolean holdsOthers = unit >= 0
                && (AdminWords.isUnit(places.featureOf(unit))
                        || places.featureOf(unit).isCountry());
        if (!holdsOthers) {
            return new Page(0, List.of());
        }
        return page(unit, -1, offset, limit);
    }

    /** The others in the smallest unit a place is known to lie in, in the order of {@link #contains}. */
    public Page siblings(Place place, int offset, int limit) {
        int row = places.find(place.id());
        int unit = row < 0 ? -1 : smallestUnitOf(row);
        return unit < 0 ? new Page(0, List.of()) : page(unit, row, offset, limit);
    }

    private int smallestUnitOf(int row) {
        if (places.admin3Of(row) >= 0) {
            return places.admin3Of(row);
        }
        if (places.admin2Of(row) >= 0) {
            return places.admin2Of(row);
        }
        if (places.admin1Of(row) >= 0) {
            return places.admin1Of(row);
        }
        int country = countries.getOrDefault(places.countryOf(row), -1);
        return country == row ? -1 : country;
    }

    /** Sorts numbers, not places: two bits of kind, 31 of population, and the row. */
    private Page page(int unit, int without, int offset, int limit) {
        long[] found = new long[256];
        int size = 0;
        for (int row = 0; row < places.count(); row++) {
            if (row != unit && row != without && places.isWithin(row, unit)) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                long byPopulation = (long) Integer.MAX_VALUE - places.populationOf(row);
                found[size++] = rank(row) << (31 + ROW_BITS) | byPopulation << ROW_BITS | row;
            }
        }
        Arrays.sort(found, 0, size);
        int from = Math.clamp(offset, 0, size);
        int to = (int) Math.min(size, (long) from + Math.max(0, limit));
        return new Page(
                size,
                Arrays.stream(found, from, to)
                        .mapToObj(key -> places.place((int) (key & ((1 << ROW_BITS) - 1)), names))
                        .toList());
    }

    private long rank(int row) {
        return switch (places.featureOf(row).code()) {
            case "ADM1" -> 0;
            case "ADM2" -> 1;
            default -> places.isSettlement(row) ? 3 : 2;
        };
    }

    /** Other places whose main name is the same, largest first. */
    public List<Place> namesakes(Place place, int limit) {
        Set<Integer> rows = new LinkedHashSet<>();
        for (int name : names.find(NameKeys.fold(place.name()))) {
            int row = names.place(name);
            if (name == places.firstNameOf(row) && !places.idOf(row).equals(place.id())) {
                rows.add(row);
            }
        }
        return rows.stream()
                .sorted(places::compare)
                .limit(Math.max(0, limit))
                .map(row -> places.place(row, names))
                .toList();
    }

    /** The units a place lies in, from small to large, its country last. */
    public List<Place> parents(Place place) {
        return Stream.of(
                        place.admin().admin3(),
                        place.admin().admin2(),
                        place.admin().admin1(),
                        countryId(place))
                .filter(id -> id != null && !id.equals(place.id()))
                .flatMap(id -> find(places.find(id)).stream())
                .toList();
    }

    private @Nullable String countryId(Place place) {
        Integer row = countries.get(place.admin().country());
        return row == null ? null : places.idOf(row);
    }

    /** The first-order unit that contains a position, or whose border is nearest within 3 km. */
    public Optional<Place> findAdmin1At(LonLat position) {
        return find(outlines.get().findUnitAt(position));
    }

    /** The country that contains a position, or whose border is nearest within 3 km; empty on the high seas. */
    public Optional<Place> findCountryAt(LonLat position) {
        return outlines.get().findCountryAt(position).flatMap(code -> find(countries.getOrDefault(code, -1)));
    }

    /**
     * Who has held or claimed the land of a place other than its country, by the place itself, its units and its country;
     * empty where nobody does.
     */
    public List<Holding> holdings(Place place) {
        HoldingTable table = holdings.get();
        return Stream.of(place.id(), place.admin().admin2(), place.admin().admin1(), countryId(place))
                .filter(id -> id != null)
                .distinct()
                .flatMap(id -> table.of(id).stream())
                .distinct()
                .toList();
    }

    /** True when another than its country holds or claims the land of a place, or part of the unit it lies in, now. */
    public boolean isDisputed(Place place) {
        return holdings(place).stream().anyMatch(Holding::lasts);
    }

    private Optional<Place> find(int row) {
        return row < 0 ? Optional.empty() : Optional.of(places.place(row, names));
    }
}
