package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.discord.connection.Connection;

/** The private chats of people. Discord opens one with nearly everybody; whether it lets us write there it says only when we do. */
final class PrivateChats {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 10_000;

    private final Connection connection;
    private final Attempts attempts;
    private final Recent<String> channels = new Recent<>(MOST);

    PrivateChats(Connection connection, Attempts attempts) {
        this.connection = connection;
        this.attempts = attempts;
    }

    Optional<Destination> of(Account account) {
        if (!account.platform().equals(Address.PLATFORM) || !account.id().matches("[0-9]{1,20}")) {
            return Optional.empty();
        }
        return channels.find(account.id()).or(() -> opened(account.id())).map(PrivateChats::destination);
    }

    private Optional<String> opened(String user) {
        return connection.anyShard().flatMap(jda -> opened(jda, user));
    }

    private Optional<String> opened(JDA jda, String user) {
        Outcome<String> outcome = attempts.repeatable(PATIENCE, () -> Wire.privateChat(jda, user));
        if (!(outcome instanceof Outcome.Done<String>(String channel))) {
            return Optional.empty();
        }
        channels.put(user, channel);
        return Optional.of(channel);
    }

    private static Destination destination(String channel) {
        return new Destination(Address.PLATFORM, Optional.empty(), channel, Optional.empty(), Optional.empty());
    }
}
