package org.clashmap.extract.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.extract.SpeechMention.Evidence;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;
import org.clashmap.text.WordTable;

/** What a text itself says about proof: "gave no evidence", "could not be independently verified". */
final class SpeechCaveats {
    private static final List<Caveat> CAVEATS = load();

    private record Caveat(Evidence evidence, Pattern pattern) {}

    /** @param sentence index of the sentence it stands in */
    record Found(Span span, Evidence evidence, int sentence) {}

    private SpeechCaveats() {}

    /** In the order of the text; one of a kind for a sentence. */
    static List<Found> in(AnalysedText text) {
        List<Found> found = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            for (Caveat caveat : CAVEATS) {
                Matcher matcher = caveat.pattern().matcher(text.text());
                matcher.region(sentence.span().start(), sentence.span().end());
                if (matcher.find()) {
                    found.add(new Found(new Span(matcher.start(), matcher.end()), caveat.evidence(), sentence.index()));
                    break;
                }
            }
        }
        return found;
    }

    private static List<Caveat> load() {
        List<Caveat> caveats = new ArrayList<>();
        for (WordTable.Row row : WordTable.rows("extract/actors/caveats", 3)) {
            caveats.add(new Caveat(
                    Evidence.valueOf(row.get(0)),
                    Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        }
        return List.copyOf(caveats);
    }
}
