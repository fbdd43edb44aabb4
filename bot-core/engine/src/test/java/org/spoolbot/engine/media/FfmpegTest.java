package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.engine.Logs;

/** ffmpeg is given as little as it needs, nobody waits for it for ever, and the operator knows when it is missing. */
class FfmpegTest {
    @TempDir
    Path home;

    @Test
    void aSoundIsReadByTheReaderAndTheDecodersOfItsTypeAlone() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path seen = home.resolve("seen");

        Gallery.in(home, script("echo \"$@\" > " + seen)).take("voice.ogg", Fixtures.file("opus.ogg"));

        assertThat(Files.readString(seen))
                .contains("-protocol_whitelist file -codec_whitelist opus,libopus,vorbis,libvorbis -f ogg -i file:" + home)
                .contains("-map 0:a:0 -map_metadata -1")
                .contains("-t 121000ms");
    }

    @Test
    void theOperatorReadsAtTheStartThatFfmpegIsMissingAndOtherwiseNothing() {
        try (Logs logs = new Logs(MediaKeeper.class)) {
            Gallery.in(home, new Ffmpeg(Optional.of(home.resolve("ffmpeg")))).keeper.start();
            assertThat(logs.warnings()).isEmpty();

            Gallery.in(home, Ffmpeg.on("")).keeper.start();
            assertThat(logs.warnings()).singleElement().asString().contains("ffmpeg is not on the PATH", "voice messages");
        }
    }

    @Test
    void whoeverCannotHaveFfmpegInTimeIsNotKeptWaiting() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path voice = Files.write(home.resolve("voice.ogg"), Fixtures.file("opus.ogg"));
        Path begun = home.resolve("begun");
        Ffmpeg busy = script("echo > " + begun + "; exec /bin/sleep 600");
        Ffmpeg.Input input = new Ffmpeg.Input(voice, MediaType.OGG);
        Thread other = Thread.ofVirtual().start(() -> busy.run(
                input, List.of(), home.resolve("one.wav"), new Ffmpeg.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1))));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(begun));

            Ffmpeg.Patience shortPatience = new Ffmpeg.Patience(Duration.ofMillis(20), Duration.ofMinutes(1));
            assertThat(busy.run(input, List.of(), home.resolve("two.wav"), shortPatience)).isEqualTo(Ffmpeg.Outcome.NOT_RUN);
        } finally {
            other.interrupt();
            other.join();
        }
    }

    @Test
    void anFfmpegThatFailsRefusesTheVoiceAndOneThatCannotBeRunDoesNot() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        byte[] voice = Fixtures.file("opus.ogg");

        assertThat(Gallery.in(home, script("exit 3")).refused("voice.ogg", voice)).contains("damaged");
        assertThat(Gallery.in(home, script("exit 0")).refused("voice.ogg", voice)).contains("damaged");
        assertThat(Gallery.in(home, new Ffmpeg(Optional.of(home.resolve("gone")))).take("voice.ogg", voice))
                .isInstanceOf(MediaLibrary.Intake.Stored.class);
    }

    private Ffmpeg script(String body) throws IOException {
        Path program = Files.createDirectories(home.resolve("bin")).resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Ffmpeg.on(program.getParent().toString());
    }
}
