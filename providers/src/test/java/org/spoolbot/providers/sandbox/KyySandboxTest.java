package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KyySandboxTest {

    private static final String CREATE = "/kyyReactApiServer/v1/kyyvideo2/videos";
    private static final String RESULT = "/kyyReactApiServer/v1/result/";
    private static final String ASSET = "/kyyReactApiServer/kyyVideo2/asset/";
    private static final SandboxOptions OPTIONS =
            SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key");

    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxGateway gateway;
    private static DialectCaller caller;
    private static TinyMedia media;

    @BeforeAll
    static void start() throws IOException {
        gateway = SandboxGateway.start(OPTIONS, CLOCK);
        caller = new DialectCaller(gateway);
        media = new TinyMedia();
    }

    @AfterAll
    static void stop() {
        media.close();
        gateway.close();
    }

    @Test
    void aTaskIsMadeAtOnePathAndAskedForAtAnother() throws IOException {
        DialectCaller.Answer made = caller.post(CREATE, body("a cat", "'duration':10,'aspect_ratio':'16:9','generateAudio':true"));
        String id = made.text("/id");
        assertThat(id).matches("video_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(made.body()).isEqualTo(JsonText.of("{'id':'" + id + "','object':'video','created':" + CLOCK.instant().getEpochSecond()
                + ",'model':'seedance_2_0_pro','status':'queued','error':null}"));
        assertThat(caller.get(CREATE + "/" + id).status()).isEqualTo(404);
        assertThat(result(id).path("status").asText()).isEqualTo("queued");
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(result(id).path("status").asText()).isEqualTo("processing");
        assertThat(result(id).path("video_url").isNull()).isTrue();
        CLOCK.advance(Duration.ofSeconds(10));
        JsonNode done = result(id);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("actualDuration").asInt()).isEqualTo(10);
        assertThat(done.path("totalTokens").asLong()).isEqualTo(216_900);
        assertThat(done.path("amount").decimalValue()).isEqualByComparingTo("9.9774");
        assertThat(done.path("error").isNull()).isTrue();
        assertThat(caller.open(done.path("video_url").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokensOfEveryOtherTaskAreAText() throws IOException {
        String[] ids = {create("one"), create("two"), create("three")};
        CLOCK.advance(Duration.ofSeconds(12));
        List<JsonNode> tokens = new ArrayList<>();
        for (String id : ids) {
            tokens.add(result(id).path("totalTokens"));
        }
        assertThat(tokens).extracting(JsonNode::asLong).containsOnly(108_900L);
        assertThat(tokens.get(0).isTextual()).isNotEqualTo(tokens.get(1).isTextual()).isEqualTo(tokens.get(2).isTextual());
    }

    @ParameterizedTest(name = "{0} ends as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[sandbox:fail=InputTextSensitiveContentDetected]|failed|The content may contain sensitive information"
                        + " (InputTextSensitiveContentDetected)",
                "[sandbox:fail=service_error]|failed|Video generation failed: service_error", "[sandbox:expire]|failed|Video generation timed out",
                "[sandbox:fail=cancelled]|cancelled|null", "[sandbox:no-url]|completed|null"
            })
    void whatGoesWrongIsSaidInASentence(String directive, String status, String error) throws IOException {
        String id = create("a cat " + directive);
        CLOCK.advance(Duration.ofSeconds(12));
        JsonNode done = result(id);
        assertThat(done.path("status").asText()).isEqualTo(status);
        assertThat(done.path("error").asText()).isEqualTo(error);
        assertThat(done.path("video_url").isNull()).isTrue();
    }

    @Test
    void aModelThatOnlyRemakesVideosIsBilledWithTheVideosLength() throws IOException {
        String video = media.give("v.mp4", TinyMedia.mp4(4, 1280, 720));
        DialectCaller.Answer made = caller.post(CREATE, "{'model':'seedance_2_0','prompt':'x','referenceVideos':['" + video + "']}");
        CLOCK.advance(Duration.ofSeconds(12));
        assertThat(result(made.text("/id")).path("totalTokens").asLong()).isEqualTo((24 * 9 + 1) * 1280L * 720 / 1024);
    }

    @ParameterizedTest(name = "a film of {0} s with {1} x {2}")
    @CsvSource({"1, 1280, 720", "16, 1280, 720", "5, 1920, 1080", "5, 600, 600", "5, 1600, 400"})
    void aVideoOutsideTheLimitsIsRefused(int seconds, int width, int height) throws IOException {
        String video = media.give("v.mp4", TinyMedia.mp4(seconds, width, height));
        DialectCaller.Answer refused = caller.post(CREATE, body("x", "'referenceVideos':['" + video + "']"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/message")).contains("referenceVideos[0]");
    }

    @Test
    void videosTogetherAndSoundsAreMeasuredToo() throws IOException {
        String video = media.give("v.mp4", TinyMedia.mp4(8, 1280, 720));
        assertThat(caller.post(CREATE, body("x", "'referenceVideos':['" + video + "','" + video + "']")).status()).isEqualTo(400);
        String sound = media.give("a.wav", TinyMedia.wav(1));
        assertThat(caller.post(CREATE, body("x", "'referenceVideos':['" + video + "'],'referenceAudios':['" + sound + "']")).status())
                .isEqualTo(400);
        String longer = media.give("b.wav", TinyMedia.wav(3));
        assertThat(caller.post(CREATE, body("x", "'referenceVideos':['" + video + "'],'referenceAudios':['" + longer + "']")).status())
                .isEqualTo(200);
    }

    @Test
    void aPictureWithAFaceMustComeOutOfTheAssetLibrary() throws IOException {
        String picture = media.give("face.png", TinyMedia.png(400, 400));
        String prompt = "she smiles [sandbox:face]";
        DialectCaller.Answer refused = caller.post(CREATE, body(prompt, "'referenceImages':['" + picture + "']"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/message")).contains("asset library");
        String two = "'referenceImages':['" + picture + "','" + picture + "']";
        assertThat(caller.post(CREATE, body("x [sandbox:face=2]", two)).text("/error/message")).contains("referenceImages[1]");
        assertThat(caller.post(CREATE, body("x [sandbox:face=3]", two)).status()).isEqualTo(200);
        String id = upload("Image", picture, "face");
        String asAsset = body(prompt, "'first_image':'asset://" + id + "'");
        assertThat(asset(id).path("status").asText()).isEqualTo("Processing");
        assertThat(caller.post(CREATE, asAsset).status()).isEqualTo(400);
        CLOCK.advance(Duration.ofSeconds(1));
        media.remove("face.png");
        JsonNode active = asset(id);
        assertThat(active.path("status").asText()).isEqualTo("Active");
        assertThat(active.path("assetType").asText()).isEqualTo("Image");
        assertThat(active.path("name").asText()).isEqualTo("face");
        assertThat(caller.post(CREATE, asAsset).status()).isEqualTo(200);
        assertThat(caller.post(CREATE, body("x", "'referenceVideos':['asset://" + id + "']")).status()).isEqualTo(400);
        DialectCaller.Answer deleted = caller.delete(ASSET + id);
        assertThat(deleted.body().path("code").isTextual()).isTrue();
        assertThat(deleted.text("/code")).isEqualTo("0");
        assertThat(caller.post(CREATE, asAsset).status()).isEqualTo(400);
        assertThat(caller.get(ASSET + id).body().path("code").asInt()).isEqualTo(-1);
    }

    @Test
    void anAssetThatDoesNotPassItsReviewIsOfNoUse() throws IOException {
        String small = upload("Image", media.give("small.png", TinyMedia.png(100, 100)), "x");
        String wished = upload("Image", media.give("fine.png", TinyMedia.png(400, 400)), "x [sandbox:fail=review]");
        String slow = upload("Image", media.address("fine.png"), "x [sandbox:render-time=60]");
        String document = upload("Document", media.give("notes.txt", new byte[] {65, 66}), "x");
        CLOCK.advance(Duration.ofSeconds(30));
        assertThat(asset(small).path("status").asText()).isEqualTo("Failed");
        assertThat(asset(wished).path("status").asText()).isEqualTo("Failed");
        assertThat(asset(slow).path("status").asText()).isEqualTo("Processing");
        assertThat(asset(document).path("status").asText()).isEqualTo("Active");
        for (String id : new String[] {small, wished, slow, document, "asset-0"}) {
            assertThat(caller.post(CREATE, body("x", "'referenceImages':['asset://" + id + "']")).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'assetType':'Image','url':'http://127.0.0.1:1/gone.png'}|素材 URL 无法访问",
                "{'assetType':'Image','url':'http://192.0.2.1/a.png'}|素材 URL 无法访问", "{'assetType':'image','url':'http://127.0.0.1/a'}|`assetType`",
                "{'assetType':'Image'}|`url`", "{'assetType':'Image','url':'data:image/png;base64,AAAA'}|`url`",
                "{'assetType':'Image','url':'http://127.0.0.1/a','folder':'x'}|`folder`", "[]|JSON object"
            })
    void whatGoesWrongInTheLibraryIsSaidWithSuccess(String body, String message) throws IOException {
        DialectCaller.Answer refused = caller.post(ASSET + "upload", body);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body().path("code").asInt()).isEqualTo(1001);
        assertThat(refused.text("/msg")).contains(message);
        assertThat(refused.body().path("data").isNull()).isTrue();
    }

    @Test
    void theBytesOfAnAssetAreOnlyForThoseWhoKnowTheirAddress() throws IOException {
        byte[] picture = TinyMedia.png(400, 400);
        String id = upload("Image", media.give("p.png", picture), "x");
        String url = asset(id).path("url").asText();
        assertThat(caller.open(url).body()).isEqualTo(picture);
        assertThat(caller.open(url.substring(0, url.length() - 1) + "_").statusCode()).isEqualTo(404);
        assertThat(caller.getWithKey(ASSET + id, "wrong").status()).isEqualTo(401);
        assertThat(caller.getWithKey(RESULT + "video_1", "wrong").status()).isEqualTo(401);
    }

    @Test
    void refusalsHaveTheLayoutThatThePromptAsksFor() throws IOException {
        DialectCaller.Answer object = caller.post(CREATE, body("x", "'seed':1"));
        assertThat(object.status()).isEqualTo(400);
        assertThat(object.text("/error/message")).contains("`seed`");
        DialectCaller.Answer bare = caller.post(CREATE, body("x [sandbox:shape=bare-error]", "'seed':1"));
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body().path("code").asInt()).isEqualTo(400);
        assertThat(bare.text("/msg")).contains("`seed`");
        DialectCaller.Answer broke = caller.post(CREATE, body("y [sandbox:create-status=402] [sandbox:shape=bare-error]", "'duration':5"));
        assertThat(broke.status()).isEqualTo(402);
        assertThat(broke.body()).isEqualTo(JsonText.of("{'code':402,'msg':'Insufficient balance','data':null}"));
        String polled = create("z [sandbox:poll-status=500] [sandbox:shape=bare-error]");
        assertThat(caller.get(RESULT + polled).body().path("code").asInt()).isEqualTo(500);
        assertThat(caller.get(RESULT + "video_1").status()).isEqualTo(404);
    }

    private static String body(String prompt, String setting) {
        return "{'model':'seedance_2_0_pro','prompt':'" + prompt + "'," + setting + "}";
    }

    private String create(String prompt) throws IOException {
        return caller.post(CREATE, body(prompt, "'duration':5")).text("/id");
    }

    private JsonNode result(String id) throws IOException {
        return caller.get(RESULT + id).body();
    }

    private String upload(String type, String url, String name) throws IOException {
        DialectCaller.Answer answer = caller.post(ASSET + "upload", "{'assetType':'" + type + "','url':'" + url + "','name':'" + name + "'}");
        assertThat(answer.body().path("code").isInt()).isTrue();
        assertThat(answer.body().path("code").asInt()).isZero();
        assertThat(answer.text("/data/assetId")).matches("asset-\\d{14}-[a-z0-9]{5}");
        return answer.text("/data/assetId");
    }

    private JsonNode asset(String id) throws IOException {
        DialectCaller.Answer answer = caller.get(ASSET + id);
        assertThat(answer.text("/data/assetId")).isEqualTo(id);
        return answer.body().path("data");
    }
}
