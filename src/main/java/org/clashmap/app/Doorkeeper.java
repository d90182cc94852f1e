package org.clashmap.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.clashmap.api.access.Role;
import org.clashmap.api.access.TokenFileException;
import org.clashmap.api.access.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the start of a server whether it may listen where it is told to, and makes the first token.
 *
 * @param first the token that was made at this start, to be shown once, or null
 */
record Doorkeeper(Tokens tokens, Tokens.@Nullable Made first) {
    private static final String FIRST_NAME = "first start";

    /**
     * On this machine alone the first start makes an administrator's token. Where others can reach the server, somebody must
     * have made one before: else whoever reads the first lines of a log would be the only editor there is.
     *
     * @throws CannotRunException when it must not start
     */
    static Doorkeeper at(String host, Tokens tokens) {
        if (isLoopback(host)) {
            try {
                return new Doorkeeper(tokens, tokens.isNew() ? tokens.add(FIRST_NAME, Role.ADMINISTRATOR) : null);
            } catch (TokenFileException unwritable) {
                throw new CannotRunException(String.valueOf(unwritable.getMessage()), unwritable);
            }
        }
        if (!tokens.hasValid()) {
            throw new CannotRunException("--host " + host
                    + " lets other machines in, and there is no token yet that tells editors from readers. Make one with"
                    + " \"./clashmap token add --role administrator --name NAME\", or listen on 127.0.0.1.");
        }
        return new Doorkeeper(tokens, null);
    }

    /** True for an address that only this machine reaches. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Shows the first token, as it is and as an address for a browser; the part after # is never sent to a server. */
    void show(Console console, String address) {
        if (first != null) {
            console.result("Administrator's token, shown only now: " + first.secret());
            console.result("The review desk with it: " + address + "review#token=" + first.secret());
        }
    }
}
