package org.clashmap.api.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as they are kept in a data folder. */
class TokensIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("tokens.json");
    }

    @Test
    void onlyTheHashOfATokenIsKept() throws IOException {
        Tokens.Made made = Tokens.open(folder, CLOCK).add("Olena", Role.REVIEWER);
        String kept = Files.readString(file());
        assertFalse(kept.contains(made.secret().substring(4)), kept);
        assertTrue(kept.contains(made.token().sha256()), kept);
        // 256 bits in base64.
        assertEquals(4 + 43, made.secret().length());
    }

    @Test
    void fileIsItsOwnersAlone() throws IOException {
        Tokens.open(folder, CLOCK).add("Olena", Role.REVIEWER);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void tokenHoldsAfterAStartAndIsFoundByItsSecretAlone() {
        Tokens.Made made = Tokens.open(folder, CLOCK).add("Olena", Role.REVIEWER);
        Tokens again = Tokens.open(folder, CLOCK);
        assertEquals(Role.REVIEWER, again.find(made.secret()).orElseThrow().role());
        assertTrue(again.find(made.secret() + "x").isEmpty());
        assertTrue(again.find(made.token().sha256()).isEmpty());
        assertTrue(again.find("").isEmpty());
        assertEquals(
                Instant.parse("2026-01-02T03:04:05Z"), again.list().getFirst().lastUsed());
    }

    @Test
    void revokedByAnotherProcessHoldsAtOnce() {
        Tokens server = Tokens.open(folder, CLOCK);
        Tokens.Made made = server.add("Olena", Role.REVIEWER);
        assertTrue(server.find(made.secret()).isPresent());
        assertTrue(Tokens.open(folder, CLOCK).revoke(made.token().id()).isPresent());
        assertTrue(server.find(made.secret()).isEmpty());
        assertFalse(server.hasValid());
        assertFalse(server.isNew());
        assertTrue(server.revoke("nobody").isEmpty());
    }

    @Test
    void tokensMadeAtTheSameTimeAreAllKept() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "editor " + i;
            threads.add(
                    Thread.ofPlatform().start(() -> Tokens.open(folder, CLOCK).add(name, Role.CONTRIBUTOR)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Token> kept = Tokens.open(folder, CLOCK).list();
        assertEquals(8, kept.size());
        assertEquals(8, new HashSet<>(kept.stream().map(Token::id).toList()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"format\":2,\"tokens\":[]}", "{\"format\":1,\"tokens\":[{\"id\":\"a\"}]}"})
    void damagedFileIsNamedAndNeverTakenForNone(String content) throws IOException {
        Files.writeString(file(), content);
        TokenFileException refused = assertThrows(TokenFileException.class, () -> Tokens.open(folder, CLOCK));
        assertTrue(String.valueOf(refused.getMessage()).contains(file().toString()), refused.getMessage());
        assertEquals(content, Files.readString(file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void nameIsALineOfText(String name) {
        Tokens tokens = Tokens.open(folder, CLOCK);
        assertThrows(IllegalArgumentException.class, () -> tokens.add(name, Role.REVIEWER));
    }

    @Test
    void readersGetNoToken() {
        Tokens tokens = Tokens.open(folder, CLOCK);
        assertThrows(IllegalArgumentException.class, () -> tokens.add("Olena", Role.READER));
    }

    @Test
    void whoTriesWrongTokensWaitsAndOthersDoNot() {
        FailedAttempts attempts = new FailedAttempts(CLOCK);
        for (int i = 0; i < FailedAttempts.ALLOWED; i++) {
            assertEquals(0, attempts.add("192.0.2.1"));
        }
        assertEquals(60, attempts.add("192.0.2.1"));
        assertEquals(0, attempts.add("192.0.2.2"));
    }
}
