package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clashmap.gazetteer.layer.GazetteerLayers;
import org.clashmap.gazetteer.layer.LayerRequest;
import org.clashmap.gazetteer.layer.Progress;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of the settlements named in front-line reporting the gazetteer finds, by its Ukrainian, Russian or English name,
 * alone and with the tables of nine countries that are not part of the project. The list is written from common knowledge
 * and leaves out settlements whose position its writer did not know for sure, so it says little of the least known ones.
 */
class FrontlineIT {
    private static final Path LIST = Path.of("src/test/resources/frontline/settlements.tsv");
    private static final double NEAR_METERS = 5_000;

    @TempDir
    Path folder;

    private record Settlement(List<String> names, String oblast, LonLat position) {
        boolean isRussian() {
            return oblast.equals("Kursk") || oblast.equals("Belgorod");
        }
    }

    /** Of the settlements of a list: found by a point, by an area that holds them, not at all. */
    private record Coverage(int all, int points, int areas, List<String> missed) {
        double share(int part) {
            return (double) part / all;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f %% by a point within 5 km, %.1f %% by point or area, of %d; missed %s",
                    100 * share(points),
                    100 * share(points + areas),
                    all,
                    missed);
        }
    }

    @Test
    void bundleKnowsSevenOfTenByItsSourcesAndTheRestByHand() throws IOException {
        List<Settlement> settlements = settlements();
        Coverage sources =
                cover(settlements, Geodata.shared(), place -> !place.layer().equals("overrides"));
        Coverage all = cover(settlements, Geodata.shared(), place -> true);
        System.out.println("bundle, sources alone: " + sources);
        System.out.println("bundle: " + all);
        assertTrue(settlements.size() >= 150, all::toString);
        assertTrue(sources.share(sources.points) >= 0.72, sources::toString);
        assertTrue(all.share(all.points) >= 0.97, all::toString);
    }

    @Test
    void withTheTablesOfTheUserNearlyAllAreFound() throws IOException {
        Path tables =
                Path.of(System.getProperty("clashmap.shared", "../shared")).resolve("gazetteer");
        assumeTrue(Files.isDirectory(tables), "skipped: the tables of nine countries are not beside the checkout");
        List<Path> files;
        try (Stream<Path> list = Files.list(tables)) {
            files = list.filter(file -> file.toString().endsWith(".tsv.gz"))
                    .sorted()
                    .toList();
        }
        Path geodata = Path.of("geodata");
        LayerRequest request = new LayerRequest(files, "villages", null, null, null, Map.of());
        new GazetteerLayers(folder, InstantSource.system())
                .add(request, geodata, withLayers -> Geodata.shared(), Progress.silent());
        Gazetteer gazetteer = CompactGazetteer.load(geodata, folder);
        List<Settlement> ukrainian = settlements().stream()
                .filter(settlement -> !settlement.isRussian())
                .toList();
        Coverage coverage = cover(ukrainian, gazetteer, place -> true);
        System.out.println("with nine tables, Ukraine: " + coverage);
        System.out.println("with nine tables, all: " + cover(settlements(), gazetteer, place -> true));
        assertTrue(coverage.share(coverage.points) >= 0.97, coverage::toString);
    }

    private static Coverage cover(List<Settlement> settlements, Gazetteer gazetteer, Predicate<Place> counts) {
        int points = 0;
        int areas = 0;
        List<String> missed = new ArrayList<>();
        for (Settlement settlement : settlements) {
            List<Place> places =
                    places(settlement, gazetteer).stream().filter(counts).toList();
            boolean point = places.stream()
                    .anyMatch(place ->
                            place.precision() == PlacePrecision.POINT && meters(place, settlement) <= NEAR_METERS);
            boolean area = places.stream().anyMatch(place -> {
                OptionalInt radius = gazetteer.findRadiusMeters(place);
                return radius.isPresent() && meters(place, settlement) <= radius.getAsInt();
            });
            points += point ? 1 : 0;
            areas += !point && area ? 1 : 0;
            if (!point && !area) {
                missed.add(settlement.names.getFirst());
            }
        }
        return new Coverage(settlements.size(), points, areas, missed);
    }

    private static double meters(Place place, Settlement settlement) {
        return Geodesy.distanceMeters(place.point(), settlement.position);
    }

    private static List<Place> places(Settlement settlement, Gazetteer gazetteer) {
        List<NameMatch> matches = new ArrayList<>();
        String oblast = gazetteer
                .findAdmin1At(settlement.position)
                .map(Place::id)
                .orElse(settlement.isRussian() ? "ne:RU" : "ne:UA");
        List<Language> languages = List.of(Language.EN, Language.UK, Language.RU);
        for (int i = 0; i < languages.size(); i++) {
            matches.addAll(gazetteer.lookup(settlement.names.get(i), languages.get(i)));
            matches.addAll(gazetteer.lookupWithin(settlement.names.get(i), languages.get(i), oblast));
        }
        return matches.stream()
                .map(NameMatch::place)
                .filter(place -> place.feature().isPopulatedPlace())
                .toList();
    }

    private static List<Settlement> settlements() throws IOException {
        List<Settlement> settlements = new ArrayList<>();
        for (String line : Files.readAllLines(LIST, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#") && !line.startsWith("name\t")) {
                String[] cells = line.split("\t", -1);
                assertTrue(cells.length == 7 && cells[6].startsWith("https://"), line);
                settlements.add(new Settlement(
                        List.of(cells[0], cells[1], cells[2]),
                        cells[3],
                        new LonLat(Double.parseDouble(cells[5]), Double.parseDouble(cells[4]))));
            }
        }
        return settlements;
    }
}
