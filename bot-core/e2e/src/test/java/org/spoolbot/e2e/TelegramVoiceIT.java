package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Seat;

/** What somebody says into the telephone goes into the clip, or they read what to send instead. */
class TelegramVoiceIT {
    private final Telegram telegram = new Telegram();

    @TempDir
    Path folder;

    @AfterEach
    void nothingWasAskedThatTelegramDoesNotKnow() {
        telegram.close();
        assertThat(telegram.fake().violations().all()).isEmpty();
    }

    @Test
    void aVoiceMessageThatAnswersTheCardIsHeardByTheModelAsWav() throws Exception {
        assumeTrue(isInstalled(), "needs ffmpeg");
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Server server = telegram.start(new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH)))) {
            Seat ada = telegram.seat("Ada");
            Posted asked = ada.sends(Media.photo(Samples.photo(640, 480, 1)), "/video@spoolbot @image1 says @audio1 --duration 4 --resolution 480p");
            Posted card = Telegram.answer(asked, message -> message.text().contains("says"));

            Posted spoken = ada.replies(card, Media.voice(Samples.voice(), 3), "");
            Posted whole = Telegram.answer(spoken, message -> Telegram.offers(message, "Generate"));
            assertThat(whole.text()).contains("1 picture, 1 sound", "Audio 1 is turned from OGG into WAV");
            Telegram.tap(ada, whole, "Generate");
            Telegram.awaitClip(telegram.group(), 0);

            String order = gate.created().getFirst();
            assertThat(order).contains("data:image/jpeg;base64,").doesNotContain("audio/ogg");
            String sound = order.split("data:audio/(x-)?wav;base64,")[1].split("\"")[0];
            assertThat(new String(Base64.getDecoder().decode(sound), StandardCharsets.ISO_8859_1)).startsWith("RIFF").contains("WAVEfmt ");
            assertThat(server.output()).doesNotContain("ffmpeg");
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void whereSoundCannotBeConvertedTheSpeakerReadsWhatToSendInstead() throws Exception {
        Map<String, String> environment = new HashMap<>(telegram.environment());
        environment.put("PATH", withoutFfmpeg().toString());
        environment.put("SPOOLBOT_JAVA_HOME", System.getProperty("java.home"));
        try (Server server = telegram.start(new Home(folder.resolve("home")), environment)) {
            assertThat(server.output()).contains("ffmpeg is not on the PATH");
            Seat vera = telegram.person("Vera").privately();
            Telegram.answer(vera.sends(Media.photo(Samples.photo(640, 480, 3)), "/video a whispering owl"), message -> Telegram.offers(message, "Generate"));

            Posted spoken = vera.sends(Media.voice(Samples.voice(), 3), "");

            Posted answer = Telegram.answer(spoken, message -> message.text().contains("a whispering owl"));
            assertThat(answer.text()).contains("Audio 1 is OGG, which this server cannot convert; send it as WAV, MP3");
            assertThat(Telegram.offers(answer, "Generate")).as("an order that the model refuses").isFalse();
            assertThat(server.stop()).isZero();
        }
    }

    private static Stream<Path> searched() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).filter(place -> !place.isBlank()).map(Path::of);
    }

    private static boolean isInstalled() {
        return searched().anyMatch(place -> Files.isExecutable(place.resolve("ffmpeg")));
    }

    /** A folder with what the start script calls. */
    private Path withoutFfmpeg() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String name : new String[] {"sed", "readlink", "dirname"}) {
            Path program = searched().map(place -> place.resolve(name)).filter(Files::isExecutable).findFirst().orElseThrow();
            Path caller = Files.writeString(programs.resolve(name), "#!/bin/sh\nexec " + program + " \"$@\"\n");
            Files.setPosixFilePermissions(caller, PosixFilePermissions.fromString("rwx------"));
        }
        return programs;
    }
}
