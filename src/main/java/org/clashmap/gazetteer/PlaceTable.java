package org.clashmap.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<String> otherIds = new ArrayList<>();
    private final List<Place.Feature> features = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();
    private final Map<String, Short> featureIndex = new HashMap<>();
    private final Map<String, Short> countryIndex = new HashMap<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Character, String> layers;
    private int[] slots = new int[0];

    PlaceTable(int expected, Map<Character, String> layers) {
        int size = Math.max(16, expected);
        this.layers = layers;
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

    /** Adds a row and gives its index. */
    int add(Row row, int firstNameIndex) {
        ensure();
        if (row.otherId.isEmpty()) {
            id[count] = row.number;
        } else {
            id[count] = ~otherIds.size();
            otherIds.add(row.otherId);
        }
        lat[count] = row.latE5;
        lon[count] = row.lonE5;
        population[count] = row.population;
        admin1[count] = row.admin1;
        admin2[count] = row.admin2;
        formerAdmin2[count] = row.formerAdmin2;
        feature[count] = featureIndex.computeIfAbsent(row.featureCode, this::addFeature);
        country[count] = countryIndex.computeIfAbsent(row.country, this::addCountry);
        known[count] = row.known;
        layer[count] = row.layer;
        firstName[count] = firstNameIndex;
        if (!row.code.isEmpty() && !row.featureCode.startsWith("ADM")) {
            codes.put(count, row.code);
        }
        return count++;
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
                new LonLat(lonOf(index), latOf(index)),
                featureOf(index),
                admin,
                population[index],
                precisionOf(index),
                layers.getOrDefault((char) layer[index], "unknown"));
    }

    private @Nullable String idOrNull(int index) {
        return index < 0 ? null : idOf(index);
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
        return switch (known[index]) {
            case 'r' -> PlacePrecision.ADMIN2;
            case 'o' -> PlacePrecision.ADMIN1;
            case 'a' -> PlacePrecision.AREA;
            default -> PlacePrecision.POINT;
        };
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
        firstName = Arrays.copyOf(firstName, count + 1);
        firstName[count] = nameCount;
        id = Arrays.copyOf(id, count);
        lat = Arrays.copyOf(lat, count);
        lon = Arrays.copyOf(lon, count);
        population = Arrays.copyOf(population, count);
        admin1 = Arrays.copyOf(admin1, count);
        admin2 = Arrays.copyOf(admin2, count);
        formerAdmin2 = Arrays.copyOf(formerAdmin2, count);
        feature = Arrays.copyOf(feature, count);
        country = Arrays.copyOf(country, count);
        known = Arrays.copyOf(known, count);
        layer = Arrays.copyOf(layer, count);
        slots = new int[Integer.highestOneBit(count + 16) * 4];
        Arrays.fill(slots, -1);
        for (int index = 0; index < count; index++) {
            int slot =
                    slotOf(id[index] >= 0 ? id[index] : otherIds.get(~id[index]).hashCode());
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = index;
        }
    }

    /** The row of an id, or -1. */
    int find(String wanted) {
        int slot = slotOf(number(wanted) >= 0 ? number(wanted) : wanted.hashCode());
        while (slots[slot] >= 0) {
            if (idOf(slots[slot]).equals(wanted)) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private int slotOf(int value) {
        int mixed = value * 0x9e3779b9;
        return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    }

    /** The number of an id such as gn:691877, or -1. */
    private static int number(String id) {
        if (!id.startsWith("gn:") || id.length() > 12 || id.length() < 4) {
            return -1;
        }
        int number = 0;
        for (int i = 3; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void ensure() {
        if (count == id.length) {
            int size = count + count / 2 + 16;
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
}
