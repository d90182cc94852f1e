package org.clashmap.event.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;

/**
 * Whose word an event of several tellings is: every claim with the report it stands in, every source with its standing.
 * Certainty goes up only with an independent voice; where somebody denies, it is disputed.
 */
final class AccountCombination {
    private static final List<String> CERTAINTY =
            List.of("denied", "disputed", "unconfirmed", "claimed", "reported_as_fact", "confirmed");

    /** Above what counting sources can reach: somebody looked. */
    private static final Set<String> VERIFIED = Set.of("media_evidence", "geolocated", "verified", "debunked");

    private final List<Telling> tellings;
    private final List<SourceRef> sources = new ArrayList<>();
    private final Set<Event.Claim> claims = new LinkedHashSet<>();
    private final Set<String> voices = new HashSet<>();
    private final Set<String> partiesThatAssert = new TreeSet<>();
    private boolean disputed;
    private String certainty;
    private String verified = "";

    private AccountCombination(List<Telling> tellings) {
        this.tellings = tellings;
        this.certainty = tellings.getFirst().event().account().certainty();
    }

    static Event.Account of(List<Telling> tellings) {
        return new AccountCombination(tellings).account();
    }

    private Event.Account account() {
        for (Telling telling : tellings) {
            add(telling);
        }
        boolean bothSides = partiesThatAssert.size() > 1;
        if (disputed) {
            certainty = "disputed";
        } else if (bothSides) {
            certainty = "confirmed";
        }
        Event.Account first = tellings.getFirst().event().account();
        return new Event.Account(
                certainty, verification(bothSides), first.confidence(), new ArrayList<>(claims), sources);
    }

    private void add(Telling telling) {
        Event event = telling.event();
        Event.Account account = event.account();
        boolean first = sources.isEmpty();
        boolean independent = false;
        for (SourceRef source : account.sources()) {
            boolean fresh = !telling.isReprint() && voices.add(Outlets.voiceOf(event, source));
            independent |= fresh;
            String reprintOf = source.standing().reprintOf();
            sources.add(source.withStanding(new SourceRef.Standing(fresh, reprintOf)));
        }
        if (telling.isReprint()) {
            return;
        }
        String report =
                account.sources().isEmpty() ? "" : account.sources().getFirst().reportId();
        for (Event.Claim claim : account.claims()) {
            claims.add(claim.reportId() == null && !report.isEmpty() ? claim.of(report) : claim);
            disputed |= claim.stance().equals("denies");
            if (Outlets.isAssertion(claim) && claim.field().equals("event") && claim.party() != null) {
                partiesThatAssert.add(claim.party());
            }
        }
        disputed |=
                account.certainty().equals("disputed") || account.certainty().equals("denied");
        boolean surer = CERTAINTY.indexOf(account.certainty()) > CERTAINTY.indexOf(certainty);
        if (!first && independent && surer) {
            certainty = account.certainty();
        }
        verified = VERIFIED.contains(account.verification()) ? account.verification() : verified;
    }

    private String verification(boolean bothSides) {
        if (!verified.isEmpty()) {
            return verified;
        }
        long own = sources.stream()
                .filter(source -> source.standing().reprintOf() == null)
                .count();
        if (bothSides && !disputed) {
            return "corroborated_both_sides";
        }
        return own < 2 ? "single_source" : voices.size() > 1 ? "corroborated_independent" : "corroborated_same_party";
    }
}
