package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;

class RelayAnswersTest {
    private final GatewayJson json = new GatewayJson();
    private final RelayAnswers answers = new RelayAnswers(json);

    private TaskState state(String body) throws ProviderException {
        return answers.state(json.read(body).orElseThrow());
    }

    private static String wrapped(String task) {
        return "{\"code\":\"success\",\"message\":\"\",\"data\":" + task + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "pending, Waiting", "submitted, Waiting", "queued, Waiting", "SUBMITTED, Waiting", "QUEUED, Waiting", "NOT_START, Waiting",
        "unknown, Waiting", "running, Running", "in_progress, Running", "IN_PROGRESS, Running", "processing, Running",
        "succeeded, Finalizing", "completed, Finalizing", "SUCCESS, Finalizing", "failed, Failed", "FAILURE, Failed",
        "expired, Failed", "cancelled, Failed", "canceled, Failed", "moderating, Running"
    })
    void every_status_word_is_understood_flat_and_wrapped(String word, String state) throws ProviderException {
        String task = "{\"task_id\":\"t\",\"status\":\"" + word + "\"}";
        assertThat(state(task).getClass().getSimpleName()).isEqualTo(state);
        assertThat(state(wrapped(task))).isEqualTo(state(task));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"status\":\"completed\",\"video_url\":\"https://x.example/a.mp4\"}",
        "{\"status\":\"succeeded\",\"url\":\"https://x.example/a.mp4\"}",
        "{\"status\":\"completed\",\"video_url\":null,\"url\":\"https://x.example/a.mp4\"}",
        "{\"status\":\"completed\",\"video_url\":\"\",\"metadata\":{\"url\":\"https://x.example/a.mp4\"}}",
        "{\"code\":\"success\",\"data\":{\"status\":\"SUCCESS\",\"result_url\":\"https://x.example/a.mp4\",\"fail_reason\":\"\"}}",
        "{\"code\":\"success\",\"data\":{\"status\":\"SUCCESS\",\"data\":{\"content\":{\"video_url\":\"https://x.example/a.mp4\"}}}}"
    })
    void the_clip_is_found_wherever_the_relay_puts_its_address(String body) throws ProviderException {
        assertThat(state(body)).isInstanceOfSatisfying(
                TaskState.Ready.class, ready -> assertThat(ready.clip().address()).hasToString("https://x.example/a.mp4"));
    }

    @Test
    void the_fail_reason_of_a_success_is_no_fault_and_no_address() throws ProviderException {
        assertThat(state(wrapped("{\"status\":\"SUCCESS\",\"fail_reason\":\"https://x.example/a.mp4\"}"))).isEqualTo(new TaskState.Finalizing());
        assertThat(state(wrapped("{\"status\":\"IN_PROGRESS\",\"fail_reason\":\"InputTextRiskDetection\"}")))
                .isInstanceOf(TaskState.Running.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "50 | 0.5", "\"50%\" | 0.5", "100 | 1", "0 | 0", "\"7.5%\" | 0.075", "250 | 1"
    })
    void progress_comes_as_number_or_text(String progress, double fraction) throws ProviderException {
        assertThat(state("{\"status\":\"running\",\"progress\":" + progress + "}")).isEqualTo(new TaskState.Running(OptionalDouble.of(fraction)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "null", "-3", "{}", "\"\""})
    void progress_that_makes_no_sense_is_none(String progress) throws ProviderException {
        assertThat(state("{\"status\":\"running\",\"progress\":" + progress + "}")).isEqualTo(new TaskState.Running(OptionalDouble.empty()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', value = {
        "{\"status\":\"failed\"} | UPSTREAM",
        "{\"status\":\"failed\",\"error\":null} | UPSTREAM",
        "{\"status\":\"failed\",\"error\":\"OutputVideoSensitiveContentDetected\"} | CONTENT_POLICY",
        "{\"status\":\"failed\",\"error\":{\"code\":500,\"message\":\"x\"}} | UPSTREAM",
        "{\"status\":\"failed\",\"error\":{\"code\":\"OutputVideoSensitiveContentDetected.PolicyViolation\",\"message\":\"x\"}} | COPYRIGHT",
        "{\"status\":\"failed\",\"error\":{\"code\":\"upstream_error\",\"message\":\"{\\\"error\\\":{\\\"code\\\":\\\"InputTextRiskDetection\\\"}}\"}} | CONTENT_POLICY",
        "{\"code\":\"success\",\"data\":{\"status\":\"FAILURE\",\"fail_reason\":\"{\\\"error\\\":{\\\"code\\\":\\\"InputTextRiskDetection\\\"}}\"}} | CONTENT_POLICY",
        "{\"code\":\"success\",\"data\":{\"status\":\"FAILURE\",\"fail_reason\":\"task timed out\"}} | UPSTREAM",
        "{\"code\":\"success\",\"data\":{\"status\":\"FAILURE\",\"fail_reason\":\"x\",\"data\":{\"status\":\"failed\",\"error\":{\"code\":\"InputImageSensitiveContentDetected.PrivacyInformation\"}}}} | FACE_REJECTED"
    })
    void a_failure_tells_its_kind_in_every_envelope(String body, ErrorKind kind) throws ProviderException {
        assertThat(state(body)).isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void a_verdict_on_the_sound_is_blamed_on_the_sound() throws ProviderException {
        assertThat(state("{\"status\":\"failed\",\"error\":{\"code\":\"x\",\"message\":\"OutputAudioSensitiveContentDetected: ...\"}}"))
                .isEqualTo(new TaskState.Failed(ErrorKind.CONTENT_POLICY, "task failed: x", List.of(new Blame.Sound())));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"status\":\"completed\",\"url\":\"https://x.example\",\"usage\":{\"completion_tokens\":108900,\"total_tokens\":1}}",
        "{\"status\":\"completed\",\"url\":\"https://x.example\",\"usage\":{\"total_tokens\":\"108900\"}}",
        "{\"data\":{\"status\":\"SUCCESS\",\"result_url\":\"https://x.example\",\"data\":{\"usage\":{\"completion_tokens\":108900}}}}"
    })
    void the_tokens_billed_are_those_the_gateway_counted(String body) throws ProviderException {
        assertThat(state(body)).isInstanceOfSatisfying(
                TaskState.Ready.class, ready -> assertThat(ready.clip().tokens()).hasValue(108_900));
    }

    @Test
    void an_answer_that_is_none_is_a_fault_of_the_gateway_and_not_of_the_job() {
        assertThatThrownBy(() -> state("{}"))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
        assertThatThrownBy(() -> state("{\"status\":\"completed\",\"url\":\"not an address\"}"))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
        assertThatThrownBy(() -> state("{\"code\":\"insufficient_user_quota\",\"message\":\"\",\"data\":null}"))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.NO_CREDIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"task_id\":\"t\",\"status\":\"pending\"}", "{\"id\":\"t\",\"object\":\"video\"}", "{\"code\":\"success\",\"data\":{\"task_id\":\"t\"}}",
        "{\"id\":\"t\",\"task_id\":\"upstream\"}"
    })
    void the_id_of_an_order_is_found(String body) {
        assertThat(RelayAnswers.accepted(json.read(body).orElseThrow(), "id", "task_id")).hasValueSatisfying(taken -> assertThat(taken.taskId()).isEqualTo("t"));
    }
}
