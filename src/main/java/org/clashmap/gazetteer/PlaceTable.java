package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * All places in columns: 40 bytes each, and a {@link Place} made when one is asked for. Filled once, then read by many
 * threads. Rows keep the order of the stored tables: by country, then unit, then id.
 */
final class PlaceTable {
    private static final double DEGREE = 100_000;

    private int count;
    /** The number of a GeoNames id, or the complement of an index into {@link #otherIds}. */
    private int[] id;

    private int[] lat;
    private int[] lon;
    private int[] population;
    private int[] admin1;
    private int[] admin2;
    private int[] formerAdmin2;
    private int[] firstName;
    private short[] feature;
    private short[] country;
    private byte[] known;
    private byte[] layer;
    private final TextColumn otherIds = new TextColumn(40_000, 24);
    private List<Place.Feature> features = new ArrayList<>();
    private List<String> countries = new ArrayList<>();
    private final Map<String, Short> featureIndex = new HashMap<>();
    private final Map<String, Short> countryIndex = new HashMap<>();
    /** By row: a country's alpha-3 code, a region's extent. */
    private final Map<Integer, String> codes = new TreeMap<>();

    private List<String> layers = new ArrayList<>();
    private final Map<Integer, String> unitIds = new ConcurrentHashMap<>();
    private final PlaceIds ids = new PlaceIds(this);

    PlaceTable(int expected) {
        int size = Math.max(16, expected);
        id = new int[size];
        lat = new int[size];
        lon = new int[size];
        population = new int[size];
        admin1 = new int[size];
        admin2 = new int[size];
        formerAdmin2 = new int[size];
        firstName = new int[size + 1];
        feature = new short[size];
        country = new short[size];
        known = new byte[size];
        layer = new byte[size];
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
        if (count == id.length) {
            resize(count + count / 2 + 16);
        }
        id[count] = row.otherId.isEmpty() ? row.number : ~otherIds.add(row.otherId);
        admin1[count] = row.admin1;
        admin2[count] = row.admin2;
        formerAdmin2[count] = row.formerAdmin2;
        feature[count] = featureIndex.computeIfAbsent(row.featureCode, this::addFeature);
        country[count] = countryIndex.computeIfAbsent(row.country, this::addCountry);
        firstName[count] = firstNameIndex;
        locate(count, row);
        if (!row.code.isEmpty() && !row.featureCode.startsWith("ADM")) {
            codes.put(count, row.code);
        }
        return count++;
    }

    /** Sets where a place lies, how that is known, its population and layer. */
    void locate(int index, Row row) {
        lat[index] = row.latE5;
        lon[index] = row.lonE5;
        population[index] = row.population;
        known[index] = row.known;
        layer[index] = row.layer;
    }

    /** Reads a row's own facts back; its units and names are asked for one by one. */
    void copy(int index, Row into) {
        into.number = Math.max(0, id[index]);
        into.otherId = id[index] >= 0 ? "" : idOf(index);
        into.featureCode = featureOf(index).code();
        into.country = countryOf(index);
        into.latE5 = lat[index];
        into.lonE5 = lon[index];
        into.population = population[index];
        into.known = known[index];
        into.layer = layer[index];
        into.code = codeOf(index);
    }

    /** Sets where the names of a row begin. */
    void name(int index, int firstNameIndex) {
        firstName[index] = firstNameIndex;
    }

