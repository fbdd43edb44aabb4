package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;

class ThumbnailsTest {
    private static final int LEFT = 0xD02010;
    private static final int RIGHT = 0x1020D0;

    @TempDir
    Path folder;

    private MediaFile poster(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? LEFT : RIGHT);
            }
        }
        Path path = folder.resolve("poster." + format);
        ImageIO.write(image, format, path.toFile());
        return new MediaFile(new MediaInfo("0".repeat(64), MediaType.JPEG, Files.size(path), Optional.empty(), Optional.empty()), path);
    }

    @ParameterizedTest
    @CsvSource({"1280,720,jpg,320,180", "720,1280,png,180,320", "3841,2161,jpg,320,180", "200,100,jpg,200,100", "2000,3,png,320,1"})
    void aPosterOfAnySizeBecomesASmallPictureOfTheSameThing(int width, int height, String format, int smallWidth, int smallHeight)
            throws IOException {
        Path made = new Thumbnails(() -> folder.resolve("data")).of(poster(width, height, format)).orElseThrow();

        BufferedImage small = ImageIO.read(made.toFile());
        assertThat(small.getHeight()).isBetween(smallHeight - 1, smallHeight + 1);
        assertThat(small.getWidth()).isBetween(smallWidth - 1, smallWidth);
        assertThat(Files.size(made)).isLessThanOrEqualTo(200_000);
        assertThat(small.getRGB(small.getWidth() / 4, small.getHeight() / 2) & 0xFF).isLessThan(0x60);
        assertThat(small.getRGB(small.getWidth() * 3 / 4, small.getHeight() / 2) & 0xFF).isGreaterThan(0x90);
    }

    @Test
    void aPictureIsReadOnceHoweverOftenItsCardIsShown() throws IOException {
        Thumbnails thumbnails = new Thumbnails(() -> folder.resolve("data"));
        MediaFile picture = poster(1280, 720, "jpg");
        thumbnails.sheet(List.of(picture, picture)).orElseThrow();
        Files.delete(picture.path());

        BufferedImage again = ImageIO.read(thumbnails.sheet(List.of(picture, picture, picture)).orElseThrow().toFile());
        assertThat(again.getWidth()).isEqualTo(640);
        assertThat(again.getHeight()).isEqualTo(640);
        assertThat(again.getRGB(80, 160) & 0xFF).isLessThan(0x60);
        assertThat(again.getRGB(240, 160) & 0xFF).isGreaterThan(0x90);
    }

    @Test
    void whatACrashLeftIsSweptAway() throws IOException {
        Path data = folder.resolve("data");
        MediaFile poster = poster(640, 360, "jpg");
        new Thumbnails(() -> data).of(poster);

        Path made = new Thumbnails(() -> data).of(poster).orElseThrow();

        try (Stream<Path> files = Files.list(data.resolve("thumbnails"))) {
            assertThat(files).containsExactly(made);
        }
    }
}
