package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of people are refused by their place in the call, from which a bot must find the member's own number. */
class SandboxFacesTest {

    private static final String PRIVACY = "InputImageSensitiveContentDetected.PrivacyInformation";

    private SandboxGateway gateway;
    private byte[] png;

    @BeforeEach
    void start() throws IOException {
        png = SampleMedia.picture("png", 400, 300);
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.canned().withTimes(Duration.ZERO, Duration.ZERO));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void arkCountsTheTextToo() throws IOException {
        ArkCaller caller = new ArkCaller(gateway);
        JsonNode error = ArkCaller.json(caller.post(withPictures("x [sandbox:face=1,3]"))).path("error");
        assertThat(error.path("code").asText()).isEqualTo(PRIVACY);
        assertThat(error.path("message").asText()).contains("'content[1]' 'content[3]' may contain real person");
        assertThat(caller.post(withPictures("x [sandbox:face=4]")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheAssetLibraryKnowsHasNoFace() throws IOException {
        ObjectNode body = ArkCaller.body("x [sandbox:face]");
        ArkCaller.addMedia(body, "image_url", "reference_image", "asset://asset-1");
        assertThat(new ArkCaller(gateway).post(body).statusCode()).isEqualTo(200);
    }

    @Test
    void aRelayHidesTheVerdictInItsMessage() throws IOException {
        byte[] form = CurlForm.sample("x [sandbox:face]").file("files", "a.png", "image/png", png).end();
        JsonNode body = SandboxCaller.read(new SandboxCaller(gateway).post("/v1/video/generations", CurlForm.TYPE, form));
        assertThat(body.path("code").asText()).isEqualTo("fail_to_fetch_task");
        JsonNode hidden = SandboxCaller.read(body.path("message").asText()).path("error");
        assertThat(hidden.path("code").asText()).isEqualTo(PRIVACY);
        assertThat(hidden.path("message").asText()).contains("'content[1]'");
    }

    private ObjectNode withPictures(String prompt) {
        ObjectNode body = ArkCaller.body(prompt);
        for (int number = 0; number < 3; number++) {
            ArkCaller.addMedia(body, "image_url", "reference_image", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
        }
        return body;
    }
}
