package org.clashmap.exchange.incoming;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A row read by its layout. A cell that is not what it should be is null and a warning, unless the row makes no sense
 * without it. Used by one thread.
 */
final class Cells {
    private final Layout layout;
    private final BiConsumer<Row, RowProblem> warnings;
    private Row row = new Row(0, new String[0], "{}", null);

    /** @param warnings told what was passed over, with the row */
    Cells(Layout layout, BiConsumer<Row, RowProblem> warnings) {
        this.layout = layout;
        this.warnings = warnings;
    }

    Cells at(Row next) {
        row = next;
        return this;
    }

    Row row() {
        return row;
    }

    Preset preset() {
        return layout.preset();
    }

    boolean has(Field field) {
        return layout.has(field);
    }

    @Nullable
    String text(Field field) {
        return layout.text(row, field);
    }

    String textOr(Field field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    List<String> list(Field field) {
        return layout.list(row, field);
    }

    void warn(String code, String message) {
        warnings.accept(row, new RowProblem(code, message));
    }

    /** A count: a whole number from 0 on. */
    @Nullable
    Integer count(Field field) {
        Double number = decimal(field);
        if (number == null) {
            return null;
        }
        if (number < 0 || number > Integer.MAX_VALUE) {
            // UCDP writes -1 for "not counted".
            return null;
        }
        if (number != Math.rint(number)) {
            warn("cell_fraction", field.word() + " " + number + " is not whole; it is rounded down");
        }
        return (int) Math.floor(number);
    }

    /** A code between two numbers. */
    @Nullable
    Integer code(Field field, int from, int to) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (text.length() == 1 && text.charAt(0) >= '0' + from && text.charAt(0) <= '0' + to) {
            return text.charAt(0) - '0';
        }
        Double number = parse(text);
        if (number == null || number < from || number > to || number != Math.rint(number)) {
            warn(
                    "cell_code",
                    field.word() + " " + RowProblem.excerpt(text) + " is not between " + from + " and " + to
                            + "; it is left unknown");
            return null;
        }
        return number.intValue();
    }

    @Nullable
    Double decimal(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Double number = parse(text);
        if (number == null) {
            warn("cell_number", field.word() + " " + RowProblem.excerpt(text) + " is no number; it is left unknown");
        }
        return number;
    }

    /** With a point or a comma before the decimals. */
    static @Nullable Double parse(String text) {
        int comma = text.indexOf(',');
        String plain =
                comma >= 0 && comma == text.lastIndexOf(',') && text.indexOf('.') < 0 ? text.replace(',', '.') : text;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            double number = Double.parseDouble(plain);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * A day; null when the row says none.
     *
     * @throws RowProblem when what it says is no day
     */
    @Nullable
    LocalDate day(Field field) throws RowProblem {
        String text = text(field);
        if (text == null) {
            return null;
        }
        LocalDate day = layout.dateForm(field).read(text);
        if (day == null) {
            throw new RowProblem(
                    "row_date",
                    field.word() + " " + RowProblem.excerpt(text)
                            + " is no day that can be read; write YYYY-MM-DD, or name its form in a mapping");
        }
        return day;
    }
}
