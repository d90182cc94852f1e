package org.clashmap.api.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tokens of a data folder. A change by another process, such as {@code token revoke} beside a running server, holds
 * from the next request on. Safe for many threads.
 */
public final class Tokens {
    /** So that people, and programs that look for secrets in files, know one when they see it. */
    private static final String MARK = "cmt_";

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;
    /** How exactly the last use is kept: a write for each request would be too much. */
    private static final Duration USE_IS_KEPT_EVERY = Duration.ofHours(1);

    private final TokenFile file;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private TokenFile.State state;
    private List<Token> known;

    private Tokens(TokenFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.state = file.state();
        this.known = file.read();
    }

    /** @throws TokenFileException when there is a file of tokens that cannot be read */
    public static Tokens open(Path folder, InstantSource clock) {
        return new Tokens(new TokenFile(folder), clock);
    }

    /**
     * A token that was just made.
     *
     * @param secret to be shown once; it is kept nowhere
     */
    public record Made(Token token, String secret) {}

    /** @throws IllegalArgumentException for a name that is no line of text, or the role of readers */
    public synchronized Made add(String name, Role role) {
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        String secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        byte[] number = new byte[ID_BYTES];
        random.nextBytes(number);
        Instant now = now();
        Token token = new Token(HexFormat.of().formatHex(number), name, role, sha256(secret), now, null, null);
        change(tokens -> {
            List<Token> next = new ArrayList<>(tokens);
            next.add(token);
            return next;
        });
        return new Made(token, secret);
    }

    /** All tokens, the revoked ones too, oldest first. */
    public synchronized List<Token> list() {
        refresh();
        return known;
    }

    /** True when one of them may be used. */
    public boolean hasValid() {
        return list().stream().anyMatch(Token::isValid);
    }

    /** True when there never was a token here: the first start. */
    public boolean isNew() {
        return list().isEmpty();
    }

    /** Revokes a token; empty when there is none of that id. One that is revoked stays as it is. */
    public synchronized Optional<Token> revoke(String id) {
        change(tokens -> tokens.stream()
                .map(token -> token.id().equals(id) && token.isValid() ? token.revokedAt(now()) : token)
                .toList());
        return known.stream().filter(token -> token.id().equals(id)).findFirst();
    }

    /** The valid token of a secret, and marks its use. Takes the same time for every wrong secret. */
    public synchronized Optional<Token> find(String secret) {
        refresh();
        byte[] hash = sha256(secret).getBytes(StandardCharsets.US_ASCII);
        Token found = null;
        for (Token token : known) {
            boolean same = MessageDigest.isEqual(hash, token.sha256().getBytes(StandardCharsets.US_ASCII));
            found = same && token.isValid() ? token : found;
        }
        if (found == null) {
            return Optional.empty();
        }
        markUse(found);
        return Optional.of(found);
    }

    private void markUse(Token used) {
        Instant now = now();
        if (used.lastUsed() != null && used.lastUsed().plus(USE_IS_KEPT_EVERY).isAfter(now)) {
            return;
        }
        try {
            change(tokens -> tokens.stream()
                    .map(token -> token.id().equals(used.id()) ? token.usedAt(now) : token)
                    .toList());
        } catch (TokenFileException readOnly) {
            // A folder that cannot be written must not lock the editors out; only the time of use is lost.
            known = known.stream()
                    .map(token -> token.id().equals(used.id()) ? token.usedAt(now) : token)
                    .toList();
        }
    }

    private void change(UnaryOperator<List<Token>> change) {
        known = file.change(change);
        state = file.state();
    }

    private void refresh() {
        TokenFile.State now = file.state();
        if (!now.equals(state)) {
            known = file.read();
            state = now;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String sha256(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
