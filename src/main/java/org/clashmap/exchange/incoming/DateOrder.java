package org.clashmap.exchange.incoming;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether 04/05/2025 in a table of unknown make is in April or in May, decided by all dates of the file: a number above 12
 * can only be a day.
 */
final class DateOrder {
    private static final Pattern OPEN = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/]\\d{4}\\b.*");
    private static final Field[] DATES = {Field.DATE, Field.DATE_START, Field.DATE_END};
    private static final int MONTHS = 12;

    private @Nullable String undecided;
    private boolean dayFirst;
    private boolean monthFirst;

    /** Looks at one more row. */
    void see(Layout layout, Row row) {
        for (Field field : DATES) {
            String text = layout.text(row, field);
            Matcher open = text == null ? null : OPEN.matcher(text);
            if (open != null && open.matches()) {
                int first = Integer.parseInt(open.group(1));
                int second = Integer.parseInt(open.group(2));
                dayFirst |= first > MONTHS;
                monthFirst |= second > MONTHS;
                if (undecided == null && first <= MONTHS && second <= MONTHS && first != second) {
                    undecided = text;
                }
            }
        }
    }

    /**
     * True when the day stands first.
     *
     * @throws ImportException when the file does not say
     */
    boolean isDayFirst(String file) {
        if (dayFirst != monthFirst) {
            return dayFirst;
        }
        if (undecided != null && !dayFirst) {
            throw new ImportException(file + ": dates such as " + RowProblem.excerpt(undecided)
                    + " can be read in two ways, and no date in the file settles it. Say --dates dmy when the day stands"
                    + " first, --dates mdy when the month does.");
        }
        return true;
    }

    /** The preset with the order of its dates fixed, unless it names their form itself. */
    static Preset with(Preset preset, boolean dayFirst) {
        Map<Field, FieldRule> fields = new EnumMap<>(Field.class);
        fields.putAll(preset.fields());
        for (Field field : DATES) {
            FieldRule rule = fields.get(field);
            if (rule != null && isOpen(rule)) {
                fields.put(
                        field,
                        new FieldRule(
                                rule.from(),
                                rule.join(),
                                rule.flags(),
                                rule.values(),
                                rule.table(),
                                rule.otherwise(),
                                dayFirst ? DateForm.DMY : DateForm.MDY,
                                rule.split()));
            }
        }
        return new Preset(
                preset.name(),
                preset.title(),
                preset.form(),
                preset.detection(),
                preset.table(),
                preset.terms(),
                fields);
    }

    private static boolean isOpen(FieldRule rule) {
        return rule.form() == null;
    }

    /** Whether a preset leaves it to the file. */
    static boolean isOpen(Preset preset) {
        if (!preset.terms().scheme().equals("other") || preset.form() != Preset.Form.TABLE) {
            return false;
        }
        for (Field field : DATES) {
            FieldRule rule = preset.fields().get(field);
            if (rule != null && isOpen(rule)) {
                return true;
            }
        }
        return false;
    }
}
