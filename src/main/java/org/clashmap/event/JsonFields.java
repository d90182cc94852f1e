package org.clashmap.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The properties of one JSON object, read with messages that name the object and the property. Absent and null are the
 * same.
 *
 * @param what names the object in messages, such as "event ev-1"
 */
record JsonFields(JsonNode node, String what) {

    IllegalArgumentException wrong(String name, String problem) {
        return new IllegalArgumentException(what + ": " + name + " " + problem);
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isValueNode()) {
            throw wrong(name, "is not a text");
        }
        return value.asString();
    }

    String textOr(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    String requireText(String name) {
        String text = text(name);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    @Nullable
    Integer whole(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw wrong(name, value + " is not a whole number");
        }
        return value.asInt();
    }

    int wholeOr(String name, int otherwise) {
        Integer number = whole(name);
        return number == null ? otherwise : number;
    }

    @Nullable
    Double decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(name, value + " is not a number");
        }
        return value.asDouble();
    }

    /** Null when it is not said. */
    @Nullable
    Boolean flagIfAny(String name) {
        JsonNode value = value(name);
        return value == null ? null : value.asBoolean(false);
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        return value != null && value.asBoolean(false);
    }

    @Nullable
    LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    wrong(name, "\"" + text + "\" is not a day as YYYY-MM-DD").getMessage(), e);
        }
    }

    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        node.path(name).forEach(item -> strings.add(item.asString()));
        return strings;
    }

    <T> List<T> list(String name, Function<JsonFields, T> read) {
        List<T> items = new ArrayList<>();
        node.path(name).forEach(item -> items.add(read.apply(new JsonFields(item, what + ": " + name))));
        return items;
    }

    /** The object under a name; an empty one when it is absent. */
    JsonFields object(String name) {
        return new JsonFields(node.path(name), what + ": " + name);
    }

    boolean isObject() {
        return node.isObject();
    }
}
