package org.clashmap.event.publish;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clashmap.event.Event;
import org.clashmap.event.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Which rule each mark ({@code sensitivity.reasons}) stands for. Immutable.
 *
 * @param rules by mark, in the order that notices name them
 * @param exactFor the least role that sees everything exactly: {@code contributor}, {@code reviewer}, {@code publisher} or
 *     {@code administrator}
 * @param sourcesAtRisk publishers, hosts or report ids whose events get the mark {@code source_at_risk}, in lower case
 */
public record Rules(Map<String, Rule> rules, String exactFor, List<String> sourcesAtRisk) {
    /** The mark of an event whose words stand in one sentence with those of another that bears the mark after it. */
    public static final String BESIDE = "beside:";

    static final String SOURCE_AT_RISK = "source_at_risk";
    static final List<String> ROLES = List.of("contributor", "reviewer", "publisher", "administrator");

    public Rules {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        sourcesAtRisk = sourcesAtRisk.stream()
                .map(source -> source.toLowerCase(Locale.ROOT))
                .toList();
        if (!ROLES.contains(exactFor)) {
            throw new IllegalArgumentException("\"" + exactFor + "\"; allowed: " + String.join(", ", ROLES));
        }
    }

    /** The table of the codebook's section 7. */
    public static Rules standard() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put(
                "military_position",
                Rule.of(72, Blur.SETTLEMENT, Coarseness.DAY, "since positions of troops and weapons can cost lives"));
        rules.put(
                "civilian_strike",
                Rule.of(0, Blur.SETTLEMENT, Coarseness.DAY, "since an exact place helps to aim a second strike"));
        rules.put(
                "aid_or_health_site",
                Rule.of(
                        0,
                        Blur.GRID_5KM,
                        Coarseness.DAY,
                        "since hospitals, shelters and places of aid or refuge are targets",
                        Fact.QUOTES));
        String harm = "since it could do harm to persons";
        rules.put("sexual_violence", Rule.of(0, Blur.PROVINCE, Coarseness.MONTH, harm, Fact.NAMES, Fact.QUOTES));
        rules.put("children", Rule.of(0, Blur.PROVINCE, Coarseness.MONTH, harm, Fact.NAMES, Fact.QUOTES));
        rules.put("named_victim", Rule.of(0, Blur.PROVINCE, Coarseness.MONTH, harm, Fact.NAMES, Fact.QUOTES));
        rules.put(
                "pow",
                Rule.of(
                        0,
                        Blur.SETTLEMENT,
                        Coarseness.DAY,
                        "since prisoners must not be exposed to public curiosity",
                        Fact.NAMES,
                        Fact.QUOTES));
        rules.put(
                SOURCE_AT_RISK,
                Rule.of(0, Blur.NONE, Coarseness.DAY, "since the source is at risk", Fact.SOURCE, Fact.QUOTES));
        rules.put(
                "licence_forbids_passing_on",
                Rule.of(
                        0,
                        Blur.NONE,
                        Coarseness.DAY,
                        "since its licence forbids passing it on",
                        Fact.ROW,
                        Fact.QUOTES));
        return new Rules(rules, "contributor", List.of());
    }

    Optional<Rule> find(String mark) {
        return Optional.ofNullable(rules.get(mark));
    }

    boolean isAtRisk(Event event) {
        return !sourcesAtRisk.isEmpty() && event.account().sources().stream().anyMatch(source -> isAtRisk(source));
    }

    private boolean isAtRisk(SourceRef source) {
        return isAtRisk(source.reportId(), source.publisher(), source.url());
    }

    boolean isAtRisk(String reportId, @Nullable String publisher, @Nullable String url) {
        String name = publisher == null ? "" : publisher.toLowerCase(Locale.ROOT);
        String address = url == null ? "" : url.toLowerCase(Locale.ROOT);
        return sourcesAtRisk.stream()
                .anyMatch(risk -> risk.equals(name)
                        || risk.equals(reportId.toLowerCase(Locale.ROOT))
                        || (risk.indexOf('.') > 0 && address.contains("://" + risk)));
    }
}
