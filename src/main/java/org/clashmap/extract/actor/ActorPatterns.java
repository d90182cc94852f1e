package org.clashmap.extract.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Language;
import org.clashmap.text.Token;

/**
 * Phrases with a value each, found at a position of a sentence; the most words win, then the most letters, then the first added. A word of a phrase
 * matches any case if written small, a capitalised word if it has a capital, only capitals if it is all capitals; a star
 * ends a stem. A hyphen also matches a space. Built once, then read-only and safe for many threads; a look-up is bounded by
 * the phrases that share the first two letters.
 */
public final class ActorPatterns<T> {
    /** Acronyms that are everyday words once a whole text is in capitals. */
    private static final Set<String> WORDS_IN_CAPITALS =
            Set.of("IS", "CAR", "FAN", "BIR", "ISM", "US", "AGO", "OPM", "SLA", "ETA", "SNA", "LET", "AID", "PACT");

    private final Map<String, List<Phrase<T>>> byStart = new HashMap<>();

    /** A phrase found: tokens {@code from} (inclusive) to {@code to} (exclusive). */
    public record Match<T>(int from, int to, T value) {}

    private record Phrase<T>(List<Word> words, T value) {
        int letters() {
            return words.stream().mapToInt(word -> word.text().length()).sum();
        }
    }

    private record Word(String text, boolean stem) {
        boolean isAcronym() {
            return text.length() > 1
                    && text.codePoints().noneMatch(Character::isLowerCase)
                    && text.codePoints().anyMatch(Character::isUpperCase);
        }
    }

    /** Adds every phrase of a cell whose alternatives are divided by bars. */
    void addAll(String alternatives, T value) {
        for (String phrase : alternatives.split("\\|", -1)) {
            if (!phrase.isBlank()) {
                add(phrase.strip(), value);
                if (phrase.contains("-")) {
                    add(phrase.strip().replace('-', ' '), value);
                }
            }
        }
    }

    private void add(String phrase, T value) {
        List<Word> words = new ArrayList<>();
        AnalysedText.of(phrase, Language.EN).sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::text)
                .forEach(word -> {
                    if (word.equals("*")) {
                        Word last = words.removeLast();
                        words.add(new Word(last.text(), true));
                    } else {
                        words.add(new Word(plain(word), false));
                    }
                });
        List<Phrase<T>> bucket = byStart.computeIfAbsent(bucket(words.getFirst().text()), key -> new ArrayList<>());
        bucket.add(new Phrase<>(List.copyOf(words), value));
        bucket.sort(Comparator.comparingInt(
                        (Phrase<T> candidate) -> -candidate.words().size())
                .thenComparingInt(candidate -> -candidate.letters()));
    }

    /**
     * The longest phrase that starts at a token.
     *
     * @param shouting the text around is all in capitals, so that case tells nothing
     */
    Optional<Match<T>> at(List<Token> tokens, int from, boolean shouting) {
        for (Phrase<T> phrase :
                byStart.getOrDefault(bucket(plain(tokens.get(from).text())), List.of())) {
            if (matches(phrase.words(), tokens, from, shouting)) {
                return Optional.of(new Match<>(from, from + phrase.words().size(), phrase.value()));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<Word> words, List<Token> tokens, int from, boolean shouting) {
        if (from + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!matches(words.get(i), plain(tokens.get(from + i).text()), shouting)) {
                return false;
            }
        }
        return !(shouting
                && words.size() == 1
                && WORDS_IN_CAPITALS.contains(words.getFirst().text()));
    }

    private static boolean matches(Word word, String token, boolean shouting) {
        if (!shouting && word.isAcronym()) {
            return word.stem() ? token.startsWith(word.text()) : token.equals(word.text());
        }
        if (!shouting
                && Character.isUpperCase(word.text().codePointAt(0))
                && !Character.isUpperCase(token.codePointAt(0))) {
            return false;
        }
        String wanted = word.text().toLowerCase(Locale.ROOT);
        String given = token.toLowerCase(Locale.ROOT);
        return word.stem() ? given.startsWith(wanted) : given.equals(wanted);
    }

    /** One spelling of apostrophes and of the Russian yo; an Arabic word bare of what is written on to it. */
    public static String plain(String word) {
        if (ArabicWords.isArabic(word)) {
            return ArabicWords.bare(word);
        }
        return word.replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('`', '\'')
                .replace('ё', 'е')
                .replace('Ё', 'Е');
    }

    private static String bucket(String word) {
        return word.substring(0, Math.min(2, word.length())).toLowerCase(Locale.ROOT);
    }
}
