package org.clashmap.gazetteer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;

/**
 * Puts the base and the layers of a user together, layer by layer. A layer's place that the tables have already gives them
 * its point and its names, and its id as another one; the id, the kind and, where known, the population stay. Others are
 * added at the end. The tables are made anew at each load, so a layer that is taken away leaves nothing behind. A layer
 * that cannot be read is left out, with a notice. For one thread.
 */
final class Composition {
    private Tables tables;
    private final Map<String, Integer> units = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    private Composition(Path geodata) {
        StoredManifest manifest = StoredManifest.read(geodata);
        PlaceTable places = new PlaceTable(manifest.places());
        NameTable names = new NameTable(manifest.names());
        new TableLoader(geodata, manifest).readInto(places, names, new TableReader.Units(units, 0));
        places.seal(names.count());
        names.trim();
        tables = new Tables(manifest.version(), manifest.credits(), places, names);
    }

    /** What came of it, and what was left out. */
    record Composed(Tables tables, List<Notice> notices) {}

    static Composed of(Path geodata, Layers layers) {
        Composition composition = begin(geodata);
        layers.folders().forEach(composition::add);
        return composition.finish();
    }

    /** With the base alone. */
    static Composition begin(Path geodata) {
        return new Composition(geodata);
    }

    Composed finish() {
        tables.names().settle();
        return new Composed(tables, List.copyOf(notices));
    }

    void add(Path folder) {
        String name = Layers.nameOf(folder);
        try {
            StoredManifest manifest = StoredManifest.read(folder);
            PlaceTable places = new PlaceTable(manifest.places());
            NameTable names = new NameTable(manifest.names());
            // The layer's own units stand beside those of the tables only when it can be read to its end.
            Map<String, Integer> withOwn = new HashMap<>(units);
            new TableLoader(folder, manifest)
                    .readInto(
                            places,
                            names,
                            new TableReader.Units(withOwn, tables.places().count()));
            places.seal(names.count());
            names.trim();
            int before = tables.places().count();
            int[] rows = unite(places, names);
            withOwn.forEach((code, row) -> units.putIfAbsent(code, row(row, before, rows)));
            String version = tables.version() + '+' + name + '.' + manifest.version();
            List<Gazetteer.Credit> credits = new ArrayList<>(tables.credits());
            credits.addAll(manifest.credits());
            tables = new Tables(version, List.copyOf(credits), tables.places(), tables.names());
        } catch (GeodataException unusable) {
            notices.add(new Notice(
                    "gazetteer_layer_unusable",
                    Severity.ERROR,
                    "layer " + name,
                    unusable.problem() + ". The layer is left out. Add it again with ./clashmap gazetteer add --name "
                            + name + ", or take it out with ./clashmap gazetteer remove " + name));
        }
    }

    /** Gives for each row of a layer the row it now has, or -1 for names of a place that is not there. */
    private int[] unite(PlaceTable added, NameTable addedNames) {
        PlaceTable places = tables.places();
        int before = places.count();
        Neighbours neighbours = new Neighbours(places);
        int[] rows = Sameness.find(tables, neighbours, added, addedNames);
        Map<Integer, List<Integer>> sources = new HashMap<>();
        int next = before;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0) {
                sources.computeIfAbsent(rows[row], key -> new ArrayList<>(1)).add(row);
            } else if (!added.isNamesOnly(row)) {
                rows[row] = next++;
            }
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= before) {
                append(added, row, rows, before, neighbours);
            } else if (rows[row] >= 0) {
                if (!added.isNamesOnly(row)) {
                    improve(rows[row], added, row, rows, before);
                }
                places.tieThird(rows[row], row(added.admin3Of(row), before, rows));
            }
        }
        NameTable names = names(addedNames, added, sources, rows, before);
        places.seal(names.count());
        names.trim();
        tables = new Tables(tables.version(), tables.credits(), places, names);
        return rows;
    }

    private void append(PlaceTable added, int row, int[] rows, int before, Neighbours neighbours) {
        PlaceTable places = tables.places();
        PlaceTable.Row copy = new PlaceTable.Row();
        added.copy(row, copy);
        copy.layer = places.layer(added.layerOf(row));
        copy.admin1 = row(added.admin1Of(row), before, rows);
        copy.admin2 = row(added.admin2Of(row), before, rows);
        if (copy.admin2 < 0 && added.isSettlement(row) && added.precisionOf(row) == PlacePrecision.POINT) {
            copy.admin2 = neighbours.unitOf(added.pointOf(row), copy.admin1);
        }
        copy.formerAdmin2 = -1;
        copy.admin3 = row(added.admin3Of(row), before, rows);
        if (places.find(added.idOf(row)) >= 0) {
            // The id is taken, and by another place: the layer's is told apart by the layer's name.
            copy.otherId = added.layerOf(row) + ':' + added.idOf(row);
        }
        // Until all names are written anew, this is where those of the row before end.
        places.add(copy, tables.names().count());
    }

    private void improve(int place, PlaceTable added, int row, int[] rows, int before) {
        PlaceTable places = tables.places();
        PlaceTable.Row facts = new PlaceTable.Row();
        places.copy(place, facts);
        PlaceTable.Row better = new PlaceTable.Row();
        added.copy(row, better);
        if (added.precisionOf(row) == PlacePrecision.POINT) {
            facts.latE5 = better.latE5;
            facts.lonE5 = better.lonE5;
            facts.known = better.known;
            facts.layer = places.layer(added.layerOf(row));
        }
        facts.population = facts.population == 0 ? better.population : facts.population;
        places.locate(place, facts);
        places.tie(place, row(added.admin1Of(row), before, rows), row(added.admin2Of(row), before, rows));
        String otherId = added.idOf(row);
        if (places.find(otherId) < 0) {
            places.alias(otherId, place);
        }
    }

    /** A unit's row in the tables: rows of the layer's own units come after those that were there before. */
    private static int row(int unit, int before, int[] rows) {
        return unit < before ? unit : rows[unit - before];
    }

    /** All names anew, since those of one place stand side by side. */
    private NameTable names(
            NameTable addedNames, PlaceTable added, Map<Integer, List<Integer>> sources, int[] rows, int before) {
        PlaceTable places = tables.places();
        NameTable names = tables.names();
        NameTable all = new NameTable(names.count() + addedNames.count());
        all.takePrefixes(names);
        all.takePrefixes(addedNames);
        for (int place = 0; place < before; place++) {
            int first = all.count();
            for (int name = places.firstNameOf(place); name < places.nameEndOf(place); name++) {
                all.add(names, name, names.mark(name), place);
            }
            for (int row : sources.getOrDefault(place, List.of())) {
                for (int name = added.firstNameOf(row); name < added.nameEndOf(row); name++) {
                    all.addOnce(addedNames, name, first, place);
                }
            }
            places.name(place, first);
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= before) {
                places.name(rows[row], all.count());
                for (int name = added.firstNameOf(row); name < added.nameEndOf(row); name++) {
                    all.add(addedNames, name, addedNames.mark(name), rows[row]);
                }
            }
        }
        return all;
    }
}
