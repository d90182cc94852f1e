package org.clashmap.gazetteer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The tables that a gazetteer stands on, whatever they were made from.
 *
 * @param version of the base, and of the layers where there are any
 * @param credits of the base's layers, then of the user's
 */
record Tables(String version, List<Gazetteer.Credit> credits, PlaceTable places, NameTable names) {
    /** Writes tables to a snapshot, or, from empty ones, gives those that stand in it. */
    Tables transfer(Columns columns) {
        String storedVersion = columns.texts(List.of(version)).getFirst();
        List<String> cells = columns.texts(
                credits.stream().flatMap(credit -> cells(credit).stream()).toList());
        List<Gazetteer.Credit> stored = IntStream.range(0, cells.size() / 5)
                .mapToObj(i -> credit(cells.subList(5 * i, 5 * i + 5)))
                .toList();
        places.transfer(columns);
        names.transfer(columns);
        return new Tables(storedVersion, stored, places, names);
    }

    private static List<String> cells(Gazetteer.Credit credit) {
        return List.of(credit.layer(), credit.source(), credit.licence(), credit.url(), Long.toString(credit.places()));
    }

    private static Gazetteer.Credit credit(List<String> cells) {
        return new Gazetteer.Credit(
                cells.get(0), cells.get(1), cells.get(2), cells.get(3), Long.parseLong(cells.get(4)));
    }
}
