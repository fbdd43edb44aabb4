package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolinkFilesTest {

    private static final String FILES = "/api/v1/files/";
    private static final byte[] PICTURE = TinyMedia.png(400, 400);

    private final MovableClock clock = new MovableClock();
    private SandboxGateway gateway;
    private DialectCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.canned().withApiKey("test-key"), clock);
        caller = new DialectCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aFileCanBeHandedInInThreeWaysAndIsThenAReference() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(PICTURE);
        try (TinyMedia media = new TinyMedia()) {
            String source = media.give("cat.png", PICTURE);
            check(caller.post(FILES + "upload/base64", "{'base64_data':'" + base64 + "','file_name':'my cat.jpg'}"), "my-cat.png");
            check(caller.post(FILES + "upload/base64", "{'base64_data':'data:image/png;base64," + base64 + "'}"), "upload.png");
            check(caller.post(FILES + "upload/url", "{'file_url':'" + source + "','upload_path':'cats'}"), "upload.png");
            check(form("file", "cat.jpg", PICTURE), "cat.png");
        }
        assertThat(caller.get(FILES + "quota").body().at("/data/used_files").asInt()).isEqualTo(4);
        assertThat(caller.get(FILES + "list?page=1&pageSize=3").body().at("/data/files").size()).isEqualTo(3);
    }

    private void check(DialectCaller.Answer answer, String name) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("success").asBoolean()).isTrue();
        assertThat(answer.text("/data/file_url")).endsWith("/" + name);
        assertThat(answer.text("/data/mime_type")).isEqualTo("image/png");
        assertThat(answer.body().at("/data/file_size").asInt()).isEqualTo(PICTURE.length);
        assertThat(answer.text("/data/expires_at")).startsWith("2026-11-24T09:00");
        assertThat(caller.open(answer.text("/data/file_url")).body()).isEqualTo(PICTURE);
        String body = "{'model':'seedance-2.0','prompt':'x','quality':'480p','image_urls':['" + answer.text("/data/file_url") + "']}";
        assertThat(caller.post("/v1/videos/generations", body).status()).isEqualTo(200);
    }

    @Test
    void aFileGoesWhenItIsDeletedOrItsTimeIsUp() throws IOException {
        DialectCaller.Answer first = form("file", "a.png", PICTURE);
        DialectCaller.Answer second = form("file", "b.png", PICTURE);
        assertThat(caller.delete(FILES + first.text("/data/file_id")).body().path("success").asBoolean()).isTrue();
        assertThat(caller.open(first.text("/data/file_url")).statusCode()).isEqualTo(404);
        assertThat(caller.delete(FILES + first.text("/data/file_id")).status()).isEqualTo(404);
        clock.advance(Duration.ofHours(72).minusSeconds(1));
        assertThat(caller.open(second.text("/data/file_url")).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(caller.open(second.text("/data/file_url")).statusCode()).isEqualTo(404);
    }

    @Test
    void aHundredFilesAreAll() throws IOException {
        String body = "{'base64_data':'" + Base64.getEncoder().encodeToString(PICTURE) + "'}";
        for (int number = 0; number < 100; number++) {
            assertThat(caller.post(FILES + "upload/base64", body).status()).isEqualTo(200);
        }
        DialectCaller.Answer refused = caller.post(FILES + "upload/base64", body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("success").asBoolean()).isFalse();
        assertThat(refused.text("/msg")).contains("100 files");
        String oldest = caller.get(FILES + "list?page=1&pageSize=100").body().at("/data/files/99/file_id").asText();
        caller.delete(FILES + oldest);
        assertThat(caller.post(FILES + "upload/base64", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upload/base64|{'base64_data':'%%%'}|valid Base64", "upload/base64|{'base64_data':'aGVsbG8gd29ybGQ='}|Unsupported file type",
                "upload/base64|{}|`base64_data`", "upload/base64|{'base64_data':'aGVsbG8=','x':1}|`x`", "upload/base64|[]|JSON object",
                "upload/url|{'file_url':'http://192.0.2.1/a.png'}|only from this machine", "upload/url|{'file_url':'http://127.0.0.1:1/a.png'}|fetched",
                "upload/stream|{}|multipart/form-data"
            })
    void whatIsNoFileIsRefusedInTheServicesOwnEnvelope(String path, String body, String reason) throws IOException {
        DialectCaller.Answer refused = caller.post(FILES + path, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("success").asBoolean(true)).isFalse();
        assertThat(refused.body().path("code").asInt()).isEqualTo(400);
        assertThat(refused.text("/msg")).contains(reason);
        assertThat(caller.get(FILES + "quota").body().at("/data/used_files").asInt()).isZero();
    }

    @Test
    void aFormMustHaveExactlyOneFile() throws IOException {
        assertThat(form("picture", "a.png", PICTURE).status()).isEqualTo(400);
        assertThat(form("file", "a.txt", "hello".getBytes(StandardCharsets.US_ASCII)).status()).isEqualTo(400);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(part("file", "a.png", PICTURE));
        twice.writeBytes(part("file", "b.png", PICTURE));
        assertThat(send(twice).status()).isEqualTo(400);
        assertThat(caller.get(FILES + "quota").body().at("/data/used_files").asInt()).isZero();
        assertThat(caller.getWithKey(FILES + "quota", "wrong").status()).isEqualTo(401);
    }

    private DialectCaller.Answer form(String name, String fileName, byte[] file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(name, fileName, file));
        body.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"uploadPath\"\r\n\r\ncats\r\n"));
        return send(body);
    }

    private DialectCaller.Answer send(ByteArrayOutputStream body) throws IOException {
        body.writeBytes(text("--b--\r\n"));
        return caller.post(FILES + "upload/stream", "multipart/form-data; boundary=b", body.toByteArray());
    }

    private static byte[] part(String name, String fileName, byte[] file) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(text("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: image/png\r\n\r\n"));
        part.writeBytes(file);
        part.writeBytes(text("\r\n"));
        return part.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
