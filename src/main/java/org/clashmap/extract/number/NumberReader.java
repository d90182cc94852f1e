package org.clashmap.extract.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clashmap.extract.table.ArabicWords;
import org.clashmap.text.Language;
import org.clashmap.text.WordTable;

/**
 * Reads figures and number words from the table {@code extract/numbers.tsv}. Thread-safe. Numbers above
 * {@value #LARGEST} are not read.
 */
public final class NumberReader {
    private static final long LARGEST = 2_000_000_000L;
    private static final int LONGEST_WORDS = 8;
    private static final int LONGEST_DIGITS = 20;

    private enum Kind {
        UNIT,
        SCALE,
        VAGUE
    }

    private record Entry(long value, Kind kind) {}

    /**
     * A number that was read.
     *
     * @param end index after its last word
     * @param approximate a word such as "several" or "dozens"
     */
    public record Figure(int end, int low, int best, int high, boolean approximate) {}

    private static final Map<Language, Map<String, Entry>> WORDS = load();

    private final Map<String, Entry> words;

    private NumberReader(Map<String, Entry> words) {
        this.words = words;
    }

    public static NumberReader of(Language language) {
        return new NumberReader(Objects.requireNonNull(WORDS.get(language)));
    }

    /** The number that starts at an index, if one does; a decimal fraction only before a scale ("1.5 million"). */
    public Optional<Figure> read(NumberTokens tokens, int start) {
        NumberTokens.Word first = tokens.at(start);
        if (first.isNumber()) {
            return readDigits(tokens, start);
        }
        if (first.is("half")
                && tokens.at(start + 1).is("a")
                && tokens.at(start + 2).is("dozen")) {
            return figure(start + 3, 6, true, false);
        }
        if (first.is("half")
                && tokens.at(start + 1).is("a")
                && tokens.at(start + 2).is("million")) {
            return figure(start + 3, 500_000, true, false);
        }
        return first.isWord() ? readWords(tokens, start) : Optional.empty();
    }

    private Optional<Figure> readDigits(NumberTokens tokens, int start) {
        String digits = tokens.at(start).form();
        int end = start + 1;
        // "18 000": groups of three set apart by a space
        while (digits.length() <= 9
                && tokens.at(end).isNumber()
                && tokens.at(end).form().length() == 3
                && (end > start + 1 || digits.length() <= 3)
                && tokens.isClose(end)
                && !tokens.isGlued(end)) {
            digits += tokens.at(end).form();
            end++;
        }
        double value = parse(digits);
        Entry scale = words.get(tokens.at(end).form());
        if (scale != null && scale.kind != Kind.UNIT && scale.value >= 1000) {
            value *= scale.value;
            end++;
            if (tokens.at(end).is(".") && tokens.at(end - 1).form().length() <= 3) {
                end++;
            }
        }
        if (value != Math.rint(value) || value > LARGEST || value < 0) {
            return Optional.empty();
        }
        int exact = (int) value;
        return Optional.of(new Figure(end, exact, exact, exact, false));
    }

    /** Marks followed by three digits group thousands; others set off a fraction. */
    private static double parse(String digits) {
        if (digits.length() > LONGEST_DIGITS) {
            return -1;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (!digits.substring(i + 1).matches("\\p{Nd}{3}(?:\\P{Nd}.*)?")) {
                plain.append('.');
            }
        }
        String number = plain.toString();
        return number.indexOf('.') == number.lastIndexOf('.') && number.length() <= 12
                ? Double.parseDouble(number)
                : -1;
    }

