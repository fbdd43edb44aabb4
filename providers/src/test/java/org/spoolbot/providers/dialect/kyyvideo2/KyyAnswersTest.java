package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.providers.dialect.LoopbackGateway.json;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.http.CallResult;

class KyyAnswersTest {
    private final KyyFaultKinds kinds = new KyyFaultKinds();
    private final KyyAnswers answers = new KyyAnswers(new GatewayJson(), kinds);

    @Test
    void the_documents_create_answer_gives_the_id() {
        SubmitOutcome.Accepted accepted = new SubmitOutcome.Accepted("video_fd35ee52-2a98-44a6-b930-29a88ce9b8fd", Optional.empty());
        String answer = """
                {"id": "video_fd35ee52-2a98-44a6-b930-29a88ce9b8fd", "object": "video", "created": 1774836724,
                 "model": "seedance_2_0_fast", "status": "queued", "error": null}""";
        assertThat(KyyAnswers.accepted(json(answer))).contains(accepted);
        assertThat(KyyAnswers.accepted(json("{\"code\":0,\"data\":" + answer + "}"))).contains(accepted);
    }

    @Test
    void waiting_and_working_are_told_apart() throws Exception {
        assertThat(answers.state(json("{\"status\":\"queued\",\"video_url\":null,\"error\":null}"))).isEqualTo(new TaskState.Waiting());
        assertThat(answers.state(json("{\"status\":\"processing\",\"video_url\":null}")))
                .isEqualTo(new TaskState.Running(OptionalDouble.empty()));
        assertThat(answers.state(json("{\"status\":\"a-new-word\"}"))).isEqualTo(new TaskState.Running(OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({"40594, 40594", "\"40594\", 40594", "null, -1", "\"about 40000\", -1"})
    void trap_14_tokens_come_as_a_number_or_as_a_text(String tokens, long expected) throws Exception {
        String task = "{\"id\":\"v\",\"status\":\"completed\",\"video_url\":\"https://x/y.mp4\",\"actualDuration\":5.04,\"totalTokens\":"
                + tokens + ",\"amount\":1.9,\"error\":null}";
        OptionalLong read = expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected);
        assertThat(answers.state(json(task)))
                .isEqualTo(new TaskState.Ready(
                        new GeneratedClip(URI.create("https://x/y.mp4"), Optional.empty(), Optional.empty(), read)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"completed\"}", "{\"status\":\"completed\",\"video_url\":null}", "{\"status\":\"completed\",\"video_url\":\"\"}"})
    void done_without_a_clip_is_not_done(String body) throws Exception {
        assertThat(answers.state(json(body))).isEqualTo(new TaskState.Finalizing());
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "The request failed because the input image may contain real person., FACE_REJECTED",
        "图片2包含人脸，请先上传素材库审核, FACE_REJECTED",
        "Images involving faces or virtual avatars must be uploaded to the asset library for review first, FACE_REJECTED",
        "InputImageSensitiveContentDetected.PrivacyInformation, FACE_REJECTED",
        "OutputVideoSensitiveContentDetected: blocked, CONTENT_POLICY",
        "生成内容涉及版权, COPYRIGHT",
        "素材 URL 无法访问, MEDIA_UNFETCHABLE",
        "failed to download referenceVideos[0], MEDIA_UNFETCHABLE",
        "内容违规, CONTENT_POLICY",
        "提示词包含敏感词, CONTENT_POLICY",
        "账户余额不足, NO_CREDIT",
        "请求过于频繁, RATE_LIMIT",
        "生成超时, TIMEOUT",
        "request timed out, TIMEOUT",
        "参数错误, INVALID_PARAMS",
        "duration must be 4-15, INVALID_PARAMS",
        "something else, UPSTREAM"
    })
    void trap_14_a_failure_is_a_sentence(String sentence, ErrorKind kind) throws Exception {
        assertThat(answers.state(json("{\"status\":\"failed\",\"error\":\"" + sentence + "\"}")))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(kind);
                    assertThat(failed.detail()).isEqualTo("task failed");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"failed\"}", "{\"status\":\"failed\",\"error\":null}", "{\"status\":\"failed\",\"error\":\"\"}"})
    void a_failure_without_a_sentence_is_the_gateways(String body) throws Exception {
        assertThat(answers.state(json(body)))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.UPSTREAM));
    }

    @Test
    void a_picture_is_blamed_where_the_sentence_counts_it() throws Exception {
        assertThat(answers.state(json("{\"status\":\"failed\",\"error\":\"图片2包含人脸\"}")))
                .isInstanceOfSatisfying(
                        TaskState.Failed.class, failed -> assertThat(failed.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2)));
        assertThat(answers.state(json("{\"status\":\"failed\",\"error\":\"OutputAudioSensitiveContentDetected\"}")))
                .isInstanceOfSatisfying(
                        TaskState.Failed.class, failed -> assertThat(failed.blames()).containsExactly(new Blame.Sound()));
    }

    @Test
    void a_cancelled_task_is_told_as_such_and_no_status_is_no_answer() throws Exception {
        assertThat(answers.state(json("{\"status\":\"cancelled\"}")))
                .isEqualTo(new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled"));
        assertThatThrownBy(() -> answers.state(json("{}"))).isInstanceOf(ProviderException.class);
    }

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":1001,\"msg\":\"素材 URL 无法访问\",\"data\":null} | 400",
                "{\"code\":\"-1\",\"msg\":\"x\"} | 400",
                "{\"error\":\"账户余额不足\"} | 400",
                "{\"error\":{\"message\":\"x\"}} | 400",
                "{\"code\":0,\"data\":{\"assetId\":\"a\"}} | 200",
                "{\"code\":\"0\"} | 200",
                "{\"code\":200,\"id\":\"v\"} | 200",
                "{\"code\":7,\"id\":\"v\"} | 200",
                "{\"status\":\"failed\",\"error\":\"x\"} | 200",
                "<html> | 200"
            })
    void a_fault_with_200_is_a_refusal_and_a_task_is_none(String body, int status) {
        assertThat(answers.plain(new CallResult.Answered(200, body, Optional.empty())))
                .isEqualTo(new CallResult.Answered(status, body, Optional.empty()));
    }

    @ParameterizedTest(name = "{0} \"{1}\" is {2}")
    @CsvSource({
        "400, '', INVALID_PARAMS",
        "400, 任务不存在, NOT_FOUND",
        "400, 素材不存在, MEDIA_UNFETCHABLE",
        "401, '', AUTH",
        "403, '', AUTH",
        "403, 余额不足, NO_CREDIT",
        "402, '', NO_CREDIT",
        "404, '', NOT_FOUND",
        "429, '', RATE_LIMIT",
        "429, 余额不足, NO_CREDIT",
        "500, '', UPSTREAM",
        "503, no available channel for model, ROUTE_MISCONFIGURED"
    })
    void each_refusal_becomes_the_kind_that_decides_the_members_sentence(int status, String sentence, ErrorKind kind) {
        assertThat(kinds.ofAnswer(status, new GatewayFault("", sentence))).isEqualTo(kind);
    }
}
