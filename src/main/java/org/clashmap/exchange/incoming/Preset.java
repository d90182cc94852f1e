package org.clashmap.exchange.incoming;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A layout that is imported, read from a file of {@code exchange/presets} or from a user's mapping.
 *
 * @param name as given on the command line
 * @param title in words
 * @param fields how each field is read; what is not named is unknown
 */
public record Preset(
        String name,
        String title,
        Form form,
        Detection detection,
        Table table,
        Terms terms,
        Map<Field, FieldRule> fields) {

    /** The kind of file. */
    public enum Form {
        /** Cells between commas, semicolons, tabs or bars. */
        TABLE,
        /** Records as JSON objects, in an array or one after the other. */
        JSON,
        /** Features of GeoJSON, in a collection or one after the other. */
        GEOJSON,
        /** This program's own GeoJSON. */
        OWN
    }

    /**
     * How a file is known to be of this layout.
     *
     * @param needs columns that must all be there
     * @param lacks columns that must not be there
     * @param anyOf sets of columns, one of which must be there; no sets, no condition
     * @param values what cells of the first records must look like, by column name or number
     * @param weight the heaviest of the presets that fit wins
     */
    record Detection(
            List<String> needs,
            List<String> lacks,
            List<List<String>> anyOf,
            Map<String, Pattern> values,
            int weight) {}

    /**
     * What a table is like.
     *
     * @param columns the names of the columns where there is no header, in order; empty when a header is needed
     * @param quotes false where a quotation mark is a letter like any other
     * @param skip rows that are none of our business, or null
     */
    record Table(
            List<String> columns, boolean quotes, @Nullable Skip skip) {}

    /** Rows whose column has one of these values are passed over. */
    record Skip(String column, List<String> values, String why) {}

    /**
     * Whose records they are and how far they go.
     *
     * @param scheme key of {@code external_ids}, and the beginning of event ids
     * @param publisher whom to name
     * @param licence in words, or null
     * @param republish false when the licence forbids passing the records on; they then stay out of public exports
     * @param review status that records get: {@code machine} or {@code accepted}
     * @param earliestYear a day before it is a mistake
     * @param kind what a row is
     */
    record Terms(
            String scheme,
            @Nullable String publisher,
            @Nullable String licence,
            boolean republish,
            String review,
            int earliestYear,
            Kind kind) {}

    /** What a row is. */
    enum Kind {
        /** An event, or a figure about several. */
        EVENTS,
        /** A mention of an event that has a row elsewhere. */
        MENTIONS,
        /** A document, not an event. */
        DOCUMENTS
    }
}
