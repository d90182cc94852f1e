package org.clashmap.extract.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.number.NumberReader;
import org.clashmap.extract.number.NumberTokens;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expressions of a text and reads them by the codebook's table (section 2), with the rules of
 * {@link TimeTable}: at each word the longest pattern wins, and among equals the earlier row. Stateless and thread-safe;
 * linear in the length of the text, since no pattern is longer than a handful of words.
 *
 * <p>The mentions are in text order and do not overlap. What a speaker's verb dates ("said on Tuesday") is read like any
 * other; which event a time belongs to is not decided here.
 */
public final class TimeReader {
    private TimeReader() {}

    private record Hit(TimeTable.Rule rule, int end, TimeMatch match) {}

    /**
     * The time expressions, in text order.
     *
     * @param published anchor of relative times; when it is not known, those are found with null dates
     */
    public static List<TimeMention> read(AnalysedText text, @Nullable LocalDate published) {
        Optional<LocalDate> anchor = Optional.ofNullable(published);
        TimeTable table = TimeTable.of(text.language());
        NumberReader numbers = NumberReader.of(text.language());
        List<TimeMention> mentions = new ArrayList<>();
        int paragraph = -1;
        boolean dayKnown = false;
        for (Sentence sentence : text.sentences()) {
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                dayKnown = false;
            }
            NumberTokens tokens = NumberTokens.of(text, sentence);
            TimeAtoms atoms = new TimeAtoms(table, numbers, tokens, anchor);
            int at = 0;
            boolean dated = false;
            while (at < tokens.size()) {
                Hit hit = longest(table, atoms, tokens, at);
                if (hit == null) {
                    at++;
                    continue;
                }
                boolean known = dated && hit.rule.reading() == TimeReading.LATE;
                TimeWindow window = hit.rule.reading().leans() && dayKnown
                        ? known ? null : TimeWindow.afterPrevious(0)
                        : hit.rule.reading().resolve(hit.match, hit.rule.argument(), anchor);
                if (window != null) {
                    mentions.add(window.at(tokens.span(at, hit.end)));
                    dated |= !hit.rule.reading().leans();
                    dayKnown |= window.isOneDay() && !hit.rule.reading().leans();
                }
                at = hit.end;
            }
        }
        return List.copyOf(mentions);
    }

    /** The codebook's "none given, reported as news": the seven days to publication. */
    public static TimeMention undated(LocalDate published) {
        return new TimeMention(
                new Span(0, 0),
                published.minusDays(6),
                published,
                published,
                2,
                3,
                "inferred_publish",
                false,
                false,
                0);
    }

    private static @Nullable Hit longest(TimeTable table, TimeAtoms atoms, NumberTokens tokens, int at) {
        Hit best = null;
        for (TimeTable.Rule rule : table.rulesOfWord(tokens.at(at).form())) {
            best = better(best, rule, atoms, tokens, at);
        }
        for (String kind : atoms.kindsAt(at)) {
            for (TimeTable.Rule rule : table.rulesOfAtom(kind)) {
                best = better(best, rule, atoms, tokens, at);
            }
        }
        return best;
    }

    private static @Nullable Hit better(
            @Nullable Hit best, TimeTable.Rule rule, TimeAtoms atoms, NumberTokens tokens, int at) {
        TimeMatch match = new TimeMatch();
        int end = match(rule.pattern(), 0, atoms, tokens, at, match);
        if (end <= at) {
            return best;
        }
        boolean wins = best == null || end > best.end || (end == best.end && rule.order() < best.rule.order());
        return wins ? new Hit(rule, end, match) : best;
    }

    /** Matches a pattern from one of its elements on, optional ones tried first; the index after it, or -1. */
    private static int match(
            List<TimeTable.Element> pattern, int index, TimeAtoms atoms, NumberTokens tokens, int at, TimeMatch match) {
        if (index == pattern.size()) {
            return at;
        }
        TimeTable.Element element = pattern.get(index);
        int caught = match.size();
        if (at < tokens.size()) {
            if (element.words().contains(tokens.at(at).form())) {
                int end = match(pattern, index + 1, atoms, tokens, at + 1, match);
                if (end >= 0) {
                    return end;
                }
                match.cutTo(caught);
            }
            for (String kind : element.atoms()) {
                TimeAtoms.Found found = atoms.read(kind, at);
                if (found != null && !(element.bare() && tokens.at(found.end()).isWord())) {
                    match.push(found.atom());
                    int end = match(pattern, index + 1, atoms, tokens, found.end(), match);
                    if (end >= 0) {
                        return end;
                    }
                    match.cutTo(caught);
                }
            }
        }
        return element.optional() ? match(pattern, index + 1, atoms, tokens, at, match) : -1;
    }
}
