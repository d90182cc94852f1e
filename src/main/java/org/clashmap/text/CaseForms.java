package org.clashmap.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guesses the nominatives that an inflected Ukrainian or Russian name may come from, by its ending. The guesses are many
 * and most are no words: a caller keeps those that are names it knows, which is what makes the rules safe. Works on
 * folded keys ({@link NameKeys#fold}). The endings are those of the school grammars: declension I–IV of nouns, adjectives
 * of both stems, and the vowel and consonant changes in front of them (Ріг, Розі; Авдіївка, Авдіївці). Constant time for
 * a word, thread-safe.
 */
public final class CaseForms {
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST_ENDING = 5;
    private static final String VOWELS = "аеєиіїоуюя";

    /** Ending to what may stand in its place; "-" stands for nothing. */
    private static final Map<String, String[]> UKRAINIAN = Map.ofEntries(
            // Nouns: Куп'янська, Куп'янську, Куп'янськом; Дніпра; Тернополя; Сумах; Авдіївки, Авдіївкою.
            rule("а", "- о"),
            rule("у", "- о а"),
            rule("ю", "ь й я е -"),
            rule("ссю", "сь"),
            rule("ззю", "зь"),
            rule("ттю", "ть"),
            rule("ллю", "ль"),
            rule("нню", "нь"),
            rule("ццю", "ць"),
            rule("я", "ь й е я"),
            rule("ом", "- о"),
            rule("ем", "- ь е"),
            rule("єм", "й ь"),
            rule("ям", "я і"),
            rule("ові", "- о"),
            rule("еві", "- ь ів"),
            rule("і", "- о а я е ь"),
            rule("ї", "я й"),
            rule("и", "а я"),
            rule("ою", "а"),
            rule("ею", "я а"),
            rule("єю", "я"),
            rule("ії", "ія"),
            rule("ією", "ія"),
            rule("ію", "ія"),
            rule("ів", "и і"),
            rule("їв", "ї"),
            rule("ей", "і"),
            rule("ам", "и і а"),
            rule("ами", "и і а"),
            rule("ах", "и і а"),
            rule("ями", "і я"),
            rule("ях", "і я"),
            rule("", "и і а"),
            // Changes of the last consonant: Розі, Авдіївці, Празі.
            rule("зі", "г га го"),
            rule("ці", "ка к ко ць ця ці ець"),
            rule("сі", "ха х с"),
            // Fleeting vowels: Кременця, Городка.
            rule("ця", "ець"),
            rule("цю", "ець"),
            rule("цем", "ець"),
            rule("ка", "ок"),
            rule("ку", "ок"),
            rule("ком", "ок"),
            rule("ок", "ки"),
            rule("ень", "ні"),
            rule("ен", "ни"),
            // Possessive names: Харкова, Києва, Миколаєва, Часового.
            rule("ова", "ів"),
            rule("ову", "ів"),
            rule("овом", "ів"),
            rule("овим", "ів ове"),
            rule("ева", "ів"),
            rule("єва", "їв"),
            rule("єву", "їв"),
            rule("єві", "й їв"),
            rule("євом", "їв"),
            rule("ового", "ів ове"),
            rule("овому", "ів ове"),
            // Adjectives: Родинського, Кривому, Великої, Нижніх.
            rule("ого", "е ий"),
            rule("ому", "е ий"),
            rule("им", "е ий і"),
            rule("ім", "е ий ій є"),
            rule("ої", "а"),
            rule("ій", "а я"),
            rule("их", "і"),
            rule("ими", "і"),
            rule("нього", "нє ній"),
            rule("ньому", "нє ній"),
            rule("ньої", "ня"),
            rule("ню", "ня"),
            rule("ніх", "ні"),
            rule("німи", "ні"));

    private static final Map<String, String[]> RUSSIAN = Map.ofEntries(
            rule("а", "- о"),
            rule("у", "- о а"),
            rule("ом", "- о ое ый ий ой"),
            rule("ем", "- ь е й ец ий ее"),
            rule("е", "- о а я ь й"),
            rule("я", "ь е й"),
            rule("ю", "ь я е й"),
            rule("и", "а я ь и"),
            rule("ы", "а"),
            rule("ой", "а ая"),
            rule("ою", "а"),
            rule("ей", "я а и"),
            rule("ью", "ь"),
            rule("ии", "ия ий ие"),
            rule("ию", "ия ие"),
            rule("ией", "ия"),
            rule("ием", "ие ий"),
            rule("ия", "ие ий"),
            rule("ов", "ы и"),
            rule("ев", "и ы"),
            rule("ам", "ы и а"),
            rule("ами", "ы и а"),
            rule("ах", "ы и а"),
            rule("ям", "и я"),
            rule("ями", "и я"),
            rule("ях", "и я"),
            rule("", "ы и а"),
            rule("ца", "ец"),
            rule("цу", "ец"),
            rule("цом", "ец"),
            rule("це", "ец ца"),
            rule("ка", "ок"),
            rule("ку", "ок"),
            rule("ком", "ок"),
            rule("ке", "ок"),
            rule("ьца", "ец"),
            rule("ьцу", "ец"),
            rule("ьцом", "ец"),
            rule("ьце", "ец"),
            rule("ок", "ки"),
            rule("ла", "ел"),
            rule("лу", "ел"),
            rule("лом", "ел"),
            rule("ле", "ел"),
            rule("ви", "овь"),
            rule("ого", "ое ый ий ой"),
            rule("ому", "ое ый ий ой"),
            rule("ым", "ое ый ые -"),
            rule("им", "ое ий ее ин"),
            rule("его", "ее ий"),
            rule("ему", "ее ий"),
            rule("ую", "ая"),
            rule("юю", "яя"),
            rule("ых", "ые"),
            rule("их", "ие"),
            rule("ыми", "ые"),
            rule("ими", "ие"));

    private CaseForms() {}

    private static Map.Entry<String, String[]> rule(String ending, String nominatives) {
        String[] split = nominatives.split(" ", -1);
        for (int i = 0; i < split.length; i++) {
            split[i] = split[i].equals("-") ? "" : split[i];
        }
        return Map.entry(ending, split);
    }

    /** The possible nominatives of a folded word, without the word itself, in a fixed order; none for other languages. */
    public static List<String> nominatives(String word, Language language) {
        Map<String, String[]> rules = switch (language) {
            case UK -> UKRAINIAN;
            case RU -> RUSSIAN;
            case EN, AR, FR, ES -> Map.of();
        };
        Set<String> found = new LinkedHashSet<>();
        for (int length = Math.min(LONGEST_ENDING, word.length() - SHORTEST_STEM); length >= 0; length--) {
            int cut = word.length() - length;
            String[] nominatives = rules.get(word.substring(cut));
            if (nominatives == null) {
                continue;
            }
            String stem = word.substring(0, cut);
            for (String nominative : nominatives) {
                found.add(stem + nominative);
                if (language == Language.UK) {
                    addWithClosedSyllable(stem + nominative, found);
                }
            }
        }
        found.remove(word);
        return new ArrayList<>(found);
    }

    /** In a closed last syllable Ukrainian о and е become і: Рогу, Ріг; Тернополя, Тернопіль; Канева, Канів. */
    private static void addWithClosedSyllable(String nominative, Set<String> found) {
        for (int i = nominative.length() - 1; i > 0 && i >= nominative.length() - 3; i--) {
            char c = nominative.charAt(i);
            if (VOWELS.indexOf(c) < 0) {
                continue;
            }
            boolean closed = i < nominative.length() - 1;
            if (closed && (c == 'о' || c == 'е' || c == 'є')) {
                found.add(nominative.substring(0, i) + (c == 'є' ? 'ї' : 'і') + nominative.substring(i + 1));
            }
            return;
        }
    }
}
