package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger gets who has just unpacked it: no key, no token, nothing configured. */
class FirstClipIT {
    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(new Home(folder.resolve("home")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aStrangerGetsAPlayableClipForASentence() throws Exception {
        try (Chat chat = Chat.join(server, "ada")) {
            String asked = chat.say("/video a red kite over dunes --now --resolution 480p");

            Utterance delivered = chat.awaitClip(asked);

            Clip clip = clipOf(chat, delivered);
            assertThat(clip.boxes()).contains("ftyp", "moov", "mdat");
            assertThat(clip.boxes().indexOf("moov")).as("players can start before all is loaded").isLessThan(clip.boxes().indexOf("mdat"));
            assertThat(delivered.json().path("replyTo").asText()).isEqualTo(asked);
            clip.probe().ifPresent(FirstClipIT::assertPlayable);
        }
    }

    private static void assertPlayable(JsonNode probe) {
        JsonNode picture = Clip.stream(probe, "video");
        assertThat(picture.path("codec_name").asText()).isEqualTo("h264");
        assertThat(picture.path("width").asInt()).as("what Seedance makes of 480p at 16:9").isEqualTo(864);
        assertThat(picture.path("height").asInt()).isEqualTo(496);
        assertThat(Clip.stream(probe, "audio").path("codec_name").asText()).isEqualTo("aac");
        assertThat(probe.path("format").path("duration").asDouble()).isBetween(4.5, 5.5);
    }

    @Test
    void whoWantsNoSoundGetsNone() throws Exception {
        try (Chat chat = Chat.join(server, "silent")) {
            String asked = chat.say("/video a paper boat --audio off --duration 4 --resolution 480p --now");

            Clip clip = clipOf(chat, chat.awaitClip(asked));

            clip.probe().ifPresent(probe -> assertThat(probe.findValuesAsText("codec_type")).containsExactly("video"));
        }
    }

    @Test
    void aPageThatWasAsleepIsToldEverythingOnce() throws Exception {
        try (Chat chat = Chat.join(server, "sleeper")) {
            chat.ask("/help");
            int before = chat.arrivals().size();

            chat.reconnectAfter(() -> {
                chat.say("/models");
                chat.say("/quota");
            });

            chat.await("what was said while it slept", message -> message.words().contains("seedance"));
            assertThat(chat.arrivals()).hasSizeGreaterThan(before).doesNotHaveDuplicates();
        }
    }

    @Test
    void membersNeverSeeEachOthersClips() throws Exception {
        try (Chat one = Chat.join(server, "one");
                Chat other = Chat.join(server, "other")) {
            Utterance clip = one.awaitClip(one.say("/video a lighthouse --duration 4 --resolution 480p --now"));

            assertThat(other.messages()).isEmpty();
            assertThat(other.statusOf(clip.files().getFirst())).isEqualTo(404);
        }
    }

    private static Clip clipOf(Chat chat, Utterance message) throws Exception {
        Utterance.Enclosed file = message.files().getFirst();
        Path loaded = chat.load(file, folder.resolve(chat.user() + ".mp4"));
        assertThat(loaded).hasSize(file.size());
        return new Clip(loaded);
    }
}
