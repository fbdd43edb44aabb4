package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every button under a finished clip still works after a restart, by nothing but what it says itself. */
class ClipActionsIT {
    @TempDir
    Path folder;

    @Test
    void aClipOfYesterdayIsAskedForAgainRemixedExtendedAndDeleted() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            makeAndStop(home, gate);
            try (Server server = Server.start(home);
                    Chat chat = Chat.join(server, "ada")) {
                Utterance clip = chat.clips().getFirst();
                assertThat(clip.labels()).containsExactly("Again", "Remix", "Extend", "Info", "Delete");

                again(chat, clip);
                remix(chat, clip);
                answer(chat, clip);
                extend(chat, clip, gate);
                info(chat, clip);
                delete(chat, clip);
            }
        }
    }

    private void makeAndStop(Home home, Gate gate) throws Exception {
        Path start = Samples.picture(folder, "start.png", 640, 480, 4);
        try (Server server = Server.start(home);
                Chat chat = Chat.join(server, "ada")) {
            chat.awaitClip(chat.say("/video a lantern in the fog --duration 4 --resolution 480p --ratio 4:3 --now", start));
            awaitLastFrame(gate, 1);
            assertThat(server.stop()).isZero();
        }
    }

    private static void again(Chat chat, Utterance clip) throws Exception {
        Utterance card = press(chat, clip, "Again", Map.of(), message -> message.offers("Generate"));

        assertThat(card.words()).contains("a lantern in the fog", "480p", "4:3");
        assertThat(card.json().path("card").path("thumbnails")).as("its picture").hasSize(1);
    }

    private static void remix(Chat chat, Utterance clip) throws Exception {
        assertThat(clip.json().path("buttons").findValuesAsText("value")).as("the form").contains("a lantern in the fog");

        Utterance card = press(
                chat, clip, "Remix", Map.of("prompt", List.of("a candle in the rain")), message -> message.words().contains("a candle"));

        assertThat(card.words()).contains("480p", "4:3").doesNotContain("lantern");
        assertThat(card.offers("Generate")).isTrue();
    }

    private static void answer(Chat chat, Utterance clip) throws Exception {
        Utterance other = chat.reply(clip, "a torch in the snow", message -> message.words().contains("a torch"));
        assertThat(other.words()).contains("480p", "4:3").doesNotContain("lantern");

        Utterance next = chat.reply(clip, "continue, the fog lifts", message -> message.words().contains("the fog lifts"));
        assertThat(next.words()).contains("begins with the last picture");
        assertThat(chat.reply(clip, "/show", message -> message.words().contains("Receipt")).words()).contains("lantern");
    }

    private static void extend(Chat chat, Utterance clip, Gate gate) throws Exception {
        Utterance question = press(chat, clip, "Extend", Map.of(), message -> message.words().contains("begins with the last picture"));
        assertThat(question.offers("Generate")).as("nothing to generate before there are words").isFalse();
        Utterance card = chat.ask("the fog lifts", message -> message.offers("Generate"));
        chat.press(card, "Generate");
        chat.awaitClip(card.id());

        assertThat(gate.created()).hasSize(2);
        assertThat(gate.created().getLast())
                .contains("the fog lifts", "first_frame", "data:image/png;base64,")
                .contains("\"return_last_frame\":true");
        awaitLastFrame(gate, 2);
    }

    private static void info(Chat chat, Utterance clip) throws Exception {
        Utterance info = press(chat, clip, "Info", Map.of(), message -> message.words().contains("@image1 first frame"));

        assertThat(info.words()).contains("a lantern in the fog", "Receipt");
        assertThat(info.files()).isEmpty();
    }

    private static void delete(Chat chat, Utterance clip) throws Exception {
        Utterance.Enclosed file = clip.files().getFirst();
        assertThat(chat.statusOf(file)).isEqualTo(200);
        Utterance question = press(chat, clip, "Delete", Map.of(), message -> message.offers("Delete for good"));
        assertThat(chat.statusOf(file)).as("one press destroys nothing").isEqualTo(200);

        chat.press(question, "Delete for good");

        chat.await("what was done", message -> message.id().equals(question.id()) && message.words().startsWith("Deleted"));
        assertThat(chat.statusOf(file)).isIn(404, 410);
        assertThat(chat.messages()).extracting(Utterance::id).doesNotContain(clip.id());
        String job = clip.button("Again").substring("v1:again:".length());
        assertThat(chat.ask("/show " + job).words()).contains("This clip was deleted.", "a lantern in the fog");
        assertThat(chat.ask("/extend " + job).words()).contains("This clip was deleted.");
    }

    private static Utterance press(
            Chat chat, Utterance clip, String label, Map<String, List<String>> values, Predicate<Utterance> fits) throws Exception {
        String newest = chat.messages().getLast().id();
        chat.act(clip.id(), clip.button(label), values);
        return chat.await("the answer to " + label, message -> message.isAfter(newest) && fits.test(message));
    }

    private static void awaitLastFrame(Gate gate, int count) {
        Awaitility.await("last frames are fetched").atMost(Chat.PATIENCE).until(() -> gate.passages().stream()
                .filter(passage -> passage.method().equals("GET") && passage.path().contains("png"))
                .count() >= count);
    }
}
