package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.spoolbot.api.media.MediaLibrary;

/** A file made to do harm ends as a stored file or as a sentence about it, never as a fault of the server. */
class HostileFilesPropertyTest {
    private static final List<String> NAMES = List.of(
            "clip.mp4", "turned.mov", "apple.mp4", "tracked.mp4", "clip.webm", "tone.mp3", "tone.m4a", "vorbis.ogg", "opus.ogg",
            "tone.flac", "pic.webp", "pic.avif", "heic", "jpeg", "png", "gif", "bmp", "tiff", "wav", "exif.webp");
    private static Path home;
    private static Gallery gallery;

    @BeforeContainer
    static void open() throws IOException {
        home = Files.createTempDirectory("hostile");
        // What ffmpeg makes of such sounds is another test's: a process for each try takes too long.
        gallery = Gallery.open(
                home,
                new MediaModule(home.resolve("data"), Ffmpeg.on("")),
                new org.spoolbot.engine.config.ServerSettings.Media(
                        1_000_000,
                        10,
                        Long.MAX_VALUE / 2,
                        1_000_000,
                        0,
                        Gallery.GENEROUS.keepReferences(),
                        Gallery.GENEROUS.keepClips(),
                        1_000_000),
                org.spoolbot.testkit.SettableClock.atTen(),
                new org.spoolbot.testkit.MemoryStore());
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, java.io.IOException fault) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Property(tries = 300)
    void aBrokenFileIsStoredOrRefusedWithAReason(
            @ForAll @IntRange(max = 19) int which,
            @ForAll @IntRange(min = 1, max = 6) int changes,
            @ForAll long seed)
            throws IOException {
        byte[] content = broken(original(NAMES.get(which)), changes, new Random(seed));

        MediaLibrary.Intake intake = gallery.take("x", content);

        if (intake instanceof MediaLibrary.Intake.Refused refused) {
            assertThat(gallery.say(refused.reason()))
                    .startsWith("“x” ")
                    .doesNotContain("could not be stored")
                    .doesNotContain("{");
        }
        assertThat(gallery.data.resolve("media").resolve("work")).isEmptyDirectory();
    }

    private static byte[] original(String name) throws IOException {
        return switch (name) {
            case "heic" -> Fixtures.heic(64, 48);
            case "wav" -> Fixtures.wav(1);
            case "jpeg" -> Pixels.cameraJpeg(64, 48, 6);
            case "png" -> Pixels.withPngChunk(Pixels.png(64, 48), "eXIf", Pixels.exif(6));
            case "gif", "bmp", "tiff" -> Pixels.encoded(name, 64, 48);
            case "exif.webp" -> Fixtures.webpWithExif(Fixtures.file("pic.webp"), 64, 48, 6);
            default -> Fixtures.file(name);
        };
    }

    /** Mostly in the headers, where it hurts. */
    private static byte[] broken(byte[] whole, int changes, Random random) {
        byte[] content = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length) + 1) : whole.clone();
        for (int change = 0; change < changes; change++) {
            int reach = random.nextBoolean() ? Math.min(400, content.length) : content.length;
            int at = random.nextInt(reach);
            content[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt(256);
        }
        return content;
    }
}
