package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.internal.requests.CompletedRestAction;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final RuntimeException LOST =
            ErrorResponseException.create(ErrorResponse.SERVER_ERROR, new Response(new IOException("reset"), Set.of()));

    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aLostAnswerIsAskedForAgainSoThatTheMemberGetsTheClipWithoutAButton() {
        assertThat(repeatable(LOST, "id")).isEqualTo(new Outcome.Done<>("id"));
        assertThat(made).hasValue(2);
    }

    @Test
    void anAnswerThatStaysLostStaysUnknown() {
        assertThat(repeatable(LOST, LOST, LOST, LOST, "id")).isInstanceOfSatisfying(Outcome.Failed.class, failed ->
                assertThat(failed.failure()).isInstanceOf(Failure.Lost.class));
        assertThat(made).hasValue(4);
    }

    @Test
    void aDoubtIsNotForgottenWhenTheServerStopsMeanwhile() {
        assertThat(repeatable(LOST, new CancellationException())).isInstanceOfSatisfying(Outcome.Failed.class, failed ->
                assertThat(failed.failure()).isInstanceOf(Failure.Lost.class));
    }

    @Test
    void whatMayNotBeSentTwiceIsSentOnce() {
        Attempts attempts = new Attempts(_ -> true, refusals::incrementAndGet);

        Outcome<String> outcome = attempts.once(PATIENCE, answers(LOST, "id"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed ->
                assertThat(failed.failure()).isInstanceOf(Failure.Lost.class));
        assertThat(made).hasValue(1);
    }

    @Test
    void aServerThatStopsWaitsForNothing() {
        Attempts attempts = new Attempts(_ -> false, refusals::incrementAndGet);

        assertThat(attempts.repeatable(PATIENCE, answers(LOST, "id"))).isInstanceOf(Outcome.Failed.class);
        assertThat(made).hasValue(1);
    }

    private Outcome<String> repeatable(Object... answers) {
        return new Attempts(_ -> true, refusals::incrementAndGet).repeatable(PATIENCE, answers(answers));
    }

    private java.util.function.Supplier<RestAction<String>> answers(Object... answers) {
        Deque<Object> left = new ArrayDeque<>(Arrays.asList(answers));
        return () -> {
            made.incrementAndGet();
            Object next = left.pop();
            return next instanceof Throwable fault
                    ? new CompletedRestAction<>(null, fault)
                    : new CompletedRestAction<>(null, (String) next);
        };
    }
}
