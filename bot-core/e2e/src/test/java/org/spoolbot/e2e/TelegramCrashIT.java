package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Person;

/** Sixty members ask while the server is ended with {@code kill -9} again and again: whoever asked gets an answer, and nobody pays twice. */
class TelegramCrashIT {
    private static final int MEMBERS = 60;
    private static final List<Integer> KILLED_AFTER_ORDERS = List.of(5, 20, 40);

    @TempDir
    Path folder;

    @Test
    void nobodyWhoAskedIsForgottenAndNobodyIsServedTwice() throws Exception {
        try (Telegram telegram = new Telegram();
                Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox)) {
            Home home = new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            List<Person> members = new ArrayList<>();
            for (int orders : KILLED_AFTER_ORDERS) {
                try (Server server = telegram.start(home)) {
                    ask(telegram, members);
                    Awaitility.await(orders + " orders").atMost(Telegram.PATIENCE).until(() -> gate.created().size() >= orders);
                    server.kill();
                }
            }
            try (Server server = telegram.start(home)) {
                Awaitility.await("everybody knows of their clip")
                        .atMost(Telegram.PATIENCE.multipliedBy(2))
                        .untilAsserted(() -> assertThat(members.stream().map(Person::privateChat).filter(chat -> !knows(chat)).map(Chat::messages)).isEmpty());
                assertThat(server.stop()).isZero();
            }

            assertThat(members).hasSize(MEMBERS);
            assertThat(members).allSatisfy(member -> assertThat(Telegram.clips(member.privateChat())).as("clips of " + member.name()).hasSizeLessThanOrEqualTo(1));
            assertThat(sandbox.prompts()).as("orders; one that a crash met while it was handed over is not made again").hasSizeGreaterThan(MEMBERS / 2).doesNotHaveDuplicates();
            assertThat(telegram.fake().violations().all()).isEmpty();
        }
    }

    private static void ask(Telegram telegram, List<Person> members) {
        for (int more = 0; more < MEMBERS / KILLED_AFTER_ORDERS.size(); more++) {
            Person member = telegram.person("Member " + members.size());
            member.privately().says("/video kite number " + members.size() + " --duration 4 --resolution 480p --now");
            members.add(member);
        }
    }

    /** Has the clip, or was told that nobody knows whether it came, or whether its order did: this gateway has no list to look it up in. */
    private static boolean knows(Chat chat) {
        return !Telegram.clips(chat).isEmpty()
                || chat.fromBot().stream().anyMatch(message -> Telegram.offers(message, "Send again") || message.text().contains("It is not ordered twice"));
    }
}