    /** Sets the units of a row that has none yet. */
    void tie(int index, int first, int second) {
        if (admin1[index] < 0) {
            admin1[index] = first;
        }
        if (admin2[index] < 0) {
            admin2[index] = second;
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

    Place place(int index, NameTable names) {
        Place.Admin admin = new Place.Admin(countryOf(index), idOrNull(admin1[index]), idOrNull(admin2[index]));
        return new Place(
                index,
                idOf(index),
                names.spelling(firstName[index]),
                pointOf(index),
                featureOf(index),
                admin,
                population[index],
                precisionOf(index),
                layerOf(index));
    }

    /** The id of a unit, which many places ask for and few units have. */
    private @Nullable String idOrNull(int index) {
        return index < 0 ? null : unitIds.computeIfAbsent(index, this::idOf);
    }

    /** The number of a GeoNames id; negative for other ids. */
    int numberOf(int index) {
        return id[index];
    }

    String idOf(int index) {
        return id[index] >= 0 ? "gn:" + id[index] : otherIds.get(~id[index]);
    }

    double lonOf(int index) {
        return lon[index] / DEGREE;
    }

    double latOf(int index) {
        return lat[index] / DEGREE;
    }

    LonLat pointOf(int index) {
        return new LonLat(lonOf(index), latOf(index));
    }

    int admin1Of(int index) {
        return admin1[index];
    }

    int admin2Of(int index) {
        return admin2[index];
    }

    boolean isSettlement(int index) {
        return featureOf(index).isPopulatedPlace();
    }

    /** True for a row of names alone, which belong to the place of its id. */
    boolean isNamesOnly(int index) {
        return known[index] == 'n';
    }

    String layerOf(int index) {
        return layers.get(layer[index]);
    }

    int populationOf(int index) {
        return population[index];
    }

    String countryOf(int index) {
        return countries.get(country[index]);
    }

    Place.Feature featureOf(int index) {
        return features.get(feature[index]);
    }

    /** A country's alpha-3 code, a region's extent; empty for others. */
    String codeOf(int index) {
        return codes.getOrDefault(index, "");
    }

    PlacePrecision precisionOf(int index) {
        return PlacePrecision.ofLetter(known[index]);
    }

    int firstNameOf(int index) {
        return firstName[index];
    }

    /** The name after a place's last one. */
    int nameEndOf(int index) {
        return firstName[index + 1];
    }

    /** True when a place lies in a unit or country, or is it; also by the raion of before 2020. */
    boolean isWithin(int index, int unit) {
        return index == unit
                || admin1[index] == unit
                || admin2[index] == unit
                || formerAdmin2[index] == unit
                || (featureOf(unit).isCountry() && country[index] == country[unit]);
    }

    /** Population descending, then id: the fixed order of answers. */
    int compare(int a, int b) {
        int byPopulation = Integer.compare(population[b], population[a]);
        return byPopulation != 0 ? byPopulation : idOf(a).compareTo(idOf(b));
    }

    /** Ends filling: sets the end of the last row's names and indexes the ids. */
    void seal(int nameCount) {
        resize(count);
        firstName[count] = nameCount;
        otherIds.trim();
        ids.seal();
    }

    /** Another id under which a row is found as well. */
    void alias(String otherId, int index) {
        ids.addOther(otherId, index);
    }

    /** Writes a sealed table to a snapshot, or fills an empty one from it. */
    void transfer(Columns columns) {
        count = columns.number(count);
        id = columns.ints(id);
        lat = columns.ints(lat);
        lon = columns.ints(lon);
        population = columns.ints(population);
        admin1 = columns.ints(admin1);
        admin2 = columns.ints(admin2);
        formerAdmin2 = columns.ints(formerAdmin2);
        firstName = columns.ints(firstName);
        feature = columns.shorts(feature);
        country = columns.shorts(country);
        known = columns.bytes(known);
        layer = columns.bytes(layer);
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
    }

    /** The row of an id, or -1. */
    int find(String wanted) {
        return ids.find(wanted);
    }

    private void resize(int size) {
        id = Arrays.copyOf(id, size);
        lat = Arrays.copyOf(lat, size);
        lon = Arrays.copyOf(lon, size);
        population = Arrays.copyOf(population, size);
        admin1 = Arrays.copyOf(admin1, size);
        admin2 = Arrays.copyOf(admin2, size);
        formerAdmin2 = Arrays.copyOf(formerAdmin2, size);
        firstName = Arrays.copyOf(firstName, size + 1);
        feature = Arrays.copyOf(feature, size);
        country = Arrays.copyOf(country, size);
        known = Arrays.copyOf(known, size);
        layer = Arrays.copyOf(layer, size);
    }
}
