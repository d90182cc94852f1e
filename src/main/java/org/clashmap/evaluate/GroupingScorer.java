package org.clashmap.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clashmap.event.CodedReport;
import org.clashmap.event.Event;
import org.clashmap.event.EventStore;
import org.clashmap.event.merge.MergePlan;
import org.clashmap.event.merge.MergePlanner;
import org.clashmap.event.merge.Merges;
import org.clashmap.report.Report;
import org.clashmap.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores how reports on the same events are put together. The file has reports in their order of arrival and the groups of
 * tellings that a person makes of them; a telling is named by report, sub-event type and place. Counted are pairs of
 * tellings that stand in one event: precision, recall, and the share of tellings that were coded at all.
 */
final class GroupingScorer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Map<String, String> events = new LinkedHashMap<>();
    private int linksWanted;
    private int linksFound;

    private GroupingScorer() {}

    static Scorecard.Section score(Path file, Function<Report, CodedReport> coder, Supplier<EventStore> stores) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            GroupingScorer scorer = new GroupingScorer();
            try (EventStore store = stores.get()) {
                Map<String, CodedReport> coded = ingest(root, coder, store);
                scorer.read(root, coded, store);
            }
            return scorer.section(root.path("reports").size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, CodedReport> ingest(
            JsonNode root, Function<Report, CodedReport> coder, EventStore store) {
        MergePlanner planner = new MergePlanner(store);
        Map<String, CodedReport> coded = new LinkedHashMap<>();
        for (JsonNode node : root.path("reports")) {
            Report report = report(node);
            MergePlan plan = planner.plan(report, coder.apply(report));
            store.addReport(report, plan.coded(), null, plan.following());
            coded.put(node.path("id").asString(), plan.coded());
        }
        return coded;
    }

    private static Report report(JsonNode node) {
        String text = node.path("text").asString();
        return new Report(
                "rep-" + node.path("id").asString(),
                text,
                Language.find(node.path("lang").asString()).orElse(Language.EN),
                LocalDate.parse(node.path("published").asString()),
                new Report.Source(node.path("publisher").asString(), null, null),
                new Report.Receipt("0".repeat(64), "text/plain", text.length(), "2025-01-01T00:00:00Z", "file"));
    }

    private void read(JsonNode root, Map<String, CodedReport> coded, EventStore store) {
        int group = 0;
        for (JsonNode tellings : root.path("groups")) {
            group++;
            for (JsonNode telling : tellings) {
                String report = telling.path(0).asString();
                groups.put(report, group);
                Optional.ofNullable(coded.get(report))
                        .flatMap(told -> find(told, telling))
                        .flatMap(event -> Merges.findCurrent(store, event.id()))
                        .ifPresent(event -> events.put(report, event.id()));
            }
        }
        for (JsonNode link : root.path("links")) {
            linksWanted++;
            String from = events.get(link.path(1).asString());
            String to = events.get(link.path(2).asString());
            boolean found = from != null
                    && to != null
                    && store.find(from).orElseThrow().identity().links().stream()
                            .anyMatch(each -> each.type().equals(link.path(0).asString())
                                    && each.target().equals(to));
            linksFound += found ? 1 : 0;
        }
    }

    private static Optional<Event> find(CodedReport coded, JsonNode telling) {
        return coded.events().stream()
                .filter(event ->
                        event.what().type().label().equals(telling.path(1).asString())
                                && telling.path(2)
                                        .asString()
                                        .equals(event.where().names().location()))
                .findFirst();
    }

    private Scorecard.Section section(int reports) {
        List<String> tellings = new ArrayList<>(groups.keySet());
        long together = 0;
        long wanted = 0;
        long right = 0;
        for (int i = 0; i < tellings.size(); i++) {
            for (int j = 0; j < i; j++) {
                String left = tellings.get(i);
                String other = tellings.get(j);
                boolean same = Objects.equals(groups.get(left), groups.get(other));
                boolean put = events.containsKey(left) && Objects.equals(events.get(left), events.get(other));
                wanted += same ? 1 : 0;
                together += put ? 1 : 0;
                right += same && put ? 1 : 0;
            }
        }
        return new Scorecard.Section(
                "grouping",
                "Reports on the same events put together",
                reports,
                List.of(
                        Scorecard.Metric.share("pair_precision", "Pairs put together, rightly", right, together),
                        Scorecard.Metric.share("pair_recall", "Pairs to put together, found", right, wanted),
                        Scorecard.Metric.share("tellings_coded", "Tellings coded", events.size(), tellings.size()),
                        Scorecard.Metric.share(
                                "links_found", "Contradictions and sums linked", linksFound, linksWanted)));
    }
}
