package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import org.spoolbot.providers.dialect.GatewayBench;
import org.spoolbot.providers.dialect.laozhangvideos.LaozhangVideosDialect;
import org.spoolbot.providers.gateway.Dialect;

class LaozhangVideosRoundTripTest extends LaozhangRoundTrips {
    private MockWebServer media;

    @Override
    Dialect dialect() {
        return new LaozhangVideosDialect();
    }

    @BeforeEach
    void openMedia() throws IOException {
        media = new MockWebServer();
        media.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getTarget());
            }
        });
        media.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void closeMedia() {
        media.close();
    }

    private static MockResponse answer(String path) {
        try {
            byte[] content = path.equals("/a.png") ? SampleMedia.picture("png", 640, 480)
                    : path.equals("/a.mp4") ? SampleMedia.video(5, 1280, 720) : wav();
            return new MockResponse.Builder().body(new Buffer().write(content)).build();
        } catch (IOException fault) {
            return new MockResponse.Builder().code(500).build();
        }
    }

    private GatewayBench.Handed link(MediaType type, String path) throws IOException {
        return file(1, Role.REFERENCE, type, Optional.of(media.url(path).uri()));
    }

    @Test
    void references_of_each_kind_become_a_clip() throws Exception {
        arrives(bench.order(
                Prompt.plain("x"), Mode.REFERENCE,
                link(MediaType.WAV, "/a.wav"), link(MediaType.PNG, "/a.png"), link(MediaType.MP4, "/a.mp4")));
    }

    @Test
    void a_picture_alone_becomes_a_clip() throws Exception {
        arrives(bench.order(Prompt.plain("x"), Mode.REFERENCE, link(MediaType.PNG, "/a.png")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "metadata-url"})
    void other_places_of_the_address_are_understood(String shape) throws Exception {
        isClip(ready(accepted(words("x [sandbox:shape=" + shape + "]"))));
    }

    @Test
    void the_tokens_that_a_relay_reports_are_told() throws Exception {
        TaskState.Ready ready = (TaskState.Ready) end(accepted(words("x [sandbox:shape=metadata-url]")));
        assertThat(ready.clip().tokens()).hasValue(108_900);
    }

    @Test
    void a_clip_whose_link_has_expired_arrives_from_the_gateway_itself() throws Exception {
        isClip(ready(accepted(words("x [sandbox:expired-url]"))));
    }

    @Test
    void a_clip_that_never_gets_a_link_arrives_from_the_gateway_itself() throws Exception {
        isClip(ready(accepted(words("x [sandbox:no-url]"))));
    }

    @Test
    void a_refused_face_is_named_by_the_members_number() throws Exception {
        GatewayBench.Handed clip = link(MediaType.MP4, "/a.mp4");
        assertThat(provider.submit(bench.order(
                        Prompt.plain("x [sandbox:refuse=InputImageSensitiveContentDetected.PrivacyInformation]"), Mode.REFERENCE, clip)))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.FACE_REJECTED);
                    assertThat(refused.blames()).extracting(blame -> blame.code()).containsExactly("video:1");
                });
        assertThat(Files.exists(clip.source().file().path())).isTrue();
    }
}
