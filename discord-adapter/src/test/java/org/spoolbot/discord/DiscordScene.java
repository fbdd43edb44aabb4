package org.spoolbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** A bot, a server and a member, with what must hold at the end of everything that is sent. */
abstract class DiscordScene {
    static final long MIB = 1L << 20;
    static final String EDIT = "PATCH /channels/{}/messages/{}";
    static final String CREATE = "POST /channels/{}/messages";

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock(Instant.now());
    final FakeDiscord discord = FakeDiscord.start(clock);
    final Guild guild = discord.world().guild("Makers");
    final Channel channel = guild.general();
    final Person ada = discord.person("ada");
    BotOnFake bot;

    @BeforeEach
    void connect() {
        bot = BotOnFake.connected(discord, clock);
    }

    @AfterEach
    void leave() {
        bot.close();
        List<String> faults = discord.violations().all();
        List<String> written = discord.traffic().all().stream()
                .filter(seen -> seen.route().matches("(POST|PATCH) .*(messages|messages/.*|webhooks/\\{}/\\{})"))
                .filter(seen -> seen.status() < 300 && !seen.body().has("allowed_mentions"))
                .map(Object::toString)
                .toList();
        discord.close();
        assertThat(faults).isEmpty();
        assertThat(written).as("what is written without saying whom it may call").isEmpty();
        assertThat(bot.log()).noneMatch(line -> line.contains(discord.token()));
    }

    void quiet() {
        assertThat(bot.loudLog()).isEmpty();
    }

    Interaction slash(Channel place) {
        return ada.in(place).slash("video", Map.of("prompt", "a red kite"));
    }

    Destination asks(Channel place) {
        slash(place);
        return heard();
    }

    Destination heard() {
        return bot.hears(Inbound.Invocation.class).origin().destination();
    }

    Message clip(long bytes) {
        return Clips.of(folder, bytes, new Account("discord", ada.user().id()), "job-" + bytes);
    }

    Message forAda(String text) {
        Account account = new Account("discord", ada.user().id());
        return Message.of(text)
                .in(new Message.Envelope(Message.Audience.ASKER, Optional.of(account), Optional.empty(), false));
    }

    static MessageRef sent(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).message();
    }
}
