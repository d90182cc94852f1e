package org.clashmap.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a value against {@code docs/event.schema.json}: exactly the JSON Schema keywords that file uses. A keyword it
 * does not know is an error, so the check cannot pass by looking away.
 */
public final class SchemaCheck {
    private static final List<String> WITHOUT_EFFECT = List.of("$schema", "$id", "title", "description");

    private final List<String> problems = new ArrayList<>();

    private SchemaCheck() {}

    /** What is wrong with an event; empty when nothing is. */
    public static List<String> problems(String feature) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        JsonNode schema = mapper.readTree(Files.readString(Path.of("docs/event.schema.json")));
        SchemaCheck check = new SchemaCheck();
        check.check(schema, mapper.readTree(feature), "$");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        schema.propertyNames().forEach(keyword -> {
            JsonNode rule = schema.get(keyword);
            switch (keyword) {
                case "type" -> require(isOfType(rule, value), at + " is not of type " + rule);
                case "enum" -> require(contains(rule, value), at + ": " + value + " is not in " + rule);
                case "const" -> require(rule.equals(value), at + " is not " + rule);
                case "required" ->
                    rule.forEach(name ->
                            require(!value.isObject() || value.has(name.asString()), at + " lacks " + name.asString()));
                case "properties" -> properties(rule, value, at);
                case "additionalProperties" ->
                    value.propertyNames()
                            .forEach(name -> require(
                                    rule.asBoolean()
                                            || schema.path("properties").has(name),
                                    at + " has the unknown " + name));
                case "items" -> {
                    for (int i = 0; value.isArray() && i < value.size(); i++) {
                        check(rule, value.get(i), at + "[" + i + "]");
                    }
                }
                case "minItems" -> require(!value.isArray() || value.size() >= rule.asInt(), at + " has too few items");
                case "minimum" ->
                    require(!value.isNumber() || value.asDouble() >= rule.asDouble(), at + " is below " + rule);
                case "maximum" ->
                    require(!value.isNumber() || value.asDouble() <= rule.asDouble(), at + " is above " + rule);
                case "pattern" ->
                    require(
                            !value.isString()
                                    || Pattern.compile(rule.asString())
                                            .matcher(value.asString())
                                            .find(),
                            at + ": " + value + " does not match " + rule);
                case "anyOf" -> require(anyOf(rule, value, at), at + " fits none of the alternatives");
                default -> require(WITHOUT_EFFECT.contains(keyword), "unknown schema keyword " + keyword);
            }
        });
    }

    private void properties(JsonNode rules, JsonNode value, String at) {
        value.propertyNames().forEach(name -> {
            if (rules.has(name)) {
                check(rules.get(name), value.get(name), at + "." + name);
            }
        });
    }

    private boolean anyOf(JsonNode alternatives, JsonNode value, String at) {
        for (JsonNode alternative : alternatives) {
            SchemaCheck attempt = new SchemaCheck();
            attempt.check(alternative, value, at);
            if (attempt.problems.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (types.isString()) {
            return switch (types.asString()) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isString();
                case "integer" -> value.isIntegralNumber();
                case "number" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                case "null" -> value.isNull();
                default -> throw new IllegalArgumentException("unknown type " + types);
            };
        }
        for (JsonNode type : types) {
            if (isOfType(type, value)) {
                return true;
            }
        }
        return false;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
