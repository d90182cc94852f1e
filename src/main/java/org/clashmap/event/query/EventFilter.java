package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clashmap.event.Event;
import org.clashmap.event.EventQuery;
import org.clashmap.event.MapTier;
import org.clashmap.geo.BoundingBox;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;
import org.jspecify.annotations.Nullable;

/**
 * Which events, as the common parameters say it, the same for items, tiles, counts, downloads and the live stream. All that
 * is given must hold. Immutable.
 *
 * @param box matches events whose point lies in it, or, without a point, whose footprint meets it; null for everywhere
 * @param days matches events whose days overlap it; a day that is not known is open
 * @param properties what properties must be, by parameter: one of the values, or for a list any of them
 * @param filter in CQL2
 */
public record EventFilter(
        @Nullable BoundingBox box,
        DayRange days,
        Set<MapTier> tiers,
        Map<String, List<Value>> properties,
        Optional<SearchWords> words,
        Optional<Predicate> filter) {

    /** Parameters that have another name than the property they ask about. */
    public static final Map<String, String> ALIASES = aliases();

    /** How many independent sources an event has at least. */
    public static final String SOURCES_MIN = "sources_min";

    /** Parameters with a meaning of their own; beside them every queryable that is no geometry is one. */
    public static final List<String> NAMES = List.of(
            "bbox", "bbox-crs", "datetime", "map_tier", "q", SOURCES_MIN, "filter", "filter-lang", "filter-crs");

    /** The default map, everywhere and always. */
    public static final EventFilter DEFAULT_MAP = new EventFilter(
            null, DayRange.ALWAYS, Set.of(MapTier.DEFAULT_MAP), Map.of(), Optional.empty(), Optional.empty());

    /** Every event of every tier. */
    public static final EventFilter ALL = new EventFilter(
            null, DayRange.ALWAYS, EnumSet.allOf(MapTier.class), Map.of(), Optional.empty(), Optional.empty());

    public EventFilter {
        tiers = Set.copyOf(tiers);
        Map<String, List<Value>> copy = new LinkedHashMap<>();
        properties.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        properties = java.util.Collections.unmodifiableMap(copy);
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put("actor", "actors");
        aliases.put("precision", "geo_level");
        aliases.put("source", "publishers");
        aliases.put("language", "languages");
        return java.util.Collections.unmodifiableMap(aliases);
    }

    /**
     * Reads the parameters that belong to a filter and passes over the others.
     *
     * @throws InvalidParameterException for a value that is not allowed
     */
    public static EventFilter parse(Map<String, String> parameters) {
        Reader reader = new Reader(parameters);
        Crs boxCrs =
                reader.read("bbox-crs", CoordinateReferenceSystems::parse).orElse(CoordinateReferenceSystems.CRS84);
        BoundingBox box =
                reader.read("bbox", value -> BoxParameter.parse(value, boxCrs)).orElse(null);
        DayRange days = reader.read("datetime", DayRange::parse).orElse(DayRange.ALWAYS);
        Set<MapTier> tiers = reader.read("map_tier", EventFilter::tiers).orElse(Set.of(MapTier.DEFAULT_MAP));
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        for (String name : propertyParameters()) {
            reader.read(name, value -> PropertyParameter.values(queryable(name), value))
                    .ifPresent(values -> properties.put(name, values));
        }
        reader.read(SOURCES_MIN, PropertyParameter::count)
                .ifPresent(count -> properties.put(SOURCES_MIN, List.of(count)));
        Optional<SearchWords> words = reader.read("q", SearchWords::parse);
        Optional<Cql2.Form> form = reader.read("filter-lang", Cql2.Form::of);
        Crs filterCrs =
                reader.read("filter-crs", CoordinateReferenceSystems::parse).orElse(CoordinateReferenceSystems.CRS84);
        Optional<Predicate> filter = reader.read(
                "filter",
                value -> Cql2.parse(value, form.orElse(Cql2.formOf(value)), filterCrs, Queryables.ofEvents()));
        return new EventFilter(box, days, tiers, properties, words, filter);
    }

    private record Reader(Map<String, String> parameters) {
        <T> Optional<T> read(String name, Function<String, T> parser) {
            String value = parameters.get(name);
            if (value == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(parser.apply(value));
            } catch (IllegalArgumentException refused) {
                throw new InvalidParameterException(name, value, refused);
            }
        }
    }

    private static Set<MapTier> tiers(String value) {
        Set<MapTier> tiers = EnumSet.noneOf(MapTier.class);
        for (String part : value.split(",", -1)) {
            try {
                tiers.add(MapTier.of(Integer.parseInt(part.strip())));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("a comma-separated list of 1, 2 and 3", notANumber);
            }
        }
        return tiers;
    }

    /** The parameters that each ask about one property, aliases first. */
    public static List<String> propertyParameters() {
        List<String> names = new ArrayList<>(ALIASES.keySet());
        for (Queryable queryable : Queryables.ofEvents().list()) {
            if (queryable.type() != ValueType.GEOMETRY
                    && !names.contains(queryable.name())
                    && !NAMES.contains(queryable.name())) {
                names.add(queryable.name());
            }
        }
        return List.copyOf(names);
    }

    /** The property that a parameter asks about. */
    public static Queryable queryable(String parameter) {
        return Queryables.ofEvents().get(ALIASES.getOrDefault(parameter, parameter));
    }

    /** The same without what one parameter asks: the other facets are counted under it. */
    public EventFilter without(String parameter) {
        Map<String, List<Value>> others = new LinkedHashMap<>(properties);
        others.remove(parameter);
        return new EventFilter(box, days, tiers, others, words, filter);
    }

    public EventFilter during(DayRange newDays) {
        return new EventFilter(box, newDays, tiers, properties, words, filter);
    }

    /** What is asked of properties, by parameters and in CQL2, as one condition. */
    public Optional<Predicate> condition() {
        List<Predicate> parts = new ArrayList<>();
        properties.forEach((name, values) -> parts.add(PropertyParameter.condition(name, values)));
        filter.ifPresent(parts::add);
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(new Predicate.And(parts));
        };
    }

    /** Box, days and tiers, in the slice given: what the store finds itself. */
    public EventQuery query(int limit, int offset) {
        return new EventQuery(box, days.from().orElse(null), days.to().orElse(null), tiers, limit, offset);
    }

    /** Whether box, days and tiers say it all. */
    public boolean isPlain() {
        return properties.isEmpty() && words.isEmpty() && filter.isEmpty();
    }

    /** Ready to be asked of many events, by many threads. */
    public java.util.function.Predicate<Event> test() {
        Optional<Evaluation> evaluation = condition().map(Evaluation::of);
        return event -> tiers.contains(event.what().tier())
                && isWithin(event)
                && isDuring(event)
                && evaluation.map(asked -> asked.accepts(event)).orElse(true)
                && words.map(asked -> asked.match(event)).orElse(true);
    }

    private boolean isWithin(Event event) {
        if (box == null) {
            return true;
        }
        var point = event.where().point();
        var footprint = event.where().footprint();
        return point != null ? box.contains(point.lon(), point.lat()) : footprint != null && box.intersects(footprint);
    }

    private boolean isDuring(Event event) {
        var start = event.when().start();
        var end = event.when().end();
        return days.from().map(from -> end == null || !end.isBefore(from)).orElse(true)
                && days.to().map(to -> start == null || !start.isAfter(to)).orElse(true);
    }
}
