package org.clashmap.event.merge;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.clashmap.text.WordTable;
import org.jspecify.annotations.Nullable;

/**
 * Whose word a source is. An outlet that a government owns speaks for it, and a report that only passes on what one party
 * claims is that party's word; ten of either are one independent source. Names and hosts are in {@code event/outlets.tsv}.
 */
final class Outlets {
    private static final Map<String, String> PARTIES = read();

    private Outlets() {}

    private static Map<String, String> read() {
        Map<String, String> parties = new HashMap<>();
        for (WordTable.Row row : WordTable.rows("event/outlets")) {
            parties.put(key(row.get(0)), row.get(1));
        }
        return Map.copyOf(parties);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.]+", " ")
                .strip();
    }

    /**
     * A key that sources of one voice share: {@code party:UA} for a party's word, {@code outlet:…} for an outlet of its own,
     * and {@code unknown} where nobody says who published it, since then nothing speaks for independence.
     */
    static String voiceOf(Event telling, SourceRef source) {
        Optional<String> owner = findOwner(source);
        if (owner.isPresent()) {
            return "party:" + owner.get();
        }
        Optional<String> party = findOnlyParty(telling);
        if (party.isPresent()) {
            return "party:" + party.get();
        }
        String publisher = source.publisher();
        String name = publisher == null || publisher.isBlank() ? host(source.url()) : key(publisher);
        return name == null ? "unknown" : "outlet:" + name;
    }

    private static Optional<String> findOwner(SourceRef source) {
        String publisher = source.publisher();
        String party = publisher == null ? null : PARTIES.get(key(publisher));
        String host = host(source.url());
        while (party == null && host != null && host.indexOf('.') >= 0) {
            party = PARTIES.get(host);
            host = host.substring(host.indexOf('.') + 1);
        }
        return Optional.ofNullable(party);
    }

    /** The party whose claim the telling is and no more; empty when it is told as fact or by several. */
    static Optional<String> findOnlyParty(Event telling) {
        if (!telling.account().certainty().equals("claimed")) {
            return Optional.empty();
        }
        String only = null;
        for (Event.Claim claim : telling.account().claims()) {
            String party = claim.party();
            if (isAssertion(claim) && party != null) {
                if (only != null && !only.equals(party)) {
                    return Optional.empty();
                }
                only = party;
            }
        }
        return Optional.ofNullable(only);
    }

    static boolean isAssertion(Event.Claim claim) {
        return claim.stance().equals("asserts") || claim.stance().equals("confirms");
    }

    private static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            String host = URI.create(url).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
