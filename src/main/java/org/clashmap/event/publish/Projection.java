package org.clashmap.event.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clashmap.event.Event;
import org.clashmap.event.InterCode;
import org.clashmap.event.SourceRef;
import org.clashmap.event.Supplement;
import org.clashmap.event.Where;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What readers see of one event, put together from what its terms allow; a part that no line here names is not in it.
 *
 * <p>Where words are held back, everything that people wrote freely is left behind: title, quotes, claims, tags, notes,
 * the place as written. Where place, day, names or source are held back, so is whatever leads to them: headline and address
 * of the report, links to other events, ids elsewhere, history. Used once.
 */
final class Projection {
    /** Who makes versions without a person. */
    private static final Set<String> MACHINES = Set.of("clashmap", "machine", "import");

    private static final String EDITOR = "an editor";
    private static final String WITHHELD = "withheld";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Event event;
    private final Terms terms;
    private final String notice;
    private final Where where;
    private final boolean moved;
    private final boolean covert;
    private final boolean wordless;

    @SuppressWarnings(
            "ReferenceEquality") // a place that a rule was applied to counts as moved, even where it looks the same
    Projection(Event event, Terms terms, PublicPlace places) {
        this.event = event;
        this.terms = terms;
        Where shown = places.of(event.where(), terms.blur(), Notices.ofPlace(terms));
        this.moved = shown != event.where();
        this.covert =
                moved || terms.date() != Coarseness.DAY || terms.withholds(Fact.NAMES) || terms.withholds(Fact.SOURCE);
        this.wordless = covert || terms.withholds(Fact.QUOTES);
        this.where = moved ? shown : wordless ? withoutWords(shown) : withoutEditor(shown);
        this.notice = Notices.of(terms, moved);
    }

    /** True when words of reports about the event are held back. */
    boolean isWordless() {
        return wordless;
    }

    Event make() {
        if (terms.isEmpty()) {
            return unruled();
        }
        return new Event(
                identity(),
                what(),
                when(),
                where,
                who(),
                toll(),
                account(),
                new Event.Editorial(status(), sensitivity(), history()),
                supplement());
    }

    /** Nothing to hide: all of it but for the names of editors. */
    private Event unruled() {
        if (isUntouched()) {
            return event;
        }
        Event.Editorial editorial =
                new Event.Editorial(status(), event.editorial().sensitivity(), history());
        return new Event(
                event.identity(),
                event.what(),
                event.when(),
                withoutEditor(event.where()),
                event.who(),
                event.toll(),
                event.account(),
                editorial,
                wholeSupplement());
    }

    /** Most events: nobody but the machine has had a hand in them, so that the event itself can be shown. */
    private boolean isUntouched() {
        return event.editorial().review().equals(status())
                && event.editorial().history().stream().allMatch(change -> MACHINES.contains(change.by()))
                && event.where().geocode().decided() == null
                && wholeSupplement().equals(event.supplement());
    }

    /** All that is kept beside, but for who decided what. */
    private Supplement wholeSupplement() {
        String dedup = event.supplement().find("dedup").orElse("");
        if (dedup.isEmpty() && event.supplement().find("gold").isEmpty()) {
            return event.supplement();
        }
        Map<String, @Nullable String> changes = new LinkedHashMap<>();
        changes.put("gold", null);
        if (dedup.contains("\"decided_by\":\"")) {
            ObjectNode document = (ObjectNode) JSON.readTree(dedup);
            document.put("decided_by", EDITOR);
            changes.put("dedup", document.toString());
        }
        return event.supplement().with(changes);
    }

    private static Where withoutEditor(Where where) {
        Where.Geocode geocode = where.geocode();
        Where.Decided decided = geocode.decided();
        if (decided == null) {
            return where;
        }
        return new Where(
                where.text(),
                where.point(),
                where.footprint(),
                where.names(),
                where.precision(),
                new Where.Geocode(
                        geocode.status(),
                        geocode.relation(),
                        geocode.candidates(),
                        geocode.chosen(),
                        geocode.verdict(),
                        geocode.gazetteerVersion(),
                        geocode.decision(),
                        new Where.Decided(EDITOR, decided.at())),
                where.basis());
    }

    private Event.Identity identity() {
        Event.Identity identity = event.identity();
        return covert ? new Event.Identity(identity.id(), identity.version(), null, null, List.of()) : identity;
    }

    private Event.What what() {
        Event.What what = event.what();
        Event.Traits traits = what.traits();
        return new Event.What(
                wordless ? title() : what.title(),
                what.recordType(),
                what.tier(),
                what.type(),
                what.plover(),
                new Event.Traits(
                        traits.clarity(),
                        traits.civilianTargeting(),
                        covert ? List.of() : traits.weapons(),
                        wordless ? List.of() : traits.tags()));
    }

    /** From codes alone: what it is, and the place as far as it is shown. */
    private String title() {
        String type = event.what().type().label();
        String place = where.names().location();
        return place == null ? type : type + ": " + place;
    }

    private Event.When when() {
        Event.When when = event.when();
        Coarseness date = terms.date();
        if (date == Coarseness.DAY) {
            return wordless
                    ? new Event.When(
                            when.start(), when.end(), when.day(), when.precision(), null, when.basis(), when.status())
                    : when;
        }
        LocalDate first = when.start() == null ? null : date.start(when.start());
        LocalDate last = when.end() == null ? null : date.end(when.end());
        int ucdp = Math.max(when.precision().ucdp(), date == Coarseness.WEEK ? 3 : 4);
        int acled = Math.max(when.precision().acled(), date == Coarseness.WEEK ? 2 : 3);
        return new Event.When(
                first, last, null, new Event.DatePrecision(acled, ucdp), null, when.basis(), when.status());
    }

