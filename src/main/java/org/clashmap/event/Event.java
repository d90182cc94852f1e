package org.clashmap.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One event as one report or several tell it: a claim with a history. Immutable; a correction is a new version.
 *
 * <p>The parts follow the questions a reader asks. Field names and values on the wire are those of {@link EventJson}.
 * Enumerations of the wire format that the code never branches on are kept as their words.
 *
 * @param who actors in the order they act: the first initiator is ACLED's actor1, the first target (or second participant)
 *     actor2
 * @param supplement properties of the wire format beside these parts
 */
public record Event(
        Identity identity,
        What what,
        When when,
        Where where,
        Who who,
        Toll toll,
        Account account,
        Editorial editorial,
        Supplement supplement) {
    /** The link of a merged event to the one that stands for it. */
    public static final String MERGED_INTO = "duplicate_of";

    /** The link of a split event to each of its parts. */
    public static final String SPLIT_INTO = "split_into";

    /** An event without a supplement, as coding writes it. */
    public Event(
            Identity identity,
            What what,
            When when,
            Where where,
            Who who,
            Toll toll,
            Account account,
            Editorial editorial) {
        this(identity, what, when, where, who, toll, account, editorial, Supplement.NONE);
    }

    public String id() {
        return identity.id();
    }

    public int version() {
        return identity.version();
    }

    /**
     * Taken out of the current state: rejected, retracted, merged into another event, or split into its parts. Its versions
     * stay, and its last one is the tombstone.
     */
    public boolean isWithdrawn() {
        String status = editorial.review().status();
        return status.equals("rejected") || status.equals("retracted") || hasLink(MERGED_INTO) || hasLink(SPLIT_INTO);
    }

    /** The events that stand for this one now: what it was merged into, or the parts it was split into; else empty. */
    public List<String> successors() {
        return identity.links().stream()
                .filter(link -> link.type().equals(MERGED_INTO) || link.type().equals(SPLIT_INTO))
                .map(Link::target)
                .toList();
    }

    boolean hasLink(String type) {
        return identity.links().stream().anyMatch(link -> link.type().equals(type));
    }

    /** The same event with another version number and editorial state. */
    public Event withVersion(int version, Editorial newEditorial) {
        Identity next = new Identity(identity.id(), version, identity.groupId(), identity.parentId(), identity.links());
        return new Event(next, what, when, where, who, toll, account, newEditorial, supplement);
    }

    /** The same version with other links. */
    public Event withLinks(List<Link> links) {
        Identity linked =
                new Identity(identity.id(), identity.version(), identity.groupId(), identity.parentId(), links);
        return new Event(linked, what, when, where, who, toll, account, editorial, supplement);
    }

    /** The same version with another account. */
    public Event withAccount(Account other) {
        return new Event(identity, what, when, where, who, toll, other, editorial, supplement);
    }

    /** The same version with another supplement. */
    public Event withSupplement(Supplement other) {
        return new Event(identity, what, when, where, who, toll, account, editorial, other);
    }

    /**
     * Which event it is.
     *
     * @param version from 1
     * @param groupId shared by events that one passage told together
     * @param parentId the event it is part of
     */
    public record Identity(
            String id,
            int version,
            @Nullable String groupId,
            @Nullable String parentId,
            List<Link> links) {
        public Identity {
            links = List.copyOf(links);
            if (version < 1) {
                throw new IllegalArgumentException("version " + version + " of event " + id + " is below 1");
            }
        }
    }

    /** @param type {@code part_of}, {@code same_group}, {@code summarises}, {@code updates}, {@code split_into}… */
    public record Link(String type, String target) {}

    /** What happened. */
    public record What(
            String title,
            RecordType recordType,
            MapTier tier,
            SubEventType type,
            @Nullable Plover plover,
            Traits traits) {}

    /** Smaller properties of the act. {@code clarity} is UCDP's event_clarity: 1 one event, 2 an aggregate. */
    public record Traits(int clarity, boolean civilianTargeting, List<String> weapons, List<String> tags) {
        public static final Traits PLAIN = new Traits(1, false, List.of(), List.of());

        public Traits {
            weapons = List.copyOf(weapons);
            tags = List.copyOf(tags);
        }
    }

    /** PLOVER event, modes and contexts; the second vocabulary, which also covers speech. */
    public record Plover(String event, List<String> modes, List<String> contexts) {
        public Plover {
            modes = List.copyOf(modes);
            contexts = List.copyOf(contexts);
        }
    }

    /**
     * When. An open start or end is null.
     *
     * @param day the single day that stands for it (ACLED's event_date), or null
     * @param text the words it was read from, or null
     * @param basis {@code explicit}, {@code relative}, {@code relative_to_previous_event}, {@code inferred_same_day},
     *     {@code inferred_publish}, {@code external}, {@code imported}
     * @param status {@code current}, {@code ongoing}, {@code historical}, {@code future}, {@code hypothetical}
     */
    public record When(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate day,
            DatePrecision precision,
            @Nullable String text,
            String basis,
            String status) {
        public When {
            if (start != null && end != null && start.isAfter(end)) {
                throw new IllegalArgumentException("window " + start + "–" + end + " ends before it starts");
            }
        }
    }

    /** ACLED's time_precision (1–3) and UCDP's date_prec (1–5). */
    public record DatePrecision(int acled, int ucdp) {
        public DatePrecision {
            if (acled < 1 || acled > 3 || ucdp < 1 || ucdp > 5) {
                throw new IllegalArgumentException("date precision " + acled + "/" + ucdp);
            }
        }
    }

    /** Who, and between whom. */
    public record Who(
            List<Actor> actors,
            @Nullable String sideA,
            @Nullable String sideB,
            @Nullable Integer typeOfViolence) {
        public Who {
            actors = List.copyOf(actors);
        }

        public static final Who NOBODY = new Who(List.of(), null, null, null);

        /** ACLED's actor1, or null. */
        public @Nullable Actor actor1() {
            return ActorPair.of(actors).first();
        }

        /** ACLED's actor2, or null. */
        public @Nullable Actor actor2() {
            return ActorPair.of(actors).second();
        }
    }

    /**
     * An actor.
     *
     * @param role {@code initiator}, {@code target}, {@code participant}, {@code affected}, {@code mediator},
     *     {@code speaker}
     * @param inter ACLED's inter code, 0 when unknown
     * @param side {@code a}, {@code b} or {@code other}, or null
     * @param associate an associated group (ACLED's assoc_actor), or null
     * @param mention the words it was read from, or null
     */
    public record Actor(
            String name,
            String role,
            int inter,
            @Nullable String side,
            @Nullable String associate,
            @Nullable String country,
            @Nullable String mention) {}

    /**
     * Counts as the report gives them. Unknown is null, never 0.
     *
     * @param fatalities the conservative figure (ACLED); 0 when no deaths are reported
     * @param deaths low, best and high (UCDP)
     * @param words the text of the counts
     */
    public record Toll(
            @Nullable Integer fatalities,
            @Nullable Estimate deaths,
            @Nullable Range injured,
            @Nullable Integer captured,
            @Nullable Range displaced,
            @Nullable Integer attackCount,
            @Nullable String words) {
        public static final Toll NONE = new Toll(0, new Estimate(0, 0, 0), null, null, null, null, null);
    }

    public record Estimate(int low, int best, int high) {}

    public record Range(int low, int high) {}

    /**
     * Whose word it is.
     *
     * @param certainty {@code confirmed}, {@code reported_as_fact}, {@code claimed}, {@code disputed}, {@code denied},
     *     {@code unconfirmed}
     * @param verification {@code unverified}, {@code single_source}, …
     * @param confidence of the machine, 0–1, or null
     */
    public record Account(
            String certainty,
            String verification,
            @Nullable Double confidence,
            List<Claim> claims,
            List<SourceRef> sources) {
        public Account {
            claims = List.copyOf(claims);
            sources = List.copyOf(sources);
        }

        /** The same account, resting on other sources. */
        public Account withSources(List<SourceRef> other) {
            return new Account(certainty, verification, confidence, claims, other);
        }

        /** The publishers, each once, in ACLED's form: joined by "; ". Null when none is named. */
        public @Nullable String publishers() {
            StringJoiner joined = new StringJoiner("; ");
            Set<String> seen = new HashSet<>();
            for (SourceRef source : sources) {
                String publisher = source.publisher();
                if (publisher != null && !publisher.isBlank() && seen.add(publisher)) {
                    joined.add(publisher);
                }
            }
            return seen.isEmpty() ? null : joined.toString();
        }
    }

    /**
     * A claim about one field.
     *
     * @param value the claimed value in words or figures, or null
     * @param stance {@code asserts}, {@code confirms}, {@code denies}, {@code declines}, {@code retracts}
     * @param reportId the report whose words the quote is, or null where the event has one report only
     */
    public record Claim(
            String field,
            @Nullable String value,
            String speaker,
            @Nullable String party,
            String stance,
            @Nullable LocalDate saidOn,
            Quote quote,
            @Nullable String reportId) {
        /** A claim of the one report that tells the event. */
        public Claim(
                String field,
                @Nullable String value,
                String speaker,
                @Nullable String party,
                String stance,
                @Nullable LocalDate saidOn,
                Quote quote) {
            this(field, value, speaker, party, stance, saidOn, quote, null);
        }

        public Claim of(String report) {
            return new Claim(field, value, speaker, party, stance, saidOn, quote, report);
        }
    }

    /**
     * Words of the report.
     *
     * @param start code points, in the working text of the report
     * @param end exclusive
     * @param fields what these words prove; may be empty
     */
    public record Quote(String text, int start, int end, List<String> fields) {
        public Quote {
            fields = List.copyOf(fields);
        }
    }

    /** State of the editing: review, what may be shown, and how this version came about. */
    public record Editorial(Review review, Sensitivity sensitivity, List<Change> history) {
        public Editorial {
            history = List.copyOf(history);
        }

        /** The same state, with one more change in its history. */
        public Editorial after(Change change) {
            List<Change> longer = new ArrayList<>(history);
            longer.add(change);
            return new Editorial(review, sensitivity, longer);
        }
    }

    /** @param status {@code machine}, {@code in_review}, {@code accepted}, {@code published}, {@code rejected}… */
    public record Review(
            String status,
            @Nullable String reviewer,
            @Nullable String reviewedAt,
            @Nullable String reason,
            Readers readers) {
        public static final Review MACHINE = new Review("machine", null, null, null);

        /** A review by one person that is assigned to nobody. */
        public Review(String status, @Nullable String reviewer, @Nullable String reviewedAt, @Nullable String reason) {
            this(status, reviewer, reviewedAt, reason, Readers.NONE);
        }
    }

    /**
     * Who looks at an event.
     *
     * @param assignee who is to review it, or null
     * @param first the first of two readers who decided apart from each other, or null
     * @param second the second of them, or null
     */
    public record Readers(
            @Nullable String assignee,
            @Nullable String first,
            @Nullable String second) {
        public static final Readers NONE = new Readers(null, null, null);
    }

    /**
     * What may harm when it is shown.
     *
     * @param level {@code public}, {@code delayed}, {@code blurred}, {@code restricted}, {@code withheld}
     * @param reasons marks, which the rules of publishing act on
     * @param loosened those whose rule a person has set aside for this event
     * @param shown what was left out, in an event as readers see it
     */
    public record Sensitivity(
            String level, List<String> reasons, @Nullable String notice, List<String> loosened, Shown shown) {
        public static final Sensitivity PUBLIC = new Sensitivity("public", List.of(), null);

        public Sensitivity {
            reasons = List.copyOf(reasons);
            loosened = List.copyOf(loosened);
        }

        /** Marks as they are set, before anything is published. */
        public Sensitivity(String level, List<String> reasons, @Nullable String notice) {
            this(level, reasons, notice, List.of(), Shown.WHOLE);
        }

        /** The same with the rules of all its marks set aside for this event; the history must say by whom and why. */
        public Sensitivity loosen() {
            return new Sensitivity(level, reasons, notice, reasons, shown);
        }
    }

    /**
     * What is shown of an event that is not shown whole.
     *
     * @param embargoUntil ISO 8601 instant, or null
     * @param uncertaintyMeters radius of the place as it is shown, or null
     * @param blur how the place was snapped, such as {@code grid_5km}, or null
     * @param dateCoarsenedTo {@code week} or {@code month}, or null
     * @param withheld kinds of facts that are left out
     */
    public record Shown(
            @Nullable String embargoUntil,
            @Nullable Integer uncertaintyMeters,
            @Nullable String blur,
            @Nullable String dateCoarsenedTo,
            List<String> withheld) {
        public static final Shown WHOLE = new Shown(null, null, null, null, List.of());

        public Shown {
            withheld = List.copyOf(withheld);
        }
    }

    /** @param at ISO 8601 instant; @param action {@code create}, {@code edit}, {@code merge}, {@code split}… */
    public record Change(
            int version,
            String at,
            String by,
            String action,
            @Nullable String reason) {}
}
