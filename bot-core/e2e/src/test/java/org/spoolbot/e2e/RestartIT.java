package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An orderly stop and another start lose nothing of what members were told. */
class RestartIT {
    @TempDir
    Path folder;

    @Test
    void aDraftSurvivesAndItsOldCardStillStartsTheClip() throws Exception {
        Home home = Home.open(folder.resolve("home"));
        Utterance card;
        try (Server server = Server.start(home);
                Chat chat = Chat.join(server, "ada")) {
            card = chat.ask("/video a balloon over fields --duration 4 --resolution 480p", message -> message.offers("Generate"));
            assertThat(server.stop()).isZero();
        }
        try (Server server = Server.start(home);
                Chat chat = Chat.join(server, "ada")) {
            chat.press(card, "Generate");

            chat.awaitClip(card.id());
        }
    }

    @Test
    void jobsUnderWayAreFinishedAfterAnOrderlyStop() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            List<String> asked = orderTwoAndStopWhileTheyAreMade(home, gate);
            gate.barriers().turnAway();
            try (Server server = Server.start(home);
                    Chat chat = Chat.join(server, "ada")) {
                asked.forEach(id -> chat.await("the clip for " + id, message -> message.hasClip() && message.json().path("replyTo").asText().equals(id)));

                assertThat(gate.created()).hasSize(2);
                assertThat(chat.clips()).hasSize(2);
            }
        }
    }

    private static List<String> orderTwoAndStopWhileTheyAreMade(Home home, Gate gate) throws Exception {
        try (Server server = Server.start(home);
                Chat chat = Chat.join(server, "ada")) {
            gate.barriers().close(Gate.Stage.POLL);
            List<String> asked = List.of(
                    chat.say("/video first light --duration 4 --resolution 480p --now"),
                    chat.say("/video second sight --duration 4 --resolution 480p --now"));
            gate.barriers().awaitWaiting(Gate.Stage.POLL, 1, Chat.PATIENCE);
            org.awaitility.Awaitility.await().atMost(Chat.PATIENCE).until(() -> gate.created().size() == 2);
            assertThat(server.stop()).isZero();
            return asked;
        }
    }
}