    private Event.Who who() {
        Event.Who who = event.who();
        if (!wordless) {
            return who;
        }
        List<Event.Actor> actors = new ArrayList<>();
        for (Event.Actor actor : who.actors()) {
            boolean speaker = actor.role().equals("speaker");
            if (!speaker || !(terms.withholds(Fact.SOURCE) || terms.withholds(Fact.NAMES))) {
                actors.add(actor(actor));
            }
        }
        boolean named = !terms.withholds(Fact.NAMES);
        return new Event.Who(actors, named ? who.sideA() : null, named ? who.sideB() : null, who.typeOfViolence());
    }

    private Event.Actor actor(Event.Actor actor) {
        boolean named = !terms.withholds(Fact.NAMES);
        String kind = words(actor.inter());
        return new Event.Actor(
                named ? actor.name() : kind,
                actor.role(),
                actor.inter(),
                actor.side(),
                named ? actor.associate() : null,
                actor.country(),
                null);
    }

    /** "State forces": what kind of actor it is, in the place of its name. */
    private static String words(int inter) {
        String word = InterCode.word(inter).replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Event.Toll toll() {
        Event.Toll toll = event.toll();
        if (terms.withholds(Fact.COUNTS)) {
            return new Event.Toll(null, null, null, null, null, null, null);
        }
        return new Event.Toll(
                toll.fatalities(),
                toll.deaths(),
                toll.injured(),
                toll.captured(),
                toll.displaced(),
                toll.attackCount(),
                wordless ? null : toll.words());
    }

    private Event.Account account() {
        Event.Account account = event.account();
        List<SourceRef> sources =
                wordless ? account.sources().stream().map(this::source).toList() : account.sources();
        return new Event.Account(
                account.certainty(),
                account.verification(),
                account.confidence(),
                wordless ? List.of() : account.claims(),
                sources);
    }

    /** Who published it, as a credit; headline, address and checksum lead to the whole story. */
    private SourceRef source(SourceRef source) {
        boolean known = !terms.withholds(Fact.SOURCE);
        boolean dated = known && terms.date() == Coarseness.DAY;
        return new SourceRef(
                known ? source.reportId() : WITHHELD,
                known ? source.publisher() : null,
                covert ? null : source.title(),
                covert ? null : source.url(),
                dated ? source.published() : null,
                known ? source.language() : null,
                covert ? null : source.sha256(),
                covert ? null : source.collectedAt(),
                List.of(),
                known ? source.licence() : null,
                new SourceRef.Standing(source.standing().independent(), null));
    }

    private Event.Review status() {
        return new Event.Review(event.editorial().review().status(), null, null, null);
    }

    private Event.Sensitivity sensitivity() {
        Event.Sensitivity before = event.editorial().sensitivity();
        List<String> reasons = new ArrayList<>(terms.marks());
        if (terms.beside()) {
            reasons.add("told_with_what_is_held_back");
        }
        String level = switch (before.level()) {
            case "public", "delayed" -> wordless ? "blurred" : "public";
            default -> before.level();
        };
        return new Event.Sensitivity(
                level,
                reasons,
                notice,
                before.loosened(),
                new Event.Shown(
                        null,
                        moved ? where.precision().uncertaintyMeters() : null,
                        moved ? terms.blur().wire() : null,
                        terms.date().wire(),
                        terms.withheld().stream().map(Fact::wire).sorted().toList()));
    }

    private List<Event.Change> history() {
        if (covert) {
            return List.of();
        }
        return event.editorial().history().stream()
                .map(change -> new Event.Change(
                        change.version(),
                        change.at(),
                        MACHINES.contains(change.by()) ? change.by() : EDITOR,
                        change.action(),
                        wordless ? null : change.reason()))
                .toList();
    }

    private Supplement supplement() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : event.supplement().properties().entrySet()) {
            if (isAllowed(entry.getKey())) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        return new Supplement(kept);
    }

    private boolean isAllowed(String property) {
        return switch (property) {
            case "cameo_code", "quad_class", "goldstein" -> true;
            case "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "missing" ->
                !terms.withholds(Fact.COUNTS);
            case "number_of_sources", "independent_sources" -> true;
            case "disorder_type", "acled_codable", "interaction" -> true;
            case "source" -> !covert;
            case "external_ids", "source_scale", "time_of_day", "timezone", "admin3", "merged_into" -> !wordless;
            case "version_hash", "supersedes", "notes" -> !wordless;
            case "imported_raw" -> !wordless && !terms.withholds(Fact.ROW);
            default -> false;
        };
    }

    /** The place with its names and point, but not as somebody wrote it. */
    private static Where withoutWords(Where where) {
        Where.Geocode geocode = where.geocode();
        return new Where(
                null,
                where.point(),
                where.footprint(),
                where.names(),
                where.precision(),
                new Where.Geocode(
                        geocode.status(),
                        null,
                        List.of(),
                        geocode.chosen(),
                        geocode.verdict(),
                        geocode.gazetteerVersion(),
                        null),
                where.basis());
    }
}
