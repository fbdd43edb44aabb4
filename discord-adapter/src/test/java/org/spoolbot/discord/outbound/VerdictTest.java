package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.platform.SendResult;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "404, 10003, Gone",
        "404, 10004, Gone",
        "404, 10008, Gone",
        "401, 50027, Unreachable",
        "400, 50027, Gone",
        "403, 50001, Forbidden",
        "403, 50007, Forbidden",
        "403, 50013, Forbidden",
        "400, 50083, Forbidden",
        "400, 50035, Forbidden",
        "403, 240000, Forbidden",
        "404, 404, Gone",
        "401, 0, Unreachable",
        "429, 0, SlowDown",
        "400, 20028, SlowDown",
        "403, 40333, SlowDown",
        "503, 130000, Unreachable",
        "500, 0, Unreachable",
        "502, 502, Unreachable",
    })
    void everyRefusalSaysWhetherItIsWorthAnotherTry(int status, int code, String expected) {
        assertThat(Verdict.of(new Failure.Refused(status, code)).getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(ErrorResponse.class)
    void noRefusalIsTakenForALostAnswerOrForSuccess(ErrorResponse code) {
        assertThat(Verdict.of(new Failure.Refused(400, code.getCode())))
                .isNotInstanceOfAny(SendResult.UnknownOutcome.class, SendResult.Sent.class, SendResult.Unreachable.class);
    }

    @Test
    void aLostAnswerIsUnknownAndNeverSentAgainBlindly() {
        assertThat(Verdict.of(Failure.of(fault(new SocketTimeoutException("timeout"))))).isInstanceOf(SendResult.UnknownOutcome.class);
    }

    @Test
    void whatNeverLeftMayBeSentAgain() {
        for (RuntimeException fault : new RuntimeException[] {
            new CancellationException(), new RejectedExecutionException(), new InteractionExpiredException()
        }) {
            assertThat(Verdict.of(Failure.of(fault))).isInstanceOf(SendResult.Unreachable.class);
        }
        assertThat(Verdict.of(Failure.of(new CompletionException(new TimeoutException())))).isInstanceOf(SendResult.SlowDown.class);
    }

    @Test
    void theReasonForTheOperatorRepeatsNothingThatSomebodyElseWrote() {
        assertThat(new Failure.Refused(403, 50013).reason()).isEqualTo("Missing Permissions (50013)");
        assertThat(new Failure.Refused(418, 424242).reason()).isEqualTo("Discord answers 418 (424242)");
        assertThat(Verdict.of(Failure.of(fault(new IOException("https://discord.com/api/webhooks/1/secret-token"))))
                        .toString())
                .doesNotContain("secret-token");
    }

    @Test
    void allWaysInWhichDiscordSaysTooLargeAreKnown() {
        assertThat(new Failure.Refused(413, 413).isTooLarge()).isTrue();
        assertThat(new Failure.Refused(400, 40005).isTooLarge()).isTrue();
        assertThat(new Failure.Refused(400, 50045).isTooLarge()).isTrue();
        assertThat(new Failure.Refused(400, 50035).isTooLarge()).isFalse();
    }

    private static RuntimeException fault(IOException reason) {
        return ErrorResponseException.create(ErrorResponse.SERVER_ERROR, new Response(reason, Set.of()));
    }
}
