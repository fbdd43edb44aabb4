package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;

/** A member reads exactly what a model does not like, and nothing about what the server mends by itself. */
class ReferenceCheckTest {
    static final MediaRules PICTURES = new MediaRules(
            3,
            10_000_000,
            Set.of(MediaType.JPEG, MediaType.PNG),
            new MediaRules.PixelRules(300, 6000, 0.4, 2.5, 1, Long.MAX_VALUE),
            MediaRules.LengthRules.any());
    static final MediaRules CLIPS = new MediaRules(
            3,
            50_000_000,
            Set.of(MediaType.MP4, MediaType.MOV),
            new MediaRules.PixelRules(1, Integer.MAX_VALUE, 0, Double.MAX_VALUE, 409_600, 927_408),
            new MediaRules.LengthRules(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(15)));

    @TempDir
    Path home;

    private Gallery gallery;

    @BeforeEach
    void open() {
        gallery = Gallery.in(home);
    }

    @Test
    void aSmallPictureIsNamedWithItsWidthAndWhatIsNeeded() {
        assertThat(says(picture(1, MediaType.PNG, 800, 600), picture(2, MediaType.PNG, 240, 320)))
                .containsExactly("image 2 is 240 px wide; this model needs 300 to 6000");
        assertThat(says(picture(1, MediaType.PNG, 320, 240)))
                .containsExactly("image 1 is 240 px high; this model needs 300 to 6000");
    }

    @Test
    void aLongClipIsNamedWithItsLength() {
        assertThat(says(clip(1, MediaType.MP4, 1280, 720, 20_000)))
                .containsExactly("video 1 lasts 20 s; this model takes 2 to 15 s");
        assertThat(says(clip(1, MediaType.MP4, 1280, 720, 1500)))
                .containsExactly("video 1 lasts 1.5 s; this model takes 2 to 15 s");
    }

    @Test
    void aClipThatACoderMadeAFrameTooLongIsTaken() {
        assertThat(says(clip(1, MediaType.MP4, 1280, 720, 15_042))).isEmpty();
        assertThat(says(clip(1, MediaType.MP4, 1280, 720, 1_980))).isEmpty();
    }

    @Test
    void lengthsAreAddedUp() {
        assertThat(says(clip(1, MediaType.MP4, 1280, 720, 8000), clip(2, MediaType.MP4, 1280, 720, 9500)))
                .containsExactly("the videos last 17.5 s together; this model takes 15 s in all");
    }

    @Test
    void shapeAreaTypeAndSizeAreNamed() {
        assertThat(says(picture(1, MediaType.JPEG, 3000, 1000)))
                .containsExactly("image 1 is 3000 × 1000 px, its width 3 times its height; this model needs 0.4 to 2.5");
        assertThat(says(clip(1, MediaType.MP4, 1920, 1080, 5000)))
                .containsExactly("video 1 is 1920 × 1080 px, 2073600 pixels in all; this model needs 409600 to 927408");
        assertThat(says(clip(1, MediaType.WEBM, 1280, 720, 5000))).containsExactly("video 1 is WEBM; this model takes MP4, MOV");
        assertThat(says(new Reference(1, Role.REFERENCE, info(MediaType.MP4, 60_000_000, Optional.empty(), 5000))))
                .containsExactly("video 1 has 60 MB; this model takes at most 50 MB");
    }

    @Test
    void tooManyOrNotTakenAtAllIsSaidOnce() {
        List<Reference> four = java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(index -> picture(index, MediaType.PNG, 800, 600))
                .toList();

        assertThat(gallery.cabinet.check(four, model()).stream().map(gallery::say))
                .containsExactly("there are 4 images; this model takes 3");
        assertThat(says(sound(1, 100), sound(2, 100))).containsExactly("this model takes no audio");
    }

    @Test
    void whatTheServerMendsByItselfIsNotSpokenOf() {
        assertThat(says(
                        picture(1, MediaType.PNG, 8000, 6000),
                        picture(2, MediaType.GIF, 800, 600),
                        new Reference(3, Role.REFERENCE, info(MediaType.JPEG, 30_000_000, Optional.of(new PixelSize(4000, 3000)), 0))))
                .isEmpty();
    }

    @Test
    void whatTheServerCannotMendIsSpokenOf() {
        assertThat(says(picture(1, MediaType.HEIC, 800, 600))).containsExactly("image 1 is HEIC; this model takes JPEG, PNG");
        assertThat(says(picture(1, MediaType.WEBP, 8000, 6000))).contains(
                "image 1 is 8000 px wide; this model needs 300 to 6000");
    }

    private List<String> says(Reference... references) {
        return gallery.cabinet.check(List.of(references), model()).stream().map(gallery::say).toList();
    }

    static Capabilities model() {
        return new Capabilities(
                Set.of(),
                Map.of(MediaKind.IMAGE, PICTURES, MediaKind.VIDEO, CLIPS),
                List.of(5),
                List.of(org.spoolbot.api.video.Ratio.values()),
                List.of(org.spoolbot.api.video.Resolution.values()),
                1000,
                Set.of());
    }

    private static Reference picture(int index, MediaType type, int width, int height) {
        return new Reference(index, Role.REFERENCE, info(type, 1000, Optional.of(new PixelSize(width, height)), 0));
    }

    private static Reference clip(int index, MediaType type, int width, int height, long millis) {
        return new Reference(index, Role.REFERENCE, info(type, 1000, Optional.of(new PixelSize(width, height)), millis));
    }

    private static Reference sound(int index, long millis) {
        return new Reference(index, Role.REFERENCE, info(MediaType.MP3, 1000, Optional.empty(), millis));
    }

    private static MediaInfo info(MediaType type, long bytes, Optional<PixelSize> size, long millis) {
        Optional<Duration> duration = millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        return new MediaInfo("a".repeat(64), type, bytes, size, duration);
    }
}
