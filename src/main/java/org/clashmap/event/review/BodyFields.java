package org.clashmap.event.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of an object that a client sent, read with refusals that name the member by its whole path.
 *
 * @param prefix of the paths of its members: empty, or {@code changes.place.}
 */
public record BodyFields(JsonNode node, String prefix) {
    private static final int LONGEST_ECHO = 60;

    /** The path of the object itself. */
    String path() {
        return prefix.isEmpty() ? "body" : prefix.substring(0, prefix.length() - 1);
    }

    RefusedChangeException refused(String name, String problem, List<String> allowed) {
        return RefusedChangeException.of(prefix + name, problem, allowed);
    }

    static String shorten(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }

    /** Refuses members that mean nothing here, since a slip in a name must not pass for a change that was made. */
    public void requireOnly(List<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw refused(name, "means nothing here", names);
            }
        }
    }

    /** The same object without its other members. */
    BodyFields only(List<String> names) {
        return new BodyFields(((ObjectNode) node.deepCopy()).retain(names), prefix);
    }

    public boolean has(String name) {
        return node.has(name);
    }

    /** It is there and not null. */
    boolean given(String name) {
        return has(name) && !isNull(name);
    }

    boolean isNull(String name) {
        return node.path(name).isNull();
    }

    /** A text without blanks around it, or null when it is missing, null or blank. */
    public @Nullable String text(String name, int longest) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw refused(name, "is " + shorten(value.toString()) + " and no text", List.of("a text"));
        }
        String text = clean(value.asString());
        if (text.length() > longest) {
            throw refused(
                    name,
                    "has " + text.length() + " characters",
                    List.of("a text of at most " + longest + " characters"));
        }
        return text.isEmpty() ? null : text;
    }

    /** Control characters and those that turn the direction of writing could make a text look like another one. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            boolean half = c >= 0xD800 && c <= 0xDFFF;
            if (c == '\n' || c == '\t') {
                clean.append(' ');
            } else if (!turning && !half && !Character.isISOControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    public String requireText(String name, List<String> allowed) {
        String text = text(name, 300);
        if (text == null) {
            throw refused(name, "is missing", allowed);
        }
        return text;
    }

    public int whole(String name, int minimum, int maximum) {
        JsonNode value = node.path(name);
        boolean fits = value.isNumber()
                && value.canConvertToExactIntegral()
                && value.canConvertToInt()
                && value.asInt() >= minimum
                && value.asInt() <= maximum;
        if (!fits) {
            throw refused(
                    name,
                    value.isMissingNode() ? "is missing" : "is " + shorten(value.toString()),
                    List.of("a whole number from " + minimum + " to " + maximum));
        }
        return value.asInt();
    }

    /** A day, or null when it is null. */
    @Nullable
    LocalDate day(String name) {
        JsonNode value = node.path(name);
        if (value.isNull()) {
            return null;
        }
        List<String> allowed = List.of("a day as YYYY-MM-DD", "null for an open end");
        if (!value.isString()) {
            throw refused(name, value.isMissingNode() ? "is missing" : "is " + shorten(value.toString()), allowed);
        }
        try {
            return LocalDate.parse(value.asString());
        } catch (DateTimeException notADay) {
            throw refused(name, "is \"" + shorten(value.asString()) + "\"", allowed);
        }
    }

    /** The object of a name, or null when it is missing or null. */
    public @Nullable BodyFields object(String name, List<String> allowed) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw refused(name, "is " + shorten(value.toString()) + " and no object", allowed);
        }
        return new BodyFields(value, prefix + name + '.');
    }

    /** The objects of a list, or null when it is missing. */
    public @Nullable List<BodyFields> objects(String name, int most) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isArray() || value.size() > most) {
            throw refused(
                    name,
                    value.isArray() ? "has " + value.size() + " items" : "is " + shorten(value.toString()),
                    List.of("a list of at most " + most + " objects"));
        }
        List<BodyFields> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String path = name + '[' + i + ']';
            if (!value.path(i).isObject()) {
                throw refused(path, "is no object", List.of("an object"));
            }
            items.add(new BodyFields(value.path(i), prefix + path + '.'));
        }
        return items;
    }
}
