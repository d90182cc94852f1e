package org.clashmap.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.clashmap.geo.LonLat;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The outlines of first-order units, and of countries as their union. Read when first asked for; kept as integers, 8 bytes
 * a corner, and made a geometry on demand. Thread-safe.
 */
final class Outlines {
    /**
     * Towns on a coast or border may lie outside the simplified outline of their unit: its error is some 600 m, on top of
     * the 1 km of a map at 1:10 million.
     */
    private static final double TOLERANCE_METERS = 3_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<OutlinePiece> pieces;
    private final Map<String, List<OutlinePiece>> byUnit = new TreeMap<>();
    private final Map<String, List<OutlinePiece>> byCountry = new TreeMap<>();
    private final Map<String, Geometry> made = new ConcurrentHashMap<>();

    private Outlines(List<OutlinePiece> pieces) {
        this.pieces = pieces;
        for (OutlinePiece piece : pieces) {
            byCountry.computeIfAbsent(piece.country(), key -> new ArrayList<>()).add(piece);
            if (!piece.unit().isEmpty()) {
                byUnit.computeIfAbsent(piece.unit(), key -> new ArrayList<>()).add(piece);
            }
        }
    }

    static Outlines load(Path geodata) {
        Path file = geodata.resolve("outlines.tsv.gz");
        List<OutlinePiece> pieces = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                OutlinePiece.parse(line, pieces);
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new GeodataException("the outlines " + file + " cannot be read (" + e + ")", e);
        }
        return new Outlines(pieces);
    }

    /** The id of the unit that a position lies in, or whose border is nearest within a few kilometres. */
    Optional<String> findUnitAt(LonLat position, java.util.function.Predicate<String> wanted) {
        String nearest = null;
        double least = TOLERANCE_METERS;
        for (OutlinePiece piece : pieces) {
            if (piece.unit().isEmpty()
                    || !piece.mayBeWithin(position, TOLERANCE_METERS)
                    || !wanted.test(piece.unit())) {
                continue;
            }
            if (piece.contains(position)) {
                return Optional.of(piece.unit());
            }
            double meters = piece.metersFromBorder(position);
            if (meters < least) {
                least = meters;
                nearest = piece.unit();
            }
        }
        return Optional.ofNullable(nearest);
    }

    Optional<Geometry> findUnit(String id) {
        return find("unit " + id, byUnit.getOrDefault(id, List.of()));
    }

    Optional<Geometry> findCountry(String iso2) {
        return find("country " + iso2, byCountry.getOrDefault(iso2, List.of()));
    }

    private Optional<Geometry> find(String key, List<OutlinePiece> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(made.computeIfAbsent(key, absent -> union(parts)).copy());
    }

    private static Geometry union(List<OutlinePiece> parts) {
        List<Geometry> polygons =
                parts.stream().map(part -> part.polygon(FACTORY)).toList();
        if (polygons.size() == 1) {
            return polygons.getFirst();
        }
        try {
            return CoverageUnion.union(polygons.toArray(new Geometry[0]));
        } catch (TopologyException | IllegalArgumentException e) {
            // Neighbours that do not share every corner are no coverage; slower, but always an answer.
            return UnaryUnionOp.union(polygons);
        }
    }
}
