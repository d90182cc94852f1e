package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.notice.Notice;
import org.locationtech.jts.geom.Geometry;

/**
 * Builds the tables of {@code geodata/} from npm packages of fixed versions and the hand-written {@code overrides/}.
 * The same packages and overrides give the same files. Takes about half a minute and 1 GB of heap.
 */
public final class GazetteerBuilder {
    private final NpmPackages packages;
    private final List<Notice> notices = new ArrayList<>();

    private GazetteerBuilder(NpmPackages packages) {
        this.packages = packages;
    }

    /**
     * Builds everything but the base map.
     *
     * @param geodata the folder that holds {@code overrides/}; the tables are written next to it
     * @throws IOException when a package cannot be had or a file cannot be written
     * @throws IllegalArgumentException when an override file has a mistake; the message names file and line
     */
    public static BuildReport build(Path geodata, NpmPackages packages) throws IOException {
        return new GazetteerBuilder(packages).build(geodata);
    }

    private BuildReport build(Path geodata) throws IOException {
        Overrides files = new Overrides(geodata.resolve("overrides"));
        OverridePlaces overrides = new OverridePlaces(files);
        Lands lands = new Lands(files);
        Files.createDirectories(geodata.resolve("places"));
        List<Draft> towns = read(Source.CITIES, in -> GeoNamesCities.read(in, notices));
        lands.move(towns, notices);
        Map<String, String> admin1Names = lands.renamed(read(Source.ADMIN1, AdminNames::read));
        List<NaturalEarthUnit> shapes = lands.moved(read(Source.NATURAL_EARTH, NaturalEarthUnit::read));
        AdminUnits units = AdminUnits.of(towns, admin1Names, read(Source.ADMIN2, AdminNames::read), shapes);
        overrides.nameRaions(units.admin2());
        UkrainePostal.Cleaned postal =
                UkrainePostal.clean(read(Source.UKRAINE_POSTAL, in -> UkrainePostalReader.read(in, notices)), towns);
        List<Draft> settlements = overrides.settlements();
        Raions.tie(towns, postal.places(), overrides.mergedRaions());
        int[] joined = new int[1];
        List<Draft> places = Fusion.join(settlements, towns, postal.places(), joined);
        Vicinities.locate(places);
        places.addAll(read(Source.AIRPORTS, AirBases::read));

        StoredFiles stored = new StoredFiles(geodata);
        Map<String, List<Geometry>> polygons = units.polygons();
        Map<String, double[]> labels = labels(towns, OutlineWriter.write(shapes, polygons, stored));
        sumPopulations(units, towns);
        places.addAll(overrides.countries(labels));
        places.addAll(units.admin1().values());
        places.addAll(units.admin2().values());
        places.addAll(units.former());
        places.addAll(Raions.former(postal.places(), postal.medians()));
        places.addAll(overrides.regions());
        sumCountries(places, towns);
        overrides.addNames(places, notices);
        overrides.moveLabels(places, notices);
        units.dropNamesOfOthers();
        units.admin1().values().forEach(GazetteerBuilder::addOblastName);
        PlaceTableWriter.write(places, stored);
        return new Manifest(geodata, stored).write(places, joined[0], notices);
    }

    /** "Kharkiv Oblast", where a Cyrillic name says that the unit is one. */
    private static void addOblastName(Draft unit) {
        for (String key : List.copyOf(unit.keys())) {
            if (key.endsWith(" область")) {
                unit.name(NameMark.PLAIN, AdminUnits.bareName(unit.mainName()) + " Oblast");
            }
        }
    }

    /** Where a country's name goes: inside its outline, or at its capital or largest town where there is none. */
    private static Map<String, double[]> labels(List<Draft> towns, Map<String, double[]> outlines) {
        Map<String, double[]> labels = new HashMap<>();
        Map<String, Long> largest = new HashMap<>();
        for (Draft town : towns) {
            long weight = town.featureCode.equals("PPLC") ? Long.MAX_VALUE : town.population;
            if (weight > largest.getOrDefault(town.country, -1L)) {
                largest.put(town.country, weight);
                labels.put(town.country, new double[] {town.lon, town.lat});
            }
        }
        labels.putAll(outlines);
        return labels;
    }

    /** A unit's population is that of the towns in it, without sections of towns, which are counted already. */
    private static void sumPopulations(AdminUnits units, List<Draft> towns) {
        for (Draft town : towns) {
            if (!town.featureCode.equals("PPLX")) {
                String code = town.country + '.' + town.admin1;
                Draft admin1 = units.admin1().get(code);
                Draft admin2 = units.admin2().get(code + '.' + town.admin2);
                if (admin1 != null) {
                    admin1.population += town.population;
                }
                if (admin2 != null) {
                    admin2.population += town.population;
                }
            }
        }
    }

    private static void sumCountries(List<Draft> places, List<Draft> towns) {
        Map<String, Long> sums = new HashMap<>();
        for (Draft town : towns) {
            if (!town.featureCode.equals("PPLX")) {
                sums.merge(town.country, town.population, Long::sum);
            }
        }
        for (Draft place : places) {
            if (place.featureCode.equals("PCLI")) {
                place.population = sums.getOrDefault(place.country, 0L);
            }
        }
    }

    private <T> T read(Source source, Reader<T> reader) throws IOException {
        try (InputStream in = packages.open(source.packageName, source.version, source.entry)) {
            return reader.read(in);
        }
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }
}
