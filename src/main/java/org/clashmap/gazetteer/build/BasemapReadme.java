package org.clashmap.gazetteer.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Writes the page that says what the files of the base map are, where they come from and how they were made. */
final class BasemapReadme {
    private static final String BEGINNING = """
            # geodata/basemap: the map without internet

            Made by `./clashmap gazetteer build`, byte for byte the same each time; not edited by hand.

            | file | holds | rows | bytes | SHA-256 |
            |---|---|---|---|---|
            """;

    private static final String REST = """

            ## Sources

            | source | gives | version | licence and credit |
            |---|---|---|---|
            | Natural Earth 1:10m, npm package `{units}` | land, borders of countries and of first-level units | {units version} | public domain; credit "Natural Earth" |
            | Natural Earth 1:50m, npm package `{water}` | lakes and rivers | {water version} | public domain; credit "Natural Earth" |
            | GeoNames, npm package `{cities}` | names and places of towns | {cities version} | CC BY 4.0; credit "GeoNames (CC BY 4.0)" |
            | `../overrides/basemap-disputes.tsv` | which country a territory is drawn in, which borders are dashed | | facts, each with its link |
            | `../overrides/basemap-waters.tsv`, `basemap-names.tsv` | names of seas; Ukrainian and Russian names of large cities | | facts |

            Names of countries are not stored: browsers know them in every language.

            ## What to know

            - Natural Earth draws who holds the land. This map follows ISO 3166 and the United Nations: Crimea and Sevastopol
              are in Ukraine, Western Sahara is one territory, Northern Cyprus is in Cyprus, Somaliland in Somalia. Lines of
              control and borders in dispute are dashed. Not in the source, so not drawn: South Ossetia, Abyei, Aksai Chin,
              and the line between Israel and the Golan Heights, which it draws as part of Israel's northern district.
            - Good to zoom 9 or 10: coasts and borders are within a few hundred metres. Lakes and rivers come from a source
              rounded to about 0.02 to 0.04 degrees (2 to 4 km) and smoothed; they say where a river runs, not on which bank
              a place lies.
            - Polar coasts (beyond 62 degrees) keep less detail.

            ## Format

            `*.bin` ("CMB1"), all numbers unsigned LEB128: the four letters, cell size in degrees, units per degree, overlap in
            units, number of cells; per cell its column (from 180 W), row (from 90 S) and length in bytes; then the cells. A
            cell holds for each kind (land, lake, long river, river, first-level border, border of small first-level units,
            country border, disputed border) the number of parts; per part the number of points, then zigzag differences of
            x and y, counted from the cell's south-western corner. Rings are not closed and reach over the cell by the
            overlap, so that neighbours leave no seam; outer rings run anticlockwise.

            `labels*.tsv`: style (n nation, c capital, b, m, s city by size, o ocean, sea or lake), first zoom with room for it,
            longitude, latitude, name (of a nation its ISO code), Ukrainian name, Russian name; UTF-8, lowest zoom first.
            """;

    private BasemapReadme() {}

    static String of(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(BEGINNING);
        row(text, folder, "overview.bin", "land, lakes, rivers, borders for zoom 0 to 5, cells of 30 degrees");
        row(text, folder, "region.bin", "the same and first-level borders from zoom 6, cells of 5 degrees");
        row(text, folder, "labels.tsv", "labels to zoom 8");
        row(text, folder, "labels-near.tsv", "labels of zoom 9 and 10");
        return text
                + REST.replace("{units}", BasemapBuilder.UNITS_PACKAGE)
                        .replace("{units version}", BasemapBuilder.UNITS_VERSION)
                        .replace("{water}", BasemapBuilder.WATER_PACKAGE)
                        .replace("{water version}", BasemapBuilder.WATER_VERSION)
                        .replace("{cities}", BasemapBuilder.CITIES_PACKAGE)
                        .replace("{cities version}", BasemapBuilder.CITIES_VERSION);
    }

    private static void row(StringBuilder text, Path folder, String file, String holds) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        String rows = "";
        if (file.endsWith(".tsv")) {
            List<String> lines = Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
            rows = Integer.toString(lines.size() - 1);
        }
        text.append(String.format(
                Locale.ROOT, "| `%s` | %s | %s | %d | `%s` |\n", file, holds, rows, bytes.length, sha256(bytes)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
