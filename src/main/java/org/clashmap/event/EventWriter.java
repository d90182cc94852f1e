package org.clashmap.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clashmap.extract.Act;
import org.clashmap.extract.TimeMention;
import org.clashmap.extract.time.TimeReader;
import org.clashmap.gazetteer.Gazetteer;
import org.clashmap.geocode.Localiser;
import org.clashmap.geocode.PlacePhrase;
import org.clashmap.geocode.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Writes the merged drafts of one report as events: one for each place the text lists, a part with its whole, the tier each
 * record deserves. Ids follow from the report's id and the order of the text, so the same report gives the same events.
 */
final class EventWriter {
    /** UCDP's date_prec from which a time is no longer that of one act. */
    private static final int MONTH_OR_LONGER = 4;

    private final Reading reading;
    private final WhereWriter wheres;
    private final AccountWriter accounts;
    private final RoleWriter roles;
    private final List<Draft> drafts;
    private final Map<Draft, List<Event>> written = new LinkedHashMap<>();
    private int next = 1;

    EventWriter(Reading reading, Gazetteer gazetteer, List<Draft> drafts) {
        this.reading = reading;
        this.drafts = drafts;
        this.wheres = new WhereWriter(gazetteer);
        this.accounts = new AccountWriter(reading, drafts);
        this.roles = new RoleWriter(reading);
    }

    List<Event> write() {
        for (Draft draft : drafts) {
            if (draft.parent == null) {
                written.put(draft, events(draft));
            }
        }
        for (Draft draft : drafts) {
            if (draft.parent != null) {
                written.put(draft, List.of(part(draft, written.getOrDefault(draft.parent, List.of()))));
            }
        }
        return written.values().stream().flatMap(List::stream).toList();
    }

    private List<Event> events(Draft draft) {
        List<Where> places = places(draft);
        String group = places.size() > 1 ? reading.report().id() + "-g" + next : null;
        List<Event> events = new ArrayList<>();
        for (Where where : places) {
            events.add(event(draft, where, new Event.Identity(newId(), 1, group, null, List.of())));
        }
        return events;
    }

    private List<Where> places(Draft draft) {
        List<Where> places = new ArrayList<>();
        for (PlacePhrase listed : draft.phrases) {
            for (PlacePhrase phrase : Localiser.split(listed)) {
                places.add(wheres.write(reading.text(), phrase, draft.placeFromContext));
            }
        }
        if (places.isEmpty()) {
            Optional<Where> seat = draft.family() == Family.DIPLOMACY
                    ? roles.findActingCountry(draft).flatMap(wheres::writeSeat)
                    : Optional.empty();
            places.add(seat.orElse(Where.unknown(null)));
        }
        return places;
    }

    private Event part(Draft draft, List<Event> wholes) {
        if (wholes.isEmpty()) {
            return events(draft).getFirst();
        }
        Event whole = wholes.getFirst();
        String written = draft.phrases.isEmpty()
                ? null
                : draft.phrases.getFirst().span().of(reading.text().written());
        List<Event.Link> links =
                wholes.stream().map(w -> new Event.Link("part_of", w.id())).toList();
        Event.Identity identity =
                new Event.Identity(newId(), 1, whole.identity().groupId(), whole.id(), links);
        return event(draft, WhereWriter.inherit(whole.where(), written), identity);
    }

    private String newId() {
        return reading.report().id() + "-e" + next++;
    }

    private Event event(Draft draft, Where where, Event.Identity identity) {
        Event.Toll toll = TollWriter.write(reading, draft.counts);
        RecordType recordType = recordType(draft, where, toll);
        Event.Who who = roles.write(draft);
        ActCodes codes = ActCodes.of(draft.act());
        SubEventType type = TypeDecision.of(draft, who);
        Event.Account account = accounts.write(draft);
        MapTier tier = tier(draft, where, recordType);
        Event.What what = new Event.What(
                EventTitle.of(draft.act(), recordType, where.names(), where.text()),
                recordType,
                tier,
                type,
                new Event.Plover(codes.plover(), codes.modes(), List.of()),
                TypeDecision.traits(draft, who, recordType));
        Event.Editorial editorial = new Event.Editorial(
                Event.Review.MACHINE, Sensitivities.of(draft, what, who, reading), List.of(created()));
        return new Event(identity, what, when(draft), where, who, toll, account, editorial);
    }

    private Event.Change created() {
        return new Event.Change(1, reading.report().receipt().collectedAt(), "clashmap", "create", null);
    }

