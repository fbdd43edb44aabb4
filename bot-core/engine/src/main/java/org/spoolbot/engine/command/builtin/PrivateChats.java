package org.spoolbot.engine.command.builtin;

import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;

/** Where people alone read. */
@FunctionalInterface
public interface PrivateChats {
    /** The private chat with that person; empty if the bot cannot write there. Blocks. */
    Optional<Destination> of(Account account);
}
