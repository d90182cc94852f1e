package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialGridTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithALinearScanAlsoAtPolesAndDateLine(long seed) {
        Random random = new Random(seed);
        PlaceTable places = new PlaceTable(0);
        for (int i = 0; i < 2_000; i++) {
            add(places, i, random);
        }
        places.seal(0);
        SpatialGrid grid = new SpatialGrid(places);
        for (int query = 0; query < 200; query++) {
            double lon = query % 3 == 0 ? (random.nextBoolean() ? 179.99 : -180) : random.nextDouble() * 360 - 180;
            double lat = query % 5 == 0 ? (random.nextBoolean() ? 89.9 : -90) : random.nextDouble() * 180 - 90;
            LonLat position = new LonLat(lon, lat);
            double radius = Math.pow(10, 4 + random.nextDouble() * 3);
            List<Integer> expected = IntStream.range(0, places.count())
                    .boxed()
                    .filter(row -> meters(places, row, position) <= radius)
                    .sorted(Comparator.comparingDouble((Integer row) -> meters(places, row, position))
                            .thenComparing(places::compare))
                    .limit(50)
                    .toList();
            assertEquals(
                    expected, grid.near(position, radius, 50), "seed " + seed + ", " + position + ", radius " + radius);
        }
    }

    private static void add(PlaceTable places, int number, Random random) {
        PlaceTable.Row row = new PlaceTable.Row();
        row.number = number + 1;
        row.featureCode = "PPL";
        row.known = 'p';
        row.layer = places.layer("geonames");
        row.latE5 = (int) Math.round(Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1)) * 100_000);
        row.lonE5 = random.nextInt(36_000_001) - 18_000_000;
        row.population = random.nextInt(3);
        places.add(row, 0);
    }

    private static double meters(PlaceTable places, int row, LonLat position) {
        return Geodesy.distanceMeters(position, new LonLat(places.lonOf(row), places.latOf(row)));
    }
}
