package org.clashmap.gazetteer.layer;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.StoredRow;

/**
 * Writes a layer as a folder of the same form as the base's: {@code manifest.tsv} and {@code places/CC.tsv.gz}. Rows may
 * come in any order. The folder is made under another name and moved into place by {@link #commit}; until then, and if
 * {@link #close} comes first, an older layer of the name stays as it was. Not thread-safe.
 *
 * <p>Within a country rows without a first-order unit come first, then unit by unit; in each, units before what lies in
 * them. Units are named by code and tied at load, to those of the same folder or of the base.
 */
public final class LayerWriter implements Closeable {
    static final String NO_COUNTRY = "ZZ";

    private final LayerFolder layers;
    private final String name;
    private final Path fresh;
    private final Partitions partitions;
    /** Rows and SHA-256 of the text of each table written. */
    private final Map<String, String> files = new TreeMap<>();

    private long places;
    private long names;
    private long fused;

    private LayerWriter(LayerFolder layers, String name, Path fresh) {
        this.layers = layers;
        this.name = name;
        this.fresh = fresh;
        this.partitions = new Partitions(fresh.resolve("parts"));
    }

    /** What was stored: places after fusing, all their names, and how many rows were fused with another of the layer. */
    public record Stored(long places, long names, long fused) {}

    /**
     * Begins a layer.
     *
     * @param root the folder of all layers, {@code DATA/gazetteer}
     * @param name see {@link LayerFolder#isName}
     */
    public static LayerWriter open(Path root, String name) throws IOException {
        LayerFolder layers = new LayerFolder(root);
        return new LayerWriter(layers, name, layers.begin(name));
    }

    /** The same for one who has the right to change the folder. */
    static LayerWriter open(LayerFolder layers, LayerFolder.Change right, String name) throws IOException {
        right.check();
        return new LayerWriter(layers, name, layers.begin(name));
    }

    /** The folder in the making, for further files of the layer. */
    Path folder() {
        return fresh;
    }

    public void add(LayerPlace place) throws IOException {
        LayerPlace.Unit unit = place.unit();
        partitions.add(
                new Partitions.Key(unit.country(), unit.admin1()),
                unit.admin2() + '\t' + place.row().text());
    }

    public void add(LayerNames more) throws IOException {
        partitions.add(new Partitions.Key(more.country(), ""), '\t' + more.text());
    }

    /** Adds names to a place of this layer that lies in the given unit; ignored when it turns out not to be there. */
    void addNames(Partitions.Key where, LayerNames more) throws IOException {
        partitions.add(where, '+' + more.text());
    }

    /** Writes the tables and the manifest and moves the folder into place. */
    public Stored commit(LayerInfo info) throws IOException {
        Files.createDirectories(fresh.resolve("places"));
        for (String country : partitions.countries()) {
            writeTable(country);
        }
        Files.deleteIfExists(fresh.resolve("parts"));
        Stored stored = new Stored(places, names, fused);
        LayerManifest.write(fresh, info, stored, files);
        layers.install(name, fresh);
        return stored;
    }

    /** Throws away what is not committed. */
    @Override
    public void close() throws IOException {
        layers.discard(fresh);
    }

    private void writeTable(String country) throws IOException {
        String file = "places/" + (country.isEmpty() ? NO_COUNTRY : country) + ".tsv.gz";
        MessageDigest digest = Checksums.sha256();
        long rows = 0;
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(fresh.resolve(file)), 1 << 16);
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(new DigestOutputStream(gzip, digest), StandardCharsets.UTF_8))) {
            String[] section = {"\t\t"};
            for (Partitions.Key key : partitions.keysOf(country)) {
                rows += writePart(key, out, section);
            }
        }
        files.put(file, rows + "\t" + HexFormat.of().formatHex(digest.digest()));
    }

    private long writePart(Partitions.Key key, BufferedWriter out, String[] section) throws IOException {
        List<LayerPlace> read = new ArrayList<>();
        Map<String, List<StoredName>> more = new HashMap<>();
        Map<String, StoredRow.NamesOnly> ofOthers = new TreeMap<>();
        partitions.take(key, row -> {
            if (row.startsWith("+")) {
                StoredRow.NamesOnly names = StoredRow.NamesOnly.parse(row.substring(1));
                more.merge(names.id(), names.names(), InnerFusion::unite);
                return;
            }
            int tab = row.indexOf('\t');
            String stored = row.substring(tab + 1);
            if (StoredRow.isNamesOnly(stored)) {
                StoredRow.NamesOnly names = StoredRow.NamesOnly.parse(stored);
                ofOthers.merge(names.id(), names, LayerWriter::united);
            } else {
                read.add(LayerPlace.of(StoredRow.parse(stored), key.country(), key.admin1(), row.substring(0, tab)));
            }
        });
        int rows = read.size();
        read.replaceAll(place -> named(place, more));
        List<LayerPlace> kept = InnerFusion.fuse(read);
        kept.sort(ORDER);
        for (LayerPlace place : kept) {
            String own = key.admin1() + '\t' + place.unit().admin2() + '\t';
            if (!own.equals(section[0])) {
                out.append('@').append(own).append('\n');
                section[0] = own;
            }
            out.append(place.row().text()).append('\n');
            names += place.names().size();
        }
        for (StoredRow.NamesOnly other : ofOthers.values()) {
            out.append(other.text(LayerPlace.LAYER_LETTER)).append('\n');
            names += other.names().size();
        }
        places += kept.size();
        fused += rows - kept.size();
        return (long) kept.size() + ofOthers.size();
    }

    /** What two rows of names tell of one place. */
    private static StoredRow.NamesOnly united(StoredRow.NamesOnly first, StoredRow.NamesOnly second) {
        return new StoredRow.NamesOnly(
                first.id(),
                InnerFusion.unite(first.names(), second.names()),
                first.admin3().isEmpty() ? second.admin3() : first.admin3());
    }

    private static LayerPlace named(LayerPlace place, Map<String, List<StoredName>> more) {
        List<StoredName> added = more.get(place.id());
        return added == null
                ? place
                : new LayerPlace(
                        place.id(),
                        place.featureCode(),
                        place.unit(),
                        place.position(),
                        place.population(),
                        InnerFusion.uniteWithMain(place.names(), added));
    }

    /** Units before what lies in them, so that one pass over the file can tie them; then as the base's tables. */
    private static final Comparator<LayerPlace> ORDER = Comparator.comparingInt(LayerWriter::rank)
            .thenComparing(place -> place.unit().admin2())
            .thenComparingLong(place -> StoredRow.geoNamesNumber(place.id()))
            .thenComparing(LayerPlace::id);

    private static int rank(LayerPlace place) {
        return switch (place.featureCode()) {
            case "ADM1" -> 0;
            case "ADM2" -> 1;
            case "ADM3" -> 2;
            default -> 3;
        };
    }
}
