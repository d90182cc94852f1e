package org.clashmap.exchange.incoming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A preset bound to the columns of a file, so that a row costs no look-up of names. */
@SuppressWarnings("EnumOrdinal") // an array by field, asked for every row; of one run only, never stored
final class Layout {
    private static final int[] NOWHERE = {};

    private final Preset preset;
    private final @Nullable Bound[] fields = new Bound[Field.values().length];
    private final int skipColumn;

    /** A rule with the places of its columns. */
    @SuppressWarnings("ArrayRecordComponent") // of this package only, never compared nor changed
    private record Bound(FieldRule rule, int[] from, int[] flags, String[] flagValues) {}

    Layout(Preset preset, Columns columns) {
        this.preset = preset;
        preset.fields().forEach((field, rule) -> {
            List<Integer> flags = new ArrayList<>();
            List<String> flagValues = new ArrayList<>();
            for (Map.Entry<String, String> flag : rule.flags().entrySet()) {
                Integer at = columns.find(flag.getKey());
                if (at != null) {
                    flags.add(at);
                    flagValues.add(flag.getValue());
                }
            }
            fields[field.ordinal()] = new Bound(
                    rule,
                    places(columns, rule.from()),
                    flags.stream().mapToInt(Integer::intValue).toArray(),
                    flagValues.toArray(String[]::new));
        });
        Preset.Skip skip = preset.table().skip();
        Integer at = skip == null ? null : columns.find(Columns.key(skip.column()));
        skipColumn = at == null ? -1 : at;
    }

    private static int[] places(Columns columns, List<String> names) {
        int[] places = new int[names.size()];
        int found = 0;
        for (String name : names) {
            Integer at = columns.find(name);
            if (at != null) {
                places[found++] = at;
            }
        }
        return found == 0 ? NOWHERE : Arrays.copyOf(places, found);
    }

    Preset preset() {
        return preset;
    }

    /** True when any column of the file, or a fixed value, says something about this field. */
    boolean has(Field field) {
        Bound bound = fields[field.ordinal()];
        return bound != null && (bound.from.length + bound.flags.length > 0 || bound.rule.otherwise() != null);
    }

    boolean isSkipped(Row row) {
        Preset.Skip skip = preset.table().skip();
        return skipColumn >= 0 && skip != null && skip.values().contains(row.cells()[skipColumn].strip());
    }

    DateForm dateForm(Field field) {
        Bound bound = fields[field.ordinal()];
        DateForm form = bound == null ? null : bound.rule.form();
        return form == null ? DateForm.DAY : form;
    }

    /** What a row says, without outer spaces; null when it says nothing. */
    @Nullable
    String text(Row row, Field field) {
        Bound bound = fields[field.ordinal()];
        if (bound == null) {
            return null;
        }
        String value = flagged(row, bound);
        if (value == null) {
            value = bound.rule.join() == null ? first(row, bound.from) : joined(row, bound.from, bound.rule.join());
        }
        value = translated(value, bound.rule);
        return value == null ? bound.rule.otherwise() : value;
    }

    /** A list; empty when the row says nothing. */
    List<String> list(Row row, Field field) {
        String value = text(row, field);
        if (value == null) {
            return List.of();
        }
        Bound bound = fields[field.ordinal()];
        String split = bound == null ? null : bound.rule.split();
        List<String> items = new ArrayList<>();
        int from = 0;
        while (from <= value.length()) {
            // The lists of JSON records come with their items on lines of their own.
            int newline = value.indexOf('\n', from);
            int separator = split == null ? -1 : value.indexOf(split, from);
            boolean atNewline = newline >= 0 && (separator < 0 || newline < separator);
            int end = atNewline ? newline : separator < 0 ? value.length() : separator;
            String item = value.substring(from, end).strip();
            if (!item.isEmpty()) {
                items.add(item);
            }
            from = end + (atNewline || split == null ? 1 : split.length());
        }
        return items;
    }

    private static @Nullable String flagged(Row row, Bound bound) {
        for (int i = 0; i < bound.flags.length; i++) {
            String cell = row.cells()[bound.flags[i]].strip();
            if (!cell.isEmpty() && !cell.equals("0") && !cell.equals("0.0") && !cell.equalsIgnoreCase("false")) {
                return bound.flagValues[i];
            }
        }
        return null;
    }

    private static @Nullable String first(Row row, int[] columns) {
        for (int column : columns) {
            String cell = row.cells()[column];
            if (!cell.isBlank()) {
                return cell.strip();
            }
        }
        return null;
    }

    private static @Nullable String joined(Row row, int[] columns, String join) {
        StringBuilder all = new StringBuilder();
        for (int column : columns) {
            String cell = row.cells()[column];
            if (!cell.isBlank()) {
                all.append(all.isEmpty() ? "" : join).append(cell.strip());
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    private static @Nullable String translated(@Nullable String value, FieldRule rule) {
        if (value == null || (rule.values() == null && rule.table() == null)) {
            return value;
        }
        String meaning = rule.values() == null ? null : rule.values().get(value);
        return meaning == null && rule.table() != null ? rule.table().find(value) : meaning;
    }
}
