package org.clashmap.event.query;

import java.util.List;

/**
 * What holds of an event, does not hold, or cannot be told because a value is missing. Checked when it is parsed: the
 * operands have the types that the operators take, and every property is a queryable one.
 */
public sealed interface Predicate extends Expression {

    /** @param parts two or more */
    record And(List<Predicate> parts) implements Predicate {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts two or more */
    record Or(List<Predicate> parts) implements Predicate {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Predicate part) implements Predicate {}

    /** Two scalars of comparable types. */
    record Comparison(ComparisonOperator operator, Value left, Value right) implements Predicate {}

    /** @param pattern a text with % for any characters, _ for one, and \ before either to mean itself; may be folded */
    record Like(Value value, Value pattern) implements Predicate {}

    record Between(Value value, Value low, Value high) implements Predicate {}

    /** @param options one or more scalars */
    record In(Value value, List<Value> options) implements Predicate {
        public In {
            options = List.copyOf(options);
        }
    }

    record IsNull(Value value) implements Predicate {}

    record SpatialTest(SpatialOperator operator, Value left, Value right) implements Predicate {}

    record TemporalTest(TemporalOperator operator, Value left, Value right) implements Predicate {}

    record ArrayTest(ArrayOperator operator, Value left, Value right) implements Predicate {}

    /** A value that is true or false: a literal or a property. */
    record Holds(Value value) implements Predicate {}
}
