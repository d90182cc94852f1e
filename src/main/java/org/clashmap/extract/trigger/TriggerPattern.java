package org.clashmap.extract.trigger;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.extract.clause.ClauseSentence;
import org.clashmap.extract.table.WordClasses;
import org.jspecify.annotations.Nullable;

/**
 * Words around a head, all within one clause: {@code <class>}, {@code a|b*}, {@code ?optional} and {@code ..3} for up to
 * three words of any kind. Gaps take the first fit, so matching is bounded by the sum of the gaps.
 */
record TriggerPattern(List<Element> before, List<Element> after) {
    record Element(WordClasses.@Nullable Vocabulary words, int gap, boolean optional) {}

    TriggerPattern {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Elements around the one at {@code head}, which is left to the caller. */
    static TriggerPattern parse(List<String> elements, int head, WordClasses words) {
        List<Element> before = new ArrayList<>();
        for (int i = head - 1; i >= 0; i--) {
            before.add(element(elements.get(i), words));
        }
        List<Element> after = new ArrayList<>();
        for (int i = head + 1; i < elements.size(); i++) {
            after.add(element(elements.get(i), words));
        }
        return new TriggerPattern(before, after);
    }

    private static Element element(String written, WordClasses words) {
        if (written.contains("..")) {
            return new Element(null, Integer.parseInt(written.substring(written.indexOf("..") + 2)), false);
        }
        boolean optional = written.startsWith("?");
        return new Element(words.parse(optional ? written.substring(1) : written), 0, optional);
    }

    /** First and last token of the match around a head token, or null. */
    int @Nullable [] match(ClauseSentence sentence, int head) {
        int first = walk(sentence, before, head, -1);
        int last = walk(sentence, after, head, 1);
        return first < 0 || last < 0 ? null : new int[] {first, last};
    }

    private static int walk(ClauseSentence sentence, List<Element> elements, int head, int step) {
        int at = head;
        int slack = 0;
        for (Element element : elements) {
            WordClasses.Vocabulary wanted = element.words();
            if (wanted == null) {
                slack = element.gap();
                continue;
            }
            int next = find(sentence, wanted, at, step, slack);
            if (next < 0 && !element.optional()) {
                return -1;
            }
            at = next < 0 ? at : next;
            slack = 0;
        }
        return at;
    }

    private static int find(ClauseSentence sentence, WordClasses.Vocabulary wanted, int from, int step, int slack) {
        for (int distance = 1; distance <= slack + 1; distance++) {
            int at = from + step * distance;
            if (at < 0 || at >= sentence.size() || !sentence.sameClause(from, at)) {
                return -1;
            }
            if (wanted.has(sentence.lower(at))) {
                return at;
            }
        }
        return -1;
    }
}
