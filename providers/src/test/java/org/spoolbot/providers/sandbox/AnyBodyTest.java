package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, it is refused in the dialect's own words, or made; nothing goes wrong inside. */
class AnyBodyTest {

    private static final String KYY = "/kyyReactApiServer/v1/kyyvideo2/videos";
    private static final String EVOLINK = "/v1/videos/generations";
    private static final List<String> NAMES = List.of(
            "model", "prompt", "duration", "aspect_ratio", "generateAudio", "first_image", "last_image", "referenceImages", "referenceVideos",
            "image_urls", "video_urls", "audio_urls", "quality", "callback_url", "model_params", "content_filter", "other");
    private static final List<Object> VALUES = List.of(
            "seedance_2_0_pro", "seedance-2.0", "x", "", 5, -1, 4.5, true, "16:9", "720p", "asset://a", "https://[", "http://192.0.2.1/a",
            "data:image/png;base64,AAAA", "[sandbox:shape=bare-error]", "[sandbox:shape=numeric-code]", Map.of("web_search", true));

    private static SandboxGateway gateway;
    private static DialectCaller caller;

    @BeforeContainer
    static void start() throws IOException {
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.canned().withTimes(Duration.ofHours(1), Duration.ofHours(1)));
        caller = new DialectCaller(gateway);
    }

    @AfterContainer
    static void stop() {
        gateway.close();
    }

    @Property(tries = 150)
    void kyyvideo2HasAnAnswerToEverything(@ForAll("bodies") String body) throws IOException {
        check(caller.post(KYY, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 150)
    void evolinkHasAnAnswerToEverything(@ForAll("bodies") String body) throws IOException {
        check(caller.post(EVOLINK, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void check(DialectCaller.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 400);
        boolean refused = answer.body().has("error") && !answer.body().get("error").isNull() || answer.body().has("msg");
        assertThat(refused).isEqualTo(answer.status() == 400);
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<Object> value = Arbitraries.of(VALUES);
        Arbitrary<Object> list = value.list().ofMaxSize(4).map(values -> (Object) new ArrayList<>(values));
        Arbitrary<Object> any = Arbitraries.frequencyOf(Tuple.of(4, value), Tuple.of(1, list));
        return Arbitraries.maps(Arbitraries.of(NAMES), any).ofMaxSize(7).map(AnyBodyTest::text);
    }

    private static String text(Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("prompt", "a cat"));
        body.putAll(fields);
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
