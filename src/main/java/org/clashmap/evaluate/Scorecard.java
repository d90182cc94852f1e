package org.clashmap.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcome of an evaluation, in the order of the files.
 *
 * @param evaluated ISO 8601 day
 * @param limit records read of each corpus at most, or null for all
 */
public record Scorecard(
        String evaluated, String gazetteer, @Nullable Integer limit, List<Section> sections) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What a metric's number is. */
    public enum Unit {
        /** 0–1, more is better. */
        SHARE,
        /** 0–1, less is better. */
        ERROR_SHARE,
        /** A number of mistakes; should be 0. */
        MISTAKES,
        KILOMETERS;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Unit of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One number.
     *
     * @param name stable, lower case with underscores
     * @param label for readers
     * @param of how many cases it is taken over
     */
    public record Metric(String name, String label, double value, Unit unit, long of) {
        static Metric share(String name, String label, long hits, long of) {
            return new Metric(name, label, of == 0 ? 0 : (double) hits / of, Unit.SHARE, of);
        }
    }

    /** The numbers of one corpus. */
    public record Section(String name, String title, int records, List<Metric> metrics) {
        public Section {
            metrics = List.copyOf(metrics);
        }

        public Optional<Metric> find(String metric) {
            return metrics.stream().filter(each -> each.name.equals(metric)).findFirst();
        }
    }

    public Scorecard {
        sections = List.copyOf(sections);
    }

    public Optional<Section> find(String section) {
        return sections.stream().filter(each -> each.name.equals(section)).findFirst();
    }

    /** A table for people. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append(
                    String.format(Locale.ROOT, "%s (%s, %d records)%n", section.title, section.name, section.records));
            for (Metric metric : section.metrics) {
                text.append(String.format(
                        Locale.ROOT, "  %-52s %9s  of %d%n", metric.label, show(metric.value, metric.unit), metric.of));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String show(double value, Unit unit) {
        return switch (unit) {
            case SHARE, ERROR_SHARE -> String.format(Locale.ROOT, "%.3f", value);
            case MISTAKES -> Long.toString(Math.round(value));
            case KILOMETERS -> String.format(Locale.ROOT, "%.1f km", value);
        };
    }

    /** For {@code web/data/scores.json}; numbers to four places, so that the file changes only when the scores do. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("evaluated", evaluated);
        root.put("gazetteer", gazetteer);
        if (limit == null) {
            root.putNull("limit");
        } else {
            root.put("limit", limit);
        }
        var list = root.putArray("sections");
        for (Section section : sections) {
            ObjectNode node = list.addObject();
            node.put("name", section.name);
            node.put("title", section.title);
            node.put("records", section.records);
            var metrics = node.putArray("metrics");
            for (Metric metric : section.metrics) {
                ObjectNode each = metrics.addObject();
                each.put("name", metric.name);
                each.put("label", metric.label);
                each.put("value", Math.round(metric.value * 10_000) / 10_000.0);
                each.put("unit", metric.unit.wire());
                each.put("of", metric.of);
            }
        }
        return JSON.writeValueAsString(root);
    }

    /** Reads what {@link #toJson} wrote. */
    public static Scorecard parse(String json) {
        JsonNode root = JSON.readTree(json);
        JsonNode limit = root.path("limit");
        return new Scorecard(
                root.path("evaluated").asString(),
                root.path("gazetteer").asString(),
                limit.isNumber() ? limit.asInt() : null,
                root.path("sections").valueStream().map(Scorecard::section).toList());
    }

    private static Section section(JsonNode node) {
        return new Section(
                node.path("name").asString(),
                node.path("title").asString(),
                node.path("records").asInt(),
                node.path("metrics")
                        .valueStream()
                        .map(metric -> new Metric(
                                metric.path("name").asString(),
                                metric.path("label").asString(),
                                metric.path("value").asDouble(),
                                Unit.of(metric.path("unit").asString()),
                                metric.path("of").asLong()))
                        .toList());
    }
}
