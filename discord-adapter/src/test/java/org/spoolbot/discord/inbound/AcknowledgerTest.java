package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.inbound.Acknowledger.Outcome;
import org.spoolbot.testkit.SettableClock;

class AcknowledgerTest {
    private final SettableClock clock = SettableClock.atTen();
    private final FiredEvents events = new FiredEvents();
    private final PlatformState state = new PlatformState(clock);
    private final Attempts attempts = new Attempts();
    private final Acknowledger acknowledger = new Acknowledger(events, state, clock, attempts);

    @Test
    void anAcknowledgedInteractionMayBeWorkedOn() {
        assertThat(give(Doubles.of(RestAction.class, Map.of()))).isEqualTo(Outcome.GIVEN);
        assertThat(events.fired()).isEmpty();
    }

    @Test
    void aSecondProcessWithTheSameTokenIsToldToTheOperatorAndMakesNoSecondClip() {
        assertThat(give(Doubles.refused(ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED))).isEqualTo(Outcome.REFUSED);

        assertThat(events.fired()).hasOnlyElementsOfType(TokenConflictEvent.class).hasSize(1);
        assertThat(state.health().state()).isEqualTo(State.DOWN);
        assertThat(state.health().detail()).contains("another process uses this token");
    }

    @Test
    void anInteractionThatIsUnknownAlthoughItIsFreshMeansTheSame() {
        assertThat(give(Doubles.refused(ErrorResponse.UNKNOWN_INTERACTION))).isEqualTo(Outcome.REFUSED);
        assertThat(events.fired()).hasSize(1);
    }

    @Test
    void anInteractionThatCameLateRaisesNoAlarm() {
        Instant longAgo = clock.instant().minusSeconds(4);
        RestAction<?> refused = Doubles.refused(ErrorResponse.UNKNOWN_INTERACTION);

        assertThat(acknowledger.give(Doubles.interaction("1", longAgo), refused)).isEqualTo(Outcome.REFUSED);
        assertThat(events.fired()).isEmpty();
    }

    @Test
    void anAnswerThatTookLongerThanASecondRaisesNoAlarm() {
        RestAction<?> slow = Doubles.of(RestAction.class, Map.of("complete", (Supplier<Object>) () -> {
            clock.advance(Duration.ofMillis(1_000));
            throw Doubles.refusal(ErrorResponse.UNKNOWN_INTERACTION);
        }));

        assertThat(give(slow)).isEqualTo(Outcome.REFUSED);
        assertThat(events.fired()).isEmpty();
    }

    @Test
    void anAcknowledgementThatWentOutTwiceBecauseTheAnswerWasLostIsNoOtherProcess() throws Exception {
        attempts.intercept(sending("1"));
        attempts.intercept(sending("1"));

        assertThat(give(Doubles.refused(ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED))).isEqualTo(Outcome.LOST);
        assertThat(events.fired()).isEmpty();
    }

    @Test
    void manyConflictsInAMinuteAreToldOnce() {
        for (int count = 0; count < 5; count++) {
            give(Doubles.refused(ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED));
        }
        assertThat(events.fired()).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        give(Doubles.refused(ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED));
        assertThat(events.fired()).hasSize(2);
    }

    @Test
    void aBrokenConnectionMakesNothingOfTheInteraction() {
        RestAction<?> broken = Doubles.of(RestAction.class, Map.of("complete", (Supplier<Object>) () -> {
            throw new java.util.concurrent.RejectedExecutionException("stopped");
        }));

        assertThat(give(broken)).isEqualTo(Outcome.REFUSED);
        assertThat(events.fired()).isEmpty();
    }

    private Outcome give(RestAction<?> answer) {
        return acknowledger.give(Doubles.interaction("1", clock.instant()), answer);
    }

    private static Interceptor.Chain sending(String interaction) {
        HttpUrl url = HttpUrl.get("http://127.0.0.1/api/v10/interactions/" + interaction + "/token/callback?with_response=true");
        return Doubles.of(Interceptor.Chain.class, Map.of("request", new Request.Builder().url(url).build()));
    }
}
