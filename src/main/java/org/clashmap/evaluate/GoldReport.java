package org.clashmap.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clashmap.geo.LonLat;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report coded by hand, as in {@code src/test/resources/gold}.
 *
 * @param defaultMapMarks how many marks belong on the default map
 * @param mostFatalities above which the sum over all events is wrong, or null
 */
record GoldReport(
        Report report,
        List<GoldEvent> events,
        List<Trap> traps,
        List<ForbiddenCircle> forbidden,
        int defaultMapMarks,
        @Nullable Integer mostFatalities) {

    /** A passage that is no event; offsets in code points. */
    record Trap(int start, int end) {}

    /** Where no mark may stand. */
    record ForbiddenCircle(LonLat center, double radiusMeters) {}

    /** An event as the coder by hand read it. */
    record GoldEvent(
            String id,
            String type,
            String subType,
            Window window,
            Mark mark,
            @Nullable Integer fatalities,
            boolean required,
            List<GoldClaim> claims) {}

    /** Who said so; the passage in code points, 0–0 where the coder gave none. */
    record GoldClaim(String speaker, String stance, int start, int end) {}

    /** When, and by how many days another reading may differ; an open side is null. */
    record Window(@Nullable LocalDate start, @Nullable LocalDate end, int toleranceDays) {}

    /** Where it stands, if anywhere, and how far off another point may be. */
    record Mark(int tier, @Nullable LonLat point, double toleranceMeters) {}

    static GoldReport parse(JsonNode root) {
        JsonNode scoring = root.path("scoring");
        int marks = scoring.path("default_map_points").isNumber()
                ? scoring.path("default_map_points").asInt()
                : scoring.path("default_map_event_ids").size();
        return new GoldReport(
                report(root.path("report")),
                root.path("events")
                        .path("features")
                        .valueStream()
                        .map(GoldReport::event)
                        .toList(),
                root.path("not_events")
                        .valueStream()
                        .map(trap -> new Trap(
                                trap.path("start").asInt(), trap.path("end").asInt()))
                        .toList(),
                scoring.path("forbidden_points")
                        .valueStream()
                        .map(circle -> new ForbiddenCircle(
                                new LonLat(
                                        circle.path("lon").asDouble(),
                                        circle.path("lat").asDouble()),
                                circle.path("radius_m").asDouble()))
                        .toList(),
                marks,
                integer(scoring.path("max_total_fatalities")));
    }

    private static Report report(JsonNode node) {
        String text = node.path("text").asString();
        String published = node.path("publish_date").asString();
        return report(
                node.path("id").asString(),
                text,
                Language.find(node.path("lang").asString()).orElse(Language.EN),
                LocalDate.parse(published),
                string(node.path("publisher")));
    }

    /** A report for scoring; its receipt says nothing but the checksum. */
    static Report report(
            String id, String text, Language language, @Nullable LocalDate published, @Nullable String publisher) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String collected = Optional.ofNullable(published).orElse(LocalDate.EPOCH) + "T00:00:00Z";
        return new Report(
                id,
                text,
                language,
                published,
                new Report.Source(publisher, null, null),
                new Report.Receipt(sha256(bytes), "text/plain", bytes.length, collected, "file"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static GoldEvent event(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        JsonNode gold = properties.path("gold");
        JsonNode coordinates = feature.path("geometry").path("coordinates");
        LonLat point = coordinates.path(0).isNumber()
                ? new LonLat(coordinates.path(0).asDouble(), coordinates.path(1).asDouble())
                : null;
        JsonNode distance = gold.path("tolerance").path("distance_m");
        double tolerance = distance.isNumber()
                ? distance.asDouble()
                : Math.max(10_000, properties.path("uncertainty_m").asDouble(0));
        return new GoldEvent(
                properties.path("event_id").asString(),
                properties.path("event_type").asString(),
                properties.path("sub_event_type").asString(),
                new Window(
                        day(properties.path("date_start")),
                        day(properties.path("date_end")),
                        gold.path("tolerance").path("days").asInt(0)),
                new Mark(properties.path("map_tier").asInt(), point, tolerance),
                integer(properties.path("fatalities")),
                gold.path("required").asBoolean(false),
                properties.path("claims").valueStream().map(GoldReport::claim).toList());
    }

    private static GoldClaim claim(JsonNode node) {
        return new GoldClaim(
                node.path("speaker").asString(""),
                node.path("stance").asString(""),
                node.path("start").asInt(0),
                node.path("end").asInt(0));
    }

    private static @Nullable LocalDate day(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString()) : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
