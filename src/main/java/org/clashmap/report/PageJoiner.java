package org.clashmap.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.report.pdf.PdfPages;

/**
 * Pages of lines as running text: running heads and page numbers go, words broken at a line's end are whole again, lines
 * become paragraphs, also over a page's end. Linear time.
 */
final class PageJoiner {
    /** How many lines at the head and the foot of a page may be running ones. */
    private static final int RUNNING_LINES = 3;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^[\\W_]*(page|стор(інка|\\.)?|стр(аница|\\.)?|с\\.|p\\.)?\\s*\\d{1,4}(\\s*(of|з|із|из|/|-)\\s*\\d{1,4})?[\\W_]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WITH_HYPHEN = Pattern.compile("\\p{L}+-\\p{L}+");
    private static final Pattern BROKEN_WORD = Pattern.compile("(\\p{L}+)[-\u2010\u00ad]$");
    private static final Pattern REST_OF_WORD = Pattern.compile("^(\\p{Ll}+).*", Pattern.DOTALL);
    private static final String ENDS_SENTENCE = ".!?…:;»”\"";

    private static final Map<String, String> LIGATURES = Map.of(
            "\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06",
            "st");

    private final Set<String> compounds = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private PageJoiner() {}

    /** A line of a page, and whether the layout ends a paragraph with it. */
    private record Line(String words, boolean ends) {}

    static String join(List<String> pages) {
        PageJoiner joiner = new PageJoiner();
        List<List<Line>> lines = new ArrayList<>();
        for (String page : pages) {
            lines.add(linesOf(page));
        }
        Set<String> running = running(lines);
        List<List<Line>> bodies =
                lines.stream().map(page -> withoutRunning(page, running)).toList();
        bodies.stream().flatMap(Collection::stream).forEach(line -> joiner.learnCompounds(line.words));
        for (List<Line> body : bodies) {
            joiner.add(body);
        }
        return joiner.text.toString();
    }

    private static List<Line> linesOf(String page) {
        List<Line> lines = new ArrayList<>();
        String plain = page;
        for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
            plain = plain.replace(ligature.getKey(), ligature.getValue());
        }
        for (String line : plain.split("\n", -1)) {
            int mark = line.indexOf(PdfPages.PARAGRAPH);
            String words = line.replace(String.valueOf(PdfPages.PARAGRAPH), "")
                    .replaceAll("[\\s\\u00a0\\p{Cntrl}]+", " ")
                    .strip();
            boolean endsBefore = mark >= 0 && line.substring(0, mark).isBlank();
            if (endsBefore && !lines.isEmpty()) {
                lines.set(lines.size() - 1, new Line(lines.getLast().words, true));
            }
            if (!words.isEmpty()) {
                lines.add(new Line(
                        words,
                        line.stripTrailing().lastIndexOf(PdfPages.PARAGRAPH) > Math.max(mark, 0)
                                || (mark >= 0 && !endsBefore)));
            }
        }
        return lines;
    }

    /** Lines that come back at the edge of most pages, whatever the numbers in them. */
    private static Set<String> running(List<List<Line>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Line> page : pages) {
            Set<String> ofPage = new HashSet<>();
            for (int i = 0; i < page.size(); i++) {
                if (isAtEdge(page, i)) {
                    ofPage.add(shape(page.get(i).words));
                }
            }
            ofPage.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        long filled = pages.stream().filter(page -> !page.isEmpty()).count();
        Set<String> running = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count >= 2 && count * 2 > filled) {
                running.add(line);
            }
        });
        return running;
    }

    private static boolean isAtEdge(List<Line> page, int index) {
        return index < RUNNING_LINES || index >= page.size() - RUNNING_LINES;
    }

    private static String shape(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("\\d+", "#");
    }

    private static List<Line> withoutRunning(List<Line> page, Set<String> running) {
        List<Line> body = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            String words = page.get(i).words;
            boolean number = (i == 0 || i == page.size() - 1)
                    && PAGE_NUMBER.matcher(words).matches();
            if (!number && !(isAtEdge(page, i) && running.contains(shape(words)))) {
                body.add(page.get(i));
            } else if (!body.isEmpty() && page.get(i).ends && i < page.size() - 1 && i >= RUNNING_LINES) {
                body.set(body.size() - 1, new Line(body.getLast().words, true));
            }
        }
        return body;
    }

    private void learnCompounds(String line) {
        Matcher compound = WITH_HYPHEN.matcher(line);
        while (compound.find()) {
            compounds.add(compound.group().toLowerCase(Locale.ROOT));
        }
    }

    private void add(List<Line> page) {
        boolean firstOfPage = true;
        boolean paragraphEnds = true;
        for (Line line : page) {
            boolean goesOn = (firstOfPage || paragraphEnds) ? continues(line.words) : !text.isEmpty();
            if (goesOn) {
                joinLine(line.words);
            } else {
                text.append(text.isEmpty() ? "" : "\n\n").append(line.words);
            }
            firstOfPage = false;
            paragraphEnds = line.ends;
        }
    }

    /** A sentence that has not ended goes on in the next line, whatever the layout says, when that begins in lower case. */
    private boolean continues(String line) {
        if (text.isEmpty() || ENDS_SENTENCE.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return false;
        }
        return Character.isLowerCase(line.codePointAt(0));
    }

    private void joinLine(String line) {
        int from = Math.max(0, text.length() - 60);
        Matcher broken = BROKEN_WORD.matcher(text.substring(from));
        Matcher rest = REST_OF_WORD.matcher(line);
        if (!broken.find() || !rest.matches()) {
            boolean dash = text.charAt(text.length() - 1) == '-'
                    && text.length() > 1
                    && Character.isLetterOrDigit(text.charAt(text.length() - 2));
            text.append(dash ? "" : " ").append(line);
            return;
        }
        String compound = (broken.group(1) + "-" + rest.group(1)).toLowerCase(Locale.ROOT);
        if (!compounds.contains(compound)) {
            text.setLength(text.length() - 1);
        } else if (text.charAt(text.length() - 1) != '-') {
            text.setCharAt(text.length() - 1, '-');
        }
        text.append(line);
    }
}
