package org.clashmap.event.query;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.clashmap.geo.PlainGeoJson;
import org.locationtech.jts.io.WKTWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a filter as CQL2 text or JSON, such that reading it again gives the same filter. Geometries are in WGS 84. */
final class Cql2Printer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Cql2Printer() {}

    static String text(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> joined(and.parts(), " AND ");
            case Predicate.Or or -> joined(or.parts(), " OR ");
            case Predicate.Not not -> "NOT " + grouped(not.part());
            case Predicate.Comparison comparison ->
                operand(comparison.left()) + " " + comparison.operator().symbol() + " " + operand(comparison.right());
            case Predicate.Like like -> operand(like.value()) + " LIKE " + operand(like.pattern());
            case Predicate.Between between ->
                operand(between.value()) + " BETWEEN " + operand(between.low()) + " AND " + operand(between.high());
            case Predicate.In in -> operand(in.value()) + " IN (" + list(in.options()) + ")";
            case Predicate.IsNull isNull -> operand(isNull.value()) + " IS NULL";
            case Predicate.SpatialTest test ->
                test.operator().name() + "(" + list(List.of(test.left(), test.right())) + ")";
            case Predicate.TemporalTest test ->
                test.operator().name() + "(" + list(List.of(test.left(), test.right())) + ")";
            case Predicate.ArrayTest test ->
                test.operator().name() + "(" + list(List.of(test.left(), test.right())) + ")";
            case Predicate.Holds holds -> text(holds.value());
        };
    }

    private static String joined(List<Predicate> parts, String word) {
        return parts.stream().map(Cql2Printer::grouped).collect(Collectors.joining(word));
    }

    private static String grouped(Predicate predicate) {
        return predicate instanceof Predicate.Holds ? text(predicate) : "(" + text(predicate) + ")";
    }

    private static String list(List<Value> values) {
        return values.stream().map(Cql2Printer::text).collect(Collectors.joining(", "));
    }

    private static String operand(Value value) {
        return value instanceof Value.Arithmetic ? "(" + text(value) + ")" : text(value);
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Property property -> "\"" + property.name() + "\"";
            case Value.Text text -> quoted(text.text());
            case Value.Numeric numeric -> number(numeric.number());
            case Value.Flag flag -> flag.flag() ? "TRUE" : "FALSE";
            case Value.Time time ->
                (time.moment().instant() == null ? "DATE" : "TIMESTAMP") + "("
                        + quoted(time.moment().toString()) + ")";
            case Value.Open ignored -> "'..'";
            case Value.Interval interval -> "INTERVAL(" + side(interval.start()) + ", " + side(interval.end()) + ")";
            case Value.Shape shape -> new WKTWriter().write(shape.geometry());
            case Value.Items items -> "[" + list(items.items()) + "]";
            case Value.Arithmetic arithmetic ->
                operand(arithmetic.left()) + " " + arithmetic.operator().symbol() + " " + operand(arithmetic.right());
            case Value.Folded folded -> folded.folding().name() + "(" + text(folded.value()) + ")";
            case Value.Truth truth -> "(" + text(truth.predicate()) + ")";
        };
    }

    private static String side(Value side) {
        return side instanceof Value.Time time ? quoted(time.moment().toString()) : text(side);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    static String json(Predicate predicate) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, predicate);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Expression expression) {
        switch (expression) {
            case Predicate.And and -> operation(json, "and", and.parts());
            case Predicate.Or or -> operation(json, "or", or.parts());
            case Predicate.Not not -> operation(json, "not", List.of(not.part()));
            case Predicate.Comparison comparison ->
                operation(json, comparison.operator().symbol(), List.of(comparison.left(), comparison.right()));
            case Predicate.Like like -> operation(json, "like", List.of(like.value(), like.pattern()));
            case Predicate.Between between ->
                operation(json, "between", List.of(between.value(), between.low(), between.high()));
            case Predicate.In in -> operation(json, "in", List.of(in.value(), new Value.Items(in.options())));
            case Predicate.IsNull isNull -> operation(json, "isNull", List.of(isNull.value()));
            case Predicate.SpatialTest test ->
                operation(json, test.operator().word(), List.of(test.left(), test.right()));
            case Predicate.TemporalTest test ->
                operation(json, test.operator().word(), List.of(test.left(), test.right()));
            case Predicate.ArrayTest test ->
                operation(json, test.operator().word(), List.of(test.left(), test.right()));
            case Predicate.Holds holds -> write(json, holds.value());
            case Value value -> write(json, value);
        }
    }

    private static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Property property -> member(json, "property", property.name());
            case Value.Text text -> json.writeString(text.text());
            case Value.Numeric numeric -> json.writeNumber(new BigDecimal(number(numeric.number())));
            case Value.Flag flag -> json.writeBoolean(flag.flag());
            case Value.Time time ->
                member(
                        json,
                        time.moment().instant() == null ? "date" : "timestamp",
                        time.moment().toString());
            case Value.Open ignored -> json.writeString("..");
            case Value.Interval interval -> {
                json.writeStartObject();
                json.writeArrayPropertyStart("interval");
                writeSide(json, interval.start());
                writeSide(json, interval.end());
                json.writeEndArray();
                json.writeEndObject();
            }
            case Value.Shape shape -> PlainGeoJson.write(json, shape.geometry());
            case Value.Items items -> {
                json.writeStartArray();
                items.items().forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Value.Arithmetic arithmetic ->
                operation(json, arithmetic.operator().symbol(), List.of(arithmetic.left(), arithmetic.right()));
            case Value.Folded folded -> operation(json, folded.folding().word(), List.of(folded.value()));
            case Value.Truth truth -> write(json, truth.predicate());
        }
    }

    private static void writeSide(JsonGenerator json, Value side) {
        if (side instanceof Value.Time time) {
            json.writeString(time.moment().toString());
        } else {
            write(json, side);
        }
    }

    private static void member(JsonGenerator json, String name, String value) {
        json.writeStartObject();
        json.writeStringProperty(name, value);
        json.writeEndObject();
    }

    private static void operation(JsonGenerator json, String op, List<? extends Expression> args) {
        json.writeStartObject();
        json.writeStringProperty("op", op);
        json.writeArrayPropertyStart("args");
        args.forEach(arg -> write(json, arg));
        json.writeEndArray();
        json.writeEndObject();
    }
}
