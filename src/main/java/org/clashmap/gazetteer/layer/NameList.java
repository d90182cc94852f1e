package org.clashmap.gazetteer.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clashmap.gazetteer.NameMark;
import org.clashmap.gazetteer.StoredName;
import org.clashmap.gazetteer.Validity;
import org.clashmap.gazetteer.build.NameFilter;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;
import org.clashmap.text.Romanisation;
import org.jspecify.annotations.Nullable;

/** Gathers the names of one place from the cells of a row. What the tables cannot hold is left out. */
final class NameList {
    private final List<StoredName> names = new ArrayList<>();

    /** The name that a row must have; refused when it is none. */
    NameList main(NameMark mark, String spelling) {
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
    NameList add(NameMark mark, @Nullable String spelling) {
        return add(mark, spelling, Validity.UNKNOWN);
    }

    /** Likewise, with the years in which it was in force. */
    NameList add(NameMark mark, @Nullable String spelling, Validity validity) {
        if (spelling != null && NameFilter.isStorable(spelling)) {
            String clean = spelling.strip();
            boolean cyrillic = NameKeys.isCyrillic(clean);
            boolean language = mark.isLanguage();
            if (!NameKeys.fold(clean).isEmpty()) {
                names.add(new StoredName(clean, language && !cyrillic ? NameMark.PLAIN : mark, validity));
            }
        }
        return this;
    }

    /** Several former names in one cell, each with its years in brackets where they are known. */
    NameList addFormer(NameMark mark, String cell, char separator) {
        for (String stated : cell.split(Pattern.quote(String.valueOf(separator)), -1)) {
            StatedYears.Dated dated = StatedYears.inBrackets(stated);
            add(mark, dated.name(), dated.validity());
        }
        return this;
    }

    /** Several names in one cell. */
    NameList addAll(NameMark mark, @Nullable String cell, char separator) {
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
                    add(NameMark.PLAIN, name);
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
    List<StoredName> toList(String country) {
        List<StoredName> ordered = new ArrayList<>(names.size() + 1);
        StoredName main = names.getFirst();
        StoredName latin = names.stream()
                .filter(name -> name.mark().isCurrent() && isLatin(name.spelling()))
                .findFirst()
                .orElse(null);
        if (latin != null) {
            ordered.add(StoredName.plain(latin.spelling()));
        } else if (NameKeys.isCyrillic(main.spelling())) {
            ordered.add(StoredName.plain(romanised(main, country)));
        } else {
            ordered.add(StoredName.plain(main.spelling()));
        }
        return InnerFusion.uniteWithMain(ordered, names);
    }

    /** The names, each once, without making a main one. */
    List<StoredName> toList() {
        return InnerFusion.unite(names, List.of());
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String romanised(StoredName name, String country) {
        boolean russian = name.mark() == NameMark.RUSSIAN || (name.mark() == NameMark.PLAIN && !country.equals("UA"));
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
