package org.clashmap.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * a corner, and made a geometry on demand. A position meets only the pieces near its cell. Thread-safe.
 */
final class Outlines {
    /**
     * Towns on a coast or border may lie outside the simplified outline of their unit: its error is some 600 m, on top of
     * the 1 km of a map at 1:10 million.
     */
    private static final double TOLERANCE_METERS = 3_000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<OutlinePiece> pieces;
    /** By piece: the row of its first-order unit, or -1. */
    private final int[] units;

    /** By cell of a degree, line by line from the south-west: the pieces that come near it, in their order. */
    private final int[][] cells = new int[360 * 180][];

    private final Map<String, List<OutlinePiece>> byUnit = new TreeMap<>();
    private final Map<String, List<OutlinePiece>> byCountry = new TreeMap<>();
    private final Map<String, Geometry> made = new ConcurrentHashMap<>();

    private Outlines(List<OutlinePiece> pieces, PlaceTable places) {
        this.pieces = pieces;
        this.units = new int[pieces.size()];
        Arrays.fill(cells, new int[0]);
        for (int i = 0; i < units.length; i++) {
            OutlinePiece piece = pieces.get(i);
            int row = places.find(piece.unit());
            units[i] = row >= 0 && places.featureOf(row).isAdmin1() ? row : -1;
            byCountry.computeIfAbsent(piece.country(), key -> new ArrayList<>()).add(piece);
            if (!piece.unit().isEmpty()) {
                byUnit.computeIfAbsent(piece.unit(), key -> new ArrayList<>()).add(piece);
            }
            int number = i;
            piece.eachCell(TOLERANCE_METERS, cell -> enter(cell, number));
        }
    }

    private void enter(int cell, int number) {
        int[] there = cells[cell];
        int[] more = Arrays.copyOf(there, there.length + 1);
        more[more.length - 1] = number;
        cells[cell] = more;
    }

    static Outlines load(Path geodata, PlaceTable places) {
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
        return new Outlines(pieces, places);
    }

    /** The row of the unit that a position lies in, or whose border is nearest within a few kilometres; -1 for none. */
    int findUnitAt(LonLat position) {
        int piece = findPiece(position, true);
        return piece < 0 ? -1 : units[piece];
    }

    /** The code of the country that a position lies in, or whose border is nearest within a few kilometres. */
    Optional<String> findCountryAt(LonLat position) {
        int piece = findPiece(position, false);
        return piece < 0 ? Optional.empty() : Optional.of(pieces.get(piece).country());
    }

    /** First whether one contains it, which is quick; only then how near they are. */
    private int findPiece(LonLat position, boolean onlyUnits) {
        int[] near = cells[OutlinePiece.cellOf(position)];
        for (int number : near) {
            if ((!onlyUnits || units[number] >= 0) && pieces.get(number).contains(position)) {
                return number;
            }
        }
        int nearest = -1;
        double least = TOLERANCE_METERS;
        for (int number : near) {
            OutlinePiece piece = pieces.get(number);
            if ((!onlyUnits || units[number] >= 0) && piece.mayBeWithin(position, TOLERANCE_METERS)) {
                double meters = piece.metersFromBorder(position);
                if (meters < least) {
                    least = meters;
                    nearest = number;
                }
            }
        }
        return nearest;
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
