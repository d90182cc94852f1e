package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters that ask about one property: values separated by commas, one of which it must be. */
final class PropertyParameter {
    private static final int MOST_VALUES = 200;

    private PropertyParameter() {}

    /** Reads the values; a comma within a value is written with a backslash before it. */
    static List<Value> values(Queryable queryable, String text) {
        List<Value> values = new ArrayList<>();
        for (String part : split(text)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("values separated by commas, none of them empty");
            }
            values.add(value(queryable, part));
        }
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("at most " + MOST_VALUES + " values");
        }
        return values;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
                part.append(text.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Value value(Queryable queryable, String text) {
        Value value = switch (queryable.type()) {
            case TEXT, TEXTS -> new Value.Text(text);
            case NUMBER, INTEGER -> number(queryable, text);
            case BOOLEAN -> flag(text);
            case DATE, TIMESTAMP -> new Value.Time(moment(text));
            case INTERVAL, GEOMETRY, ARRAY -> throw new IllegalStateException(queryable.name() + " is no parameter");
        };
        Object plain = switch (value) {
            case Value.Text word -> word.text();
            case Value.Numeric numeric -> (int) numeric.number();
            default -> text;
        };
        if (!queryable.values().isEmpty() && !queryable.values().contains(plain)) {
            throw new IllegalArgumentException("one or more, separated by commas, of "
                    + queryable.values().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return value;
    }

    private static Value.Numeric number(Queryable queryable, String text) {
        try {
            double number = queryable.type() == ValueType.INTEGER ? Integer.parseInt(text) : Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return new Value.Numeric(number);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(queryable.type().words(), notANumber);
        }
        throw new IllegalArgumentException(queryable.type().words());
    }

    /** A count from 0. */
    static Value count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return new Value.Numeric(count);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a whole number from 0", notANumber);
        }
        throw new IllegalArgumentException("a whole number from 0");
    }

    private static Value flag(String text) {
        return switch (text) {
            case "true" -> new Value.Flag(true);
            case "false" -> new Value.Flag(false);
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Moment moment(String text) {
        try {
            return Moment.parse(text);
        } catch (IllegalArgumentException notADay) {
            throw new IllegalArgumentException("a day YYYY-MM-DD", notADay);
        }
    }

    static Predicate condition(String parameter, List<Value> values) {
        if (parameter.equals(EventFilter.SOURCES_MIN)) {
            return new Predicate.Comparison(
                    ComparisonOperator.GREATER_OR_EQUAL, new Value.Property("independent_sources"), values.getFirst());
        }
        Queryable queryable = EventFilter.queryable(parameter);
        Value property = new Value.Property(queryable.name());
        if (queryable.type().isArray()) {
            return new Predicate.ArrayTest(ArrayOperator.A_OVERLAPS, property, new Value.Items(values));
        }
        return values.size() == 1
                ? new Predicate.Comparison(ComparisonOperator.EQUAL, property, values.getFirst())
                : new Predicate.In(property, values);
    }
}
