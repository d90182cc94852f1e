package org.clashmap.extract.toponym;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.gazetteer.NameMatch;
import org.clashmap.text.Span;
import org.clashmap.text.WordTable;

/** States and provinces by their abbreviations in English texts: "Charleston, W.Va.", "Paris, TX", "the S.C. coast". */
final class UnitAbbreviations {
    private static final int LONGEST = 6;
    private static final Map<String, Entry> ENTRIES = load();

    private record Entry(String place, boolean alone) {}

    private final Gazetteer gazetteer;

    UnitAbbreviations(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The longest abbreviation that begins at a position and may stand there. */
    Optional<Span> findAt(String text, int start) {
        for (int end = Math.min(text.length(), start + LONGEST); end > start + 1; end--) {
            Entry entry = ENTRIES.get(text.substring(start, end));
            boolean whole =
                    end == text.length() || text.charAt(end - 1) == '.' || !Character.isLetterOrDigit(text.charAt(end));
            if (entry != null && whole && (entry.alone || followsPlace(text, start))) {
                return Optional.of(new Span(start, end));
            }
        }
        return Optional.empty();
    }

    /** A capitalised word and a comma stand right before. */
    private static boolean followsPlace(String text, int start) {
        int at = start - 1;
        if (at < 2 || text.charAt(at) != ' ' || text.charAt(at - 1) != ',') {
            return false;
        }
        int word = at - 2;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return Character.isUpperCase(text.charAt(word));
    }

    List<NameMatch> matches(String abbreviation) {
        Entry entry = ENTRIES.get(abbreviation);
        return entry == null
                ? List.of()
                : gazetteer
                        .find(entry.place)
                        .map(place -> List.of(
                                new NameMatch(place, abbreviation, NameMatch.Kind.VARIANT, NameMatch.Level.FOLDED)))
                        .orElse(List.of());
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> entries = new HashMap<>();
        for (WordTable.Row row : WordTable.rows("extract/toponyms/abbreviations", 3)) {
            entries.put(row.get(0), new Entry(row.get(1), row.get(2).equals("alone")));
        }
        return entries;
    }
}
