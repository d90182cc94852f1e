package org.clashmap.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens from the command line, and what the first start of a server does with them. */
class TokenCommandIT {
    @TempDir
    private Path folder;

    private CommandLineRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("token"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return CommandLineRun.of(all.toArray(new String[0]));
    }

    private Tokens tokens() {
        return Tokens.open(folder, InstantSource.system());
    }

    @Test
    void addedTokenIsShownOnceListedAndRevoked() {
        CommandLineRun added = run("add", "--role", "publisher", "--name", "Night desk");
        assertEquals(ExitCode.DONE, added.exitCode(), added.err());
        String secret = added.lines().getFirst();
        assertEquals(Role.PUBLISHER, tokens().find(secret).orElseThrow().role());
        CommandLineRun listed = run("list");
        assertFalse(listed.out().contains(secret));
        String id = listed.lines().get(1).split("\t", 2)[0];
        assertTrue(listed.lines().get(1).startsWith(id + "\tpublisher\tNight desk\t"), listed.out());
        assertEquals(ExitCode.DONE, run("revoke", id).exitCode());
        assertTrue(tokens().find(secret).isEmpty());
    }

    @Test
    void wrongUsageNamesTheValueAndWhatIsAllowed() {
        CommandLineRun role = run("add", "--role", "king", "--name", "A");
        assertEquals(ExitCode.WRONG_USAGE, role.exitCode());
        assertTrue(
                role.err().contains("\"king\"; allowed: contributor, reviewer, publisher, administrator"), role.err());
        CommandLineRun reader = run("add", "--role", "reader", "--name", "A");
        assertEquals(ExitCode.WRONG_USAGE, reader.exitCode());
        CommandLineRun name = run("add", "--role", "reviewer", "--name", " ");
        assertEquals(ExitCode.WRONG_USAGE, name.exitCode());
        CommandLineRun id = run("revoke", "nothing");
        assertEquals(ExitCode.WRONG_USAGE, id.exitCode());
        assertTrue(id.err().contains("\"nothing\""), id.err());
        assertTrue(tokens().isNew());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.8.8.8"})
    void firstStartOnThisMachineMakesATokenAndTheSecondDoesNot(String host) {
        Tokens.Made made = Doorkeeper.at(host, tokens()).first();
        assertNotNull(made);
        assertEquals(
                Role.ADMINISTRATOR, tokens().find(made.secret()).orElseThrow().role());
        assertNull(Doorkeeper.at(host, tokens()).first());
        tokens().revoke(made.token().id());
        assertNull(Doorkeeper.at(host, tokens()).first());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void listeningToOthersNeedsATokenThatHolds(String host) {
        CannotRunException refused = assertThrows(CannotRunException.class, () -> Doorkeeper.at(host, tokens()));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(host) && message.contains("token add"), message);
        assertTrue(tokens().isNew(), "no token is made where others might read it");
        Tokens.Made made = tokens().add("Olena", Role.ADMINISTRATOR);
        assertNull(Doorkeeper.at(host, tokens()).first());
        tokens().revoke(made.token().id());
        assertThrows(CannotRunException.class, () -> Doorkeeper.at(host, tokens()));
    }

    @Test
    void serveRefusesBeforeItLoadsAnything() {
        CommandLineRun run =
                CommandLineRun.of("serve", "--host", "0.0.0.0", "--port", "0", "--data", folder.toString());
        assertEquals(ExitCode.CANNOT_RUN, run.exitCode());
        assertTrue(run.err().contains("token"), run.err());
    }
}
