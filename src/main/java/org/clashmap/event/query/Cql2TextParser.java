package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clashmap.event.query.Token.Kind;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads CQL2 text (OGC 21-065r2, annex B) by recursive descent. Operators bind, from loose to tight: OR, AND, NOT, the
 * comparisons, + and -, * / % and div, ^. Keywords may be in any case; a name in double quotes is never a keyword. One
 * parser reads one filter.
 */
final class Cql2TextParser {
    private static final int LONGEST = 20_000;

    private final List<Token> tokens;
    private final FilterBuilder builder;
    private final ShapeReader shapes;
    private int next;
    private int depth;

    private Cql2TextParser(List<Token> tokens, FilterBuilder builder) {
        this.tokens = tokens;
        this.builder = builder;
        this.shapes = new ShapeReader(builder.crs());
    }

    /** @throws FilterException that says where the filter is wrong and what was expected */
    static Predicate parse(String filter, FilterBuilder builder) {
        if (filter.length() > LONGEST) {
            throw FilterException.of("the filter has " + filter.length() + " characters; at most " + LONGEST);
        }
        Cql2TextParser parser = new Cql2TextParser(Token.listAll(filter), builder);
        try {
            Predicate predicate = builder.predicate(parser.either());
            if (parser.peek().kind() != Kind.END) {
                throw parser.unexpected("an operator or the end");
            }
            return predicate;
        } catch (FilterException told) {
            throw told;
        } catch (IllegalArgumentException refused) {
            throw FilterException.at(parser.previous().start(), refused);
        }
    }

    private Expression either() {
        return nested(() -> {
            Expression first = both();
            if (!peek().isWord("OR")) {
                return first;
            }
            List<Predicate> parts = new ArrayList<>(List.of(builder.predicate(first)));
            while (acceptWord("OR")) {
                parts.add(builder.predicate(both()));
            }
            return builder.or(parts);
        });
    }

    private Expression both() {
        Expression first = negated();
        if (!peek().isWord("AND")) {
            return first;
        }
        List<Predicate> parts = new ArrayList<>(List.of(builder.predicate(first)));
        while (acceptWord("AND")) {
            parts.add(builder.predicate(negated()));
        }
        return builder.and(parts);
    }

    private Expression negated() {
        if (!acceptWord("NOT")) {
            return comparison();
        }
        return nested(() -> new Predicate.Not(builder.predicate(negated())));
    }

    private Expression comparison() {
        int start = peek().start();
        Expression left = sum();
        try {
            return comparisonOf(left);
        } catch (FilterException told) {
            throw told;
        } catch (IllegalArgumentException refused) {
            throw FilterException.at(start, refused);
        }
    }

