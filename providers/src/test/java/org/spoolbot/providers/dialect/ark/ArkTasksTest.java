package org.spoolbot.providers.dialect.ark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;

class ArkTasksTest extends ArkBench {
    @Test
    void trap_4_a_plain_body_marked_gzip_is_read() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("{\"id\":\"t\",\"status\":\"running\"}")
                .build());
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Running(java.util.OptionalDouble.empty()));
    }

    @Test
    void the_published_answer_of_a_finished_task_is_read() throws Exception {
        answer(200, """
                {"id":"t","model":"doubao-seedance-2-0-fast-260128","status":"succeeded",
                 "content":{"video_url":"https://x.example/a.mp4?X-Tos-Expires=86400"},
                 "usage":{"completion_tokens":108900,"total_tokens":108900},"duration":5}""");
        assertThat(provider.poll(Set.of("t")).get("t")).isInstanceOfSatisfying(TaskState.Ready.class, ready -> {
            assertThat(ready.clip().address()).hasToString("https://x.example/a.mp4?X-Tos-Expires=86400");
            long tokens = ready.clip().tokens().orElseThrow();
            assertThat(provider.cost(model(), words().request(), tokens)).contains(new Money(725_274));
            assertThat(ready.toString()).doesNotContain("x.example");
        });
    }

    @Test
    void success_without_an_address_is_not_ready_yet() throws Exception {
        answer(200, "{\"id\":\"t\",\"status\":\"succeeded\",\"content\":{}}");
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Finalizing());
    }

    @Test
    void expired_cancelled_and_failed_tasks_end_with_their_kinds() throws Exception {
        answer(200, "{\"items\":[{\"id\":\"a\",\"status\":\"expired\"},{\"id\":\"b\",\"status\":\"cancelled\"},"
                + "{\"id\":\"c\",\"status\":\"failed\",\"error\":{\"code\":\"OutputVideoSensitiveContentDetected\"}},"
                + "{\"id\":\"d\",\"status\":\"failed\"},{\"id\":\"e\",\"status\":\"sleeping\"}],\"total\":5}");
        Map<String, TaskState> states = provider.poll(Set.of("a", "b", "c", "d", "e"));
        assertThat(states.values().stream().filter(TaskState.Failed.class::isInstance).map(state -> ((TaskState.Failed) state).kind()))
                .containsExactlyInAnyOrder(
                        ErrorKind.TIMEOUT, ErrorKind.CANCELLED_BY_PROVIDER, ErrorKind.CONTENT_POLICY, ErrorKind.UPSTREAM);
        assertThat(states.get("e")).isInstanceOf(TaskState.Running.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_task_that_the_list_leaves_out_is_asked_for_by_itself() throws Exception {
        answer(200, "{\"items\":[{\"id\":\"a\",\"status\":\"queued\"}],\"total\":1}");
        answer(404, "{\"error\":{\"code\":\"ResourceNotFound\"}}");
        assertThat(provider.poll(Set.of("a", "b")))
                .containsEntry("a", new TaskState.Waiting())
                .containsEntry("b", new TaskState.Missing());
    }

    private static String task(String id, long created, String more) {
        return "{\"id\":\"" + id + "\",\"created_at\":" + created + more + "}";
    }

    private Optional<Set<String>> trace() throws Exception {
        Instant from = Instant.ofEpochSecond(1_000);
        return provider.trace(model(), words().request(), from, from.plusSeconds(600));
    }

    @Test
    void a_lost_order_is_looked_for_by_time_and_by_what_the_list_tells() throws Exception {
        String fits = ",\"resolution\":\"720p\",\"ratio\":\"16:9\",\"duration\":5,\"generate_audio\":false";
        answer(
                200,
                "{\"total\":6,\"items\":["
                        + String.join(
                                ",",
                                task("late", 1_700, ""),
                                task("waits", 1_010, ",\"status\":\"queued\""),
                                task("made", 1_005, fits),
                                task("longer", 1_004, ",\"duration\":8"),
                                task("upright", 1_003, ",\"ratio\":\"9:16\""),
                                task("early", 900, fits))
                        + "]}");

        assertThat(trace()).contains(Set.of("waits", "made"));
        assertThat(server.takeRequest().getTarget()).contains("filter.model=" + model().wireName());
    }

    @Test
    void a_list_that_does_not_go_back_far_enough_is_read_on() throws Exception {
        answer(200, "{\"total\":3,\"items\":[" + task("a", 1_020, "") + "]}");
        answer(200, "{\"total\":3,\"items\":[" + task("b", 1_010, "") + "," + task("c", 10, "") + "]}");

        assertThat(trace()).contains(Set.of("a", "b"));
    }

    @Test
    void a_list_in_no_order_is_read_to_its_end() throws Exception {
        answer(200, "{\"total\":3,\"items\":[" + task("a", 10, "") + "," + task("b", 1_010, "") + "," + task("old", 20, "") + "]}");

        assertThat(trace()).contains(Set.of("b"));
        answer(200, "{\"total\":3,\"items\":[" + task("b", 1_010, "") + "," + task("d", 1_020, "") + "]}");
        answer(200, "{\"total\":3,\"items\":[" + task("a", 10, "") + "]}");

        assertThat(trace()).contains(Set.of("b", "d"));
    }

    @Test
    void a_list_without_end_tells_nothing_for_sure() throws Exception {
        for (int page = 0; page < ArkLimits.MOST_PAGES; page++) {
            answer(200, "{\"items\":[" + task("t" + page, 1_010, "") + "]}");
        }

        assertThat(trace()).isEmpty();
    }

    @Test
    void trap_16_html_with_200_at_a_poll_is_a_fault_and_no_end_of_the_job() {
        answer(200, "<html>");
        assertThatThrownBy(() -> provider.poll(Set.of("t")))
                .isInstanceOfSatisfying(
                        ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void trap_5_a_download_carries_no_key_and_streams_to_the_file() throws Exception {
        answer(200, "mp4-bytes");
        Path target = folder.resolve("clip.mp4");
        provider.download(server.url("/tos/a.mp4?sig=1").uri(), target, 1000);
        assertThat(target).hasContent("mp4-bytes");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getTarget()).isEqualTo("/tos/a.mp4?sig=1");
    }

    @Test
    void a_clip_over_the_limit_is_not_stored() {
        answer(200, "x".repeat(2000));
        assertThatThrownBy(() -> provider.download(server.url("/a").uri(), folder.resolve("a"), 1000))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void a_public_gateway_cannot_send_us_to_plain_http_or_to_this_machine() {
        ArkProvider far = providerAt(URI.create("https://gateway.example/api/v3"));
        assertThatThrownBy(() -> far.download(server.url("/a").uri(), folder.resolve("a"), 1000))
                .isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> far.download(URI.create("https://127.0.0.1:" + server.getPort() + "/a"), folder.resolve("b"), 1000))
                .isInstanceOf(ProviderException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void only_a_waiting_task_is_deleted_because_deleting_a_finished_one_destroys_it() throws Exception {
        answer(200, "{\"id\":\"t\",\"status\":\"succeeded\",\"content\":{\"video_url\":\"https://x/y\"}}");
        assertThat(provider.withdraw("t")).isEqualTo(org.spoolbot.api.provider.VideoProvider.Withdrawal.TOO_LATE);
        assertThat(server.getRequestCount()).isEqualTo(1);
        answer(200, "{\"id\":\"t\",\"status\":\"queued\"}");
        answer(200, "{}");
        assertThat(provider.withdraw("t")).isEqualTo(org.spoolbot.api.provider.VideoProvider.Withdrawal.WITHDRAWN);
    }

    @Test
    void the_price_is_rate_times_exact_tokens() {
        assertThat(provider.price(model(), words().request())).contains(new Money(725_274));
        assertThat(provider.price(provider.models().get(1), words().request())).isEmpty();
    }
}
