package org.clashmap.gazetteer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes a folder of place tables with a few invented rows, in the form of {@code geodata/}. */
final class SmallGeodata {
    private final Path folder;
    private final String version;
    private final List<String> layers = new ArrayList<>();
    private final TreeMap<String, List<String>> rows = new TreeMap<>();

    SmallGeodata(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    SmallGeodata layer(char letter, String name, String source, String licence) {
        layers.add("layer\t" + letter + '\t' + name + '\t' + source + '\t' + licence + "\thttps://example.org/\t1");
        return this;
    }

    /** Rows of a country's table, as they are stored. */
    SmallGeodata table(String country, String... lines) {
        rows.computeIfAbsent(country, key -> new ArrayList<>()).addAll(List.of(lines));
        return this;
    }

    Path write() throws IOException {
        Files.createDirectories(folder.resolve("places"));
        Files.createDirectories(folder.resolve("overrides"));
        Files.writeString(folder.resolve("overrides/demonyms.tsv"), "UA\ten\tUkrainian\tUkrainian|Ukrainians\n");
        List<String> manifest = new ArrayList<>(List.of("format\t" + GeodataFormat.NUMBER, "version\t" + version));
        manifest.addAll(layers);
        manifest.add("places\t" + rows.values().stream().mapToInt(List::size).sum());
        manifest.add("names\t10");
        for (String country : rows.keySet()) {
            String name = "places/" + country + ".tsv.gz";
            byte[] content =
                    (String.join("\n", rows.getOrDefault(country, List.of())) + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                out.write(content);
            }
            manifest.add("file\t" + name + '\t' + content.length + "\tx");
        }
        Files.write(folder.resolve(GeodataFormat.MANIFEST), manifest);
        return folder;
    }

    /** A country with two oblasts, a raion and five places, one known only to its raion. */
    static SmallGeodata base(Path folder) {
        return new SmallGeodata(folder, "1.base")
                .layer('g', "geonames", "GeoNames", "CC BY 4.0")
                .layer('z', "geonames-postal", "GeoNames postal codes", "CC BY 4.0")
                .table(
                        "UA",
                        "ne:UA\tPCLI\t49\t31\t300000\tag\tUkraine|+Україна\tUKR",
                        "ne:UA-14\tADM1\t48.1\t37.8\t200000\tag\tDonetsk|+Донецька область\t05",
                        "ne:UA-09\tADM1\t48.9\t39\t100000\tag\tLuhansk|+Луганська область\t14",
                        "@05\t\t",
                        "gn:UA.05.1412\tADM2\t48.6\t37.6\t50000\tag\tKramatorskyi|+Краматорський район\t1412",
                        "@05\t1412\t",
                        "101\tPPLA2\t48.723\t37.556\t50000\tpg\tKramatorsk|+Краматорськ",
                        "102\tPPL\t48.35\t37.5527\t\tpg\tTarasivka|+Тарасівка|*Тарасовка",
                        "gnp:UA-1-rozdol\tPPL\t48.6\t37.6\t\trz\tRozdol|+Роздол",
                        "gnp:UA-2-zarichne\tPPL\t48.6\t37.6\t\trz\tZarichne|+Зарічне",
                        "@14\t\t",
                        "103\tPPL\t48.925\t38.2482\t900\tpg\tBilohorivka|+Білогорівка|-Stara Bila^1924-2016");
    }
}
