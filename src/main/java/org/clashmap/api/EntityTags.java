package org.clashmap.api;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clashmap.event.EventStore;

/**
 * Entity tags. Answers that depend on the store as a whole carry its data version, what the clock has changed since, and
 * whether they are for everybody; the start of this server is part of the tag, since another store behind the same address
 * may have reached the same number.
 */
final class EntityTags {
    private static final Pattern VERSION = Pattern.compile("\"v(\\d{1,9})(?:-[0-9a-z-]*)?\"");

    private final EventStore store;
    private final String start;
    private final LongSupplier turns;

    /** @param turns how often the clock alone has changed what readers see */
    EntityTags(EventStore store, Instant start, LongSupplier turns) {
        this.turns = turns;
        this.store = store;
        this.start = Long.toString(start.toEpochMilli(), Character.MAX_RADIX);
    }

    /** Sets the tag of the store's state; true when the client has that already and the answer is 304. */
    boolean isCurrent(Context ctx) {
        String audience = Access.audienceOf(ctx).name().substring(0, 1).toLowerCase(Locale.ROOT);
        return isCurrent(ctx, "W/\"" + start + "-" + store.dataVersion() + "." + turns.getAsLong() + audience + "\"");
    }

    boolean isCurrent(Context ctx, String tag) {
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "no-cache");
        String known = ctx.header("If-None-Match");
        if (known == null || !matches(known, tag)) {
            return false;
        }
        ctx.status(304);
        return true;
    }

    /** The tag of one version of a resource; the digest tells apart stores that give the same number. */
    static String ofVersion(int version, byte[] content) {
        return "\"v" + version + "-" + digest(content) + "\"";
    }

    /**
     * The version that one of the tags of an If-Match header names, or empty when none is a version's tag. Versions are
     * compared and not bytes, since one version looks different to different readers.
     */
    static OptionalInt versionIn(String ifMatch) {
        Matcher tag = VERSION.matcher(ifMatch);
        return tag.find() ? OptionalInt.of(Integer.parseInt(tag.group(1))) : OptionalInt.empty();
    }

    /** Weak, since the bytes on the wire differ with the encoding. */
    static String ofContent(byte[] content) {
        return "W/\"" + digest(content) + "\"";
    }

    /** Weak comparison of RFC 9110 section 8.8.3.2. */
    private static boolean matches(String known, String tag) {
        String strong = withoutWeakness(tag);
        for (String candidate : List.of(known.split(","))) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || withoutWeakness(stripped).equals(strong)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutWeakness(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
