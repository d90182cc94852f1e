package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads CQL2 JSON (OGC 21-065r2, clause 9). CASEI and ACCENTI may be written as operators, as the standard does, or as
 * {@code {"casei": …}}, as its drafts did. One parser reads one filter.
 */
final class Cql2JsonParser {
    private static final int LONGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2 * FilterBuilder.DEEPEST + 10)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .build();

    private final FilterBuilder builder;
    private final ShapeReader shapes;

    private Cql2JsonParser(FilterBuilder builder) {
        this.builder = builder;
        this.shapes = new ShapeReader(builder.crs());
    }

    /** @throws FilterException that says where the filter is wrong and what was expected */
    static Predicate parse(String filter, FilterBuilder builder) {
        JsonNode root;
        try {
            root = JSON.readTree(filter);
        } catch (JacksonException notJson) {
            throw FilterException.of("the filter is not JSON that can be read: " + notJson.getOriginalMessage());
        }
        return parse(root, builder);
    }

    static Predicate parse(JsonNode root, FilterBuilder builder) {
        return new Cql2JsonParser(builder).predicate(root, "", 1);
    }

    private Predicate predicate(JsonNode node, String at, int depth) {
        Expression expression = expression(node, at, depth);
        try {
            return builder.predicate(expression);
        } catch (IllegalArgumentException refused) {
            throw FilterException.in(at, refused);
        }
    }

    private Value value(JsonNode node, String at, int depth) {
        return builder.value(expression(node, at, depth));
    }

    private Expression expression(JsonNode node, String at, int depth) {
        try {
            FilterBuilder.checkDepth(depth);
            if (node.isObject()) {
                return object(node, at, depth);
            }
            if (node.isArray()) {
                return builder.items(values(node, at, depth));
            }
            if (node.isString()) {
                return builder.literal(new Value.Text(node.asString()));
            }
            if (node.isBoolean()) {
                return builder.literal(new Value.Flag(node.asBoolean()));
            }
            if (node.isNumber() && Double.isFinite(node.asDouble())) {
                return builder.literal(new Value.Numeric(node.asDouble()));
            }
            throw new IllegalArgumentException("expected a condition or a value, not " + shortened(node));
        } catch (IllegalArgumentException refused) {
            throw FilterException.in(at, refused);
        }
    }

    private Expression object(JsonNode node, String at, int depth) {
        if (node.has("op")) {
            return operation(node, at, depth);
        }
        if (node.has("property")) {
            return builder.property(text(node, "property"));
        }
        if (node.has("date")) {
            return builder.literal(new Value.Time(Moment.parseDay(text(node, "date"))));
        }
        if (node.has("timestamp")) {
            return builder.literal(new Value.Time(Moment.parseInstant(text(node, "timestamp"))));
        }
        if (node.has("interval")) {
            JsonNode sides = node.path("interval");
            if (sides.size() != 2) {
                throw new IllegalArgumentException("an interval has two sides, not " + sides.size());
            }
            return builder.interval(
                    side(sides.path(0), at + "/interval/0", depth + 1),
                    side(sides.path(1), at + "/interval/1", depth + 1));
        }
        if (node.has("bbox")) {
            return builder.shape(shapes.box(numbers(node.path("bbox"))));
        }
        if (node.has("type")) {
            return builder.shape(geometry(node));
        }
        for (Folding folding : Folding.values()) {
            if (node.has(folding.word())) {
                return builder.folded(folding, value(node.path(folding.word()), at + "/" + folding.word(), depth + 1));
            }
        }
        if (node.has("function")) {
            throw FilterBuilder.noFunction(node.path("function").path("name").asString(""));
        }
        throw new IllegalArgumentException(
                "expected a member op, property, date, timestamp, interval, bbox or type, not " + shortened(node));
    }

    @SuppressWarnings("RefactorSwitch") // some branches throw before they answer
    private Expression operation(JsonNode node, String at, int depth) {
        String op = text(node, "op");
        JsonNode args = node.path("args");
        if (!args.isArray()) {
            throw new IllegalArgumentException("\"" + op + "\" needs an array \"args\"");
        }
        String inside = at + "/args";
        switch (op) {
            case "and", "or" -> {
                if (args.size() < 2) {
                    throw new IllegalArgumentException("\"" + op + "\" takes two or more conditions");
                }
                List<Predicate> parts = new ArrayList<>();
                for (int i = 0; i < args.size(); i++) {
                    parts.add(predicate(args.path(i), inside + "/" + i, depth + 1));
                }
                return op.equals("and") ? builder.and(parts) : builder.or(parts);
            }
            case "not" -> {
                expect(op, args, 1);
                return new Predicate.Not(predicate(args.path(0), inside + "/0", depth + 1));
            }
            case "in" -> {
                expect(op, args, 2);
                Value value = value(args.path(0), inside + "/0", depth + 1);
                if (!args.path(1).isArray()) {
                    throw new IllegalArgumentException("\"in\" takes a value and an array");
                }
                return builder.in(value, values(args.path(1), inside + "/1", depth + 1));
            }
            default -> {
                return operation(op, values(args, inside, depth));
            }
        }
    }

    /** An operation over values. */
    private Expression operation(String op, List<Value> args) {
        switch (op) {
            case "like" -> {
                expect(op, args, 2);
                return builder.like(args.getFirst(), args.getLast());
            }
            case "between" -> {
                expect(op, args, 3);
                return builder.between(args.get(0), args.get(1), args.get(2));
            }
            case "isNull" -> {
                expect(op, args, 1);
                return builder.isNull(args.getFirst());
            }
            default -> {
                // told apart below
            }
        }
        for (Folding folding : Folding.values()) {
            if (folding.word().equals(op)) {
                expect(op, args, 1);
                return builder.folded(folding, args.getFirst());
            }
        }
        return binary(op, args);
    }

    private Expression binary(String op, List<Value> args) {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (operator.symbol().equals(op)) {
                expect(op, args, 2);
                return builder.comparison(operator, args.getFirst(), args.getLast());
            }
        }
        for (SpatialOperator operator : SpatialOperator.values()) {
            if (operator.word().equals(op)) {
                expect(op, args, 2);
                return builder.spatial(operator, args.getFirst(), args.getLast());
            }
        }
        for (TemporalOperator operator : TemporalOperator.values()) {
            if (operator.word().equals(op)) {
                expect(op, args, 2);
                return builder.temporal(operator, args.getFirst(), args.getLast());
            }
        }
        for (ArrayOperator operator : ArrayOperator.values()) {
            if (operator.word().equals(op)) {
                expect(op, args, 2);
                return builder.array(operator, args.getFirst(), args.getLast());
            }
        }
        for (ArithmeticOperator operator : ArithmeticOperator.values()) {
            if (operator.symbol().equals(op)) {
                expect(op, args, 2);
                return builder.arithmetic(operator, args.getFirst(), args.getLast());
            }
        }
        throw FilterBuilder.noFunction(op);
    }

    private List<Value> values(JsonNode array, String at, int depth) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            values.add(value(array.path(i), at + "/" + i, depth + 1));
        }
        return values;
    }

    private Value side(JsonNode node, String at, int depth) {
        try {
            if (!node.isString()) {
                return value(node, at, depth);
            }
            return node.asString().equals("..") ? new Value.Open() : new Value.Time(Moment.parse(node.asString()));
        } catch (IllegalArgumentException refused) {
            throw FilterException.in(at, refused);
        }
    }

    private Geometry geometry(JsonNode node) {
        String type = text(node, "type");
        if (!type.toUpperCase(Locale.ROOT).equals("GEOMETRYCOLLECTION")) {
            return shapes.read(type, nest(node.path("coordinates")));
        }
        List<Geometry> parts = new ArrayList<>();
        for (JsonNode part : node.path("geometries")) {
            parts.add(shapes.read(text(part, "type"), nest(part.path("coordinates"))));
        }
        return shapes.collection(parts);
    }

    private static ShapeReader.Nest nest(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw new IllegalArgumentException("expected an array of coordinates, not " + shortened(node));
        }
        if (node.path(0).isNumber()) {
            List<Double> numbers = numbers(node);
            if (numbers.size() < 2) {
                throw new IllegalArgumentException("a position has two numbers");
            }
            return new ShapeReader.Position(numbers.get(0), numbers.get(1));
        }
        List<ShapeReader.Nest> parts = new ArrayList<>();
        node.forEach(part -> parts.add(nest(part)));
        return new ShapeReader.Nested(parts);
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : array) {
            if (!number.isNumber() || !Double.isFinite(number.asDouble())) {
                throw new IllegalArgumentException(shortened(number) + " is not a number");
            }
            numbers.add(number.asDouble());
        }
        return numbers;
    }

    private static String text(JsonNode node, String member) {
        JsonNode text = node.path(member);
        if (!text.isString()) {
            throw new IllegalArgumentException("expected a text as \"" + member + "\", not " + shortened(text));
        }
        return text.asString();
    }

    private static void expect(String op, JsonNode args, int count) {
        expect(op, count, args.size());
    }

    private static void expect(String op, List<Value> args, int count) {
        expect(op, count, args.size());
    }

    private static void expect(String op, int count, int given) {
        if (given != count) {
            throw new IllegalArgumentException("\"" + op + "\" takes " + count + " args, not " + given);
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
