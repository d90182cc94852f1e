package org.clashmap.api.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token: never the token itself.
 *
 * @param id short and public, to name the token by when it is revoked
 * @param name whose it is; stands in the history of what is done with it
 * @param sha256 of the secret, in hexadecimal digits. A plain hash is enough for 256 random bits
 * @param lastUsed to the hour, or null
 * @param revoked when it was, or null
 */
public record Token(
        String id,
        String name,
        Role role,
        String sha256,
        Instant created,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {
    private static final int LONGEST_NAME = 80;

    public Token {
        name = name.strip();
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the name \"" + name + "\" is not 1 to " + LONGEST_NAME + " characters on one line");
        }
        if (role == Role.READER) {
            throw new IllegalArgumentException("a reader needs no token; roles of tokens: " + Role.FOR_TOKENS);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is not a SHA-256 in 64 lower-case digits");
        }
    }

    public boolean isValid() {
        return revoked == null;
    }

    Token usedAt(Instant instant) {
        return new Token(id, name, role, sha256, created, instant, revoked);
    }

    Token revokedAt(Instant instant) {
        return new Token(id, name, role, sha256, created, lastUsed, instant);
    }
}
