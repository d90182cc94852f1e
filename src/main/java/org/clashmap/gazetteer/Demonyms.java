package org.clashmap.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final int LONGEST_ENDING = 4;

    /** That a stem with one of these endings means a place; of two claims to a word the lower number keeps it. */
    private record Claim(int number, List<String> endings, String place) {}

    /** Claims by folded stem; forms are not spelt out, which would take twenty times the memory and the time. */
    private final Map<Language, Map<String, List<Claim>>> stems = new EnumMap<>(Language.class);

    private int claims;

    private Demonyms() {
        for (Language language : Language.values()) {
            stems.put(language, new HashMap<>());
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
        Language language = Language.find(cells[1]).orElseThrow();
        switch (language) {
            case EN, AR, FR, ES -> {
                addForms(language, cells[2], List.of(""), place);
                addForms(language, cells[3], List.of(""), place);
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

    private void addForms(Language language, String words, List<String> endings, String place) {
        Map<String, List<Claim>> byStem = stems.getOrDefault(language, Map.of());
        for (String word : words.split("\\|", -1)) {
            String stem = NameKeys.fold(word);
            if (!stem.isEmpty()) {
                byStem.computeIfAbsent(stem, key -> new ArrayList<>(1)).add(new Claim(claims++, endings, place));
            }
        }
    }

    /** The id of the place that a word is an adjective or demonym of; the first row of the file that has it. */
    Optional<String> find(CharSequence word, Language language) {
        Map<String, List<Claim>> byStem = stems.getOrDefault(language, Map.of());
        String key = NameKeys.fold(word);
        Claim first = null;
        for (int cut = key.length(); cut > 0 && cut >= key.length() - LONGEST_ENDING; cut--) {
            String ending = key.substring(cut);
            for (Claim claim : byStem.getOrDefault(key.substring(0, cut), List.of())) {
                if (claim.endings.contains(ending) && (first == null || claim.number < first.number)) {
                    first = claim;
                }
            }
        }
        return Optional.ofNullable(first).map(Claim::place);
    }
}
