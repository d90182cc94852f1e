package org.clashmap.event;

import java.util.List;
import org.clashmap.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where an event happened, as written and as resolved. A point is present only when the words support one; an event known
 * only to a region has a footprint and no point.
 *
 * @param text the place as written, or null when none is
 * @param point the public point, or null
 * @param footprint the area or line that the words support (circle, sector, region, route), or null
 * @param basis {@code stated}, {@code inferred_seat}, {@code inferred_context}, {@code imported}
 */
public record Where(
        @Nullable String text,
        @Nullable LonLat point,
        @Nullable Geometry footprint,
        Names names,
        Precision precision,
        Geocode geocode,
        String basis) {

    /** No place at all is stated or known. */
    public static Where unknown(@Nullable String text) {
        return new Where(text, null, null, Names.NONE, Precision.NONE, Geocode.NONE, "stated");
    }

    /** The resolved place in words: location, country with ISO 3166-1 alpha-3, and units. */
    public record Names(
            @Nullable String location,
            @Nullable String country,
            @Nullable String iso3,
            @Nullable String admin1,
            @Nullable String admin2) {
        public static final Names NONE = new Names(null, null, null, null, null);
    }

    /**
     * How exactly.
     *
     * @param geo ACLED's geo_precision 1–3, or null
     * @param where UCDP's where_prec 1–7, or null
     * @param level {@code settlement}, {@code settlement_vicinity}, {@code route}, {@code front_sector}, {@code admin1}…
     * @param uncertaintyMeters radius, or null
     */
    public record Precision(
            @Nullable Integer geo,
            @Nullable Integer where,
            String level,
            @Nullable Integer uncertaintyMeters) {
        public static final Precision NONE = new Precision(null, null, "none", null);
    }

    /**
     * Why this place.
     *
     * @param status coord_status: {@code gazetteer}, {@code computed}, {@code anchor_only}, {@code unresolved},
     *     {@code none}, {@code inherits_parent}
     * @param candidates best first, also the rejected ones that a reader would think of
     * @param decision in words a reporter understands
     * @param decided the person who decided, or null where the rules did
     */
    public record Geocode(
            String status,
            @Nullable Relation relation,
            List<Candidate> candidates,
            @Nullable String chosen,
            Verdict verdict,
            @Nullable String gazetteerVersion,
            @Nullable String decision,
            @Nullable Decided decided) {
        public static final Geocode NONE =
                new Geocode("none", null, List.of(), null, new Verdict(null, null, false, false), null, null);

        public Geocode {
            candidates = List.copyOf(candidates);
        }

        /** What the rules decided. */
        public Geocode(
                String status,
                @Nullable Relation relation,
                List<Candidate> candidates,
                @Nullable String chosen,
                Verdict verdict,
                @Nullable String gazetteerVersion,
                @Nullable String decision) {
            this(status, relation, candidates, chosen, verdict, gazetteerVersion, decision, null);
        }
    }

    /** @param at ISO 8601 instant */
    public record Decided(String by, String at) {}

    /** @param score share of the chosen candidate; @param margin between the first and the second */
    public record Verdict(@Nullable Double score, @Nullable Double margin, boolean ambiguous, boolean adminConflict) {}

    /** @param type {@code at}, {@code part_of}, {@code near}, {@code between}, {@code along}, {@code offset}… */
    public record Relation(
            String type,
            List<String> anchors,
            @Nullable Double distanceMeters,
            @Nullable Double bearingDegrees) {
        public Relation {
            anchors = List.copyOf(anchors);
        }
    }

    /** @param score share among the candidates, summing to 1; @param rejectedBecause null for a live candidate */
    public record Candidate(
            @Nullable String id,
            String name,
            @Nullable LonLat point,
            @Nullable String admin1,
            @Nullable Double score,
            List<String> reasons,
            @Nullable String rejectedBecause) {
        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }
}
