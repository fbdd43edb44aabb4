package org.spoolbot.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.awaitility.Awaitility;

/** Files that members hand in. */
final class Samples {
    private Samples() {}

    /** A picture of a coloured sky; each seed gives another. */
    static Path picture(Path folder, String name, int width, int height, int seed) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(painted(width, height, seed), "png", file.toFile());
        return file;
    }

    /** The same as a photo, which chat apps turn into JPEG. */
    static byte[] photo(int width, int height, int seed) throws IOException {
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(painted(width, height, seed), "jpeg", photo);
        return photo.toByteArray();
    }

    private static BufferedImage painted(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        Color top = Color.getHSBColor(seed * 0.17f, 0.7f, 0.9f);
        paint.setPaint(new GradientPaint(0, 0, top, 0, height, Color.WHITE));
        paint.fillRect(0, 0, width, height);
        paint.setColor(Color.getHSBColor(seed * 0.31f + 0.5f, 0.9f, 0.6f));
        paint.fillOval(width / 4, height / 4, width / 2, height / 2);
        paint.dispose();
        return image;
    }

    /** Silence of that many seconds. */
    static Path silence(Path folder, String name, int seconds) throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] samples = new byte[8_000 * 2 * seconds];
        Path file = folder.resolve(name);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize())) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    /** Three seconds as telephones record them for a voice message: OGG with Opus. */
    static byte[] voice() throws IOException {
        try (InputStream voice = Samples.class.getResourceAsStream("/voice.ogg")) {
            return Objects.requireNonNull(voice).readAllBytes();
        }
    }

    /** A clip of four seconds with sound, ordered of a sandbox without a server in between. */
    static Path clip(Sandbox sandbox, Path folder, String name) throws IOException, InterruptedException {
        URI tasks = sandbox.address().resolve(Ark.PATH + "/contents/generations/tasks");
        String order = """
                {"model":"doubao-seedance-2-0-260128","content":[{"type":"text","text":"a dancing fox"}],"resolution":"480p","ratio":"16:9","duration":4}
                """;
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder ask = HttpRequest.newBuilder(tasks).header("Authorization", "Bearer key");
            String id = Json.read(http.send(ask.POST(BodyPublishers.ofString(order)).build(), BodyHandlers.ofString()).body())
                    .path("id")
                    .asText();
            HttpRequest query = HttpRequest.newBuilder(URI.create(tasks + "/" + id)).header("Authorization", "Bearer key").build();
            String address = Awaitility.await("the sample clip")
                    .atMost(Duration.ofMinutes(2))
                    .until(
                            () -> Json.read(http.send(query, BodyHandlers.ofString()).body()).path("content").path("video_url").asText(),
                            found -> !found.isEmpty());
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofFile(folder.resolve(name))).body();
        }
    }
}
