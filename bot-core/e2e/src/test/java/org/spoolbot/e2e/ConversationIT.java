package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talking a clip into being, and what is said when something does not fit. */
class ConversationIT {
    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(Home.open(folder.resolve("home")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoPicturesAndASentenceBecomeACardAndThenAClip() throws Exception {
        Path one = Samples.picture(folder, "one.png", 640, 480, 1);
        Path two = Samples.picture(folder, "two.png", 640, 480, 2);
        try (Chat chat = Chat.join(server, "talker")) {
            Utterance question = chat.ask("/video");
            assertThat(question.offers("Generate")).as("nothing to generate yet").isFalse();
            chat.say("", one, two);
            chat.say("@image1 melts into @image2");

            Utterance card = chat.await(
                    "a card with both pictures",
                    message -> message.offers("Generate") && message.json().path("card").path("thumbnails").size() == 2);
            chat.press(card, "Generate");

            chat.awaitClip(card.id());
        }
    }

    @Test
    void aCardIsSpentOnce() throws Exception {
        try (Chat chat = Chat.join(server, "twice")) {
            Utterance card = chat.ask("/video a fox in snow --duration 4 --resolution 480p", message -> message.offers("Generate"));
            chat.press(card, "Generate");
            chat.press(card, "Generate");

            chat.awaitClip(card.id());
            chat.ask("/queue");
            assertThat(chat.clips()).hasSize(1);
        }
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheNearestOne() throws Exception {
        try (Chat chat = Chat.join(server, "misspeller")) {
            assertThat(chat.ask("/vidoe a kite").words()).contains("/video");
        }
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearestOne() throws Exception {
        try (Chat chat = Chat.join(server, "mistyper")) {
            assertThat(chat.ask("/video a kite --duratoin 5").words()).contains("duratoin").contains("duration");
        }
    }

    @Test
    void withoutAPromptTheBotAsksForOne() throws Exception {
        try (Chat chat = Chat.join(server, "speechless")) {
            Utterance answer = chat.ask("/video");

            assertThat(answer.offers("Generate")).isFalse();
            assertThat(answer.words().toLowerCase(java.util.Locale.ROOT)).containsAnyOf("describe", "prompt", "what should");
        }
    }

    @Test
    void aTagWithoutItsFileIsNamedBeforeAnythingIsOrdered() throws Exception {
        try (Chat chat = Chat.join(server, "tagger")) {
            Utterance answer = chat.ask("/video @image2 dances --now");

            assertThat(answer.words()).contains("@image2");
            assertThat(answer.offers("Generate")).isFalse();
        }
    }

    @Test
    void aPictureThatIsTooSmallIsToldWithItsNumbers() throws Exception {
        Path small = Samples.picture(folder, "small.png", 240, 240, 3);
        try (Chat chat = Chat.join(server, "tiny")) {
            Utterance answer = chat.ask("/video @image1 grows", message -> message.words().contains("240"), small);

            assertThat(answer.words()).contains("240", "300", "6000").doesNotContain("Exception");
            assertThat(answer.offers("Generate")).isFalse();
        }
    }

    @Test
    void aClipThatIsTooLongIsToldTheLengthsThatCanBeHad() throws Exception {
        try (Chat chat = Chat.join(server, "patient")) {
            Utterance answer = chat.ask("/video a slow river --duration 20", message -> message.words().contains("15"));

            assertThat(answer.words()).contains("20", "4");
            assertThat(answer.offers("Generate")).isFalse();
        }
    }

    @Test
    void aTextThatCallsItselfAPictureIsRecognised() throws Exception {
        Path pretender = Files.writeString(folder.resolve("pretender.png"), "I am a picture, honestly.\n".repeat(50));
        try (Chat chat = Chat.join(server, "pretender")) {
            Utterance answer = chat.ask("/video @image1 speaks", pretender);

            assertThat(answer.words()).containsAnyOf("not a picture", "no picture", "neither", "type", "kind of file", "cannot be used");
            assertThat(answer.offers("Generate")).isFalse();
        }
    }

    @Test
    void thirteenFilesAreOneTooMany() throws Exception {
        Path[] files = new Path[13];
        for (int place : IntStream.range(0, 13).toArray()) {
            files[place] = Samples.picture(folder, "many" + place + ".png", 320, 320, place);
        }
        try (Chat chat = Chat.join(server, "collector")) {
            Utterance answer = chat.ask("/video a gallery", message -> message.words().contains("13"), files);

            assertThat(answer.words()).contains("12");
        }
    }

    @Test
    void aMemberLearnsWhatIsLeftAndWhichRuleDecides() throws Exception {
        try (Chat chat = Chat.join(server, "counter")) {
            assertThat(chat.ask("/quota").words()).contains("made at once: 2 of 2 left", "waiting at once: 10 of 10 left", "rule for everybody");
        }
    }
}
