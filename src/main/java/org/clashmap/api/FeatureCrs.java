package org.clashmap.api;

import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.List;
import org.clashmap.geo.CoordinateReferenceSystems;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;
import org.clashmap.geo.GeoJson;
import org.clashmap.geo.PlainGeoJson;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reference system that features are asked for in (OGC API Features, part 2). Their {@code geometry} and
 * {@code footprint} are brought into it, in its axis order; the properties latitude and longitude stay as they are.
 */
record FeatureCrs(Crs crs) {
    static final FeatureCrs CRS84 = new FeatureCrs(CoordinateReferenceSystems.CRS84);

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    /** Those that are listed: they hold any event. Others are taken where they hold what is asked for. */
    static final List<String> OFFERED =
            CoordinateReferenceSystems.OFFERED.stream().map(Crs::uri).toList();

    static final Parameter PARAMETER = Parameter.query(
            "crs",
            "The reference system of the answer's geometries: CRS84 (the default) or any EPSG number, such as " + EPSG
                    + "3857.",
            Members.of("type", "string", "format", "uri"),
            CoordinateReferenceSystems.CRS84.uri());

    static final Parameter CRS84_ONLY = only("crs", "The reference system of the answer's geometries.");
    static final Parameter BOX_CRS84_ONLY = only("bbox-crs", "The reference system of bbox.");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Parameter only(String name, String description) {
        return Parameter.query(
                name,
                description,
                Parameter.oneOf(CoordinateReferenceSystems.CRS84.uri()),
                CoordinateReferenceSystems.CRS84.uri());
    }

    static FeatureCrs of(RequestParameters parameters) {
        return parameters
                .parse("crs", CoordinateReferenceSystems::parse)
                .map(FeatureCrs::new)
                .orElse(CRS84);
    }

    /** Sets the header that part 2 asks for. */
    void tell(Context ctx) {
        ctx.header("Content-Crs", "<" + crs.uri() + ">");
    }

    boolean isStored() {
        return crs.equals(CoordinateReferenceSystems.CRS84);
    }

    /** Changes the geometries of a feature in place. */
    void apply(ObjectNode feature) {
        change(feature, "geometry");
        if (feature.path("properties") instanceof ObjectNode properties) {
            change(properties, "footprint");
        }
    }

    private void change(ObjectNode holder, String name) {
        Geometry geometry = GeoJson.read(holder.get(name));
        if (geometry == null) {
            return;
        }
        Geometry eastFirst;
        try {
            eastFirst = CoordinateReferenceSystems.fromLonLat(geometry, crs);
        } catch (IllegalArgumentException outside) {
            throw ProblemException.badParameter(
                    "crs", crs.uri(), outside.getMessage() + "; narrow bbox to the area of this system");
        }
        Geometry inItsOrder = crs.latitudeFirst() ? CoordinateReferenceSystems.swapAxes(eastFirst) : eastFirst;
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            PlainGeoJson.write(json, inItsOrder);
        }
        JsonNode changed = JSON.readTree(text.toString());
        holder.set(name, changed);
    }
}
