package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.text.Language;
import org.clashmap.text.NameKeys;

/**
 * Adjectives and demonyms of countries, and of a few cities, from {@code overrides/demonyms.tsv}. English words are listed
 * in every form; Ukrainian and Russian ones by their stem, to which the endings of their declension are added here.
 * Immutable.
 */
final class Demonyms {
    private static final String FILE = "overrides/demonyms.tsv";
    private static final List<String> UK_ADJECTIVE =
            List.of("ий", "ого", "ому", "им", "ім", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими");
    private static final List<String> RU_ADJECTIVE =
            List.of("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими", "и");
    private static final List<String> UK_NOUN = List.of(
            "", "а", "я", "у", "ю", "ом", "ем", "єм", "ові", "еві", "єві", "і", "ї", "и", "ів", "їв", "ам", "ям", "ами",
            "ями", "ах", "ях", "ин", "ина", "ину", "ином", "ині", "ою", "ею", "єю", "ка", "ки", "ку", "кою", "ці", "ок",
            "кам", "ками", "ках", "й");
    private static final List<String> RU_NOUN = List.of(
            "", "а", "я", "у", "ю", "ом", "ем", "е", "и", "ы", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях",
            "ин", "ина", "ину", "ином", "ине", "ой", "ою", "ка", "ки", "ку", "кой", "ке", "ок", "кам", "ками", "ках",
            "й", "ью");

    /** Place id by folded word. */
    private final Map<Language, Map<String, String>> places = new EnumMap<>(Language.class);

    private Demonyms() {
        for (Language language : Language.values()) {
            places.put(language, new HashMap<>());
        }
    }

    static Demonyms load(Path geodata) {
        Demonyms demonyms = new Demonyms();
        Path file = geodata.resolve(FILE);
        if (!Files.exists(file)) {
            throw new GeodataException(file + " is missing; restore it from the repository, then");
        }
        try {
            int line = 0;
            for (String row : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                line++;
                if (!row.isBlank() && !row.startsWith("#") && !row.startsWith("place\t")) {
                    demonyms.add(row.split("\t", -1), line);
                }
            }
        } catch (IOException e) {
            throw new GeodataException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
        return demonyms;
    }

    private void add(String[] cells, int line) {
        if (cells.length != 4 || Language.find(cells[1]).isEmpty()) {
            throw new GeodataException(
                    FILE + " line " + line + " is not: place, language, adjectives, nouns; correct it");
        }
        String place = cells[0].length() == 2 ? "ne:" + cells[0] : cells[0];
        switch (Language.find(cells[1]).orElseThrow()) {
            case EN -> {
                addForms(Language.EN, cells[2], List.of(""), place);
                addForms(Language.EN, cells[3], List.of(""), place);
            }
            case UK -> {
                addForms(Language.UK, cells[2], UK_ADJECTIVE, place);
                addForms(Language.UK, cells[3], UK_NOUN, place);
            }
            case RU -> {
                addForms(Language.RU, cells[2], RU_ADJECTIVE, place);
                addForms(Language.RU, cells[3], RU_NOUN, place);
            }
        }
    }

    /** The first row that claims a form keeps it. */
    private void addForms(Language language, String stems, List<String> endings, String place) {
        Map<String, String> forms = places.getOrDefault(language, Map.of());
        for (String stem : stems.split("\\|", -1)) {
            String folded = NameKeys.fold(stem);
            if (!folded.isEmpty()) {
                endings.forEach(ending -> forms.putIfAbsent(folded + ending, place));
            }
        }
    }

    /** The id of the place that a word is an adjective or demonym of. */
    Optional<String> find(CharSequence word, Language language) {
        return Optional.ofNullable(places.getOrDefault(language, Map.of()).get(NameKeys.fold(word)));
    }
}
