package org.clashmap.extract.speech;

import java.util.regex.Pattern;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.SpeechMention;
import org.clashmap.extract.SpeechMention.Evidence;
import org.clashmap.extract.SpeechMention.Speaker;
import org.clashmap.extract.SpeechMention.Stance;
import org.clashmap.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Speakers named by a label instead of a verb, as bulletins and channels do: "Генштаб: …", "… — ОВА", or a heading ("Зведення
 * Генштабу …") that governs all that follows it.
 */
final class SpeechLabels {
    private static final Pattern HEADING = Pattern.compile(
            "^(?:(?:ранкове|вечірнє|оперативне|щоденне) )?(?:зведення|оперативна інформація)|^(?:(?:утренняя|вечерняя|оперативная) )?сводка"
                    + "|^(?:(?:morning|evening|daily) )?(?:bulletin|briefing|update|statement|communiqué|press release) (?:of|by|from)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_LABEL = 7;
    private static final int FIRST_SENTENCES = 2;

    private SpeechLabels() {}

    static @Nullable SpeechMention in(SpeechView view, SpeechSpeakers speakers) {
        SpeechMention heading = heading(view, speakers);
        if (heading != null) {
            return heading;
        }
        SpeechMention before = beforeColon(view, speakers);
        return before != null ? before : afterDash(view, speakers);
    }

    private static @Nullable SpeechMention heading(SpeechView view, SpeechSpeakers speakers) {
        Span sentence = view.sentence.span();
        String words = sentence.of(view.text.text());
        ActorMention mention = speakers.mentionIn(sentence);
        boolean speaks = mention != null
                && mention.side() != null
                && HEADING.matcher(words).find();
        int next = view.sentence.index() + 1;
        if (!speaks
                || mention == null
                || next > FIRST_SENTENCES
                || next >= view.text.sentences().size()) {
            return null;
        }
        int end = view.text.sentences().getLast().span().end();
        Span content = new Span(view.text.sentences().get(next).span().start(), end);
        return said(sentence, content, speakers.of(mention.span(), mention.span()));
    }

    private static @Nullable SpeechMention beforeColon(SpeechView view, SpeechSpeakers speakers) {
        for (int i = 1; i < Math.min(view.size() - 1, LONGEST_LABEL); i++) {
            if (view.token(i).text().equals(":")) {
                return speaks(view, speakers, 0, i)
                        ? said(
                                view.span(0, i),
                                view.toEndOfQuote(view.stretch(i + 1, view.size())),
                                speakers.of(view.span(0, i), view.span(0, i)))
                        : null;
            }
        }
        return null;
    }

    private static @Nullable SpeechMention afterDash(SpeechView view, SpeechSpeakers speakers) {
        int end = view.size();
        while (end > 0 && view.token(end - 1).text().matches("[.!…]")) {
            end--;
        }
        for (int i = end - 2; i > 2 && i >= end - LONGEST_LABEL; i--) {
            if (isDash(view, i)) {
                return speaks(view, speakers, i + 1, end)
                        ? said(
                                view.span(i + 1, end),
                                view.quoteBefore(i, view.stretch(0, i)),
                                speakers.of(view.span(i + 1, end), view.span(i + 1, end)))
                        : null;
            }
        }
        return null;
    }

    private static boolean isDash(SpeechView view, int i) {
        boolean apart = view.token(i).start() > view.token(i - 1).end()
                && view.token(i + 1).start() > view.token(i).end();
        return apart && view.token(i).text().matches("[—–-]");
    }

    private static boolean speaks(SpeechView view, SpeechSpeakers speakers, int from, int to) {
        Span words = view.span(from, to);
        ActorMention mention = speakers.mentionIn(words);
        boolean whole = mention != null
                && (mention.span().start() == words.start() || mention.span().length() >= words.length() / 2);
        return whole && mention != null && mention.side() != null;
    }

    private static SpeechMention said(Span span, Span content, Speaker speaker) {
        return new SpeechMention(span, content, speaker, Stance.ASSERTS, null, Evidence.NOTHING_SAID);
    }
}
