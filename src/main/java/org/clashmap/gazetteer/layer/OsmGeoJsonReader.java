package org.clashmap.gazetteer.layer;

import java.io.IOException;
import java.util.Optional;
import org.clashmap.gazetteer.PlacePrecision;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GeoJSON of OpenStreetMap, as Overpass Turbo and osmtogeojson write it: a FeatureCollection, or one Feature a line.
 * Feature by feature in memory. A settlement drawn as an outline gets the middle of its extent.
 */
final class OsmGeoJsonReader implements RowReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public void read(SourceText text, Intake intake) throws IOException {
        try (JsonParser json = MAPPER.createParser(text.reader())) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    throw new LayerException(text.name() + " is JSON but no GeoJSON FeatureCollection or Feature");
                }
                root(json, intake);
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new LayerException(
                    text.name() + " is not whole JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage() + ". Get it again",
                    e);
        }
    }

    /** A collection, whose features are read one by one, or a single feature. */
    private static void root(JsonParser json, Intake intake) throws IOException {
        long line = json.currentTokenLocation().getLineNr();
        ObjectNode members = MAPPER.createObjectNode();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    long start = json.currentTokenLocation().getLineNr();
                    JsonNode feature = json.readValueAsTree();
                    intake.attempt(start, () -> feature(feature, intake));
                }
            } else {
                members.set(name, (JsonNode) json.readValueAsTree());
            }
        }
        if (members.path("type").asString("").equals("Feature")) {
            intake.attempt(line, () -> feature(members, intake));
        }
    }

    private static void feature(JsonNode feature, Intake intake) throws IOException {
        JsonNode properties = feature.path("properties");
        JsonNode tags = properties.path("tags").isObject() ? properties.path("tags") : properties;
        String id = feature.path("id").asString("");
        id = id.isEmpty()
                ? properties.path("@id").asString(properties.path("id").asString(""))
                : id;
        String name = tags.path("name").asString("");
        Lines.checkEncoding(name);
        if (!tags.has("place") && name.isEmpty()) {
            intake.passOver("features that are no place");
            return;
        }
        if (id.isEmpty()) {
            throw new RowProblem(Reason.ID, "the feature '" + Tally.excerpt(name) + "' has no id");
        }
        OsmPlaces.take(id, tag -> tags.path(tag).asString(""), spot(feature.path("geometry")), intake);
    }

    private static Candidate.Spot spot(JsonNode geometry) {
        Envelope extent = new Envelope();
        extend(extent, geometry.path("coordinates"));
        if (geometry.path("type").asString("").isEmpty() || extent.isNull()) {
            throw new RowProblem(Reason.GEOMETRY, "the feature has no geometry with coordinates");
        }
        double lon = (extent.getMinX() + extent.getMaxX()) / 2;
        double lat = (extent.getMinY() + extent.getMaxY()) / 2;
        return new Candidate.Spot(lat, lon, PlacePrecision.POINT);
    }

    private static void extend(Envelope extent, JsonNode coordinates) {
        Optional<double[]> position = position(coordinates);
        if (position.isPresent()) {
            extent.expandToInclude(position.get()[0], position.get()[1]);
        } else {
            coordinates.forEach(part -> extend(extent, part));
        }
    }

    private static Optional<double[]> position(JsonNode node) {
        return node.isArray()
                        && node.size() >= 2
                        && node.get(0).isNumber()
                        && node.get(1).isNumber()
                ? Optional.of(new double[] {node.get(0).asDouble(), node.get(1).asDouble()})
                : Optional.empty();
    }
}
