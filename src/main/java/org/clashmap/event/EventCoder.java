package org.clashmap.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clashmap.extract.ActorMention;
import org.clashmap.extract.Factuality;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.TriggerMention;
import org.clashmap.extract.actor.ActorReader;
import org.clashmap.extract.actor.ActorSetting;
import org.clashmap.extract.count.CountReader;
import org.clashmap.extract.speech.SpeechReader;
import org.clashmap.extract.time.TimeReader;
import org.clashmap.extract.trigger.TriggerReader;
import org.clashmap.geocode.Geoparser;
import org.clashmap.geocode.PlacePhraseReader;
import org.clashmap.geocode.Setting;
import org.clashmap.geocode.Toponym;
import org.clashmap.notice.Notice;
import org.clashmap.notice.Severity;
import org.clashmap.report.Report;
import org.clashmap.text.AnalysedText;
import org.clashmap.text.CodePoints;
import org.clashmap.text.Dateline;
import org.jspecify.annotations.Nullable;

/**
 * Codes a report into events by the codebook: reads its mentions, puts the acts it asserts together into drafts, joins the
 * drafts that tell one event, and writes them. Thread-safe; the same report gives the same events.
 */
public final class EventCoder {
    private final Geoparser geoparser;
    private final ActorReader actorReader;
    private final TriggerReader triggerReader = new TriggerReader();

    public EventCoder(Geoparser geoparser) {
        this.geoparser = geoparser;
        this.actorReader = new ActorReader(geoparser.gazetteer());
    }

    public CodedReport code(Report report) {
        return code(report, Setting.UNKNOWN);
    }

    /** @param setting what is known beside the report, such as {@link RecentEvents} */
    public CodedReport code(Report report, Setting setting) {
        Reading reading = read(report, setting);
        List<Draft> drafts = DraftMerger.merge(reading, DraftMaker.make(reading));
        List<Event> events = new EventWriter(reading, geoparser.gazetteer(), drafts).write();
        return new CodedReport(events, Omissions.of(reading), notices(report));
    }

    private Reading read(Report report, Setting known) {
        AnalysedText text = AnalysedText.of(report.text(), report.language());
        List<Toponym> toponyms = geoparser.parse(text, known);
        LocalDate published = report.published();
        Optional<String> focus = Geoparser.findFocusCountry(toponyms);
        ActorSetting setting = new ActorSetting(published == null ? null : published.getYear(), focus);
        List<ActorMention> actors = actorReader.read(text, setting);
        List<TimeMention> times = TimeReader.read(text, published).stream()
                .sorted(Comparator.comparing(TimeMention::span))
                .toList();
        return new Reading(
                report,
                text,
                CodePoints.of(report.text()),
                new Reading.Places(toponyms, PlacePhraseReader.read(text, toponyms), focus),
                new Reading.Words(
                        times,
                        CountReader.read(text),
                        triggerReader.read(text).stream()
                                .map(trigger -> isAnnounced(trigger, times, published) ? announced(trigger) : trigger)
                                .toList(),
                        actors,
                        SpeechReader.read(text, actors),
                        Dateline.find(text).orElse(null)));
    }

    /** Told in any tense, an act whose only day is still to come has not happened: "tomorrow there will be blasts". */
    private static boolean isAnnounced(TriggerMention trigger, List<TimeMention> times, @Nullable LocalDate published) {
        List<TimeMention> own = Reading.within(times, TimeMention::span, trigger.clause());
        return trigger.factuality() == Factuality.ASSERTED
                && published != null
                && !own.isEmpty()
                && own.stream().allMatch(t -> t.start() != null && t.start().isAfter(published));
    }

    private static TriggerMention announced(TriggerMention trigger) {
        return new TriggerMention(trigger.span(), trigger.clause(), trigger.act(), trigger.form(), Factuality.FUTURE);
    }

    private static List<Notice> notices(Report report) {
        List<Notice> notices = new ArrayList<>();
        if (report.published() == null) {
            notices.add(new Notice(
                    "report_undated",
                    Severity.WARNING,
                    Optional.ofNullable(report.source().title()).orElse(report.id()),
                    "the report has no publication date, so no date in it could be read; give one with --published"
                            + " YYYY-MM-DD"));
        }
        return notices;
    }
}
