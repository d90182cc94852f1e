package org.clashmap.gazetteer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.clashmap.geo.Geodesy;
import org.clashmap.geo.LonLat;
import org.clashmap.text.Language;
import org.junit.jupiter.api.Test;

/** Measures the gazetteer against an independent set of Ukraine's settlements that is not part of the project. */
class GazetteerCoverageTest {
    private static final double POINT_METERS = 5_000;
    private static final double RAION_METERS = 40_000;

    @Test
    void fourOfFiveUkrainianSettlementsAreKnownByPointOrRaion() throws IOException {
        Path shared = Path.of(System.getProperty("clashmap.shared", "../shared"));
        Path file = shared.resolve("gazetteer/wof_ua.tsv.gz");
        assumeTrue(Files.exists(file), "skipped: the independent settlements are not beside the checkout");
        List<String[]> settlements = settlements(file);
        int points = 0;
        int raions = 0;
        for (String[] settlement : settlements) {
            LonLat position = new LonLat(Double.parseDouble(settlement[2]), Double.parseDouble(settlement[1]));
            List<NameMatch> matches = matches(settlement[0], position);
            if (known(matches, position, PlacePrecision.POINT, POINT_METERS)) {
                points++;
            } else if (known(matches, position, PlacePrecision.ADMIN2, RAION_METERS)) {
                raions++;
            }
        }
        int all = settlements.size();
        String measured = points + " by point and " + raions + " by raion of " + all;
        System.out.println(measured);
        assertTrue(points >= 0.69 * all, measured);
        assertTrue(points + raions >= 0.84 * all, measured);
    }

    /** By name alone, and, since half of the set's names are older spellings, loosely within the oblast. */
    private static List<NameMatch> matches(String name, LonLat position) {
        Gazetteer gazetteer = Geodata.shared();
        List<NameMatch> matches = new ArrayList<>(gazetteer.lookup(name, Language.UK));
        gazetteer
                .findAdmin1At(position)
                .ifPresent(oblast -> matches.addAll(gazetteer.lookupWithin(name, Language.UK, oblast.id())));
        return matches;
    }

    private static boolean known(
            List<NameMatch> matches, LonLat position, PlacePrecision precision, double withinMeters) {
        return matches.stream()
                .map(NameMatch::place)
                .anyMatch(place -> place.precision() == precision
                        && Geodesy.distanceMeters(position, place.point()) <= withinMeters);
    }

    /** Ukrainian name, latitude and longitude of every current settlement; one in five, to be quick. */
    private static List<String[]> settlements(Path file) throws IOException {
        List<String[]> settlements = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split("\t", -1));
            int row = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                boolean current = cells[header.indexOf("placetype")].equals("locality")
                        && cells[header.indexOf("deprecated")].isEmpty();
                String name = cells[header.indexOf("ukr")].split("\\|", -1)[0];
                if (current && !name.isEmpty() && row++ % 5 == 0) {
                    settlements.add(new String[] {name, cells[header.indexOf("lat")], cells[header.indexOf("lon")]});
                }
            }
        }
        return settlements;
    }
}
