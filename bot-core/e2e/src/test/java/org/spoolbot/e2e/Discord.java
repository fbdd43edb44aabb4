package org.spoolbot.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.discord.fake.Message;

/** A Discord of our own with one guild that the bot is in, for a server in a process of its own. */
final class Discord implements AutoCloseable {
    private final FakeDiscord fake = FakeDiscord.start(InstantSource.system());
    private final Guild guild = fake.world().guild("Kite club");

    FakeDiscord fake() {
        return fake;
    }

    Guild guild() {
        return guild;
    }

    Channel channel() {
        return guild.general();
    }

    Keyboard keyboard(String name) {
        return fake.person(name).in(channel());
    }

    /** The same home, sent here instead of to the real Discord. The token comes by the environment. */
    Home told(Home home) throws IOException {
        return home.write("plugins/discord/config.yml", """
                config-version: 1
                token: ${DISCORD_TOKEN:-}
                api-url: %s
                shards: 1
                user-install: false
                register-in: []
                """.formatted(fake.apiUrl()));
    }

    Map<String, String> environment() {
        return Map.of("DISCORD_TOKEN", fake.token());
    }

    /** Starts a server that is there for members when this returns. */
    Server start(Home home) throws IOException {
        int logins = fake.gateway().identifications().size();
        Server server = Server.start(told(home), environment());
        try {
            fake.gateway().awaitIdentifications(logins + 1);
            Awaitility.await("its commands are registered").atMost(Duration.ofSeconds(30)).until(() -> !fake.world().commands().isEmpty());
            return server;
        } catch (RuntimeException | AssertionError absent) {
            server.close();
            throw new AssertionError("The bot did not come. Output:\n" + server.output(), absent);
        }
    }

    /** What the bot said in the channel that carries a clip. */
    List<Message> clips() {
        return channel().messages().stream().filter(Discord::isClip).toList();
    }

    /** The clip that comes after so many others. */
    Message awaitClip(int before) {
        Awaitility.await("clip " + (before + 1)).atMost(Chat.PATIENCE).until(() -> clips().size() > before);
        return clips().get(before);
    }

    static boolean isClip(Message message) {
        return message.files().stream().anyMatch(name -> name.endsWith(".mp4"));
    }

    /** Presses a button by what it says. */
    static Interaction press(Keyboard keyboard, Message message, String label) {
        return keyboard.press(message, message.customId(label));
    }

    /** Every word that anybody was shown. */
    Stream<String> words() {
        return channel().messages().stream().map(message -> message.json().toString());
    }

    @Override
    public void close() {
        fake.close();
    }
}
