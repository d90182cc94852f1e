package org.clashmap.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the stored place tables into memory, byte by byte, because start-up time is made here: 260,000 rows with 800,000
 * names in well under a second. The form of a row is described where it is written, in the builder's table writer.
 */
final class TableReader {
    private static final String NO_COUNTRY = "ZZ";
    private static final byte TAB = '\t';
    private static final byte LINE = '\n';

    private final PlaceTable places;
    private final NameTable names;
    private final Units units;
    private final Map<Character, String> layers;
    private final Map<Integer, String> featureCodes = new HashMap<>();
    private final PlaceTable.Row row = new PlaceTable.Row();
    private byte[] buffer = new byte[0];
    private int at;
    private String admin1 = "";
    /** Settlements and the keys of their third-order units, which may stand further down in the table. */
    private final Map<Integer, String> thirdUnits = new HashMap<>();

    private char lastLetter;
    private byte lastLayer;

    /**
     * @param layers names of the layers by the letter that stands for them in the tables
     * @param units the units known already, to which those that are read are added
     */
    TableReader(PlaceTable places, NameTable names, Map<Character, String> layers, Units units) {
        this.places = places;
        this.names = names;
        this.layers = layers;
        this.units = units;
    }

    /**
     * Rows of units by country and code: "UA 05", "UA 05.1412", "UA 05/Volnovaskyi", "UA #05.1412.0101".
     *
     * @param firstRow what is added to the row of a unit that is read, so that it can stand beside rows of another table
     */
    record Units(Map<String, Integer> rows, int firstRow) {}

    /**
     * Reads one table.
     *
     * @param country the country whose places it holds, or ZZ for none
     */
    void read(String country, byte[] content) {
        buffer = content;
        row.country = country.equals(NO_COUNTRY) ? "" : country;
        section("", "", "");
        at = 0;
        while (at < buffer.length) {
            if (buffer[at] == '@') {
                at++;
                section(text(), text(), text());
            } else {
                place();
            }
        }
        thirdUnits.forEach((index, key) -> places.tieThird(index, units.rows.getOrDefault(key, -1)));
        thirdUnits.clear();
    }

    private void section(String first, String second, String former) {
        admin1 = first;
        row.admin1 = unit(first, "", "");
        row.admin2 = unit(second, first, ".");
        row.formerAdmin2 = unit(former, first, "/");
    }

    private int unit(String code, String within, String joint) {
        return code.isEmpty() ? -1 : units.rows.getOrDefault(key(within + joint + code), -1);
    }

    private String key(String code) {
        return row.country + ' ' + code;
    }

    private void place() {
        identity();
        row.featureCode = featureCode();
        row.latE5 = degrees();
        row.lonE5 = degrees();
        row.population = (int) Math.min(Integer.MAX_VALUE, wholeNumber());
        row.known = buffer[at];
        row.layer = layer((char) buffer[at + 1]);
        at += 3;
        int namesFrom = at;
        while (buffer[at] != TAB && buffer[at] != LINE) {
            at++;
        }
        int namesTo = at;
        boolean hasCode = buffer[at++] == TAB;
        row.code = hasCode ? text() : "";
        int index = places.add(row, names.count());
        if (hasCode) {
            remember(index);
        }
        addNames(namesFrom, namesTo, index);
    }

    private void remember(int index) {
        switch (row.featureCode) {
            case "ADM1" -> units.rows.putIfAbsent(key(row.code), units.firstRow + index);
            case "ADM2" -> units.rows.putIfAbsent(key(admin1 + '.' + row.code), units.firstRow + index);
            case "ADM2H" -> units.rows.putIfAbsent(key(admin1 + '/' + row.code), units.firstRow + index);
            case "ADM3" -> units.rows.putIfAbsent(key(StoredRow.thirdUnit(row.code)), units.firstRow + index);
            default -> {
                if (StoredRow.isThirdUnit(row.code)) {
                    thirdUnits.put(index, key(row.code));
                }
            }
        }
    }

    private byte layer(char letter) {
        if (letter != lastLetter) {
            lastLayer = places.layer(layers.getOrDefault(letter, "unknown"));
            lastLetter = letter;
        }
        return lastLayer;
    }

    private void addNames(int from, int to, int index) {
        int start = from;
        int years = 0;
        for (int i = from; i <= to; i++) {
            if (i == to || buffer[i] == '|') {
                byte first = buffer[start];
                boolean marked = first == '+' || first == '*' || first == '=' || first == '-' || first == '!';
                byte mark = marked ? first : start == from ? NameTable.MAIN : 0;
                names.add(buffer, marked ? start + 1 : start, years == 0 ? i : years, mark, index);
                if (years != 0) {
                    names.dateLast(
                            Validity.parse(new String(buffer, years + 1, i - years - 1, StandardCharsets.UTF_8)));
                }
                years = 0;
                start = i + 1;
            } else if (buffer[i] == StoredName.YEARS) {
                years = i;
            }
        }
    }

    private void identity() {
        int start = at;
        long number = 0;
        boolean digits = true;
        while (buffer[at] != TAB) {
            int digit = buffer[at++] - '0';
            digits &= digit >= 0 && digit <= 9;
            number = number * 10 + digit;
        }
        row.number = (int) number;
        row.otherId = digits ? "" : new String(buffer, start, at - start, StandardCharsets.UTF_8);
        at++;
    }

    /** Feature codes are few and at most five letters: each is made a string once. */
    private String featureCode() {
        int start = at;
        int packed = 0;
        while (buffer[at] != TAB) {
            packed = packed * 41 + buffer[at++];
        }
        int from = start;
        int to = at++;
        return featureCodes.computeIfAbsent(
                packed, key -> new String(buffer, from, to - from, StandardCharsets.US_ASCII));
    }

    /** Degrees with up to five decimals, in hundred-thousandths. */
    private int degrees() {
        boolean negative = buffer[at] == '-';
        if (negative) {
            at++;
        }
        int value = 0;
        int decimals = -1;
        while (buffer[at] != TAB) {
            if (buffer[at] == '.') {
                decimals = 0;
            } else {
                value = value * 10 + (buffer[at] - '0');
                decimals += decimals >= 0 ? 1 : 0;
            }
            at++;
        }
        at++;
        for (int i = Math.max(decimals, 0); i < 5; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    private long wholeNumber() {
        long value = 0;
        while (buffer[at] != TAB) {
            value = value * 10 + (buffer[at++] - '0');
        }
        at++;
        return value;
    }

    /** The text up to the next tab or end of line, which is passed. */
    private String text() {
        int start = at;
        while (buffer[at] != TAB && buffer[at] != LINE) {
            at++;
        }
        return new String(buffer, start, at++ - start, StandardCharsets.UTF_8);
    }
}
