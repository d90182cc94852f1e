package org.clashmap.exchange.incoming;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds out which preset a file follows, from its header and its first records. */
final class Detector {
    private static final int START = 1 << 16;
    private static final int ROWS = 5;

    private final ImportFile file;
    private final Presets presets;

    Detector(ImportFile file, Presets presets) {
        this.file = file;
        this.presets = presets;
    }

    /**
     * What a file is.
     *
     * @param columns of a table; empty for JSON
     * @param header whether the first row of a table names its columns
     */
    record Found(Preset preset, Columns columns, boolean header, char separator) {}

    /**
     * Decides.
     *
     * @param forced the preset to use, or null to find it out
     * @throws ImportException when no preset fits, with what the file has and the way out
     */
    Found detect(@Nullable Preset forced) {
        String start = start();
        String trimmed = start.strip();
        if (trimmed.isEmpty()) {
            throw new ImportException(file.name() + " is empty");
        }
        boolean json = trimmed.startsWith("{") || trimmed.startsWith("[") || trimmed.startsWith("\u001e");
        if (forced != null) {
            boolean table = forced.form() == Preset.Form.TABLE;
            if (table == json) {
                throw new ImportException("preset " + forced.name() + " reads "
                        + (table ? "tables" : "JSON") + ", and " + file.name() + " is "
                        + (json ? "JSON" : "not JSON"));
            }
        }
        return json ? json(forced) : table(start, forced);
    }

    private String start() {
        try (Reader reader = file.reader()) {
            char[] buffer = new char[START];
            int filled = 0;
            for (int read = 0; read >= 0 && filled < START; read = reader.read(buffer, filled, START - filled)) {
                filled += read;
            }
            return new String(buffer, 0, filled);
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    private Found json(@Nullable Preset forced) {
        Columns none = new Columns(List.of());
        if (forced != null) {
            return new Found(forced, none, false, ',');
        }
        JsonNode first = new JsonReader(file).first();
        if (first == null || !first.isObject()) {
            throw new ImportException(file.name() + " holds no JSON objects to import");
        }
        Set<String> names = JsonReader.names(first);
        boolean feature = JsonReader.isFeature(first);
        JsonNode members = feature ? first.path("properties") : first;
        Function<String, @Nullable String> value = name -> JsonPath.parse(name).find(members);
        Preset best = null;
        for (Preset preset : presets.list()) {
            boolean form = switch (preset.form()) {
                case TABLE -> false;
                case JSON -> !feature;
                case GEOJSON, OWN -> feature;
            };
            if (form && isHeavier(preset, best) && fits(preset, names) && looksRight(preset, value)) {
                best = preset;
            }
        }
        if (best == null) {
            throw new ImportException(file.name() + ": no preset fits its records, which have the members "
                    + String.join(", ", names) + ". Name one with --preset, or describe the members with --map.");
        }
        return new Found(best, none, false, ',');
    }

    private Found table(String start, @Nullable Preset forced) {
        char separator = TableReader.separator(start);
        boolean quotes = forced == null || forced.table().quotes();
        List<String[]> head = new TableReader(file, separator, quotes).head(ROWS);
        if (head.isEmpty()) {
            throw new ImportException(file.name() + " has no rows");
        }
        Columns header = new Columns(Arrays.asList(head.getFirst()));
        if (forced != null) {
            return forced(forced, header, head, separator);
        }
        Preset best = null;
        for (Preset preset : presets.list()) {
            if (preset.form() == Preset.Form.TABLE && isHeavier(preset, best) && hasHeader(preset, header)) {
                best = preset;
            }
        }
        for (Preset preset : presets.list()) {
            if (isHeavier(preset, best) && isHeaderless(preset, head)) {
                best = preset;
            }
        }
        if (best == null) {
            throw new ImportException(file.name() + ": no preset fits its columns, which are "
                    + RowProblem.excerpt(String.join(", ", head.getFirst()))
                    + ". Name one with --preset, or describe the columns with --map.");
        }
        return hasHeader(best, header)
                ? new Found(best, header, true, separator)
                : new Found(best, new Columns(best.table().columns()), false, separator);
    }

    private Found forced(Preset preset, Columns header, List<String[]> head, char separator) {
        List<String> columns = preset.table().columns();
        boolean named = columns.isEmpty() || columns.stream().anyMatch(name -> header.has(Columns.key(name)));
        if (!named && columns.size() != head.getFirst().length) {
            throw new ImportException(file.name() + " has no header and " + head.getFirst().length + " columns; preset "
                    + preset.name() + " has " + columns.size());
        }
        boolean anyField = preset.fields().values().stream()
                .anyMatch(rule -> rule.from().stream().anyMatch(header::has)
                        || rule.flags().keySet().stream().anyMatch(header::has));
        if (named && !anyField) {
            throw new ImportException(file.name() + " has none of the columns that preset " + preset.name()
                    + " reads; its first line names " + RowProblem.excerpt(String.join(", ", header.names())));
        }
        return named
                ? new Found(preset, header, true, separator)
                : new Found(preset, new Columns(columns), false, separator);
    }

    private static boolean isHeavier(Preset preset, @Nullable Preset best) {
        return best == null || preset.detection().weight() > best.detection().weight();
    }

    private static boolean hasHeader(Preset preset, Columns header) {
        Preset.Detection detection = preset.detection();
        return !(detection.needs().isEmpty() && detection.anyOf().isEmpty())
                && detection.needs().stream().allMatch(header::has)
                && detection.lacks().stream().noneMatch(header::has)
                && (detection.anyOf().isEmpty()
                        || detection.anyOf().stream()
                                .anyMatch(set -> set.stream().allMatch(header::has)));
    }

    private static boolean isHeaderless(Preset preset, List<String[]> head) {
        List<String> names = preset.table().columns();
        String[] first = head.getFirst();
        if (preset.form() != Preset.Form.TABLE || names.size() != first.length || names.isEmpty()) {
            return false;
        }
        Columns columns = new Columns(names);
        return looksRight(
                preset,
                name -> Optional.ofNullable(columns.find(name))
                        .map(at -> first[at])
                        .orElse(null));
    }

    private static boolean fits(Preset preset, Set<String> names) {
        Preset.Detection detection = preset.detection();
        return names.containsAll(detection.needs())
                && detection.lacks().stream().noneMatch(names::contains)
                && (detection.anyOf().isEmpty() || detection.anyOf().stream().anyMatch(names::containsAll))
                && !(detection.needs().isEmpty() && detection.anyOf().isEmpty());
    }

    private static boolean looksRight(Preset preset, Function<String, @Nullable String> valueOf) {
        for (Map.Entry<String, Pattern> expected : preset.detection().values().entrySet()) {
            String value = valueOf.apply(expected.getKey());
            if (value == null || !expected.getValue().matcher(value.strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** The preset's columns in JSON, each once, in a fixed order. */
    static List<String> paths(Preset preset) {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<Field, FieldRule> field : preset.fields().entrySet()) {
            List<String> all = new ArrayList<>(field.getValue().from());
            all.addAll(field.getValue().flags().keySet());
            all.stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        }
        return paths;
    }
}