    private Optional<Figure> readWords(NumberTokens tokens, int start) {
        long total = 0;
        long part = 0;
        boolean vague = false;
        boolean several = false;
        int lastEnd = start;
        int at = start;
        while (at < start + LONGEST_WORDS) {
            List<Entry> entries = entriesOf(tokens.at(at).form());
            if (entries.isEmpty()) {
                // "one hundred and five", "half a dozen"
                if (lastEnd == start || !joins(tokens, at, part)) {
                    break;
                }
                at++;
                continue;
            }
            for (Entry entry : entries) {
                if (entry.kind == Kind.UNIT) {
                    if (part > 0
                            && !fits(part, entry.value)
                            && !tokens.at(at - 1).is("و")) {
                        return figure(lastEnd, total + part, vague, several);
                    }
                    part += entry.value;
                } else if (entry.kind == Kind.SCALE || part > 0 || total > 0 || vague) {
                    part = Math.max(part, 1) * entry.value;
                    if (part >= 1000) {
                        total += part;
                        part = 0;
                    }
                } else {
                    part = entry.value;
                    vague = true;
                    several = entry.value == 3;
                    if (part >= 1000) {
                        total = part;
                        part = 0;
                    }
                }
            }
            at++;
            lastEnd = at;
            // "tens of thousands"
            if (vague && tokens.at(at).is("of") && isVague(tokens.at(at + 1).form())) {
                at++;
            }
        }
        return lastEnd == start ? Optional.empty() : figure(lastEnd, total + part, vague, several);
    }

    private static Optional<Figure> figure(int end, long value, boolean vague, boolean several) {
        if (value > LARGEST) {
            return Optional.empty();
        }
        int best = (int) value;
        int low = several && best >= 3 ? best / 3 * 2 : best;
        return Optional.of(new Figure(end, low, best, best, vague));
    }

    /** Whether a unit may follow in the same number: "twenty" + "five", "сто" + "двадцать", but not "five six". */
    private static boolean fits(long part, long unit) {
        return unit < 10 ? part % 10 == 0 && part >= 20 : unit < 100 ? part % 100 == 0 : part % 1000 == 0;
    }

    /** "one hundred and five", "treinta y cinco", "vingt et un", "خمسة وعشرون". */
    private boolean joins(NumberTokens tokens, int at, long part) {
        String next = tokens.at(at + 1).form();
        long value = isSmallUnit(next) ? entriesOf(next).getFirst().value : 0;
        return value > 0
                && switch (tokens.at(at).form()) {
                    case "and" -> part >= 100;
                    case "y" -> part >= 30 && part < 100 && value < 10;
                    case "et" -> part >= 20 && part < 80 && (value == 1 || value == 11);
                    case "و" -> (part < 10 && value >= 20) || part >= 100;
                    default -> false;
                };
    }

    private boolean isSmallUnit(String form) {
        List<Entry> entries = entriesOf(form);
        return !entries.isEmpty() && entries.getFirst().kind == Kind.UNIT && entries.getFirst().value < 100;
    }

    private boolean isVague(String form) {
        Entry entry = words.get(form);
        return entry != null && entry.kind == Kind.VAGUE;
    }

    /** The parts of a number word, which may be hyphenated ("twenty-one"); empty when any part is no number. */
    private List<Entry> entriesOf(String form) {
        Entry whole = words.get(form);
        if (whole != null) {
            return List.of(whole);
        }
        if (form.indexOf('-') < 0) {
            return List.of();
        }
        List<Entry> parts = new ArrayList<>();
        for (String part : form.split("-", -1)) {
            Entry entry = words.get(part);
            if (entry == null) {
                return List.of();
            }
            parts.add(entry);
        }
        return parts;
    }

    private static Map<Language, Map<String, Entry>> load() {
        Map<Language, Map<String, Entry>> tables = new HashMap<>();
        for (Language language : Language.values()) {
            tables.put(language, new HashMap<>());
        }
        for (WordTable.Row row : WordTable.rows("extract/numbers")) {
            Language language = Language.find(row.get(0)).orElseThrow();
            Entry entry = new Entry(
                    Long.parseLong(row.get(1)), Kind.valueOf(row.get(2).toUpperCase(java.util.Locale.ROOT)));
            for (String form : row.get(3).split(" ", -1)) {
                Objects.requireNonNull(tables.get(language)).put(ArabicWords.bare(form), entry);
            }
        }
        return tables;
    }
}
