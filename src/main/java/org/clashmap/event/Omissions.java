package org.clashmap.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clashmap.extract.CountMention;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.ToponymMention;
import org.clashmap.extract.ToponymRole;
import org.clashmap.extract.TriggerMention;
import org.clashmap.geocode.Toponym;
import org.clashmap.text.Sentence;
import org.clashmap.text.Span;

/** What a report says that is not an event, with the reason, so that a reader can see what was left out and why. */
final class Omissions {
    private Omissions() {}

    static List<Omission> of(Reading reading) {
        List<Omission> omissions = new ArrayList<>();
        List<Span> covered = new ArrayList<>();
        for (TriggerMention trigger : reading.words().triggers()) {
            Factuality factuality = trigger.factuality();
            boolean told = factuality == Factuality.ASSERTED || factuality == Factuality.BACKGROUND;
            if (!told && covered.stream().noneMatch(s -> s.overlaps(trigger.clause()))) {
                covered.add(trigger.clause());
                omissions.add(new Omission(
                        reading.quote(trigger.clause(), List.of()), factuality.trap(), factuality.reason()));
            }
        }
        for (CountMention count : reading.words().counts()) {
            Sentence sentence = reading.text().sentenceAt(count.span().start());
            if (count.cumulative() && covered.stream().noneMatch(s -> s.overlaps(count.span()))) {
                covered.add(count.span());
                omissions.add(new Omission(
                        reading.quote(sentence, List.of()),
                        "cumulative_total",
                        "a running total, never the toll of one event"));
            }
        }
        for (Toponym toponym : reading.toponyms()) {
            addName(reading, toponym.mention(), omissions);
        }
        omissions.sort(Comparator.comparingInt((Omission o) -> o.quote().start())
                .thenComparingInt(o -> o.quote().end())
                .thenComparing(Omission::trap));
        return List.copyOf(omissions);
    }

    private static void addName(Reading reading, ToponymMention mention, List<Omission> omissions) {
        if (mention.role() == ToponymRole.METONYM) {
            omissions.add(new Omission(
                    reading.quote(mention.span(), List.of()),
                    "metonym",
                    "“" + mention.text() + "”: " + mention.reason()));
        } else if (mention.role() == ToponymRole.DATELINE) {
            omissions.add(new Omission(
                    reading.quote(mention.span(), List.of()),
                    "dateline",
                    "“" + mention.text() + "” is the place of writing, not of an event"));
        }
    }
}
