package org.clashmap.api;

import io.javalin.http.Context;
import java.util.function.BiConsumer;

/**
 * Headers of every answer. The content security policy allows this server alone: no inline script or style, no other host.
 * Leaflet sets styles through the CSSOM, which the policy leaves alone. Reading is open to pages of any origin.
 */
final class SecurityHeaders {
    private static final String OWN_FRAMES = "frame-ancestors 'self'";
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "worker-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            OWN_FRAMES);

    private SecurityHeaders() {}

    /** For the one page that is made to stand in other sites' pages; it reads only and keeps no cookies. */
    static void allowFraming(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY.replace(OWN_FRAMES, "frame-ancestors *"));
    }

    static void add(Context ctx) {
        add(ctx::header);
    }

    /** @param headers takes name and value */
    static void add(BiConsumer<String, String> headers) {
        headers.accept("Content-Security-Policy", POLICY);
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("Referrer-Policy", "no-referrer");
        headers.accept("Access-Control-Allow-Origin", "*");
        headers.accept("Access-Control-Expose-Headers", "ETag, Link");
    }

    /** A preflight: what another origin's page may send. No token is among it, so such a page only reads. */
    static void preflight(Context ctx) {
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
        ctx.header("Access-Control-Allow-Headers", "Content-Type, If-None-Match");
        ctx.header("Access-Control-Max-Age", "86400");
        ctx.status(204);
    }
}
