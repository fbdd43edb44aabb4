package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.helpers.NOPLogger;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.identity.Community;
import org.spoolbot.discord.connection.Access;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.testkit.SettableClock;

/** Who is sent to another channel reads its name, not a number. */
@Timeout(30)
class PlaceNamesTest {
    private final SettableClock clock = new SettableClock(Instant.now());
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");
    private final Channel clips = guild.textChannel("clips");
    private final Community makers = new Community(Address.PLATFORM, guild.id());
    private final Connection connection = new Connection(
            new Access(new Secret(discord.token()), discord.apiUrl(), OptionalInt.empty()),
            new PlatformState(clock),
            refusal -> {},
            chain -> chain.proceed(chain.request()),
            NOPLogger.NOP_LOGGER);
    private final Places places = new Places(connection);

    @BeforeEach
    void connect() {
        connection.start(List.of());
    }

    @AfterEach
    void leave() {
        connection.stop();
        discord.close();
    }

    @Test
    void aChannelAndARoleAreCalledAsPeopleThereCallThem() {
        assertThat(places.nameOf(makers, clips.id())).contains("#clips");
        assertThat(places.nameOf(makers, guild.id())).as("the role that everybody has").contains("@@everyone");
    }

    @Test
    void whatIsNoChannelThereHasNoName() {
        assertThat(places.nameOf(makers, "4711")).isEmpty();
        assertThat(places.nameOf(makers, "general")).isEmpty();
        assertThat(places.nameOf(makers, "9".repeat(30))).isEmpty();
        assertThat(places.nameOf(new Community(Address.PLATFORM, "4711"), clips.id())).isEmpty();
    }
}
