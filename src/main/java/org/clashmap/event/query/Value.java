package org.clashmap.event.query;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What has a value for an event: a literal, a property, or something worked out from these. */
public sealed interface Value extends Expression {

    /** @param name a queryable */
    record Property(String name) implements Value {}

    record Text(String text) implements Value {}

    /** A number, always as a double: whole numbers are exact up to 2^53. */
    record Numeric(double number) implements Value {}

    record Flag(boolean flag) implements Value {}

    record Time(Moment moment) implements Value {}

    /** The open side of an interval. */
    record Open() implements Value {}

    /** Both ends belong to it. @param start a {@link Time}, {@link Open} or {@link Property}; so is the end */
    record Interval(Value start, Value end) implements Value {}

    /** A geometry in WGS 84, longitude first, valid. */
    record Shape(Geometry geometry) implements Value {}

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A whole-number or decimal calculation; what cannot be calculated, such as a division by zero, is null. */
    record Arithmetic(ArithmeticOperator operator, Value left, Value right) implements Value {}

    /** A text without what it is not to be compared by. */
    record Folded(Folding folding, Value value) implements Value {}

    /** Whether something holds, as a value to compare. */
    record Truth(Predicate predicate) implements Value {}
}
