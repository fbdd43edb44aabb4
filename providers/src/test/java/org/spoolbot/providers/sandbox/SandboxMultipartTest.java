package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;

/** The form dialect: what its document shows works as written, and what it forbids is refused. */
class SandboxMultipartTest {

    private static final String PATH = "/v1/video/generations";

    private final MovableClock clock = new MovableClock();
    private SandboxGateway gateway;
    private SandboxCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key"), clock);
        caller = new SandboxCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theDocumentsTextExampleGoesThroughEveryStateToAClip() throws IOException {
        JsonNode created = created(CurlForm.sample("Cute cat playing on grass under sunny sky"));
        assertThat(created.fieldNames()).toIterable().containsExactly("task_id", "status", "created_at");
        assertThat(created.path("status").asText()).isEqualTo("pending");
        assertThat(created.path("created_at").asText()).isEqualTo("2026-11-21T09:00:00Z");
        String id = created.path("task_id").asText();
        assertThat(id).matches("task-20261121090000-[a-z0-9]{6}");
        assertThat(query(id).path("status").asText()).isEqualTo("pending");
        clock.advance(Duration.ofSeconds(7));
        JsonNode running = query(id);
        assertThat(running.path("status").asText()).isEqualTo("running");
        assertThat(running.path("progress").asInt()).isEqualTo(50);
        assertThat(running.path("updated_at").asText()).isEqualTo("2026-11-21T09:00:02Z");
        clock.advance(Duration.ofSeconds(5));
        assertThat(query(id).path("status").asText()).isEqualTo("succeeded");
        JsonNode done = query(id);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.fieldNames()).toIterable().containsExactly("task_id", "status", "video_url", "created_at", "updated_at");
        byte[] clip = caller.bytes(caller.request(done.path("video_url").asText())).body();
        assertThat(new String(clip, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void theDocumentsExamplesWithFilesAreTaken() throws IOException {
        byte[] jpeg = SampleMedia.picture("jpeg", 640, 480);
        created(CurlForm.sample("@IMG_1 person walking on beach").file("files", "image1.jpg", "image/jpeg", jpeg));
        created(CurlForm.sample("@IMG_1 and @IMG_3 dancing with person from @VID_1")
                .file("files", "image1.jpg", "image/jpeg", jpeg)
                .file("files", "image2.jpg", "image/jpeg", jpeg)
                .file("files", "video1.mp4", "application/octet-stream", SampleMedia.video(5, 1280, 720)));
        created(CurlForm.of("seedance-2.0", "A person walking from room to outdoor scene")
                .text("duration", "8")
                .text("aspect_ratio", "16:9")
                .file("first_frame_image", "first_frame.jpg", "image/jpeg", jpeg)
                .file("last_frame_image", "last_frame.jpg", "image/jpeg", jpeg));
        RecordedRequest.Part second = gateway.requests().get(1).body().parts().get(5);
        assertThat(second.fileName()).isEqualTo("image2.jpg");
        assertThat(second.bytes()).isEqualTo(jpeg.length);
    }

    @Test
    void thePythonExampleSendsFilesWithoutAType() throws IOException {
        created(CurlForm.sample("@IMG_1 person walking on beach").file("files", "image.jpg", "", SampleMedia.picture("png", 400, 300)));
    }

    @ParameterizedTest(name = "{0}={1} is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "duration|3", "duration|16", "duration|5.0", "duration|five", "aspect_ratio|4:3", "aspect_ratio|adaptive",
                "resolution|720p", "seed|1", "generate_audio|true", "callback_url|http://127.0.0.1/"
            })
    void aTextThatTheDocumentDoesNotAllowIsRefused(String name, String value) throws IOException {
        assertRefused(CurlForm.of("seedance-2.0", "x").text(name, value), name);
    }

    @Test
    void neededTextsMustBeThereOnce() throws IOException {
        assertRefused(new CurlForm().text("model", "seedance-2.0"), "prompt");
        assertRefused(new CurlForm().text("prompt", "x"), "model");
        assertRefused(CurlForm.of("seedance-2.0", " "), "prompt");
        assertRefused(CurlForm.of("seedance-2.0", "x").text("prompt", "y"), "prompt");
        HttpResponse<String> model = post(CurlForm.of("sora-2", "x"));
        assertThat(model.statusCode()).isEqualTo(503);
        assertThat(SandboxCaller.read(model).path("error").path("code").asText()).isEqualTo("model_not_found");
    }

    @Test
    void modesExcludeEachOther() throws IOException {
        byte[] png = SampleMedia.picture("png", 400, 300);
        assertRefused(CurlForm.sample("x").file("last_frame_image", "l.png", "image/png", png), "last_frame_image");
        assertRefused(
                CurlForm.sample("x").file("first_frame_image", "f.png", "image/png", png).file("files", "a.png", "image/png", png), "files");
        assertRefused(
                CurlForm.sample("x").file("first_frame_image", "f.mp4", "video/mp4", SampleMedia.video(5, 1280, 720)), "first_frame_image");
    }

    @Test
    void filesAreLookedInto() throws IOException {
        byte[] png = SampleMedia.picture("png", 400, 300);
        assertRefused(CurlForm.sample("x").file("files", "a.gif", "image/gif", SampleMedia.picture("gif", 400, 300)), "files");
        assertRefused(CurlForm.sample("x").file("files", "a.png", "", SampleMedia.picture("gif", 400, 300)), "gif");
        assertRefused(CurlForm.sample("x").file("files", "a.png", "video/mp4", png), "files");
        assertRefused(CurlForm.sample("x").file("files", "a.png", "image/png", "hello".getBytes(StandardCharsets.US_ASCII)), "files");
        assertRefused(CurlForm.sample("x").file("files", "a.png", "image/png", SampleMedia.picture("png", 200, 300)), "200 x 300");
        assertRefused(CurlForm.sample("x").file("files", "a.mp4", "video/mp4", SampleMedia.video(20, 1280, 720)), "20.00");
        assertRefused(CurlForm.sample("x").text("files", "a.png"), "files");
        assertRefused(CurlForm.sample("x").file("image", "a.png", "image/png", png), "image");
    }

    @Test
    void aFileLargerThanFiftyMegabytesIsRefused() throws IOException {
        byte[] large = new byte[50 * 1024 * 1024 + 1];
        assertRefused(CurlForm.sample("x").file("files", "a.png", "image/png", large), "50 MB");
    }

    @Test
    void moreFilesThanTheModelTakesAreRefused() throws IOException {
        CurlForm form = CurlForm.sample("x");
        byte[] png = SampleMedia.picture("png", 400, 300);
        for (int number = 0; number < 10; number++) {
            form.file("files", number + ".png", "image/png", png);
        }
        assertRefused(form, "at most 9");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() throws IOException {
        assertThat(caller.postJson(PATH, "{\"model\":\"seedance-2.0\",\"prompt\":\"x\"}").statusCode()).isEqualTo(400);
        HttpResponse<String> cut = caller.post(PATH, CurlForm.TYPE, CurlForm.sample("x").unfinished());
        assertThat(cut.statusCode()).isEqualTo(400);
        byte[] mixed = CurlForm.sample("x").end();
        assertThat(caller.post(PATH, CurlForm.TYPE.replace("form-data", "mixed"), mixed).statusCode()).isEqualTo(400);
        assertThat(gateway.tasks()).isEmpty();
    }

    @Test
    void aTaskIsOnlyFoundThroughTheDialectThatMadeIt() throws IOException {
        String id = created(CurlForm.sample("x")).path("task_id").asText();
        HttpResponse<String> elsewhere = caller.get("/v1/videos/" + id);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("task_not_exist");
        assertThat(caller.get(PATH + "/task-0").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyGetsInWithoutTheKeyAndHearsItInTheGatewaysWords() throws IOException {
        HttpResponse<String> response = caller.send(caller.request(PATH + "/x").GET());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(SandboxCaller.read(response).path("error").path("type").asText()).isEqualTo("new_api_error");
    }

    @Test
    void aFailedTaskSaysWhy() throws IOException {
        String id = created(CurlForm.sample("x [sandbox:fail=GENERATION_FAILED]")).path("task_id").asText();
        clock.advance(Duration.ofSeconds(12));
        JsonNode failed = query(id);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error")).isEqualTo(SandboxCaller.read("{\"code\":\"GENERATION_FAILED\",\"message\":\"Video generation failed\"}"));
    }

    @Test
    void anExpiredTaskGoesOnRunning() throws IOException {
        String id = created(CurlForm.sample("x [sandbox:expire]")).path("task_id").asText();
        clock.advance(Duration.ofHours(50));
        assertThat(query(id).path("status").asText()).isEqualTo("running");
    }

    @Test
    void otherSitesWrapTheirAnswers() throws IOException {
        String id = created(CurlForm.sample("x [sandbox:shape=wrapped]")).path("task_id").asText();
        clock.advance(Duration.ofSeconds(7));
        assertThat(query(id).path("data").path("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(query(id).path("data").path("progress").asText()).isEqualTo("50%");
        clock.advance(Duration.ofSeconds(5));
        query(id);
        JsonNode done = query(id);
        assertThat(done.path("code").asText()).isEqualTo("success");
        assertThat(done.path("data").path("status").asText()).isEqualTo("SUCCESS");
        assertThat(done.path("data").path("result_url").asText()).contains("/tos/" + id);
    }

    @Test
    void oldWrappedAnswersHaveTheAddressWhereTheReasonBelongs() throws IOException {
        String id = created(CurlForm.sample("x [sandbox:shape=wrapped-old] [sandbox:finalizing=2]")).path("task_id").asText();
        clock.advance(Duration.ofSeconds(12));
        query(id);
        query(id);
        JsonNode data = query(id).path("data");
        assertThat(data.path("fail_reason").asText()).contains("/tos/" + id);
        assertThat(data.has("result_url")).isFalse();
    }

    private JsonNode created(CurlForm form) throws IOException {
        HttpResponse<String> response = post(form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SandboxCaller.read(response);
    }

    private HttpResponse<String> post(CurlForm form) throws IOException {
        return caller.post(PATH, CurlForm.TYPE, form.end());
    }

    private JsonNode query(String id) throws IOException {
        return caller.json(PATH + "/" + id);
    }

    private void assertRefused(CurlForm form, String about) throws IOException {
        HttpResponse<String> response = post(form);
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = SandboxCaller.read(response);
        assertThat(body.fieldNames()).toIterable().containsExactly("code", "message", "data");
        assertThat(body.path("message").asText()).contains(about);
        assertThat(gateway.tasks()).isEmpty();
    }
}
