package org.clashmap.event.query;

import java.util.Locale;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;

/**
 * The filter language CQL2 (OGC 21-065r2), as text and as JSON. Filters are checked while they are read; a refusal says
 * where and what was expected. Limits: {@value FilterBuilder#DEEPEST} deep, {@value FilterBuilder#LARGEST_COST} parts.
 */
public final class Cql2 {
    private Cql2() {}

    /** The two ways to write a filter. */
    public enum Form {
        TEXT("cql2-text"),
        JSON("cql2-json");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** As the parameter {@code filter-lang} has it. */
        public String word() {
            return word;
        }

        /** @throws IllegalArgumentException that names the two */
        public static Form of(String word) {
            for (Form form : values()) {
                if (form.word.equals(word.toLowerCase(Locale.ROOT))) {
                    return form;
                }
            }
            throw new IllegalArgumentException(TEXT.word + " or " + JSON.word);
        }
    }

    /**
     * Reads a filter over events with geometries in WGS 84, longitude first. What starts with a brace is JSON.
     *
     * @throws FilterException for what cannot be read
     */
    public static Predicate parse(String filter) {
        return parse(filter, formOf(filter));
    }

    /** Reads a filter over events with geometries in WGS 84, longitude first. */
    public static Predicate parse(String filter, Form form) {
        return parse(filter, form, CoordinateReferenceSystems.CRS84, Queryables.ofEvents());
    }

    /** By its look: what starts with a brace is JSON. */
    static Form formOf(String filter) {
        return filter.stripLeading().startsWith("{") ? Form.JSON : Form.TEXT;
    }

    /** @param crs in which the filter's geometries are, in the axis order that it defines */
    public static Predicate parse(String filter, Form form, Crs crs, Queryables queryables) {
        FilterBuilder builder = new FilterBuilder(queryables, crs);
        return switch (form) {
            case TEXT -> Cql2TextParser.parse(filter, builder);
            case JSON -> Cql2JsonParser.parse(filter, builder);
        };
    }

    public static String toText(Predicate predicate) {
        return Cql2Printer.text(predicate);
    }

    public static String toJson(Predicate predicate) {
        return Cql2Printer.json(predicate);
    }
}
