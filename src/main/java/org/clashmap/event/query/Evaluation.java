package org.clashmap.event.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.clashmap.event.Event;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * A filter made ready to be asked of many events: patterns and geometries are prepared once. The plain way that an index
 * is measured against. Immutable, for many threads.
 */
public final class Evaluation {
    private final Queryables queryables;
    private final Test test;

    private Evaluation(Predicate predicate, Queryables queryables) {
        this.queryables = queryables;
        this.test = test(predicate);
    }

    public static Evaluation of(Predicate predicate) {
        return new Evaluation(predicate, Queryables.ofEvents());
    }

    static Evaluation of(Predicate predicate, Queryables queryables) {
        return new Evaluation(predicate, queryables);
    }

    /** Whether the filter holds of an event; what cannot be told does not. */
    public boolean accepts(Event event) {
        return test.ask(event) == Truth.TRUE;
    }

    public Truth ask(Event event) {
        return test.ask(event);
    }

    @FunctionalInterface
    private interface Test {
        Truth ask(Event event);
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable
        Object read(Event event);
    }

    private Test test(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> all(and.parts().stream().map(this::test).toList());
            case Predicate.Or or -> any(or.parts().stream().map(this::test).toList());
            case Predicate.Not not -> {
                Test part = test(not.part());
                yield event -> part.ask(event).not();
            }
            case Predicate.Comparison comparison ->
                both(
                        comparison.left(),
                        comparison.right(),
                        (a, b) -> comparison.operator().accepts(compare(a, b)));
            case Predicate.Like like -> like(like);
            case Predicate.Between between ->
                all(List.of(
                        both(between.value(), between.low(), (a, b) -> compare(a, b) >= 0),
                        both(between.value(), between.high(), (a, b) -> compare(a, b) <= 0)));
            case Predicate.In in ->
                any(in.options().stream()
                        .map(option -> both(in.value(), option, (a, b) -> compare(a, b) == 0))
                        .toList());
            case Predicate.IsNull isNull -> {
                Reading reading = reading(isNull.value());
                yield event -> Truth.of(reading.read(event) == null);
            }
            case Predicate.SpatialTest spatial -> spatial(spatial);
            case Predicate.TemporalTest temporal ->
                both(
                        temporal.left(),
                        temporal.right(),
                        (a, b) -> temporal.operator().holds(span(a), span(b)));
            case Predicate.ArrayTest array ->
                both(
                        array.left(),
                        array.right(),
                        (a, b) -> array.operator().holds((Collection<?>) a, (Collection<?>) b));
            case Predicate.Holds holds -> {
                Reading reading = reading(holds.value());
                yield event -> {
                    Object value = reading.read(event);
                    return value == null ? Truth.UNKNOWN : Truth.of((Boolean) value);
                };
            }
        };
    }

    private static Test all(List<Test> parts) {
        return event -> {
            Truth whole = Truth.TRUE;
            for (Test part : parts) {
                Truth truth = part.ask(event);
                if (truth == Truth.FALSE) {
                    return Truth.FALSE;
                }
                whole = truth == Truth.UNKNOWN ? truth : whole;
            }
            return whole;
        };
    }

    private static Test any(List<Test> parts) {
        return event -> {
            Truth whole = Truth.FALSE;
            for (Test part : parts) {
                Truth truth = part.ask(event);
                if (truth == Truth.TRUE) {
                    return Truth.TRUE;
                }
                whole = truth == Truth.UNKNOWN ? truth : whole;
            }
            return whole;
        };
    }

    /** Unknown when either value is. */
    private Test both(Value left, Value right, BiPredicate<Object, Object> relation) {
        Reading one = reading(left);
        Reading other = reading(right);
        return event -> {
            Object a = one.read(event);
            Object b = a == null ? null : other.read(event);
            return a == null || b == null ? Truth.UNKNOWN : Truth.of(relation.test(a, b));
        };
    }

    /** Of two values of one type, or of a day and an instant. */
    static int compare(Object a, Object b) {
        return switch (a) {
            case String text -> text.compareTo((String) b);
            case Double number -> Double.compare(number + 0.0, (Double) b + 0.0);
            case Boolean flag -> flag.compareTo((Boolean) b);
            case Moment moment -> Moment.compare(moment, (Moment) b);
            default -> throw new IllegalStateException(a.getClass() + " is not compared");
        };
    }

    private static TimeSpan span(Object value) {
        return value instanceof Moment moment ? TimeSpan.at(moment) : (TimeSpan) value;
    }

    private Test like(Predicate.Like like) {
        Reading reading = reading(like.value());
        LikePattern pattern = LikePattern.of(like.pattern());
        return event -> {
            Object value = reading.read(event);
            return value == null ? Truth.UNKNOWN : Truth.of(pattern.matches((String) value));
        };
    }

    private Test spatial(Predicate.SpatialTest spatial) {
        if (spatial.left() instanceof Value.Shape literal) {
            return prepared(spatial.right(), literal.geometry(), spatial.operator());
        }
        if (spatial.right() instanceof Value.Shape literal) {
            return prepared(spatial.left(), literal.geometry(), converse(spatial.operator()));
        }
        return both(
                spatial.left(),
                spatial.right(),
                (a, b) -> RelateNG.relate((Geometry) a, (Geometry) b, topology(spatial.operator())));
    }

    /** The relation of the literal to what varies. */
    private Test prepared(Value varying, Geometry literal, SpatialOperator operator) {
        RelateNG relation = RelateNG.prepare(literal);
        Reading reading = reading(varying);
        return event -> {
            Object value = reading.read(event);
            // The prepared geometry builds its indexes as it is used, so it takes one thread at a time.
            synchronized (relation) {
                return value == null
                        ? Truth.UNKNOWN
                        : Truth.of(relation.evaluate((Geometry) value, topology(operator)));
            }
        };
    }

    private static SpatialOperator converse(SpatialOperator operator) {
        return switch (operator) {
            case S_WITHIN -> SpatialOperator.S_CONTAINS;
            case S_CONTAINS -> SpatialOperator.S_WITHIN;
            case S_INTERSECTS, S_EQUALS, S_DISJOINT, S_TOUCHES, S_OVERLAPS, S_CROSSES -> operator;
        };
    }

    private static TopologyPredicate topology(SpatialOperator operator) {
        return switch (operator) {
            case S_INTERSECTS -> RelatePredicate.intersects();
            case S_EQUALS -> RelatePredicate.equalsTopo();
            case S_DISJOINT -> RelatePredicate.disjoint();
            case S_TOUCHES -> RelatePredicate.touches();
            case S_WITHIN -> RelatePredicate.within();
            case S_OVERLAPS -> RelatePredicate.overlaps();
            case S_CROSSES -> RelatePredicate.crosses();
            case S_CONTAINS -> RelatePredicate.contains();
        };
    }

    private Reading reading(Value value) {
        return switch (value) {
            case Value.Property property -> queryables.get(property.name())::read;
            case Value.Text text -> constant(text.text());
            case Value.Numeric numeric -> constant(numeric.number());
            case Value.Flag flag -> constant(flag.flag());
            case Value.Time time -> constant(time.moment());
            case Value.Open ignored -> event -> null;
            case Value.Shape shape -> constant(shape.geometry());
            case Value.Interval interval -> {
                Reading start = reading(interval.start());
                Reading end = reading(interval.end());
                // A day that is not known leaves its side open, as the parameter datetime takes it.
                yield event -> new TimeSpan((Moment) start.read(event), (Moment) end.read(event));
            }
            case Value.Items items ->
                items(items.items().stream().map(this::reading).toList());
            case Value.Arithmetic arithmetic -> {
                Reading left = reading(arithmetic.left());
                Reading right = reading(arithmetic.right());
                yield event -> {
                    Object a = left.read(event);
                    Object b = right.read(event);
                    return a == null || b == null ? null : arithmetic.operator().apply((Double) a, (Double) b);
                };
            }
            case Value.Folded folded -> {
                Reading inner = reading(folded.value());
                yield event -> {
                    Object text = inner.read(event);
                    return text == null ? null : folded.folding().fold((String) text);
                };
            }
            case Value.Truth truth -> {
                Test inner = test(truth.predicate());
                yield event -> switch (inner.ask(event)) {
                    case TRUE -> true;
                    case FALSE -> false;
                    case UNKNOWN -> null;
                };
            }
        };
    }

    private static Reading constant(Object value) {
        return event -> value;
    }

    private static Reading items(List<Reading> readings) {
        return event -> {
            List<Object> values = new ArrayList<>();
            for (Reading reading : readings) {
                Object value = reading.read(event);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        };
    }
}
