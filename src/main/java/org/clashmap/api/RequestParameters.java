package org.clashmap.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The query parameters of one request, checked: each is known and given once. Values are parsed by the typed requests. */
final class RequestParameters {
    private final Map<String, String> values;

    private RequestParameters(Map<String, String> values) {
        this.values = values;
    }

    static RequestParameters of(Context ctx, List<Parameter> known) {
        return of(ctx.queryParamMap(), known);
    }

    /** @throws ProblemException for a parameter that is unknown or given twice */
    static RequestParameters of(Map<String, List<String>> given, List<Parameter> known) {
        List<String> allowed = new ArrayList<>();
        for (Parameter parameter : known) {
            if (parameter.isQuery()) {
                allowed.add(parameter.name());
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, list) -> {
            if (!allowed.contains(name)) {
                throw ProblemException.of(
                                400,
                                "There is no parameter \"%s\" here. Allowed: %s."
                                        .formatted(name, allowed.isEmpty() ? "none" : String.join(", ", allowed)))
                        .with("parameter", name)
                        .with("allowed", allowed);
            }
            if (list.size() > 1) {
                throw ProblemException.badParameter(name, String.join(" & ", list), "it may be given once only");
            }
            values.put(name, list.getFirst());
        });
        return new RequestParameters(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** In the order they were given. */
    Map<String, String> all() {
        return new LinkedHashMap<>(values);
    }

    int integer(String name, int minimum, int maximum, int fallback) {
        String value = values.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with numbers out of range
        }
        throw ProblemException.badParameter(name, value, "a whole number from " + minimum + " to " + maximum);
    }

    /** Parses a value; an IllegalArgumentException of the parser becomes a problem that names the parameter. */
    <T> Optional<T> parse(String name, Function<String, T> parser) {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value));
        } catch (IllegalArgumentException refused) {
            throw ProblemException.badParameter(name, value, String.valueOf(refused.getMessage()));
        }
    }
}
