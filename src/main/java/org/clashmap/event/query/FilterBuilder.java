package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.List;
import org.clashmap.geo.CoordinateReferenceSystems.Crs;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the parts of a filter for the two parsers: checks that operands have the types an operator takes and that the
 * filter stays within its cost. One builder makes one filter. Refusals are IllegalArgumentExceptions that say what was
 * expected; the parsers add where.
 */
final class FilterBuilder {
    /** Parts of a filter, weighed by what they cost for one event. */
    static final int LARGEST_COST = 2_000;
    /** How deep parts may stand inside each other. */
    static final int DEEPEST = 50;

    private static final int VERTICES_PER_COST = 20;
    private static final int WILDCARDS = 20;

    private final Queryables queryables;
    private final Crs crs;
    private int cost;

    FilterBuilder(Queryables queryables, Crs crs) {
        this.queryables = queryables;
        this.crs = crs;
    }

    /** The reference system of the filter's geometries. */
    Crs crs() {
        return crs;
    }

    void spend(int more) {
        cost += more;
        if (cost > LARGEST_COST) {
            throw new IllegalArgumentException("the filter asks too much: at most " + LARGEST_COST
                    + " operators and values, where a geometry counts one for " + VERTICES_PER_COST
                    + " vertices; use a simpler one");
        }
    }