    private Expression comparisonOf(Expression left) {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (acceptSymbol(operator.symbol())) {
                return builder.comparison(operator, builder.value(left), builder.value(sum()));
            }
        }
        if (acceptWord("IS")) {
            boolean not = acceptWord("NOT");
            expectWord("NULL");
            return negatedIf(not, builder.isNull(builder.value(left)));
        }
        boolean not = acceptWord("NOT");
        if (acceptWord("LIKE")) {
            return negatedIf(not, builder.like(builder.value(left), builder.value(sum())));
        }
        if (acceptWord("BETWEEN")) {
            Value low = builder.value(sum());
            expectWord("AND");
            return negatedIf(not, builder.between(builder.value(left), low, builder.value(sum())));
        }
        if (acceptWord("IN")) {
            expectSymbol("(");
            return negatedIf(not, builder.in(builder.value(left), valuesUpTo(")")));
        }
        if (not) {
            throw unexpected("LIKE, BETWEEN or IN after NOT");
        }
        return left;
    }

    private static Predicate negatedIf(boolean not, Predicate predicate) {
        return not ? new Predicate.Not(predicate) : predicate;
    }

    private Expression sum() {
        return calculation(1);
    }

    /** Precedence climbing over the calculations that bind at least so tightly; all but ^ group from the left. */
    private Expression calculation(int binding) {
        Expression left = operand();
        Optional<ArithmeticOperator> operator = calculationAhead(binding);
        while (operator.isPresent()) {
            int start = take().start();
            ArithmeticOperator found = operator.get();
            Expression first = left;
            Expression right = nested(
                    () -> calculation(found == ArithmeticOperator.POWER ? found.binding() : found.binding() + 1));
            left = at(start, () -> builder.arithmetic(found, builder.value(first), builder.value(right)));
            operator = calculationAhead(binding);
        }
        return left;
    }

    private Optional<ArithmeticOperator> calculationAhead(int binding) {
        Token token = peek();
        for (ArithmeticOperator operator : ArithmeticOperator.values()) {
            if (operator.binding() >= binding
                    && (token.isSymbol(operator.symbol()) || token.isWord(operator.symbol()))) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Expression operand() {
        Token token = take();
        return switch (token.kind()) {
            case TEXT -> builder.literal(new Value.Text(token.text()));
            case NUMBER -> builder.literal(number(token, 1));
            case QUOTED_NAME -> at(token.start(), () -> builder.property(token.text()));
            case WORD -> at(token.start(), () -> word(token));
            case SYMBOL -> symbol(token);
            case END -> throw unexpected(token, "a condition or a value");
        };
    }

    private Expression symbol(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesis();
            case "[" -> builder.items(valuesUpTo("]"));
            case "+", "-" -> {
                Token digits = take();
                if (digits.kind() != Kind.NUMBER) {
                    throw unexpected(digits, "a number after the sign");
                }
                yield builder.literal(number(digits, token.text().equals("-") ? -1 : 1));
            }
            default -> throw unexpected(token, "a condition or a value");
        };
    }

    /** A condition or value in parentheses, or a list: () or (a, b). */
    private Expression parenthesis() {
        if (acceptSymbol(")")) {
            return builder.items(List.of());
        }
        Expression inside = either();
        if (peek().isSymbol(",")) {
            List<Expression> items = new ArrayList<>(List.of(inside));
            while (acceptSymbol(",")) {
                items.add(either());
            }
            expectSymbol(")");
            return builder.items(items);
        }
        expectSymbol(")");
        return inside;
    }

    private Expression word(Token token) {
        boolean called = peek().isSymbol("(");
        String upper = token.upperCase();
        if (called || peek().isWord("Z")) {
            switch (upper) {
                case "POINT",
                        "LINESTRING",
                        "POLYGON",
                        "MULTIPOINT",
                        "MULTILINESTRING",
                        "MULTIPOLYGON",
                        "GEOMETRYCOLLECTION" -> {
                    return builder.shape(geometry(upper));
                }
                default -> {
                    // no geometry
                }
            }
        }
        if (called) {
            return called(token, upper);
        }
        return switch (upper) {
            case "TRUE" -> builder.literal(new Value.Flag(true));
            case "FALSE" -> builder.literal(new Value.Flag(false));
            case "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL" ->
                throw FilterException.at(token.start(), "expected a condition or a value, not " + token.shown());
            default -> builder.property(token.text());
        };
    }

    private Expression called(Token token, String upper) {
        for (SpatialOperator operator : SpatialOperator.values()) {
            if (operator.name().equals(upper)) {
                List<Value> pair = pair(token);
                return builder.spatial(operator, pair.getFirst(), pair.getLast());
            }
        }
        for (TemporalOperator operator : TemporalOperator.values()) {
            if (operator.name().equals(upper)) {
                List<Value> pair = pair(token);
                return builder.temporal(operator, pair.getFirst(), pair.getLast());
            }
        }
        for (ArrayOperator operator : ArrayOperator.values()) {
            if (operator.name().equals(upper)) {
                List<Value> pair = pair(token);
                return builder.array(operator, list(pair.getFirst()), list(pair.getLast()));
            }
        }
        take();
        return switch (upper) {
            case "CASEI" -> builder.folded(Folding.CASEI, closing(builder.value(sum())));
            case "ACCENTI" -> builder.folded(Folding.ACCENTI, closing(builder.value(sum())));
            case "BBOX" -> builder.shape(shapes.box(numbersUpToEnd()));
            case "DATE" -> closing(builder.literal(new Value.Time(Moment.parseDay(text(Moment.DAY_FORM)))));
            case "TIMESTAMP" ->
                closing(builder.literal(new Value.Time(Moment.parseInstant(text(Moment.INSTANT_FORM)))));
            case "INTERVAL" -> {
                Value start = side();
                expectSymbol(",");
                yield builder.interval(start, closing(side()));
            }
            default -> throw FilterException.at(token.start(), FilterBuilder.noFunction(token.text()));
        };
    }

    /** A single value in parentheses is a list where a list is asked for: ('a') reads as 'a' before. */
    private Value list(Value value) {
        return builder.type(value).isArray() || value instanceof Value.Property ? value : builder.items(List.of(value));
    }

    private List<Value> pair(Token operator) {
        expectSymbol("(");
        List<Value> values = valuesUpTo(")");
        if (values.size() != 2) {
            throw FilterException.at(
                    operator.start(), operator.upperCase() + " takes two values, not " + values.size());
        }
        return values;
    }

    private List<Value> valuesUpTo(String close) {
        List<Value> values = new ArrayList<>();
        if (!acceptSymbol(close)) {
            do {
                values.add(builder.value(either()));
            } while (acceptSymbol(","));
            expectSymbol(close);
        }
        return values;
    }

    /** One side of an interval: a day or instant in quotes, '..', or a property. */
    private Value side() {
        Token token = take();
        return switch (token.kind()) {
            case TEXT ->
                token.text().equals("..")
                        ? new Value.Open()
                        : at(token.start(), () -> new Value.Time(Moment.parse(token.text())));
            case WORD -> at(token.start(), () -> builder.value(word(token)));
            case QUOTED_NAME -> at(token.start(), () -> builder.property(token.text()));
            case NUMBER, SYMBOL, END -> throw unexpected(token, "a day or instant in quotes, '..' or a property");
        };
    }

    private Geometry geometry(String type) {
        acceptWord("Z");
        if (type.equals("GEOMETRYCOLLECTION")) {
            expectSymbol("(");
            List<Geometry> parts = new ArrayList<>();
            do {
                parts.add(geometry(take().upperCase()));
            } while (acceptSymbol(","));
            expectSymbol(")");
            return shapes.collection(parts);
        }
        if (!peek().isSymbol("(")) {
            throw unexpected("the coordinates in parentheses");
        }
        ShapeReader.Nest coordinates = coordinates();
        boolean point = type.equals("POINT") && coordinates instanceof ShapeReader.Nested;
        return shapes.read(
                type,
                point && ((ShapeReader.Nested) coordinates).parts().size() == 1
                        ? ((ShapeReader.Nested) coordinates).parts().getFirst()
                        : coordinates);
    }

    /** A list in parentheses, or the two or three numbers of a position. */
    private ShapeReader.Nest coordinates() {
        if (!acceptSymbol("(")) {
            double first = signedNumber();
            double second = signedNumber();
            if (peek().kind() == Kind.NUMBER || peek().isSymbol("-") || peek().isSymbol("+")) {
                signedNumber();
            }
            return new ShapeReader.Position(first, second);
        }
        List<ShapeReader.Nest> parts = new ArrayList<>();
        nested(() -> {
            do {
                parts.add(coordinates());
                if (parts.size() > ShapeReader.MOST_VERTICES) {
                    throw unexpected("the end of the geometry after " + ShapeReader.MOST_VERTICES + " positions");
                }
            } while (acceptSymbol(","));
            return parts;
        });
        expectSymbol(")");
        return new ShapeReader.Nested(parts);
    }

    private List<Double> numbersUpToEnd() {
        List<Double> numbers = new ArrayList<>();
        do {
            numbers.add(signedNumber());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return numbers;
    }

    private double signedNumber() {
        int sign = acceptSymbol("-") ? -1 : 1;
        if (sign > 0) {
            acceptSymbol("+");
        }
        Token token = take();
        if (token.kind() != Kind.NUMBER) {
            throw unexpected(token, "a number");
        }
        return number(token, sign).number();
    }

    private static Value.Numeric number(Token token, int sign) {
        double number = Double.parseDouble(token.text());
        if (!Double.isFinite(number)) {
            throw FilterException.at(token.start(), "the number " + token.shown() + " is too large");
        }
        return new Value.Numeric(sign * number);
    }

    private String text(String form) {
        Token token = take();
        if (token.kind() != Kind.TEXT) {
            throw unexpected(token, form);
        }
        return token.text();
    }

    private <T> T closing(T value) {
        expectSymbol(")");
        return value;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    private <T> T nested(Reading<T> reading) {
        depth++;
        at(peek().start(), () -> {
            FilterBuilder.checkDepth(depth);
            return depth;
        });
        T result = reading.read();
        depth--;
        return result;
    }

    private static <T> T at(int start, Reading<T> reading) {
        try {
            return reading.read();
        } catch (FilterException told) {
            throw told;
        } catch (IllegalArgumentException refused) {
            throw FilterException.at(start, refused);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token previous() {
        return tokens.get(Math.max(0, next - 1));
    }

    /** The END is never passed. */
    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    private boolean acceptWord(String keyword) {
        if (peek().isWord(keyword)) {
            take();
            return true;
        }
        return false;
    }

    private boolean acceptSymbol(String symbol) {
        if (peek().isSymbol(symbol)) {
            take();
            return true;
        }
        return false;
    }

    private void expectWord(String keyword) {
        if (!acceptWord(keyword)) {
            throw unexpected(keyword);
        }
    }

    private void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
    }

    private FilterException unexpected(String expected) {
        return unexpected(peek(), expected);
    }

    private static FilterException unexpected(Token token, String expected) {
        return FilterException.at(token.start(), "expected " + expected + ", not " + token.shown());
    }
}
