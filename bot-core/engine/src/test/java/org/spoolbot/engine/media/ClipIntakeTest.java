package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Clips and sounds are measured right, or a good one would be refused; and they tell no place. */
class ClipIntakeTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "clip.mp4, MP4, 64, 48, 3000",
        "long.mp4, MP4, 32, 32, 20000",
        "turned.mov, MOV, 48, 64, 3000",
        "clip.webm, WEBM, 64, 48, 2000",
    })
    void aClipHasItsSizeAndLength(String name, MediaType type, int width, int height, long millis) throws IOException {
        MediaFile file = Gallery.in(home).stored("x", Fixtures.file(name));

        assertThat(file.info().type()).isEqualTo(type);
        assertThat(file.info().size()).contains(new PixelSize(width, height));
        assertThat(file.info().duration().orElseThrow().toMillis()).isCloseTo(millis, within(60L));
    }

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, MP3, 3000",
        "tone.m4a, M4A, 3000",
        "soundonly.mp4, M4A, 3000",
        "vorbis.ogg, OGG, 3000",
        "opus.ogg, OGG, 3000",
        "tone.flac, FLAC, 1000",
    })
    void aSoundHasItsLength(String name, MediaType type, long millis) throws IOException {
        MediaFile file = Gallery.in(home).stored("x", Fixtures.file(name));

        assertThat(file.info().type()).isEqualTo(type);
        assertThat(file.info().size()).isEmpty();
        assertThat(file.info().duration().orElseThrow().toMillis()).isCloseTo(millis, within(120L));
    }

    @Test
    void aWavHasItsLengthAndNoComments() throws IOException {
        MediaFile file = Gallery.in(home).stored("x", Fixtures.wav(7));

        assertThat(file.info().duration()).hasValueSatisfying(length -> assertThat(length.toMillis()).isEqualTo(7000));
        assertThat(textOf(file)).doesNotContain(Fixtures.PLACE);
    }

    @Test
    void aClipInFragmentsIsTakenThoughItsLengthIsNotTold() throws IOException {
        MediaFile file = Gallery.in(home).stored("x", Fixtures.file("fragmented.mp4"));

        assertThat(file.info().size()).contains(new PixelSize(64, 48));
        assertThat(file.info().duration()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned.mov", "apple.mp4", "clip.webm", "tone.mp3", "tone.m4a", "vorbis.ogg", "opus.ogg", "tone.flac"})
    void whereItWasRecordedIsGone(String name) throws IOException {
        byte[] recorded = Fixtures.file(name);
        assertThat(Fixtures.text(recorded)).contains(Fixtures.PLACE);

        MediaFile file = Gallery.in(home).stored(name, recorded);

        assertThat(textOf(file)).doesNotContain(Fixtures.PLACE);
        assertThat(file.info().bytes()).isEqualTo(recorded.length);
    }

    @Test
    void aTrackOfPlacesIsGoneAndThePictureTrackUntouched() throws IOException {
        byte[] recorded = Fixtures.exchanged(Fixtures.file("tracked.mp4"), "sbtl", "meta", 1);
        assertThat(Fixtures.text(recorded)).contains(Fixtures.PLACE);

        MediaFile file = Gallery.in(home).stored("ride.mp4", recorded);

        assertThat(textOf(file)).doesNotContain(Fixtures.PLACE);
        assertThat(file.info().size()).contains(new PixelSize(64, 48));
        int pictures = Fixtures.text(recorded).indexOf("mdat") + 4;
        assertThat(Arrays.copyOfRange(Files.readAllBytes(file.path()), pictures, pictures + 200))
                .isEqualTo(Arrays.copyOfRange(recorded, pictures, pictures + 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "turned.mov", "apple.mp4", "tracked.mp4", "clip.webm", "tone.mp3", "tone.m4a", "vorbis.ogg", "opus.ogg", "tone.flac", "wav", "jpeg", "webp"
    })
    void whatWasCleanedStillPlaysWithoutAComplaint(String name) throws IOException, InterruptedException {
        assumeTrue(Ffmpeg.on(System.getenv("PATH")).isInstalled(), "needs ffmpeg");
        byte[] content = switch (name) {
            case "wav" -> Fixtures.wav(1);
            case "jpeg" -> Pixels.cameraJpeg(64, 48, 6);
            case "webp" -> Fixtures.webpWithExif(Fixtures.file("pic.webp"), 64, 48, 1);
            case "tracked.mp4" -> Fixtures.exchanged(Fixtures.file(name), "sbtl", "meta", 1);
            default -> Fixtures.file(name);
        };
        MediaFile file = Gallery.in(home).stored(name, content);

        Process player = new ProcessBuilder("ffmpeg", "-nostdin", "-v", "error", "-i", file.path().toString(), "-f", "null", "-")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(player.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(player.waitFor()).isZero();
    }

    @Test
    void aPageOfAnOggIsSealedAsOtherProgramsExpect() throws IOException {
        byte[] sound = Fixtures.file("vorbis.ogg");
        int second = Fixtures.text(sound).indexOf("OggS", 4);
        int third = Fixtures.text(sound).indexOf("OggS", second + 4);
        byte[] page = Arrays.copyOfRange(sound, second, third);
        byte[] again = page.clone();

        OggPage.seal(again);

        assertThat(again).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pic.webp", "lossless.webp", "pic.avif"})
    void aPictureOfANewerKindHasItsSize(String name) throws IOException {
        MediaFile file = Gallery.in(home).stored("x", Fixtures.file(name));

        assertThat(file.info().size()).contains(new PixelSize(64, 48));
        assertThat(file.info().type().extension()).isEqualTo(name.substring(name.indexOf('.') + 1));
    }

    @Test
    void aTelephonesWebpNamesNoPlaceAndStillSaysHowItIsTurned() throws IOException {
        byte[] photo = Fixtures.webpWithExif(Fixtures.file("pic.webp"), 64, 48, 6);

        MediaFile file = Gallery.in(home).stored("photo.webp", photo);

        assertThat(textOf(file)).doesNotContain(Fixtures.PLACE).doesNotContain(Pixels.PLACE);
        assertThat(file.info().size()).contains(new PixelSize(48, 64));
    }

    @Test
    void aTelephonesHeicNamesNoPlaceAndKeepsItsPicture() throws IOException {
        byte[] photo = Fixtures.heic(640, 480);
        assertThat(Fixtures.text(photo)).contains(Pixels.PLACE);

        MediaFile file = Gallery.in(home).stored("IMG_1.HEIC", photo);

        assertThat(file.info().type()).isEqualTo(MediaType.HEIC);
        assertThat(textOf(file)).doesNotContain(Pixels.PLACE).contains("PICTURE!");
        assertThat(file.info().size()).contains(new PixelSize(480, 640));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "turned.mov", "clip.webm", "tone.m4a", "pic.webp", "pic.avif"})
    void whatWasCutOffOnTheWayIsRefused(String name) throws IOException {
        byte[] whole = Fixtures.file(name);

        assertThat(Gallery.in(home).refused(name, Arrays.copyOf(whole, whole.length * 2 / 3)))
                .isEqualTo("“" + name + "” is cut off: its end is missing. Send it again.");
    }

    @Test
    void aPaidClipIsKeptAsItCame() throws IOException {
        Gallery gallery = Gallery.in(home);
        byte[] made = Fixtures.file("apple.mp4");

        MediaFile clip = gallery.clip(made);

        assertThat(Files.readAllBytes(clip.path())).isEqualTo(made);
        assertThat(gallery.cabinet.find(clip.info().sha256())).contains(clip);
        assertThat(gallery.files()).containsExactly(clip.path());
    }

    @Test
    void halfAClipOrAPageOfErrorsIsNoClip() throws IOException {
        Gallery gallery = Gallery.in(home);
        byte[] made = Fixtures.file("long.mp4");

        assertThatThrownBy(() -> gallery.clip(Arrays.copyOf(made, made.length / 2))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> gallery.clip(Pixels.png(9, 9))).isInstanceOf(IOException.class).hasMessageContaining("PNG");
        assertThatThrownBy(() -> gallery.clip(Fixtures.bytes("{\"error\":1}"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> gallery.clip(Fixtures.file("tone.mp3"))).isInstanceOf(IOException.class);
    }

    private static String textOf(MediaFile file) throws IOException {
        return Files.readString(file.path(), StandardCharsets.ISO_8859_1);
    }
}
