package org.spoolbot.providers.dialect.laozhangvideos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.dialect.GatewayBench;

/** A clip that was paid for arrives by the signed address, or else from the gateway itself. */
class VideosDownloadTest {
    @TempDir
    Path folder;

    private final MockWebServer store = new MockWebServer();
    private GatewayBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new GatewayBench(new LaozhangVideosDialect(), folder);
        store.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        bench.close();
        store.close();
    }

    private static MockResponse clip(String content) {
        return new MockResponse.Builder().setHeader("Content-Type", "video/mp4").body(content).build();
    }

    private URI ready(String signed) throws Exception {
        bench.answer(200, "{\"id\":\"task_1\",\"status\":\"completed\",\"video_url\":\"" + signed + "\"}");
        TaskState state = bench.provider().poll(Set.of("task_1")).get("task_1");
        bench.sent();
        return ((TaskState.Ready) state).clip().address();
    }

    private Path downloaded(URI address, long maxBytes) throws Exception {
        Path target = folder.resolve("clip.mp4");
        bench.provider().download(address, target, maxBytes);
        return target;
    }

    private String signed() {
        return store.url("/tos/a.mp4?sig=a%2Fb").toString();
    }

    @Test
    void the_signed_address_is_asked_as_it_was_given_and_without_the_key() throws Exception {
        store.enqueue(clip("mp4"));
        assertThat(downloaded(ready(signed()), 10)).hasContent("mp4");
        RecordedRequest request = store.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/tos/a.mp4?sig=a%2Fb");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void an_expired_address_is_replaced_by_the_gateways_own_with_the_key() throws Exception {
        store.enqueue(new MockResponse.Builder().code(403).build());
        URI address = ready(signed());
        bench.server().enqueue(clip("mp4"));
        assertThat(downloaded(address, 10)).hasContent("mp4");
        assertThat(bench.sent().getTarget()).isEqualTo("/v1/videos/task_1/content");
    }

    @Test
    void an_address_that_leads_into_the_gateways_own_house_is_replaced() throws Exception {
        URI address = ready("http://relay.internal:3000/v1/videos/task_1/content");
        bench.server().enqueue(clip("mp4"));
        assertThat(downloaded(address, 10)).hasContent("mp4");
    }

    @Test
    void the_gateways_own_address_gets_the_key_at_once() throws Exception {
        URI address = ready(bench.server().url("/v1/videos/task_1/content").toString());
        bench.server().enqueue(clip("mp4"));
        assertThat(downloaded(address, 10)).hasContent("mp4");
        bench.sent();
        assertThat(bench.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void the_key_does_not_follow_the_gateway_elsewhere() throws Exception {
        URI address = ready(bench.server().url("/v1/videos/task_1/content").toString());
        bench.server().enqueue(new MockResponse.Builder().code(302).setHeader("Location", signed()).build());
        store.enqueue(clip("mp4"));
        assertThat(downloaded(address, 10)).hasContent("mp4");
        assertThat(store.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void success_without_an_address_is_ready_as_soon_as_the_gateway_gives_the_clip_out() throws Exception {
        String completed = "{\"id\":\"task_1\",\"status\":\"completed\",\"usage\":{\"completion_tokens\":7}}";
        bench.answer(200, completed);
        bench.answer(400, "{\"error\":{\"message\":\"not yet\"}}");
        assertThat(bench.provider().poll(Set.of("task_1"))).containsEntry("task_1", new TaskState.Finalizing());
        bench.answer(200, completed);
        bench.server().enqueue(new MockResponse.Builder().setHeader("Content-Type", "text/html").body("<html>").build());
        assertThat(bench.provider().poll(Set.of("task_1"))).containsEntry("task_1", new TaskState.Finalizing());
        bench.answer(200, completed);
        bench.server().enqueue(clip("mp4"));
        TaskState.Ready ready = (TaskState.Ready) bench.provider().poll(Set.of("task_1")).get("task_1");
        assertThat(ready.clip().tokens()).hasValue(7);
        bench.server().enqueue(clip("mp4"));
        assertThat(downloaded(ready.clip().address(), 10)).hasContent("mp4");
    }

    @Test
    void a_clip_over_the_limit_is_refused_whether_or_not_the_gateway_tells_its_length() throws Exception {
        URI address = ready(bench.server().url("/v1/videos/task_1/content").toString());
        bench.server().enqueue(clip("x".repeat(2000)));
        isRefused(address, ErrorKind.STORAGE);
        bench.server().enqueue(new MockResponse.Builder().setHeader("Content-Type", "video/mp4").chunkedBody("x".repeat(2000), 100).build());
        isRefused(address, ErrorKind.STORAGE);
    }

    @Test
    void a_page_instead_of_a_clip_is_not_stored() throws Exception {
        URI address = ready(bench.server().url("/v1/videos/task_1/content").toString());
        bench.server().enqueue(new MockResponse.Builder().setHeader("Content-Type", "text/html").body("<html>").build());
        isRefused(address, ErrorKind.PROTOCOL);
        bench.answer(502, "");
        isRefused(address, ErrorKind.UPSTREAM);
        bench.answer(404, "");
        isRefused(address, ErrorKind.NOT_FOUND);
    }

    @Test
    void a_store_that_is_only_down_is_asked_again_later_and_not_replaced() throws Exception {
        store.enqueue(new MockResponse.Builder().code(503).build());
        isRefused(ready(signed()), ErrorKind.UPSTREAM);
        assertThat(bench.server().getRequestCount()).isEqualTo(1);
    }

    private void isRefused(URI address, ErrorKind kind) {
        assertThatThrownBy(() -> bench.provider().download(address, folder.resolve(kind + "-" + System.nanoTime()), 1000))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
