package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.NameKeys;
import org.junit.jupiter.api.Test;

/**
 * Holds the stored positions of Ukraine's postal places against an independent set that is not part of the project. A
 * place's true position is that of the only settlement of its name in the set's district, where the districts of the set
 * are tied to the old raions by the places both know. Radii were chosen on the places with an even hash; the other half is
 * measured here.
 */
class VicinityTest {
    private static final double SAME_METERS = 2_000;
    private static final double HOMONYMS_METERS = 3_000;

    private record Settlement(LonLat position, String district) {}

    private record Row(String raion, String key, LonLat position, char known, int radiusKm) {
        boolean isHeldOut() {
            return (raion + key).hashCode() % 2 != 0;
        }
    }

    @Test
    void heldOutPlacesLieWhereTheTablesSay() throws IOException {
        Path file = Path.of(System.getProperty("clashmap.shared", "../shared")).resolve("gazetteer/wof_ua.tsv.gz");
        assumeTrue(Files.exists(file), "skipped: the independent settlements are not beside the checkout");
        Map<String, List<Settlement>> byName = settlements(file);
        List<Row> rows = rows();
        Map<String, Set<String>> districts = districts(rows, byName);
        List<Double> points = new ArrayList<>();
        List<Double> areas = new ArrayList<>();
        int within = 0;
        for (Row row : rows) {
            List<Settlement> same = byName.getOrDefault(row.key, List.of()).stream()
                    .filter(settlement ->
                            districts.getOrDefault(row.raion, Set.of()).contains(settlement.district))
                    .toList();
            if (!row.isHeldOut() || same.isEmpty() || areHomonyms(same)) {
                continue;
            }
            double meters = Geodesy.distanceMeters(row.position, same.getFirst().position);
            (row.known == 'p' ? points : areas).add(meters);
            within += row.known == 'r' && meters <= 1_000 * row.radiusKm ? 1 : 0;
        }
        double near = (double) points.stream().filter(meters -> meters <= 5_000).count() / points.size();
        String measured = String.format(
                Locale.ROOT,
                "%.1f %% of %d points within 5 km; %d areas: median %.1f km, nine of ten %.1f km, %.1f %% within their radius",
                100 * near,
                points.size(),
                areas.size(),
                kilometres(areas, 0.5),
                kilometres(areas, 0.9),
                100.0 * within / areas.size());
        System.out.println(measured);
        assertTrue(near >= 0.99, measured);
        assertTrue(within >= 0.87 * areas.size(), measured);
        assertTrue(kilometres(areas, 0.5) <= 11.5, measured);
    }

    @Test
    void onlyPlacesKnownToTheirRaionHaveARadius() {
        Gazetteer gazetteer = Geodata.shared();
        assertTrue(gazetteer
                .findRadiusMeters(gazetteer.find("gn:709717").orElseThrow())
                .isEmpty());
        boolean any = false;
        for (NameMatch match : gazetteer.lookup("Петрівка", org.clashmap.text.Language.UK)) {
            boolean vague = match.place().precision() == PlacePrecision.ADMIN2;
            any |= vague;
            assertFalse(vague && gazetteer.findRadiusMeters(match.place()).isEmpty(), match::toString);
        }
        assertTrue(any);
    }

    private static boolean areHomonyms(List<Settlement> same) {
        return same.stream()
                .anyMatch(other -> Geodesy.distanceMeters(other.position, same.getFirst().position) > HOMONYMS_METERS);
    }

    private static double kilometres(List<Double> meters, double share) {
        double[] sorted =
                meters.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) (share * sorted.length)] / 1_000;
    }

    /** The set's districts of each old raion: those with at least 15 % of the places that both know to lie there. */
    private static Map<String, Set<String>> districts(List<Row> rows, Map<String, List<Settlement>> byName) {
        Map<String, Map<String, Integer>> votes = new TreeMap<>();
        for (Row row : rows) {
            for (Settlement settlement : byName.getOrDefault(row.key, List.of())) {
                if (row.known == 'p' && Geodesy.distanceMeters(row.position, settlement.position) < SAME_METERS) {
                    votes.computeIfAbsent(row.raion, key -> new TreeMap<>())
                            .merge(settlement.district, 1, Integer::sum);
                }
            }
        }
        Map<String, Set<String>> districts = new TreeMap<>();
        votes.forEach((raion, ballot) -> {
            int all = ballot.values().stream().mapToInt(Integer::intValue).sum();
            Set<String> own = new HashSet<>();
            ballot.forEach((district, count) -> {
                if (count >= 0.15 * all && !district.isEmpty()) {
                    own.add(district);
                }
            });
            districts.put(raion, own);
        });
        return districts;
    }

    /** Postal places as they are stored. */
    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String raion = "";
        for (String line : lines(Path.of("geodata/places/UA.tsv.gz"))) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("@")) {
                raion = cells[0].substring(1) + '.' + cells[2];
            } else if (cells[5].endsWith("z") && cells[1].equals("PPL")) {
                String name = Arrays.stream(cells[6].split("\\|", -1))
                        .filter(spelling -> spelling.startsWith("+") || spelling.startsWith("="))
                        .findFirst()
                        .orElse("?");
                int radiusKm = cells.length > 7 ? Integer.parseInt(cells[7]) : 0;
                LonLat position = new LonLat(Double.parseDouble(cells[3]), Double.parseDouble(cells[2]));
                rows.add(new Row(raion, NameKeys.fold(name.substring(1)), position, cells[5].charAt(0), radiusKm));
            }
        }
        return rows;
    }

    private static Map<String, List<Settlement>> settlements(Path file) throws IOException {
        List<String> lines = lines(file);
        List<String> header = List.of(lines.getFirst().split("\t", -1));
        Map<String, List<Settlement>> byName = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            boolean current = cells[header.indexOf("placetype")].equals("locality")
                    && cells[header.indexOf("deprecated")].isEmpty()
                    && !cells[header.indexOf("lat")].isEmpty();
            if (current) {
                Settlement settlement = new Settlement(
                        new LonLat(
                                Double.parseDouble(cells[header.indexOf("lon")]),
                                Double.parseDouble(cells[header.indexOf("lat")])),
                        cells[header.indexOf("county_id")]);
                Set<String> keys = new HashSet<>();
                for (String column : List.of("name", "ukr", "ukr_v")) {
                    for (String name : cells[header.indexOf(column)].split("\\|", -1)) {
                        keys.add(NameKeys.fold(name));
                    }
                }
                keys.forEach(key ->
                        byName.computeIfAbsent(key, absent -> new ArrayList<>()).add(settlement));
            }
        }
        return byName;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
