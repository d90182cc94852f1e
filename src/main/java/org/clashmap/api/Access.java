package org.clashmap.api;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.clashmap.api.access.FailedAttempts;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.Token;
import org.clashmap.api.access.Tokens;
import org.clashmap.event.publish.Audience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks. A request without a token is a reader's; one with a token that is not known is refused, also for reading, so
 * that nobody takes the public view for the whole. Tokens come in the {@code Authorization} header alone (RFC 6750): an
 * address ends up in logs, and a browser sends a cookie along with what another site asks for. It sends no such header by
 * itself, which is why no {@code Origin} is checked.
 */
final class Access {
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"clashmap\"";
    private static final String TOKEN = "clashmap.token";
    private static final String SEES_ALL = "clashmap.exact";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tokens tokens;
    private final FailedAttempts failed;
    private final Role exactFor;

    /** @param exactFor the least role that sees everything exactly */
    Access(Tokens tokens, Role exactFor, InstantSource clock) {
        this.tokens = tokens;
        this.exactFor = exactFor;
        this.failed = new FailedAttempts(clock);
    }

    /** The role of the one who asks. */
    static Role roleOf(Context ctx) {
        return find(ctx).map(Token::role).orElse(Role.READER);
    }

    /** What the one who asks may see of an event. */
    static Audience audienceOf(Context ctx) {
        return Boolean.TRUE.equals(ctx.<Boolean>attribute(SEES_ALL)) ? Audience.STAFF : Audience.PUBLIC;
    }

    /** The name for the history of what is done by this request. */
    static Optional<String> nameOf(Context ctx) {
        return find(ctx).map(Token::name);
    }

    private static Optional<Token> find(Context ctx) {
        return Optional.ofNullable(ctx.<Token>attribute(TOKEN));
    }

    /** Before each request: finds out who asks. */
    void identify(Context ctx) {
        String secret = bearer(ctx.header("Authorization"));
        if (secret == null) {
            return;
        }
        Optional<Token> token = tokens.find(secret);
        if (token.isPresent()) {
            ctx.attribute(TOKEN, token.get());
            ctx.attribute(SEES_ALL, token.get().role().includes(exactFor));
            return;
        }
        long wait = failed.add(ctx.ip());
        if (wait > 0) {
            ctx.header("Retry-After", Long.toString(wait));
            throw ProblemException.of(
                            429,
                            "Too many wrong tokens came from this address. Wait " + wait
                                    + " seconds; \"clashmap token list\" shows the tokens that there are.")
                    .with("retry_after_seconds", wait);
        }
        ctx.header("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
        throw ProblemException.of(
                401,
                "The token is not known here or was revoked. Ask for another (clashmap token add), or leave it out to"
                        + " read what is public.");
    }

    /** Refuses a request whose role is not enough. */
    static void require(Context ctx, Role least) {
        Role role = roleOf(ctx);
        if (role.includes(least)) {
            return;
        }
        if (role == Role.READER) {
            ctx.header("WWW-Authenticate", CHALLENGE);
            throw ProblemException.of(
                            401,
                            "This needs a token of the role " + least.wire()
                                    + " or above, sent as \"Authorization: Bearer TOKEN\"; clashmap token add makes one.")
                    .with("role", least.wire());
        }
        ctx.header("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\"");
        throw ProblemException.of(
                        403,
                        "This needs the role " + least.wire() + "; the token of \""
                                + nameOf(ctx).orElse("") + "\" has the role " + role.wire() + ".")
                .with("role", least.wire());
    }

    /** Who the server takes the caller for. */
    static void writeSession(Context ctx, RequestParameters parameters) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json")
                .result(JSON.writeValueAsBytes(Members.of(
                        "role", roleOf(ctx).wire(), "name", nameOf(ctx).orElse(null))));
    }

    private static @Nullable String bearer(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