    private static RecordType recordType(Draft draft, Where where, Event.Toll toll) {
        if (draft.background) {
            return RecordType.BACKGROUND;
        }
        if (draft.family() == Family.SPEECH) {
            return RecordType.STATEMENT;
        }
        Integer attacks = toll.attackCount();
        boolean several = attacks != null && attacks > 1;
        Where.Relation relation = where.geocode().relation();
        boolean stretch = relation == null
                || relation.type().equals(Relation.FRONT_SECTOR.wire())
                || relation.type().equals(Relation.IN_REGION.wire());
        boolean vague = where.point() == null && draft.time != null && draft.time.ucdpPrecision() >= MONTH_OR_LONGER;
        return (several || vague) && stretch && draft.family().isViolent() ? RecordType.AGGREGATE : RecordType.EVENT;
    }

    private static MapTier tier(Draft draft, Where where, RecordType recordType) {
        return switch (recordType) {
            case STATEMENT, BACKGROUND -> MapTier.TIMELINE_ONLY;
            case AGGREGATE ->
                draft.time != null && draft.time.ucdpPrecision() >= MONTH_OR_LONGER
                        ? MapTier.TIMELINE_ONLY
                        : MapTier.OPT_IN;
            case UPDATE -> MapTier.OPT_IN;
            case EVENT -> eventTier(draft, where);
        };
    }

    private static MapTier eventTier(Draft draft, Where where) {
        boolean nowhere = where.point() == null
                && where.footprint() == null
                && where.names().country() == null;
        if (nowhere && !where.precision().level().equals("inherits_parent")) {
            return MapTier.TIMELINE_ONLY;
        }
        boolean hasSpot = where.point() != null && !where.precision().level().equals("front_sector");
        return switch (draft.family()) {
            case REMOTE, GROUND, CIVILIANS, DEMONSTRATION, EFFECT, CONTROL ->
                hasSpot ? MapTier.DEFAULT_MAP : MapTier.OPT_IN;
            case DEVELOPMENT ->
                draft.act() == Act.SENTENCE ? MapTier.TIMELINE_ONLY : hasSpot ? MapTier.DEFAULT_MAP : MapTier.OPT_IN;
            case CAPTURE -> MapTier.OPT_IN;
            case DIPLOMACY ->
                where.basis().equals("inferred_seat") && draft.act() == Act.SUMMONS
                        ? MapTier.OPT_IN
                        : hasSpot && isLocalTruce(draft) ? MapTier.DEFAULT_MAP : MapTier.TIMELINE_ONLY;
            case SPEECH -> MapTier.TIMELINE_ONLY;
        };
    }

    /** An agreement in a town that is no capital holds there; those of governments are signed in capitals. */
    private static boolean isLocalTruce(Draft draft) {
        boolean agreed = draft.act() == Act.AGREEMENT || draft.act() == Act.CEASEFIRE;
        return agreed
                && draft.phrases.stream()
                        .flatMap(p -> p.anchors().stream())
                        .flatMap(t -> t.resolution().findBest().stream())
                        .noneMatch(p -> p.feature().code().equals("PPLC"));
    }

    private Event.When when(Draft draft) {
        LocalDate published = reading.report().published();
        TimeMention time = draft.time;
        if (time == null || (time.start() == null && time.end() == null)) {
            return undated(draft, published);
        }
        String text = time.span().of(reading.text().written());
        String status = draft.background ? "historical" : "current";
        return new Event.When(
                time.start(),
                time.end(),
                time.day(),
                new Event.DatePrecision(time.acledPrecision(), time.ucdpPrecision()),
                text,
                time.basis(),
                status);
    }

    private static Event.When undated(Draft draft, @Nullable LocalDate published) {
        if (published == null || draft.background) {
            return new Event.When(
                    null,
                    published,
                    null,
                    new Event.DatePrecision(3, 5),
                    null,
                    "inferred_publish",
                    draft.background ? "historical" : "current");
        }
        if (draft.family() == Family.DIPLOMACY || draft.family() == Family.SPEECH) {
            return new Event.When(
                    published,
                    published,
                    published,
                    new Event.DatePrecision(1, 1),
                    null,
                    "inferred_same_day",
                    "current");
        }
        TimeMention window = TimeReader.undated(published);
        return new Event.When(
                window.start(),
                window.end(),
                window.day(),
                new Event.DatePrecision(window.acledPrecision(), window.ucdpPrecision()),
                null,
                "inferred_publish",
                "current");
    }
}
