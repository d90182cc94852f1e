package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * All places, 44 bytes each, and a {@link Place} made when one is asked for. What is told of a place lies side by side, so
 * that making one costs a memory access or two and not one for each fact. Filled once, then read by many threads. Rows
 * keep the order of the stored tables: by country, then unit, then id.
 */
final class PlaceTable {
    private static final double DEGREE = 100_000;
    private static final int HALF = 16;
    /** Texts name the same places again and again; 8,192 places take 2 MB. */
    private static final int RECENT = 1 << 13;

    /** How many numbers a row has, and which is which. */
    private static final int ROW = 11;

    /** The number of a GeoNames id, or the complement of an index into {@link #otherIds}. */
    private static final int ID = 0;

    private static final int LAT = 1;
    private static final int LON = 2;
    private static final int POPULATION = 3;
    private static final int ADMIN1 = 4;
    private static final int ADMIN2 = 5;
    private static final int FORMER_ADMIN2 = 6;
    private static final int FIRST_NAME = 7;
    /** Two indexes, the feature's in the upper half. */
    private static final int FEATURE_AND_COUNTRY = 8;
    /** The letter of the precision in the upper half, and the index of the layer. */
    private static final int KNOWN_AND_LAYER = 9;

    private static final int ADMIN3 = 10;

    private int count;
    /** One row more than there are places, for the end of the last one's names. */
    private int[] table;

    private final TextColumn otherIds = new TextColumn(40_000, 24);
    private List<Place.Feature> features = new ArrayList<>();
    private List<String> countries = new ArrayList<>();
    private final Map<String, Short> featureIndex = new HashMap<>();
    private final Map<String, Short> countryIndex = new HashMap<>();
    /** By row: a country's alpha-3 code, a region's extent, the reach in km of a place known to its raion. */
    private final Map<Integer, String> codes = new TreeMap<>();

    private List<String> layers = new ArrayList<>();
    /** The rows of countries and of capitals, which are asked for by code. */
    private int[] countryRows = {};

    private int[] capitalRows = {};
    /** By row: the id of a unit, once a place of it was asked for. */
    private @Nullable String[] unitIds = {};

    private final PlaceIds ids = new PlaceIds(this);
    /** Places made before, each in the slot of its row. Threads may overwrite each other's: all make the same. */
    private final @Nullable Place[] recent = new Place[RECENT];

    PlaceTable(int expected) {
        table = new int[ROW * (Math.max(16, expected) + 1)];
    }

    private int get(int index, int fact) {
        return table[ROW * index + fact];
    }

    private void set(int index, int fact, int value) {
        table[ROW * index + fact] = value;
    }

    /** A row as it is read; reused from row to row. Units are row numbers, -1 for none. */
    static final class Row {
        int number;
        String otherId = "";
        String featureCode = "";
        String country = "";
        int latE5;
        int lonE5;
        int population;
        int admin1;
        int admin2;
        int formerAdmin2;
        int admin3 = -1;
        byte known;
        byte layer;
        String code = "";
    }

    /** The index of a layer's name, by which rows refer to it. */
    byte layer(String name) {
        int index = layers.indexOf(name);
        if (index < 0) {
            index = layers.size();
            layers.add(name);
        }
        if (index > Byte.MAX_VALUE) {
            throw new GeodataException("more than " + Byte.MAX_VALUE + " layers are too many; remove some, or");
        }
        return (byte) index;
    }

    /** Adds a row and gives its index. */
    int add(Row row, int firstNameIndex) {
        if (ROW * (count + 2) > table.length) {
            resize(count + count / 2 + 16);
        }
        set(count, ID, row.otherId.isEmpty() ? row.number : ~otherIds.add(row.otherId, 0));
        set(count, ADMIN1, row.admin1);
        set(count, ADMIN2, row.admin2);
        set(count, FORMER_ADMIN2, row.formerAdmin2);
        set(count, ADMIN3, row.admin3);
        short feature = featureIndex.computeIfAbsent(row.featureCode, this::addFeature);
        short country = countryIndex.computeIfAbsent(row.country, this::addCountry);
        set(count, FEATURE_AND_COUNTRY, feature << HALF | country);
        set(count, FIRST_NAME, firstNameIndex);
        locate(count, row);
        if (!row.code.isEmpty() && !row.featureCode.startsWith("ADM") && !StoredRow.isThirdUnit(row.code)) {
            codes.put(count, row.code);
        }
        return count++;
    }

