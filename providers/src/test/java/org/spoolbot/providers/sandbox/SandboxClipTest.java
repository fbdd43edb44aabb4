package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips that are really rendered, from the request to the file. */
class SandboxClipTest {

    private SandboxGateway gateway;
    private ArkCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.withTimes(Duration.ZERO, Duration.ZERO));
        caller = new ArkCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aClipMadeBeforeCanBeAReferenceAndIsBilledWithItsLength() throws IOException {
        JsonNode first = caller.untilFinished(caller.create(ArkCaller.body("a corgi runs")));
        ObjectNode body = ArkCaller.body("image 1 dances like video 1 to audio 1").put("duration", -1).put("return_last_frame", true);
        ArkCaller.addMedia(body, "image_url", "reference_image", picture("png", 640, 480));
        ArkCaller.addMedia(body, "video_url", "reference_video", first.path("content").path("video_url").asText());
        ArkCaller.addMedia(body, "audio_url", "reference_audio", wav(3));
        JsonNode second = caller.untilFinished(caller.create(body));
        assertThat(second.path("status").asText()).isEqualTo("succeeded");
        assertThat(second.path("duration").asInt()).isEqualTo(5);
        assertThat(second.path("usage").path("completion_tokens").asLong()).isEqualTo((24 * 9 + 1) * 992L * 432 / 1024);
    }

    @Test
    void anAdaptiveClipTakesTheShapeOfItsFirstFrame() throws IOException {
        gateway.close();
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.canned().withTimes(Duration.ZERO, Duration.ZERO));
        caller = new ArkCaller(gateway);
        ObjectNode body = ArkCaller.body("opens with this");
        body.remove("ratio");
        ArkCaller.addMedia(body, "image_url", "first_frame", picture("jpeg", 400, 500));
        JsonNode task = caller.untilFinished(caller.create(body));
        assertThat(task.path("ratio").asText()).isEqualTo("3:4");
        assertThat(task.path("status").asText()).isEqualTo("succeeded");
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "image_url|reference_image|data:image/png;base64,aGVsbG8=|not a picture",
                "image_url|reference_image|data:image/png;base64,%%%|base64",
                "image_url|reference_image|http://192.0.2.1/a.png|only from this machine",
                "audio_url|reference_audio|data:audio/mp3;base64,aGVsbG8=|neither wav nor mp3"
            })
    void aReferenceThatCannotBeReadIsRefused(String type, String role, String url, String reason) throws IOException {
        ObjectNode body = ArkCaller.body("x");
        if (type.equals("audio_url")) {
            ArkCaller.addMedia(body, "image_url", "reference_image", picture("png", 300, 300));
        }
        ArkCaller.addMedia(body, type, role, url);
        refused(body, reason);
    }

    @Test
    void picturesOutsideTheLimitsAreRefused() throws IOException {
        for (int[] size : new int[][] {{240, 400}, {300, 800}}) {
            ObjectNode body = ArkCaller.body("x");
            ArkCaller.addMedia(body, "image_url", "first_frame", picture("png", size[0], size[1]));
            refused(body, size[0] + " x " + size[1]);
        }
    }

    @Test
    void soundsOutsideTheLimitsAreRefused() throws IOException {
        ObjectNode body = ArkCaller.body("x");
        ArkCaller.addMedia(body, "image_url", "reference_image", picture("png", 300, 300));
        ArkCaller.addMedia(body, "audio_url", "reference_audio", wav(1));
        refused(body, "1.00");
        ObjectNode together = ArkCaller.body("x");
        ArkCaller.addMedia(together, "image_url", "reference_image", picture("png", 300, 300));
        ArkCaller.addMedia(together, "audio_url", "reference_audio", wav(9));
        ArkCaller.addMedia(together, "audio_url", "reference_audio", wav(9));
        refused(together, "15 seconds together");
    }

    @Test
    void anMp3IsMeasured() throws IOException {
        ObjectNode body = ArkCaller.body("x [sandbox:expire]");
        ArkCaller.addMedia(body, "image_url", "reference_image", picture("png", 300, 300));
        ArkCaller.addMedia(body, "audio_url", "reference_audio", "data:audio/mpeg;base64," + base64(mp3(100)));
        assertThat(caller.post(body).statusCode()).isEqualTo(200);
        ObjectNode tooLong = ArkCaller.body("x");
        ArkCaller.addMedia(tooLong, "image_url", "reference_image", picture("png", 300, 300));
        ArkCaller.addMedia(tooLong, "audio_url", "reference_audio", "data:audio/mpeg;base64," + base64(mp3(600)));
        refused(tooLong, "15.67");
    }

    private void refused(ObjectNode body, String reason) throws IOException {
        HttpResponse<String> response = caller.post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ArkCaller.code(response)).isEqualTo("InvalidParameter");
        assertThat(response.body()).contains(reason);
    }

    static String picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return "data:image/" + format + ";base64," + base64(bytes.toByteArray());
    }

    private static String wav(int seconds) {
        int length = seconds * 8_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000).putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        return "data:audio/wav;base64," + base64(wav.array());
    }

    private static byte[] mp3(int frames) {
        ByteBuffer mp3 = ByteBuffer.allocate(frames * 417);
        for (int frame = 0; frame < frames; frame++) {
            mp3.putInt(frame * 417, 0xFFFB9064);
        }
        return mp3.array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
