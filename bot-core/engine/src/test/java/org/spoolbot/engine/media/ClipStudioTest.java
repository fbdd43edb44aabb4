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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.testkit.SettableClock;

/** With ffmpeg a clip gets a still picture and fits into small chats; without it everything else works. */
class ClipStudioTest {
    @TempDir
    Path home;

    @Test
    void aClipGetsAStillPicture() throws IOException {
        assumeInstalled();
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));

        MediaFile poster = gallery.cabinet.poster(clip.info()).orElseThrow();

        assertThat(poster.info().type()).isEqualTo(MediaType.JPEG);
        assertThat(poster.info().size()).contains(new PixelSize(64, 48));
        assertThat(gallery.cabinet.poster(clip.info())).contains(poster);
    }

    @Test
    void aClipIsMadeToFitAndKeepsItsLength() throws IOException {
        assumeInstalled();
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("long.mp4"));

        Optional<MediaFile> smaller = gallery.cabinet.shrink(clip, 400_000);

        assertThat(smaller).hasValueSatisfying(file -> {
            assertThat(file.info().bytes()).isLessThanOrEqualTo(400_000);
            assertThat(file.info().duration()).contains(Duration.ofSeconds(20));
        });
    }

    @Test
    void aClipIsNotGroundToMush() throws IOException {
        Gallery gallery = Gallery.in(home);

        assertThat(gallery.cabinet.shrink(gallery.clip(Fixtures.file("long.mp4")), 20_000)).isEmpty();
        assertThat(ShrinkPlan.of(Duration.ofSeconds(20), 20_000)).isEmpty();
        assertThat(ShrinkPlan.of(Duration.ofSeconds(10), 8_000_000)).allSatisfy(plan ->
                assertThat((plan.videoBits() + plan.audioBits()) * 10 / 8).isLessThan(8_000_000));
    }

    @Test
    void theNextClipBeginsWithTheVeryLastPictureOfThisOne() throws Exception {
        assumeInstalled();
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Files.readAllBytes(blackThatEndsWhite()));

        MediaFile frame = gallery.cabinet.cutLastFrame(clip).orElseThrow();

        assertThat(frame.info().type()).isEqualTo(MediaType.PNG);
        assertThat(frame.info().size()).contains(new PixelSize(320, 240));
        int pixel = javax.imageio.ImageIO.read(frame.path().toFile()).getRGB(160, 120) & 0xFF;
        assertThat(pixel).as("white, which only the last picture is").isGreaterThan(200);
        assertThat(gallery.cabinet.cutLastFrame(clip)).contains(frame);
    }

    @Test
    void withoutFfmpegTheNextClipBeginsWithTheVeryLastPictureToo() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("ends-red.mp4"));

        MediaFile frame = studio(Ffmpeg.on("")).lastFrame(clip).orElseThrow();

        assertThat(frame.info().size()).contains(new PixelSize(100, 60));
        int pixel = javax.imageio.ImageIO.read(frame.path().toFile()).getRGB(50, 30);
        assertThat(pixel >> 16 & 0xFF).as("red").isGreaterThan(240);
        assertThat(pixel >> 8 & 0xFF).as("green").isLessThan(15);
        assertThat(pixel & 0xFF).as("blue").isLessThan(15);
    }

    @Test
    void aFilmThatCannotBeReadWithoutFfmpegIsLeftAlone() throws IOException {
        Gallery gallery = Gallery.in(home);
        byte[] film = Fixtures.file("ends-red.mp4");
        byte[] spoiled = film.clone();
        java.util.Arrays.fill(spoiled, 48, spoiled.length / 2, (byte) 0x5A);
        ClipStudio studio = studio(Ffmpeg.on(""));
        MediaFile known = gallery.clip(film);
        for (byte[] content : List.of(spoiled, java.util.Arrays.copyOf(film, film.length * 2 / 3), new byte[0])) {
            Path place = Files.write(home.resolve("spoiled.mp4"), content);

            assertThat(studio.lastFrame(new MediaFile(known.info(), place))).isEmpty();
        }
        assertThat(studio.lastFrame(gallery.clip(Fixtures.file("clip.webm")))).isEmpty();
    }

    @Test
    void aFilmThatIsLargerThanItSeemsIsNotDecoded() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("ends-red.mp4"));
        MediaInfo small = new MediaInfo(
                clip.info().sha256(), MediaType.MP4, clip.info().bytes(), Optional.of(new PixelSize(32, 32)), clip.info().duration());

        assertThat(studio(Ffmpeg.on("")).lastFrame(new MediaFile(small, clip.path()))).isEmpty();
    }

    /** Four seconds at ten pictures a second, and sound that goes on for four more. */
    private Path blackThatEndsWhite() throws Exception {
        Path made = home.resolve("made.mp4");
        String picture = "color=black:s=320x240:r=10:d=4,drawbox=t=fill:color=white:enable='gte(n,39)'";
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg", "-loglevel", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=d=8",
                        "-pix_fmt", "yuv420p", made.toString())
                .inheritIO()
                .start();
        assertThat(ffmpeg.waitFor()).isZero();
        return made;
    }

    @Test
    void withoutFfmpegThereIsNoPictureAndNoFault() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));
        ClipStudio studio = studio(Ffmpeg.on(home.resolve("empty").toString()));

        assertThat(studio.poster(clip)).isEmpty();
        assertThat(studio.shrink(clip, 400_000)).isEmpty();
    }

    @Test
    void aRunThatTakesTooLongIsEndedAndOneThatFailsLeavesNothing() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));
        Path output = gallery.cabinet.newWorkFile(".jpg");

        assertThat(script("exec /bin/sleep 600").run(clip, List.of(), output, Duration.ofMillis(50))).isFalse();
        assertThat(script("exit 3").run(clip, List.of(), output, Duration.ofSeconds(20))).isFalse();
        assertThat(studio(script("exit 3")).poster(clip)).isEmpty();
        assertThat(gallery.files()).containsExactly(clip.path());
    }

    @Test
    void ffmpegSeesNeitherOurSecretsNorTheNetwork() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));
        Path seen = home.resolve("seen");
        Path output = gallery.cabinet.newWorkFile(".jpg");
        Files.writeString(output, "made");

        boolean done = script("echo \"$@\" > " + seen + "; export -p >> " + seen)
                .run(clip, List.of("-an"), output, Duration.ofSeconds(20));

        assertThat(done).isTrue();
        assertThat(Files.readString(seen))
                .contains("-protocol_whitelist file -f mov -i file:" + clip.path())
                .doesNotContain("PATH=/")
                .doesNotContain("HOME=");
    }

    private ClipStudio studio(Ffmpeg ffmpeg) {
        Shelf shelf = new Shelf(home.resolve("data").resolve("media"), SettableClock.atTen());
        return new ClipStudio(ffmpeg, shelf, new Catalogue(shelf));
    }

    private Ffmpeg script(String body) throws IOException {
        Path folder = Files.createDirectories(home.resolve("bin"));
        Path program = folder.resolve("ffmpeg");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Ffmpeg.on(folder.toString());
    }

    private static void assumeInstalled() {
        assumeTrue(Ffmpeg.on(System.getenv("PATH")).isInstalled(), "needs ffmpeg");
    }
}
