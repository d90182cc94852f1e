package org.clashmap.map;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of items: behind an event. It stays where it is when events come and go.
 *
 * @param day null for an undated event
 */
public record Cursor(@Nullable LocalDate day, String id) {
    private static final String FORM = "a cursor as it stood in a link \"next\"";

    /** As it is written in an address. */
    public String text() {
        String plain = (day == null ? "" : day.toString()) + "/" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException saying what a cursor is */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException(FORM);
            }
            String day = plain.substring(0, slash);
            return new Cursor(day.isEmpty() ? null : LocalDate.parse(day), plain.substring(slash + 1));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(FORM, malformed);
        }
    }
}
