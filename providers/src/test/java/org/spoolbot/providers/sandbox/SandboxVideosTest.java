package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON dialect at {@code /v1/videos}. */
class SandboxVideosTest {

    private static final String PATH = "/v1/videos";
    private static final String START = "{'model':'doubao-seedance-2-0-fast-260128','prompt':'x'";

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
    void aTextGoesThroughEveryStateToAClip() throws IOException {
        JsonNode created = created("{'model':'doubao-seedance-2-0-fast-260128','prompt':'a corgi runs','ratio':'16:9','duration':5,"
                + "'generate_audio':false,'watermark':false}");
        assertThat(created.fieldNames()).toIterable().containsExactly("id", "object", "model", "status", "created_at");
        assertThat(created.path("object").asText()).isEqualTo("video");
        assertThat(created.path("status").asText()).isEqualTo("submitted");
        assertThat(created.path("created_at").isIntegralNumber()).isTrue();
        String id = created.path("id").asText();
        assertThat(query(id).path("status").asText()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(2));
        assertThat(query(id).path("status").asText()).isEqualTo("in_progress");
        assertThat(query(id).has("video_url")).isFalse();
        clock.advance(Duration.ofSeconds(10));
        JsonNode done = query(id);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        byte[] clip = caller.bytes(caller.request(done.path("video_url").asText())).body();
        assertThat(new String(clip, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void theProxyOfTheClipTakesTheKeyAndOnlyTheKey() throws IOException {
        String id = created(START + "}").path("id").asText();
        HttpResponse<String> early = caller.get(PATH + "/" + id + "/content");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("not completed");
        clock.advance(Duration.ofSeconds(12));
        assertThat(caller.get(PATH + "/" + id + "/content").headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(caller.send(caller.request(PATH + "/" + id + "/content").GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void referencesAreReallyFetchedFromTheirAddresses() throws IOException {
        byte[] png = SampleMedia.picture("png", 640, 480);
        HttpServer media = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        media.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/a.png") ? 200 : 404, 0);
            exchange.getResponseBody().write(png);
            exchange.close();
        });
        media.start();
        try {
            String base = "http://127.0.0.1:" + media.getAddress().getPort();
            created(multimodal(base + "/a.png"));
            HttpResponse<String> gone = post(multimodal(base + "/b.png"));
            assertThat(gone.statusCode()).isEqualTo(400);
            assertThat(gone.body()).contains("content[1].image_url.url", "404");
        } finally {
            media.stop(0);
        }
    }

    private static String multimodal(String address) {
        return START + ",'content':[{'type':'text','text':'x'},{'type':'image_url','image_url':{'url':'" + address
                + "'},'role':'reference_image'}]}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'duration':3|duration", "'duration':16|duration", "'duration':'5'|duration", "'duration':-1|duration",
                "'ratio':'adaptive'|ratio", "'ratio':'2:1'|ratio", "'watermark':'no'|watermark", "'generate_audio':1|generate_audio",
                "'resolution':'720p'|resolution", "'seed':1|seed", "'callback_url':'http://127.0.0.1/'|callback_url",
                "'aspect_ratio':'16:9'|aspect_ratio", "'metadata':{}|metadata", "'content':[]|content", "'content':'x'|content"
            })
    void aSettingThatTheDocumentDoesNotAllowIsRefused(String setting, String param) throws IOException {
        assertRefused(START + "," + setting + "}", param);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'image_url','image_url':{'url':'http://h/a'},'role':'first_frame'}|content[0].role",
                "{'type':'image_url','image_url':{'url':'http://h/a'},'role':'reference_video'}|content[0].role",
                "{'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}}|content[0].image_url.url",
                "{'type':'image_url','image_url':{'url':'asset://a'}}|content[0].image_url.url",
                "{'type':'image_url','url':'http://h/a'}|content[0].url",
                "{'type':'image'}|content[0].type",
                "{'type':'text','text':'another'}|content[0].text",
                "{'type':'audio_url','audio_url':{'url':'http://h/a'}}|audio needs",
            })
    void anItemThatTheDocumentDoesNotAllowIsRefused(String item, String about) throws IOException {
        assertRefused(START + ",'content':[" + item + "]}", about);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{'prompt':'x'}", "{'model':'doubao-seedance-2-0-260128'}", "[]", "{", "{'model':'a','model':'b'}", "{} {}"})
    void aBodyWithoutWhatIsNeededIsRefused(String body) throws IOException {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void aModelWithoutAChannelIsTheOperatorsFault() throws IOException {
        HttpResponse<String> response = post("{'model':'sora-2','prompt':'x'}");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("No available channel");
    }

    @Test
    void theAddressOfTheClipCanStandInThreePlaces() throws IOException {
        String first = created(START.replace("'x'", "'x [sandbox:shape=url]'") + "}").path("id").asText();
        JsonNode plain = created(START.replace("'x'", "'x [sandbox:shape=metadata-url]'") + "}");
        assertThat(plain.path("task_id").asText()).isEqualTo(plain.path("id").asText());
        clock.advance(Duration.ofSeconds(12));
        assertThat(query(first).path("url").asText()).contains("/tos/");
        assertThat(query(first).has("video_url")).isFalse();
        JsonNode done = query(plain.path("id").asText());
        assertThat(done.path("metadata").path("url").asText()).contains("/tos/");
        assertThat(done.path("usage").path("completion_tokens").asLong()).isEqualTo(108_900);
        assertThat(done.has("video_url")).isFalse();
    }

    @Test
    void anUnknownTaskIsAnswered400() throws IOException {
        HttpResponse<String> response = caller.get(PATH + "/task_none");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(SandboxCaller.read(response))
                .isEqualTo(SandboxCaller.read("{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}"));
    }

    @Test
    void thereIsNoListAndNoCancel() throws IOException {
        assertThat(caller.get(PATH).statusCode()).isEqualTo(404);
        HttpResponse<String> deleted = caller.send(caller.request(PATH + "/task_x").header("Authorization", "Bearer test-key").DELETE());
        assertThat(deleted.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"error-null, NULL", "error-absent, MISSING", "error-text, STRING"})
    void aFailureCanBeToldInOddForms(String shape, String type) throws IOException {
        String prompt = "'x [sandbox:shape=" + shape + "] [sandbox:fail=GENERATION_FAILED]'";
        String id = created(START.replace("'x'", prompt) + "}").path("id").asText();
        clock.advance(Duration.ofSeconds(12));
        assertThat(query(id).path("error").getNodeType().name()).isEqualTo(type);
    }

    private HttpResponse<String> post(String body) throws IOException {
        return caller.postJson(PATH, body.replace('\'', '"'));
    }

    private JsonNode created(String body) throws IOException {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SandboxCaller.read(response);
    }

    private JsonNode query(String id) throws IOException {
        return caller.json(PATH + "/" + id);
    }

    private void assertRefused(String body, String about) throws IOException {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(SandboxCaller.read(response).path("message").asText()).contains(about);
        assertThat(gateway.tasks()).isEmpty();
    }
}