    /** Sets where a place lies, how that is known, its population and layer. */
    void locate(int index, Row row) {
        set(index, LAT, row.latE5);
        set(index, LON, row.lonE5);
        set(index, POPULATION, row.population);
        set(index, KNOWN_AND_LAYER, row.known << HALF | row.layer);
    }

    /** Reads a row's own facts back; its units and names are asked for one by one. */
    void copy(int index, Row into) {
        int id = get(index, ID);
        into.number = Math.max(0, id);
        into.otherId = id >= 0 ? "" : idOf(index);
        into.featureCode = featureOf(index).code();
        into.country = countryOf(index);
        into.latE5 = get(index, LAT);
        into.lonE5 = get(index, LON);
        into.population = populationOf(index);
        into.known = (byte) knownOf(index);
        into.layer = (byte) get(index, KNOWN_AND_LAYER);
        into.code = codeOf(index);
    }

    /** Sets where the names of a row begin. */
    void name(int index, int firstNameIndex) {
        set(index, FIRST_NAME, firstNameIndex);
    }

    /** Sets the units of a row that has none yet. */
    void tie(int index, int first, int second) {
        if (admin1Of(index) < 0) {
            set(index, ADMIN1, first);
        }
        if (admin2Of(index) < 0) {
            set(index, ADMIN2, second);
        }
    }

    /** Sets the third-order unit of a row that has none yet. */
    void tieThird(int index, int third) {
        if (admin3Of(index) < 0) {
            set(index, ADMIN3, third);
        }
    }

    private short addFeature(String code) {
        features.add(new Place.Feature(featureClass(code), code));
        return (short) (features.size() - 1);
    }

    private short addCountry(String code) {
        countries.add(code);
        return (short) (countries.size() - 1);
    }

    private static char featureClass(String code) {
        return switch (code) {
            case "PCLI", "ADM1", "ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADM1H", "ADM2H", "ADM3H", "ADM4H" -> 'A';
            case "AIRB", "AIRP" -> 'S';
            case "RGN" -> 'L';
            case "SEA", "STM", "GULF", "STRT", "LK", "RSV" -> 'H';
            case "PEN", "MTS", "ISL", "ISLS", "DSRT", "VAL" -> 'T';
            default -> 'P';
        };
    }

    int count() {
        return count;
    }

    /** The place of a row: one made before, if it is among the recent ones. */
    Place place(int index, NameTable names) {
        Place there = recent[index & (RECENT - 1)];
        if (there == null || there.index() != index) {
            there = make(index, names);
            recent[index & (RECENT - 1)] = there;
        }
        return there;
    }

    private Place make(int index, NameTable names) {
        Place.Admin admin = new Place.Admin(
                countryOf(index), idOrNull(admin1Of(index)), idOrNull(admin2Of(index)), idOrNull(admin3Of(index)));
        return new Place(
                index,
                idOf(index),
                names.spelling(firstNameOf(index)),
                pointOf(index),
                featureOf(index),
                admin,
                populationOf(index),
                precisionOf(index),
                layerOf(index));
    }

    /** The id of a unit, which many places ask for and few units have. */
    private @Nullable String idOrNull(int index) {
        if (index < 0) {
            return null;
        }
        String id = unitIds[index];
        if (id == null) {
            id = idOf(index);
            unitIds[index] = id;
        }
        return id;
    }

    /** The number of a GeoNames id; negative for other ids. */
    int numberOf(int index) {
        return get(index, ID);
    }

    String idOf(int index) {
        int id = get(index, ID);
        return id >= 0 ? "gn:" + id : otherIds.get(~id);
    }

    double lonOf(int index) {
        return get(index, LON) / DEGREE;
    }

    double latOf(int index) {
        return get(index, LAT) / DEGREE;
    }

    LonLat pointOf(int index) {
        return new LonLat(lonOf(index), latOf(index));
    }

    int admin1Of(int index) {
        return get(index, ADMIN1);
    }

