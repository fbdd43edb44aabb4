package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.providers.dialect.LoopbackGateway.json;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;

class EvolinkAnswersTest {
    private final EvolinkFaultKinds kinds = new EvolinkFaultKinds();
    private final EvolinkAnswers answers = new EvolinkAnswers(new GatewayJson(), kinds, false);

    @Test
    void the_documents_create_answer_gives_id_and_estimate() {
        assertThat(answers.accepted(json("""
                {"id": "task-unified-1761313744-vux2jw0k", "object": "video.generation.task", "created": 1761313744,
                 "model": "seedance-2.0", "status": "pending", "progress": 0, "type": "video",
                 "task_info": {"can_cancel": true, "estimated_time": 165, "video_duration": 8},
                 "usage": {"billing_rule": "per_call", "credits_reserved": 12, "user_group": "default"}}""")))
                .contains(new SubmitOutcome.Accepted("task-unified-1761313744-vux2jw0k", Optional.of(Duration.ofSeconds(165))));
        assertThat(answers.accepted(json("{\"id\":\"t\"}"))).contains(new SubmitOutcome.Accepted("t", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"pending", "PENDING", "queued"})
    void a_waiting_task_waits(String status) throws Exception {
        assertThat(answers.state(json("{\"status\":\"" + status + "\",\"progress\":0}"))).isEqualTo(new TaskState.Waiting());
    }

    @Test
    void a_task_in_work_tells_how_far_it_is() throws Exception {
        assertThat(answers.state(json("{\"status\":\"processing\",\"progress\":45}")))
                .isEqualTo(new TaskState.Running(OptionalDouble.of(0.45)));
        assertThat(answers.state(json("{\"status\":\"running\"}"))).isEqualTo(new TaskState.Running(OptionalDouble.empty()));
        assertThat(answers.state(json("{\"status\":\"a-new-word\",\"progress\":900}")))
                .isEqualTo(new TaskState.Running(OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"results\":[\"https://x/y.mp4\"]",
                "\"results\":[],\"result_data\":[{\"audio_url\":\"https://x/z\"},{\"video_url\":\"https://x/y.mp4\"}]",
                "\"results\":null,\"output\":{\"video_url\":\"https://x/y.mp4\"}"
            })
    void a_finished_clip_is_found_wherever_the_answer_puts_it(String where) throws Exception {
        assertThat(answers.state(json("{\"status\":\"completed\",\"progress\":100," + where + "}")))
                .isEqualTo(new TaskState.Ready(new GeneratedClip(URI.create("https://x/y.mp4"), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"completed\"}", "{\"status\":\"completed\",\"results\":[]}", "{\"status\":\"completed\",\"results\":[\"\"]}"})
    void done_without_a_clip_is_not_done(String body) throws Exception {
        assertThat(answers.state(json(body))).isEqualTo(new TaskState.Finalizing());
    }

    @ParameterizedTest
    @CsvSource({"68, 1000000", "12, 176471", "13.5, 198530", "\"34\", 500000"})
    void the_credits_that_were_taken_are_what_the_clip_cost(String credits, long micros) throws Exception {
        TaskState state = answers.state(
                json("{\"status\":\"completed\",\"results\":[\"https://x/y\"],\"usage\":{\"credits_reserved\":" + credits + "}}"));
        assertThat(state).isInstanceOfSatisfying(
                TaskState.Ready.class, ready -> assertThat(ready.clip().cost()).contains(new Money(micros)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "null", "\"many\"", "{}"})
    void an_amount_that_tells_nothing_leaves_the_price_on_the_card(String credits) throws Exception {
        TaskState state = answers.state(
                json("{\"status\":\"completed\",\"results\":[\"https://x/y\"],\"usage\":{\"credits_reserved\":" + credits + "}}"));
        assertThat(state)
                .isInstanceOfSatisfying(TaskState.Ready.class, ready -> assertThat(ready.clip().cost()).isEmpty());
    }

    @Test
    void a_sample_costs_nothing_whatever_the_answer_says() throws Exception {
        EvolinkAnswers free = new EvolinkAnswers(new GatewayJson(), kinds, true);
        assertThat(free.state(json("{\"status\":\"completed\",\"results\":[\"https://x/y\"],\"usage\":{\"credits_reserved\":12}}")))
                .isInstanceOfSatisfying(TaskState.Ready.class, ready -> assertThat(ready.clip().cost()).contains(Money.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "content_policy_violation, CONTENT_POLICY",
        "invalid_parameters, INVALID_PARAMS",
        "image_processing_error, MEDIA_UNFETCHABLE",
        "image_dimension_mismatch, INVALID_PARAMS",
        "request_cancelled, CANCELLED_BY_PROVIDER",
        "generation_failed_no_content, UPSTREAM",
        "service_error, UPSTREAM",
        "generation_timeout, TIMEOUT",
        "resource_exhausted, RATE_LIMIT",
        "quota_exceeded, RATE_LIMIT",
        "service_unavailable, UPSTREAM",
        "resource_not_found, NOT_FOUND",
        "unknown_error, UPSTREAM",
        "model_unavailable, ROUTE_MISCONFIGURED",
        "never_seen, UPSTREAM",
        "402, NO_CREDIT",
        "500, UPSTREAM"
    })
    void each_failed_task_ends_with_its_kind(String code, ErrorKind kind) throws Exception {
        TaskState state = answers.state(
                json("{\"status\":\"failed\",\"error\":{\"code\":\"" + code + "\",\"message\":\"\",\"type\":\"task_error\"}}"));
        assertThat(state).isInstanceOfSatisfying(TaskState.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(kind);
            assertThat(failed.detail()).isEqualTo("task failed: " + code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"failed\"}", "{\"status\":\"failed\",\"error\":null}", "{\"status\":\"failed\",\"error\":{}}"})
    void a_failure_without_a_reason_is_the_gateways(String body) throws Exception {
        assertThat(answers.state(json(body)))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.UPSTREAM));
    }

    @Test
    void a_cancelled_task_is_told_as_such() throws Exception {
        assertThat(answers.state(json("{\"status\":\"cancelled\"}")))
                .isEqualTo(new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled"));
    }

    @Test
    void an_answer_without_status_or_with_an_address_that_is_none_is_no_clip() {
        assertThatThrownBy(() -> answers.state(json("{}"))).isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> answers.state(json("{\"status\":\"completed\",\"results\":[\"no address\"]}")))
                .isInstanceOf(ProviderException.class);
    }

    @ParameterizedTest(name = "{0} {1} {2} is {3}")
    @CsvSource({
        "400, invalid_parameters, '', INVALID_PARAMS",
        "400, 400, duration must be 4-15, INVALID_PARAMS",
        "400, 400, failed to download image_urls[0], MEDIA_UNFETCHABLE",
        "400, 400, realistic human face uploads are not supported, FACE_REJECTED",
        "400, content_policy_violation, photorealistic people detected, FACE_REJECTED",
        "400, content_policy_violation, celebrity detected in image, FACE_REJECTED",
        "400, content_policy_violation, third-party content violation, COPYRIGHT",
        "400, content_policy_violation, nudity detected, CONTENT_POLICY",
        "400, content_policy_violation, 'no realistic human faces, protected works or unsafe content', CONTENT_POLICY",
        "400, 400, 'violates our content policy: human faces or unsafe content', CONTENT_POLICY",
        "400, content_policy_violation, InputImageSensitiveContentDetected.PrivacyInformation, FACE_REJECTED",
        "401, unauthorized, '', AUTH",
        "401, 401, '', AUTH",
        "402, quota_exceeded, '', NO_CREDIT",
        "402, 402, '', NO_CREDIT",
        "403, permission_denied, '', AUTH",
        "403, 403, '', AUTH",
        "404, task_not_found, '', NOT_FOUND",
        "400, invalid_task_id, '', NOT_FOUND",
        "413, 413, '', INVALID_PARAMS",
        "429, rate_limit_exceeded, '', RATE_LIMIT",
        "429, 429, '', RATE_LIMIT",
        "429, rate_limit_exceeded, insufficient balance, NO_CREDIT",
        "500, internal_error, '', UPSTREAM",
        "502, 502, upstream_error, UPSTREAM",
        "503, 503, '', UPSTREAM",
        "503, model_not_found, no available channel, ROUTE_MISCONFIGURED"
    })
    void each_refusal_becomes_the_kind_that_decides_the_members_sentence(int status, String code, String message, ErrorKind kind) {
        assertThat(kinds.ofAnswer(status, new GatewayFault(code, message))).isEqualTo(kind);
    }

    @Test
    void only_what_is_surely_to_blame_is_blamed() {
        assertThat(blames("celebrity detected in image 2")).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
        assertThat(blames("bad input image_urls[0]")).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        assertThat(EvolinkFaultKinds.ofMaking(new GatewayFault("", "", "image_urls[2]"))).containsExactly(new Blame.File(MediaKind.IMAGE, 3));
        assertThat(blames("Your prompt was blocked")).containsExactly(new Blame.Words());
        assertThat(blames("The generated video was blocked")).containsExactly(new Blame.Picture());
        assertThat(blames("Content policy violation.\nChange your prompt or use another image.")).isEmpty();
    }

    private static List<Blame> blames(String message) {
        return EvolinkFaultKinds.ofMaking(new GatewayFault("content_policy_violation", message));
    }
}
