package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Whoever sends a picture keeps where they live to themselves and gets the picture the right way up. */
class PictureIntakeTest {
    @TempDir
    Path home;

    @Test
    void aPhotographNamesNoPlaceAnyMore() throws IOException {
        MediaFile file = Gallery.in(home).stored("holiday.jpg", Pixels.cameraJpeg(64, 32, 1));

        assertThat(textOf(file)).doesNotContain(Pixels.PLACE).doesNotContain("Exif").doesNotContain("xap");
        assertThat(Pixels.isRed(Pixels.decoded(file.path()), 8, 16)).isTrue();
    }

    @Test
    void anUprightPhotographKeepsEveryCodedPixel() throws IOException {
        byte[] plain = Pixels.jpeg(64, 32);

        assertThat(Files.readAllBytes(Gallery.in(home).stored("a.jpg", Pixels.cameraJpeg(64, 32, 1)).path())).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotographTakenAnyWayStandsUpright(int orientation) throws IOException {
        MediaFile file = Gallery.in(home).stored("photo.jpg", Pixels.cameraJpeg(64, 32, orientation));
        BufferedImage picture = Pixels.decoded(file.path());

        boolean upright = orientation < 5;
        assertThat(file.info().size()).contains(upright ? new PixelSize(64, 32) : new PixelSize(32, 64));
        // Where the stored picture's left half, which is red, belongs.
        int[] red = switch (orientation) {
            case 1, 4 -> new int[] {8, 16};
            case 2, 3 -> new int[] {56, 16};
            case 5, 6 -> new int[] {16, 8};
            default -> new int[] {16, 56};
        };
        assertThat(Pixels.isRed(picture, red[0], red[1])).isTrue();
        assertThat(Pixels.isBlue(picture, picture.getWidth() - 1 - red[0], picture.getHeight() - 1 - red[1])).isTrue();
        assertThat(textOf(file)).doesNotContain(Pixels.PLACE);
    }

    @Test
    void aPngNamesNoPlaceAnyMoreAndStandsUpright() throws IOException {
        byte[] text = ("Location\0" + Pixels.PLACE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] png = Pixels.withPngChunk(Pixels.withPngChunk(Pixels.png(64, 32), "tEXt", text), "eXIf", Pixels.exif(6));

        MediaFile file = Gallery.in(home).stored("drawing.png", png);

        assertThat(textOf(file)).doesNotContain(Pixels.PLACE);
        assertThat(file.info().size()).contains(new PixelSize(32, 64));
        assertThat(Pixels.isRed(Pixels.decoded(file.path()), 16, 8)).isTrue();
    }

    @Test
    void aPngWithoutAnyOfThatIsStoredBitByBit() throws IOException {
        byte[] png = Pixels.png(40, 30);

        assertThat(Files.readAllBytes(Gallery.in(home).stored("drawing.png", png).path())).isEqualTo(png);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void theTypeIsThatOfTheContentWhateverTheNameSays(String format) throws IOException {
        MediaFile file = Gallery.in(home).stored("misleading.mp4", Pixels.encoded(format, 48, 20));

        assertThat(file.info().type().name()).isEqualToIgnoringCase(format);
        assertThat(file.info().size()).contains(new PixelSize(48, 20));
        assertThat(file.path().getFileName()).hasToString(file.info().sha256() + "." + file.info().type().extension());
        assertThat(Shelf.hash(file.path())).isEqualTo(file.info().sha256());
        assertThat(file.info().bytes()).isEqualTo(Files.size(file.path()));
    }

    @Test
    void aTiffIsKeptAsAPngWithoutItsTags() throws IOException {
        MediaFile file = Gallery.in(home).stored("scan.tiff", Pixels.encoded("tiff", 48, 20));

        assertThat(file.info().type()).isEqualTo(MediaType.PNG);
        assertThat(file.info().size()).contains(new PixelSize(48, 20));
        assertThat(Pixels.isRed(Pixels.decoded(file.path()), 8, 10)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void aPictureThatWasCutOffOnTheWayIsRefusedAndNothingStays(String format) throws IOException {
        byte[] whole = Pixels.encoded(format, 200, 200);
        Gallery gallery = Gallery.in(home);

        String sentence = gallery.refused("half." + format, Arrays.copyOf(whole, whole.length * 2 / 3));

        assertThat(sentence).isEqualTo("“half." + format + "” is cut off: its end is missing. Send it again.");
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void aBombIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] bomb = Pixels.png(10, 10);
        bomb[16] = 0;
        bomb[17] = 1;
        bomb[20] = 0;
        bomb[21] = 1;

        assertThat(Gallery.in(home).refused("small.png", bomb))
                .isEqualTo("“small.png” has 65546 × 65546 pixels; I take at most 100 million.");
    }

    @Test
    void textThatIsNamedAPictureIsCalledText() throws IOException {
        Gallery gallery = Gallery.in(home);

        assertThat(gallery.refused("cat.png", "This is a cat.\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("“cat.png” is text, not a picture, clip or sound.");
        assertThat(gallery.refused("page.jpg", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8))).contains("is text");
        assertThat(gallery.refused("tool.jpg", "MZ\0\0\u0001\u0002".getBytes(StandardCharsets.UTF_8)))
                .startsWith("“tool.jpg” is no file that I can read. I take JPEG, PNG,");
        assertThat(gallery.refused("nothing.png", new byte[0])).isEqualTo("“nothing.png” is empty.");
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void theSamePictureTwiceIsStoredOnce() throws IOException {
        Gallery gallery = Gallery.in(home);

        MediaFile first = gallery.stored("a.png", Pixels.png(40, 30));
        MediaFile second = gallery.stored("b.png", Pixels.png(40, 30));

        assertThat(second.info()).isEqualTo(first.info());
        assertThat(gallery.files()).containsExactly(first.path());
    }

    @Test
    void aRestartedServerStillKnowsItsFiles() throws IOException {
        MediaFile before = Gallery.in(home).stored("a.jpg", Pixels.cameraJpeg(64, 32, 6));

        assertThat(Gallery.in(home).cabinet.find(before.info().sha256())).isEqualTo(Optional.of(before));
        assertThat(Gallery.in(home).library.find("../../secret")).isEmpty();
    }

    private static String textOf(MediaFile file) throws IOException {
        return Files.readString(file.path(), StandardCharsets.ISO_8859_1);
    }
}
