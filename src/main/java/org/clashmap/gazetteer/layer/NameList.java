package org.clashmap.gazetteer.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clashmap.gazetteer.build.NameFilter;
import org.clashmap.gazetteer.layer.LayerName.Mark;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;
import org.jspecify.annotations.Nullable;

/** Gathers the names of one place from the cells of a row. What the tables cannot hold is left out. */
final class NameList {
    private final List<LayerName> names = new ArrayList<>();

    /** The name that a row must have; refused when it is none. */
    NameList main(Mark mark, String spelling) {
        String clean = spelling.strip();
        if (clean.isEmpty()) {
            throw new RowProblem(Reason.NAME, "the name is missing");
        }
        if (spelling.charAt(0) == '\t' || "=+-@".indexOf(clean.charAt(0)) >= 0) {
            throw new RowProblem(
                    Reason.NAME,
                    "the name '" + Tally.excerpt(clean) + "' begins with " + clean.charAt(0)
                            + " as a spreadsheet's formula does; no place's name does");
        }
        if (!NameFilter.isStorable(clean)) {
            throw new RowProblem(
                    Reason.NAME,
                    "the name '" + Tally.excerpt(clean)
                            + "' cannot be stored: at most 120 characters, no vertical bar or line end, please");
        }
        add(mark, clean);
        return this;
    }

    /** A further name; those that cannot be stored are passed over. */
    NameList add(Mark mark, @Nullable String spelling) {
        if (spelling != null && NameFilter.isStorable(spelling)) {
            String clean = spelling.strip();
            boolean cyrillic = NameKeys.isCyrillic(clean);
            boolean language = mark == Mark.UKRAINIAN || mark == Mark.RUSSIAN || mark == Mark.BOTH;
            if (!NameKeys.fold(clean).isEmpty()) {
                names.add(new LayerName(clean, language && !cyrillic ? Mark.PLAIN : mark));
            }
        }
        return this;
    }

    /** Several names in one cell. */
    NameList addAll(Mark mark, @Nullable String cell, char separator) {
        if (cell != null) {
            int start = 0;
            for (int i = 0; i <= cell.length(); i++) {
                if (i == cell.length() || cell.charAt(i) == separator) {
                    add(mark, cell.substring(start, i));
                    start = i + 1;
                }
            }
        }
        return this;
    }

    /** Several names in one cell, without what is no name: codes, links, machine transliterations. */
    NameList addNamesOf(String cell, char separator) {
        int start = 0;
        for (int i = 0; i <= cell.length(); i++) {
            if (i == cell.length() || cell.charAt(i) == separator) {
                String name = cell.substring(start, i);
                if (NameFilter.isName(name)) {
                    add(Mark.PLAIN, name);
                }
                start = i + 1;
            }
        }
        return this;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * The names, each once, the main one first: the first current one in Latin letters; where there is none, the first
     * Cyrillic one romanised, as Ukraine's or the Russian rules have it; else the first.
     *
     * @param country whose rules hold for a name without language
     */
    List<LayerName> toList(String country) {
        List<LayerName> ordered = new ArrayList<>(names.size() + 1);
        LayerName main = names.getFirst();
        LayerName latin = names.stream()
                .filter(name -> isCurrent(name) && isLatin(name.spelling()))
                .findFirst()
                .orElse(null);
        if (latin != null) {
            ordered.add(LayerName.plain(latin.spelling()));
        } else if (NameKeys.isCyrillic(main.spelling())) {
            ordered.add(LayerName.plain(romanised(main, country)));
        } else {
            ordered.add(LayerName.plain(main.spelling()));
        }
        ordered.addAll(names);
        return InnerFusion.unite(ordered, List.of());
    }

    /** The names, each once, without making a main one. */
    List<LayerName> toList() {
        return InnerFusion.unite(names, List.of());
    }

    private static boolean isCurrent(LayerName name) {
        return name.mark() != Mark.HISTORIC && name.mark() != Mark.OCCUPATION;
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String romanised(LayerName name, String country) {
        boolean russian = name.mark() == Mark.RUSSIAN || (name.mark() == Mark.PLAIN && !country.equals("UA"));
        String lower = Romanisation.of(name.spelling(), russian ? Language.RU : Language.UK)
                .getFirst();
        StringBuilder out = new StringBuilder(lower);
        for (int i = 0; i < out.length(); i++) {
            if (i == 0 || out.charAt(i - 1) == ' ' || out.charAt(i - 1) == '-') {
                out.replace(i, i + 1, out.substring(i, i + 1).toUpperCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