    int admin2Of(int index) {
        return get(index, ADMIN2);
    }

    int admin3Of(int index) {
        return get(index, ADMIN3);
    }

    boolean isSettlement(int index) {
        return featureOf(index).isPopulatedPlace();
    }

    /** True for a row of names alone, which belong to the place of its id. */
    boolean isNamesOnly(int index) {
        return knownOf(index) == 'n';
    }

    private int knownOf(int index) {
        return get(index, KNOWN_AND_LAYER) >> HALF;
    }

    String layerOf(int index) {
        return layers.get((byte) get(index, KNOWN_AND_LAYER));
    }

    int populationOf(int index) {
        return get(index, POPULATION);
    }

    String countryOf(int index) {
        return countries.get(countryNumberOf(index));
    }

    private short countryNumberOf(int index) {
        return (short) get(index, FEATURE_AND_COUNTRY);
    }

    Place.Feature featureOf(int index) {
        return features.get(get(index, FEATURE_AND_COUNTRY) >> HALF);
    }

    /** A country's alpha-3 code, a region's extent; empty for others. */
    String codeOf(int index) {
        return codes.getOrDefault(index, "");
    }

    PlacePrecision precisionOf(int index) {
        return PlacePrecision.ofLetter(knownOf(index));
    }

    int firstNameOf(int index) {
        return get(index, FIRST_NAME);
    }

    /** The name after a place's last one. */
    int nameEndOf(int index) {
        return get(index + 1, FIRST_NAME);
    }

    /** True when a place lies in a unit or country, or is it; also by the raion of before 2020. */
    boolean isWithin(int index, int unit) {
        return index == unit
                || admin1Of(index) == unit
                || admin2Of(index) == unit
                || admin3Of(index) == unit
                || get(index, FORMER_ADMIN2) == unit
                || (featureOf(unit).isCountry() && countryNumberOf(index) == countryNumberOf(unit));
    }

    /** Population descending, then id: the fixed order of answers. */
    int compare(int a, int b) {
        int byPopulation = Integer.compare(populationOf(b), populationOf(a));
        return byPopulation != 0 ? byPopulation : idOf(a).compareTo(idOf(b));
    }

    /** Ends filling: sets the end of the last row's names and indexes the ids. */
    void seal(int nameCount) {
        resize(count);
        set(count, FIRST_NAME, nameCount);
        forgetMade();
        otherIds.trim();
        ids.seal();
        countryRows = rowsWith(Place.Feature::isCountry);
        capitalRows = rowsWith(Place.Feature::isCapital);
    }

    private int[] rowsWith(Predicate<Place.Feature> wanted) {
        return IntStream.range(0, count)
                .filter(row -> wanted.test(featureOf(row)))
                .toArray();
    }

    int[] countryRows() {
        return countryRows;
    }

    int[] capitalRows() {
        return capitalRows;
    }

    private void forgetMade() {
        Arrays.fill(recent, null);
        unitIds = new String[count];
    }

    /** Another id under which a row is found as well. */
    void alias(String otherId, int index) {
        ids.addOther(otherId, index);
    }

    /** Writes a sealed table to a snapshot, or fills an empty one from it. */
    void transfer(Columns columns) {
        count = columns.number(count);
        table = columns.ints(table);
        otherIds.transfer(columns);
        layers = columns.texts(layers);
        countries = columns.texts(countries);
        features = columns.texts(features.stream().map(Place.Feature::code).toList()).stream()
                .map(code -> new Place.Feature(featureClass(code), code))
                .toList();
        int[] coded = columns.ints(codes.keySet().stream().mapToInt(row -> row).toArray());
        List<String> texts = columns.texts(List.copyOf(codes.values()));
        for (int i = 0; i < coded.length; i++) {
            codes.put(coded[i], texts.get(i));
        }
        ids.transfer(columns);
        countryRows = columns.ints(countryRows);
        capitalRows = columns.ints(capitalRows);
        forgetMade();
    }

    /** The row of an id, or -1. */
    int find(String wanted) {
        return ids.find(wanted);
    }

    private void resize(int places) {
        table = Arrays.copyOf(table, ROW * (places + 1));
    }
}
