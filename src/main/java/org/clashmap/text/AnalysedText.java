package org.clashmap.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text cut into sentences and tokens. Immutable; made in linear time.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark (with closing quotes) that is followed by white space and
 * a capital, a digit or an opening quote, unless the word before is a known abbreviation, a title or an initial; and at
 * every line break that ends a paragraph or a line without closing punctuation before a capital.
 *
 * @param text what is read: the text as written, but English lines in capitals in their usual case ({@link Truecaser})
 * @param written the text as it came, of the same length: what is quoted and shown
 */
public record AnalysedText(String text, String written, Language language, List<Sentence> sentences) {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "gen",
            "lt",
            "col",
            "maj",
            "sgt",
            "capt",
            "cpl",
            "brig",
            "adm",
            "gov",
            "sen",
            "rep",
            "rev",
            "st",
            "mt",
            "ft",
            "jr",
            "sr",
            "no",
            "vs",
            "inc",
            "co",
            "corp",
            "ltd",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "approx",
            "dept",
            "e.g",
            "i.e",
            "etc",
            // French and Spanish
            "mme",
            "mgr",
            "sra",
            "gral",
            "cnel",
            "cap",
            "av",
            "art",
            // Ukrainian and Russian
            "м",
            "с",
            "смт",
            "пгт",
            "обл",
            "р",
            "рр",
            "вул",
            "ул",
            "тис",
            "тыс",
            "млн",
            "млрд",
            "грн",
            "руб",
            "ім",
            "им",
            "ст",
            "св",
            "гг",
            "г",
            "д",
            "пос",
            "просп",
            "пл",
            "км",
            "о",
            "см",
            "напр",
            "т",
            "п",
            "п'ятн",
            "дер");

    /** Words that open a sentence after "U.S." rather than go on from it. */
    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "in",
            "on",
            "at",
            "but",
            "and",
            "this",
            "that",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
            "our",
            "if",
            "when",
            "while",
            "after",
            "before",
            "meanwhile",
            "however",
            "according",
            "for",
            "there",
            "as",
            "no",
            "some",
            "many",
            "several",
            "both",
            "also",
            "since",
            "last");

    /** Letters of a line in capitals that is hard-wrapped prose rather than a heading. */
    private static final int LEAST_CAPITALS = 20;

    public AnalysedText {
        sentences = List.copyOf(sentences);
    }

    public static AnalysedText of(String text, Language language) {
        String read = language == Language.EN ? Truecaser.restore(text) : text;
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        int start = skipSpace(text, 0);
        int position = start;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n' && endsAtLineBreak(text, position)) {
                add(sentences, read, language, new Span(start, position), paragraph);
                int next = skipSpace(text, position);
                paragraph++;
                start = next;
                position = next;
            } else if (isEndMark(c)) {
                int after = afterEnd(text, position);
                if (after < text.length() && endsSentence(read, start, position, after)) {
                    add(sentences, read, language, new Span(start, after), paragraph);
                    start = skipBlanks(text, after);
                    position = start;
                } else {
                    position = after;
                }
            } else {
                position++;
            }
        }
        add(sentences, read, language, new Span(start, text.length()), paragraph);
        return new AnalysedText(read, text, language, sentences);
    }

    /** The sentence that contains an offset, or the last one that starts before it. */
    public Sentence sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).span().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sentences.get(low);
    }

    /** What language a sentence is in: that of the text, or another where its letters are of another alphabet. */
    public Language languageOf(Sentence sentence) {
        return LanguageGuess.ofPart(text, sentence.span(), language);
    }

    private static void add(List<Sentence> sentences, String text, Language language, Span part, int paragraph) {
        int trimmed = part.end();
        while (trimmed > part.start() && Character.isWhitespace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        if (trimmed > part.start()) {
            Span span = new Span(part.start(), trimmed);
            List<Token> tokens = Tokenizer.tokens(text, span);
            sentences.add(new Sentence(
                    sentences.size(), paragraph, span, language == Language.FR ? Elisions.cut(tokens) : tokens));
        }
    }

    private static boolean isEndMark(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '؟';
    }

    /** The offset after the end marks and closing quotes that start at a position. */
    private static int afterEnd(String text, int position) {
        int after = position + 1;
        while (after < text.length()
                && (isEndMark(text.charAt(after)) || "\"'”’»)]".indexOf(text.charAt(after)) >= 0)) {
            after++;
        }
        return after;
    }

    private static boolean endsSentence(String text, int start, int mark, int after) {
        if (!Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        int next = skipBlanks(text, after);
        if (next < text.length() && text.charAt(next) == '\n' && goesOnAfterInitials(text, mark, next)) {
            return false;
        }
        if (next >= text.length() || text.charAt(next) == '\n') {
            return true;
        }
        int opening = text.codePointAt(next);
        boolean canStart = Character.isUpperCase(opening)
                || Character.isDigit(opening)
                || "“‘«\"'([—–-".indexOf(opening) >= 0
                || Character.UnicodeScript.of(opening) == Character.UnicodeScript.ARABIC;
        return canStart && !(text.charAt(mark) == '.' && isAbbreviation(text, start, mark));
    }

    private static boolean isAbbreviation(String text, int start, int dot) {
        int from = dot;
        while (from > start && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        String word = text.substring(from, dot);
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            return true;
        }
        if (word.matches("(?:\\p{Lu}\\.)+\\p{Lu}")) {
            return !OPENERS.contains(wordAt(text, skipSpace(text, dot + 1)));
        }
        return ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** "near the U.S.⏎embassy" in hard-wrapped lines. */
    private static boolean goesOnAfterInitials(String text, int mark, int lineEnd) {
        boolean initials = mark >= 3
                && text.charAt(mark) == '.'
                && Character.isUpperCase(text.charAt(mark - 1))
                && text.charAt(mark - 2) == '.'
                && Character.isUpperCase(text.charAt(mark - 3));
        int next = lineEnd + 1;
        return initials
                && next < text.length()
                && Character.isLetter(text.charAt(next))
                && !OPENERS.contains(wordAt(text, next));
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean endsAtLineBreak(String text, int position) {
        int next = position + 1;
        while (next < text.length()
                && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) == '\n') {
            return true;
        }
        // A single break: hard-wrapped lines go on in lower case or in a wire copy's capitals; headings and paragraphs
        // do not.
        int line = text.lastIndexOf('\n', position - 1) + 1;
        boolean startsUpper = Character.isUpperCase(text.codePointAt(next));
        return (startsUpper && !isAllCapitals(text, line, position)) || "•*-–—“\"«".indexOf(text.charAt(next)) >= 0;
    }

    private static boolean isAllCapitals(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > LEAST_CAPITALS;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