    static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the filter is nested more than " + DEEPEST + " deep");
        }
    }

    Value property(String name) {
        spend(1);
        return new Value.Property(queryables.get(name).name());
    }

    Value shape(Geometry inWgs84) {
        spend(1 + inWgs84.getNumPoints() / VERTICES_PER_COST);
        return new Value.Shape(inWgs84);
    }

    Value literal(Value value) {
        spend(1);
        return value;
    }

    Value interval(Value start, Value end) {
        checkSide(start);
        checkSide(end);
        if (start instanceof Value.Time from
                && end instanceof Value.Time to
                && Moment.compare(from.moment(), to.moment()) > 0) {
            throw new IllegalArgumentException(
                    "an interval must not end before it starts, as " + from.moment() + " to " + to.moment() + " does");
        }
        return new Value.Interval(start, end);
    }

    private void checkSide(Value side) {
        if (!(side instanceof Value.Open) && !type(side).isMoment()) {
            throw wrong("each side of an interval", "a day, an instant, '..' or a property of these", side);
        }
    }

    Predicate and(List<Predicate> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Predicate.And(parts);
    }

    Predicate or(List<Predicate> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Predicate.Or(parts);
    }

    /** Something that holds or not: a predicate, or a value that is true or false. */
    Predicate predicate(Expression expression) {
        return switch (expression) {
            case Predicate predicate -> predicate;
            case Value.Truth truth -> truth.predicate();
            case Value value -> {
                if (type(value) != ValueType.BOOLEAN) {
                    throw new IllegalArgumentException("expected a condition, such as fatalities > 3, not just "
                            + type(value).words());
                }
                yield new Predicate.Holds(value);
            }
        };
    }

    /** Something that has a value. */
    Value value(Expression expression) {
        return switch (expression) {
            case Predicate.Holds holds -> holds.value();
            case Predicate predicate -> new Value.Truth(predicate);
            case Value value -> value;
        };
    }

    Predicate comparison(ComparisonOperator operator, Value left, Value right) {
        spend(1);
        checkComparable(left, right);
        return new Predicate.Comparison(operator, left, right);
    }

    private void checkComparable(Value left, Value right) {
        ValueType one = type(left);
        ValueType other = type(right);
        if (!one.isScalar() || !other.isScalar()) {
            ValueType culprit = one.isScalar() ? other : one;
            String way = culprit == ValueType.GEOMETRY
                    ? "; use S_INTERSECTS and the like"
                    : culprit.isArray() ? "; use A_CONTAINS and the like" : "; use T_INTERSECTS and the like";
            throw new IllegalArgumentException(culprit.words() + " cannot be compared" + way);
        }
        if (!one.isComparableWith(other)) {
            String way = one.isMoment() || other.isMoment() ? "; a day is written " + Moment.DAY_FORM : "";
            throw new IllegalArgumentException(one.words() + " cannot be compared with " + other.words() + way);
        }
    }

    Predicate like(Value value, Value pattern) {
        spend(1);
        if (type(value) != ValueType.TEXT) {
            throw wrong("LIKE", "a text before it", value);
        }
        Value innermost = pattern;
        while (innermost instanceof Value.Folded folded) {
            innermost = folded.value();
        }
        if (!(innermost instanceof Value.Text text)) {
            throw wrong("LIKE", "a pattern in quotes after it", pattern);
        }
        long wildcards = text.text().chars().filter(c -> c == '%').count();
        if (wildcards > WILDCARDS) {
            throw new IllegalArgumentException("a pattern may have " + WILDCARDS + " times %, not " + wildcards);
        }
        spend((int) wildcards);
        return new Predicate.Like(value, pattern);
    }

    Predicate between(Value value, Value low, Value high) {
        spend(2);
        for (Value side : List.of(low, high)) {
            checkComparable(value, side);
        }
        if (!type(value).isNumber() && !type(value).isMoment()) {
            throw wrong("BETWEEN", "a number or a day", value);
        }
        return new Predicate.Between(value, low, high);
    }

    Predicate in(Value value, List<Value> options) {
        spend(1);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("IN needs at least one value in its list");
        }
        options.forEach(option -> checkComparable(value, option));
        return new Predicate.In(value, options);
    }

    Predicate isNull(Value value) {
        spend(1);
        return new Predicate.IsNull(value);
    }

    Predicate spatial(SpatialOperator operator, Value left, Value right) {
        spend(5);
        for (Value side : List.of(left, right)) {
            if (type(side) != ValueType.GEOMETRY) {
                throw wrong(operator.name(), "two geometries", side);
            }
        }
        return new Predicate.SpatialTest(operator, left, right);
    }

    Predicate temporal(TemporalOperator operator, Value left, Value right) {
        spend(1);
        for (Value side : List.of(left, right)) {
            if (!type(side).isTime()) {
                throw wrong(operator.name(), "two days, instants or intervals", side);
            }
        }
        return new Predicate.TemporalTest(operator, left, right);
    }

    Predicate array(ArrayOperator operator, Value left, Value right) {
        spend(1);
        for (Value side : List.of(left, right)) {
            if (!type(side).isArray()) {
                throw wrong(operator.name(), "two lists, such as ('a', 'b')", side);
            }
        }
        return new Predicate.ArrayTest(operator, left, right);
    }

    Value arithmetic(ArithmeticOperator operator, Value left, Value right) {
        spend(1);
        for (Value side : List.of(left, right)) {
            if (!type(side).isNumber()) {
                throw wrong("\"" + operator.symbol() + "\"", "two numbers", side);
            }
        }
        return new Value.Arithmetic(operator, left, right);
    }

    Value folded(Folding folding, Value value) {
        spend(1);
        if (type(value) != ValueType.TEXT) {
            throw wrong(folding.name(), "a text", value);
        }
        return new Value.Folded(folding, value);
    }

    Value items(List<? extends Expression> items) {
        spend(1);
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item)));
        return new Value.Items(values);
    }

    static IllegalArgumentException noFunction(String name) {
        return new IllegalArgumentException(
                "there is no function \"" + name + "\"; CASEI and ACCENTI are all there are");
    }

    private IllegalArgumentException wrong(String operator, String expected, Value given) {
        return new IllegalArgumentException(
                operator + " takes " + expected + ", not " + type(given).words());
    }

    ValueType type(Value value) {
        return switch (value) {
            case Value.Property property -> queryables.get(property.name()).type();
            case Value.Text ignored -> ValueType.TEXT;
            case Value.Numeric ignored -> ValueType.NUMBER;
            case Value.Flag ignored -> ValueType.BOOLEAN;
            case Value.Time time -> time.moment().instant() == null ? ValueType.DATE : ValueType.TIMESTAMP;
            case Value.Open ignored -> ValueType.TIMESTAMP;
            case Value.Interval ignored -> ValueType.INTERVAL;
            case Value.Shape ignored -> ValueType.GEOMETRY;
            case Value.Items ignored -> ValueType.ARRAY;
            case Value.Arithmetic ignored -> ValueType.NUMBER;
            case Value.Folded ignored -> ValueType.TEXT;
            case Value.Truth ignored -> ValueType.BOOLEAN;
        };
    }
}
