package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import org.spoolbot.providers.dialect.GatewayBench;
import org.spoolbot.providers.dialect.laozhangmultipart.LaozhangMultipartDialect;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;

class LaozhangMultipartRoundTripTest extends LaozhangRoundTrips {
    @Override
    Dialect dialect() {
        return new LaozhangMultipartDialect();
    }

    private GatewayBench.Handed part(int index, Role role, MediaType type) throws Exception {
        return file(index, role, type, Optional.empty());
    }

    @Test
    void a_first_frame_becomes_a_clip() throws Exception {
        arrives(bench.order(Prompt.plain("x"), Mode.FIRST_FRAME, part(1, Role.FIRST_FRAME, MediaType.PNG)));
    }

    @Test
    void a_first_and_a_last_frame_become_a_clip() throws Exception {
        arrives(bench.order(
                Prompt.plain("x"), Mode.FIRST_LAST_FRAME,
                part(1, Role.FIRST_FRAME, MediaType.PNG), part(2, Role.LAST_FRAME, MediaType.JPEG)));
    }

    @Test
    void references_of_each_kind_become_a_clip_and_arrive_whole_and_in_order() throws Exception {
        Prompt prompt = new Prompt(List.of(new Prompt.Tag(MediaKind.IMAGE, 2), new Prompt.Text(" in "), new Prompt.Tag(MediaKind.VIDEO, 1)));
        GatewayBench.Handed first = part(1, Role.REFERENCE, MediaType.PNG);
        GatewayBench.Handed clip = part(1, Role.REFERENCE, MediaType.MP4);
        GatewayBench.Handed second = part(2, Role.REFERENCE, MediaType.JPEG);
        arrives(bench.order(prompt, Mode.REFERENCE, first, clip, second));
        assertThat(gateway.createsOf("@IMG_2 in @VID_1")).isEqualTo(1);
        List<RecordedRequest.Part> parts = gateway.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .body()
                .parts();
        assertThat(parts).extracting(RecordedRequest.Part::fileName).endsWith("image1.png", "video1.mp4", "image2.jpg");
        assertThat(parts.getLast().bytes()).isEqualTo(second.source().file().info().bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrapped", "wrapped-old"})
    void other_relays_that_wrap_their_answers_are_understood(String shape) throws Exception {
        arrives(words("x [sandbox:shape=" + shape + "]"));
        assertThat(end(accepted(words("y [sandbox:shape=" + shape + "] [sandbox:fail=OutputVideoSensitiveContentDetected]"))))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.CONTENT_POLICY));
    }

    @Test
    void succeeded_comes_before_completed_and_is_not_the_end() throws Exception {
        String taskId = accepted(words("x"));
        clock.advance(java.time.Duration.ofSeconds(12));
        assertThat(state(taskId)).isEqualTo(new TaskState.Finalizing());
        assertThat(state(taskId)).isInstanceOf(TaskState.Ready.class);
    }

    @Test
    void a_success_that_never_tells_where_stays_unfinished() throws Exception {
        assertThat(end(accepted(words("x [sandbox:no-url]")))).isEqualTo(new TaskState.Finalizing());
    }

    @Test
    void an_expired_link_is_told_as_such_so_that_a_new_one_is_asked_for() throws Exception {
        URI address = ready(accepted(words("x [sandbox:expired-url]")));
        assertThatThrownBy(() -> provider.download(address, folder.resolve("a"), 1000))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }
}
