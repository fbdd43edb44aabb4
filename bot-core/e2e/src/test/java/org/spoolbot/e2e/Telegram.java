package org.spoolbot.e2e;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.Seat;

/** A Telegram of our own with one group that the bot is in, for a server in a process of its own. */
final class Telegram implements AutoCloseable {
    static final Duration PATIENCE = org.spoolbot.e2e.Chat.PATIENCE;
    private static final String PUBLIC = "https://clips.example.org";

    private final FakeTelegram fake = FakeTelegram.start(InstantSource.system());
    private final Chat group = fake.world().supergroup("Kite club", person("Ada"), person("Eve"), person("Grace"));

    FakeTelegram fake() {
        return fake;
    }

    Chat group() {
        return group;
    }

    Person person(String name) {
        return fake.person(name);
    }

    /** Somebody in the group. */
    Seat seat(String name) {
        return person(name).in(group);
    }

    /** Starts a server that listens to Telegram when this returns. The token comes by the environment. */
    Server start(Home home) throws IOException {
        return start(home, environment());
    }

    Server start(Home home, Map<String, String> environment) throws IOException {
        Server server = Server.start(told(home, "polling"), environment);
        awaitThere(server, () -> fake.updates().awaitPoll(PATIENCE));
        return server;
    }

    /** The same, but Telegram calls the server at its public address, behind which a proxy leads to the server's own HTTP port. */
    Server startWithWebhook(Home home) throws IOException {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("SPOOLBOT_PUBLIC_URL", PUBLIC);
        Server server = Server.start(told(home, "webhook"), environment);
        fake.updates().webhookGoesTo(address -> server.address(address.getPath()));
        awaitThere(server, () -> !fake.calls().of("setWebhook").isEmpty());
        return server;
    }

    private void awaitThere(Server server, java.util.concurrent.Callable<Boolean> there) {
        try {
            Awaitility.await("the bot listens, its commands stand").atMost(PATIENCE).until(() -> there.call() && !fake.calls().of("setMyCommands").isEmpty());
        } catch (RuntimeException | AssertionError absent) {
            server.close();
            throw new AssertionError("The bot did not come. Output:\n" + server.output(), absent);
        }
    }

    private Home told(Home home, String mode) throws IOException {
        return home.write("plugins/telegram/config.yml", """
                config-version: 1
                token: ${TELEGRAM_TOKEN:-}
                api-url: %s
                mode: %s
                take-over: false
                allowed-chats: []
                local-files: ""
                """.formatted(fake.apiUrl(), mode));
    }

    Map<String, String> environment() {
        return Map.of("TELEGRAM_TOKEN", fake.token());
    }

    /** Where updates are sent to, if anywhere. */
    URI webhook() {
        return URI.create(fake.calls().of("setWebhook").getLast().text("url"));
    }

    /** Clips that the bot left in a chat. */
    static List<Posted> clips(Chat chat) {
        return chat.fromBot().stream().filter(Telegram::isClip).toList();
    }

    static boolean isClip(Posted message) {
        return message.kind().filter(Kind.VIDEO::equals).isPresent();
    }

    /** The clip that comes after so many others. */
    static Posted awaitClip(Chat chat, int before) {
        Awaitility.await("clip " + (before + 1) + ", there is " + chat.fromBot()).atMost(PATIENCE).until(() -> clips(chat).size() > before);
        return clips(chat).get(before);
    }

    /** The answer of the bot to that message that fits. */
    static Posted answer(Posted question, Predicate<Posted> fits) {
        return question.chat().await(message -> message.id() > question.id() && fits.test(message), PATIENCE);
    }

    static boolean offers(Posted message, String label) {
        return message.labels().stream().anyMatch(one -> one.contains(label));
    }

    /** Presses a button; its clock must stop soon. */
    static Press tap(Seat seat, Posted message, String label) {
        Press press = seat.taps(message, label);
        if (!press.awaitAnswer(PATIENCE)) {
            throw new AssertionError("The press of " + label + " was never answered.");
        }
        return press;
    }

    /** Every word that anybody was shown. */
    Stream<String> words() {
        return fake.world().fromBot().stream().map(message -> message.json().toString());
    }

    @Override
    public void close() {
        fake.close();
    }
}
