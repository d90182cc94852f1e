package org.clashmap.event.query;

import org.jspecify.annotations.Nullable;

/** The calculations; {@code div} gives the whole part of a quotient, {@code %} the rest. */
public enum ArithmeticOperator {
    PLUS("+", 1),
    MINUS("-", 1),
    TIMES("*", 2),
    DIVIDED_BY("/", 2),
    REST("%", 2),
    WHOLE_QUOTIENT("div", 2),
    POWER("^", 3);

    private final String symbol;
    private final int binding;

    ArithmeticOperator(String symbol, int binding) {
        this.symbol = symbol;
        this.binding = binding;
    }

    public String symbol() {
        return symbol;
    }

    /** Higher binds tighter. */
    int binding() {
        return binding;
    }

    /** Null when there is no finite result. */
    @Nullable
    Double apply(double a, double b) {
        double result = switch (this) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDED_BY -> a / b;
            case REST -> a % b;
            case WHOLE_QUOTIENT -> wholePart(a / b);
            case POWER -> Math.pow(a, b);
        };
        return Double.isFinite(result) ? result : null;
    }

    private static double wholePart(double quotient) {
        return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    }
}
