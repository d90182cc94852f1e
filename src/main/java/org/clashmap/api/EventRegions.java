package org.clashmap.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.map.IndexFilter;
import org.clashmap.map.IndexView;
import org.clashmap.map.RegionCounts;

/** Counts by country or first-order unit, for maps coloured by area; small counts are not told. */
final class EventRegions {
    static final String PATH = "/api/collections/events/regions";

    static final List<Parameter> PARAMETERS = FilterParameters.with(
            Parameter.query("by", "The kind of region.", Parameter.oneOf("country", "admin1"), "admin1"),
            Parameter.query("f", "The format.", Parameter.oneOf("json"), "json"));

    private final Holdings holdings;
    private final EntityTags tags;

    EventRegions(Holdings holdings, EntityTags tags) {
        this.holdings = holdings;
        this.tags = tags;
    }

    void write(Context ctx, RequestParameters parameters) {
        Formats.requireJson(parameters);
        boolean byUnit = parameters.parse("by", EventRegions::isUnit).orElse(true);
        IndexFilter filter = FilterParameters.read(parameters);
        ctx.contentType("application/json");
        if (tags.isCurrent(ctx)) {
            return;
        }
        IndexView view = holdings.index().view();
        List<Map<String, Object>> regions = view.regions(filter, Access.audienceOf(ctx), byUnit).stream()
                .map(region -> document(region, byUnit))
                .toList();
        ctx.json(Members.of(
                "by",
                byUnit ? "admin1" : "country",
                "data_version",
                view.dataVersion(),
                "least_count",
                RegionCounts.LEAST,
                "regions",
                regions));
    }

    private static boolean isUnit(String by) {
        return switch (by) {
            case "admin1" -> true;
            case "country" -> false;
            default -> throw new IllegalArgumentException("country or admin1");
        };
    }

    /** The count is null where it is too small to be told; a name is null where it is unknown. */
    private static Map<String, Object> document(RegionCounts.Region region, boolean byUnit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("country", region.country().isEmpty() ? null : region.country());
        if (byUnit) {
            document.put("admin1", region.unit().isEmpty() ? null : region.unit());
        }
        document.put("count", region.isTold() ? region.count() : null);
        return document;
    }
}
