package org.clashmap.gazetteer.layer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.gazetteer.Place;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Countries by any of their names and codes, and how far a position is from one. Not thread-safe. */
final class CountryBounds {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Gazetteer base;
    private final Map<String, Optional<Bounds>> bounds = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    CountryBounds(Gazetteer base) {
        this.base = base;
        for (String iso2 : Locale.getISOCountries()) {
            base.findIso3(iso2).ifPresent(iso3 -> codes.put(iso3, iso2));
        }
    }

    private record Bounds(PreparedGeometry outline, IndexedFacetDistance border) {}

    /**
     * The two-letter code of a country given by a code of two or three letters or a name in English, Ukrainian or Russian.
     */
    String codeOf(String stated) {
        String upper = stated.strip().toUpperCase(Locale.ROOT);
        if (upper.length() == 2 && base.findCountry(upper).isPresent()) {
            return upper;
        }
        String known = codes.get(upper);
        if (known != null) {
            return known;
        }
        for (Language language : Language.values()) {
            for (NameMatch match : base.lookup(stated.strip(), language)) {
                if (match.place().feature().isCountry()) {
                    String code = match.place().admin().country();
                    codes.put(upper, code);
                    return code;
                }
            }
        }
        throw new RowProblem(
                Reason.COUNTRY,
                "the country '" + Tally.excerpt(stated) + "' is not known; give its two-letter code, such as UA");
    }

    /** Metres to the outline of a country, 0 inside; empty when it has none. */
    Optional<Double> metersFrom(String country, LonLat position) {
        return bounds.computeIfAbsent(country, this::load).map(outline -> {
            Point point = FACTORY.createPoint(new Coordinate(position.lon(), position.lat()));
            if (outline.outline.contains(point)) {
                return 0.0;
            }
            Coordinate nearest = outline.border.nearestPoints(point)[0];
            return Geodesy.distanceMeters(position, new LonLat(nearest.x, nearest.y));
        });
    }

    private Optional<Bounds> load(String country) {
        Optional<Geometry> outline = base.findCountry(country).map(Place::id).flatMap(base::findOutline);
        return outline.map(
                geometry -> new Bounds(PreparedGeometryFactory.prepare(geometry), new IndexedFacetDistance(geometry)));
    }
}
