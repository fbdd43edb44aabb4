package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;

/** A good picture is not turned away because it is too large, and nobody is told that a poor one was made better. */
class FitterTest {
    @TempDir
    Path home;

    @Test
    void aPictureThatIsTooLargeIsMadeSmallerInItsShape() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile large = gallery.stored("large.jpg", Pixels.jpeg(900, 600));

        MediaFile fitted = gallery.cabinet.fit(reference(large), model(10, 300, 1_000_000, MediaType.JPEG));

        assertThat(fitted.info().size()).contains(new PixelSize(300, 200));
        assertThat(notes(gallery, large, model(10, 300, 1_000_000, MediaType.JPEG)))
                .containsExactly("image 1 is made smaller for this model: 900 × 600 to 300 × 200 px");
        BufferedImage picture = Pixels.decoded(fitted.path());
        assertThat(Pixels.isRed(picture, 50, 100)).isTrue();
        assertThat(Pixels.isBlue(picture, 250, 100)).isTrue();
        assertThat(gallery.cabinet.find(large.info().sha256())).contains(large);
    }

    @Test
    void aTypeThatIsNotTakenIsTurnedIntoOneThatIs() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile moving = gallery.stored("moving.gif", Pixels.encoded("gif", 90, 60));

        MediaFile fitted = gallery.cabinet.fit(reference(moving), model(10, 300, 1_000_000, MediaType.JPEG));

        assertThat(fitted.info().type()).isEqualTo(MediaType.JPEG);
        assertThat(fitted.info().size()).contains(new PixelSize(90, 60));
        assertThat(notes(gallery, moving, model(10, 300, 1_000_000, MediaType.JPEG)))
                .containsExactly("image 1 is turned from GIF into JPEG for this model");
    }

    @Test
    void aPictureWithTooManyBytesIsSavedInFewer() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile heavy = gallery.stored("noise.png", noise(400, 300));

        MediaFile fitted =
                gallery.cabinet.fit(reference(heavy), model(10, 5000, 60_000, MediaType.JPEG, MediaType.PNG));

        assertThat(heavy.info().bytes()).isGreaterThan(60_000);
        assertThat(Files.size(fitted.path())).isLessThanOrEqualTo(60_000);
        assertThat(notes(gallery, heavy, model(10, 5000, 60_000, MediaType.JPEG, MediaType.PNG)))
                .singleElement()
                .asString()
                .contains("image 1 is saved in fewer bytes");
    }

    @Test
    void aPictureThatFitsGoesAsItIsWithoutAWord() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile good = gallery.stored("good.png", Pixels.png(90, 60));

        MediaFile fitted = gallery.cabinet.fit(reference(good), model(10, 300, 1_000_000, MediaType.PNG));

        assertThat(fitted).isEqualTo(good);
        assertThat(notes(gallery, good, model(10, 300, 1_000_000, MediaType.PNG))).isEmpty();
    }

    @Test
    void transparentPartsBecomeWhiteNotBlack() throws IOException {
        Gallery gallery = Gallery.in(home);
        ByteArrayOutputStream glass = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB), "png", glass);
        MediaFile clear = gallery.stored("glass.png", glass.toByteArray());

        MediaFile file = gallery.cabinet.fit(reference(clear), model(10, 300, 1_000_000, MediaType.JPEG));

        assertThat(Pixels.decoded(file.path()).getRGB(30, 30) & 0xFFFFFF).isGreaterThan(0xF0F0F0);
    }

    @Test
    void aFileThatWasRemovedOrCannotBeMadeToFitIsAFault() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile webp = gallery.stored("a.webp", Fixtures.file("pic.webp"));

        assertThatThrownBy(() -> gallery.cabinet.fit(reference(webp), model(10, 300, 1_000_000, MediaType.JPEG)))
                .isInstanceOf(IOException.class);
        Files.delete(webp.path());
        assertThatThrownBy(() -> gallery.cabinet.fit(reference(webp), model(10, 300, 1_000_000, MediaType.WEBP)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no longer stored");
    }

    private static byte[] noise(int width, int height) throws IOException {
        Random random = new Random(4);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(image, "png", content);
        return content.toByteArray();
    }

    private static List<String> notes(Gallery gallery, MediaFile file, Capabilities model) {
        return gallery.cabinet.adjustments(List.of(reference(file)), model).stream().map(gallery::say).toList();
    }

    private static Reference reference(MediaFile file) {
        return new Reference(1, Role.REFERENCE, file.info());
    }

    private static Capabilities model(int minSide, int maxSide, long maxBytes, MediaType... types) {
        MediaRules rules = new MediaRules(
                9,
                maxBytes,
                Set.of(types),
                new MediaRules.PixelRules(minSide, maxSide, 0.1, 10, 1, Long.MAX_VALUE),
                MediaRules.LengthRules.any());
        Capabilities like = ReferenceCheckTest.model();
        return new Capabilities(
                Set.of(), Map.of(MediaKind.IMAGE, rules), List.of(5), like.ratios(), like.resolutions(), 1000, Set.of());
    }
}
