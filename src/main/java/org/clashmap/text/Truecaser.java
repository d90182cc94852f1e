package org.clashmap.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives English copy in capitals ("REBELS ATTACKED SAN MIGUEL") the case that prose has ("Rebels attacked San Miguel"), so
 * that capitals tell names again. Works line by line and leaves lines in mixed case alone. Offsets stay: every character is
 * replaced by one of the same length or not at all. The words' usual case is learnt ({@link WordCase}); the idea is that of
 * Lita and others, "tRuEcasIng", ACL 2003, with the next word as the only context. Linear; thread-safe.
 */
final class Truecaser {
    private static final int LEAST_LETTERS = 20;
    private static final int LEAST_WORDS = 4;
    private static final double CAPITALS = 0.9;
    private static final int LONGEST_ACRONYM = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’-][\\p{L}]+)*");
    /** "[FMLN]", "FARC [REVOLUTIONARY ARMED FORCES OF COLOMBIA]". */
    private static final Pattern ACRONYM_BRACKETS = Pattern.compile(
            "[(\\[](?<inside>[A-Z]{2,8})[)\\]]|\\b(?<before>[A-Z]{2,8})\\s+[(\\[]\\w+(?:\\s+\\w+){2,}\\s*[)\\]]");

    private static final Set<String> MONTH_OR_VERB = Set.of("may", "march");
    /** Common words that end the names of places. */
    private static final Set<String> TAILS_OF_NAMES = Set.of(
            "city",
            "state",
            "states",
            "province",
            "department",
            "island",
            "islands",
            "river",
            "bay",
            "valley",
            "hills",
            "heights",
            "square",
            "park",
            "beach",
            "springs",
            "falls",
            "lake",
            "county",
            "airport");

    private static final Set<String> ARTICLES_OF_NAMES = Set.of("la", "el", "las", "los");

    private final WordCase words;

    private Truecaser(WordCase words) {
        this.words = words;
    }

    /** The text with its capital lines in usual case; the text itself where it has none. */
    static String restore(String text) {
        List<Span> lines = capitalLines(text);
        return lines.isEmpty() ? text : new Truecaser(WordCase.english()).restore(text, lines);
    }

    private static List<Span> capitalLines(String text) {
        List<Span> lines = new ArrayList<>();
        boolean before = false;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            before = isCapitals(text, start, end, before);
            if (before) {
                lines.add(new Span(start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    /** @param before the line before is in capitals: then a short one goes on from it */
    private static boolean isCapitals(String text, int start, int end, boolean before) {
        int upper = 0;
        int lower = 0;
        int breaks = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
            breaks += c == ' ' && i > start && text.charAt(i - 1) != ' ' ? 1 : 0;
        }
        boolean long_ = upper >= LEAST_LETTERS && breaks + 1 >= LEAST_WORDS;
        return upper > 0 && upper >= CAPITALS * (upper + lower) && (long_ || before);
    }

    private String restore(String text, List<Span> lines) {
        Set<String> acronyms = acronyms(text);
        StringBuilder out = new StringBuilder(text);
        // From the end, since a word's case hangs on the next word's; a line's last word looks at the next line.
        List<Span> found =
                lines.stream().flatMap(line -> words(text, line).stream()).toList();
        WordCase.Form[] forms = new WordCase.Form[found.size()];
        for (int i = forms.length - 1; i >= 0; i--) {
            boolean name = i + 1 < forms.length
                    && isName(forms[i + 1])
                    && isBlank(text, found.get(i).end(), found.get(i + 1).start());
            forms[i] = form(text, found.get(i), name, acronyms);
        }
        for (int i = 0; i < forms.length; i++) {
            if (forms[i] == WordCase.Form.LOWER_UNLESS_NAME_PRECEDES) {
                boolean name = i > 0
                        && isName(forms[i - 1])
                        && isBlank(text, found.get(i - 1).end(), found.get(i).start());
                forms[i] = name ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER;
            }
            write(out, text, found.get(i), forms[i]);
        }
        return out.toString();
    }

    private static boolean isName(WordCase.Form form) {
        return form == WordCase.Form.CAPITALISED || form == WordCase.Form.ACRONYM;
    }

    private static Set<String> acronyms(String text) {
        Set<String> acronyms = new HashSet<>();
        Matcher brackets = ACRONYM_BRACKETS.matcher(text);
        while (brackets.find()) {
            String inside = brackets.group("inside");
            acronyms.add(inside == null ? brackets.group("before") : inside);
        }
        return acronyms;
    }

    private static List<Span> words(String text, Span line) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(line.start(), line.end());
        while (matcher.find()) {
            found.add(new Span(matcher.start(), matcher.end()));
        }
        return found;
    }

    private static boolean isBlank(String text, int from, int to) {
        return to - from <= 3 && text.substring(from, to).isBlank();
    }

    private static void write(StringBuilder out, String text, Span span, WordCase.Form form) {
        if (form == WordCase.Form.ACRONYM) {
            return;
        }
        boolean capital = form == WordCase.Form.CAPITALISED;
        boolean first = capital || opensSentence(text, span.start());
        for (int i = span.start(); i < span.end(); i++) {
            boolean start = (first && i == span.start())
                    || (capital && (text.charAt(i - 1) == '-' || isNamePrefix(text, span, i)));
            if (!start) {
                String lower = text.substring(i, i + 1).toLowerCase(Locale.ROOT);
                if (lower.length() == 1) {
                    out.setCharAt(i, lower.charAt(0));
                }
            }
        }
    }

    private WordCase.Form form(String text, Span span, boolean nameFollows, Set<String> acronyms) {
        String word = span.of(text);
        String lower = word.toLowerCase(Locale.ROOT);
        if (acronyms.contains(word) || isInitials(text, span)) {
            return WordCase.Form.ACRONYM;
        }
        if (MONTH_OR_VERB.contains(lower)) {
            return isBesideNumber(text, span) ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER;
        }
        if (TAILS_OF_NAMES.contains(lower)) {
            return nameFollows ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER_UNLESS_NAME_PRECEDES;
        }
        if (ARTICLES_OF_NAMES.contains(lower)) {
            return nameFollows ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER;
        }
        WordCase.Form form = words.of(word);
        if (form == WordCase.Form.LOWER_UNLESS_NAME_FOLLOWS) {
            return nameFollows ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER;
        }
        if (form == WordCase.Form.LOWER_UNLESS_BESIDE_NAME) {
            return nameFollows ? WordCase.Form.CAPITALISED : WordCase.Form.LOWER_UNLESS_NAME_PRECEDES;
        }
        boolean noVowel = word.length() > 1
                && word.length() <= LONGEST_ACRONYM
                && lower.chars().noneMatch(c -> "aeiouyáéíóú".indexOf(c) >= 0);
        return form == WordCase.Form.CAPITALISED && noVowel ? WordCase.Form.ACRONYM : form;
    }

    /** "U.S.", "J. GARCIA": a single letter before a full stop. */
    private static boolean isInitials(String text, Span span) {
        return span.length() == 1 && span.end() < text.length() && text.charAt(span.end()) == '.';
    }

    private static boolean isBesideNumber(String text, Span span) {
        int before = span.start() - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int after = span.end();
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        return (before >= 0 && Character.isDigit(text.charAt(before)))
                || (after < text.length() && Character.isDigit(text.charAt(after)));
    }

    private static boolean opensSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || "\"'“‘([".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        if (at < 0 || ".!?…".indexOf(text.charAt(at)) < 0) {
            return at < 0;
        }
        boolean initial = at >= 1
                && Character.isLetter(text.charAt(at - 1))
                && (at == 1 || !Character.isLetter(text.charAt(at - 2)));
        return text.charAt(at) != '.' || !initial;
    }

    /** "D'Aubuisson", "O'Neill": the letter after a one-letter prefix. */
    private static boolean isNamePrefix(String text, Span span, int at) {
        return at == span.start() + 2
                && (text.charAt(at - 1) == '\'' || text.charAt(at - 1) == '’')
                && "DOL".indexOf(text.charAt(span.start())) >= 0;
    }
}
