package org.clashmap.gazetteer.layer;

import java.util.Locale;

/** Why a row was left out. */
enum Reason {
    COLUMNS("wrong number of columns"),
    TOO_LONG("line too long"),
    ENCODING("not in the declared encoding"),
    QUOTES("quotation mark never closed"),
    ID("id missing or unusable"),
    DUPLICATE_ID("id given before"),
    NAME("name missing or unusable"),
    NUMBER("number unreadable"),
    COORDINATES("coordinates missing or unreadable"),
    OUT_OF_RANGE("coordinates out of range"),
    PLACEHOLDER("coordinates 0,0"),
    SWAPPED("latitude and longitude swapped"),
    COUNTRY("country unknown"),
    OUTSIDE_COUNTRY("outside its country"),
    FEATURE("feature or precision unknown"),
    GEOMETRY("geometry missing or unusable");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
