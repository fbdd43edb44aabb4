package org.spoolbot.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.testkit.SettableClock;

class HealthBookTest {
    private final SettableClock clock = SettableClock.atTen();
    private final MemoryTexts texts = new MemoryTexts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HealthBook book = book();

    @Test
    void aGatewayThatFailsAgainAndAgainRestsAndIsTriedOnce() {
        fail(ErrorKind.UPSTREAM, 2);
        assertThat(state()).isEqualTo(Standing.State.HEALTHY);
        fail(ErrorKind.UPSTREAM, 1);
        assertThat(state()).isEqualTo(Standing.State.RESTING);

        clock.advance(Breaker.FIRST_REST);
        assertThat(state()).isEqualTo(Standing.State.TRIAL);
        accept();
        assertThat(state()).isEqualTo(Standing.State.HEALTHY);
    }

    @Test
    void itRestsLongerEachTimeTheTrialFails() {
        fail(ErrorKind.UPSTREAM, 3);
        clock.advance(Breaker.FIRST_REST);
        fail(ErrorKind.UPSTREAM, 1);

        assertThat(book.standing("ark").until()).contains(clock.instant().plus(Breaker.FIRST_REST.multipliedBy(2)));
    }

    @Test
    void anAccountThatIsRefusedRestsAtOnceAndTheOperatorHearsOfIt() {
        List<String> told = new ArrayList<>();
        book.listen(new HealthBook.Listener() {
            @Override
            public void rests(String provider, ErrorKind kind) {
                told.add(provider + " " + kind);
            }

            @Override
            public void changed() {}
        });

        fail(ErrorKind.NO_CREDIT, 1);

        assertThat(state()).isEqualTo(Standing.State.RESTING);
        assertThat(book.standing("ark").until()).contains(clock.instant().plus(Breaker.ACCOUNT_REST));
        assertThat(told).containsExactly("ark NO_CREDIT");
        assertThat(meters.counter("spoolbot.provider.refusals", "provider", "ark", "kind", "no_credit").count()).isEqualTo(1);
    }

    @Test
    void whatAMemberDidWrongSaysNothingAgainstTheGateway() {
        fail(ErrorKind.CONTENT_POLICY, 20);

        assertThat(state()).isEqualTo(Standing.State.HEALTHY);
        assertThat(book.vitals("ark").well()).isEqualTo(20);
    }

    @Test
    void aGatewayWithTooMuchToDoIsFullForAsLongAsItSays() {
        submit(new SubmitOutcome.Refused(ErrorKind.RATE_LIMIT, "429", Optional.of(Duration.ofSeconds(40))));

        assertThat(state()).isEqualTo(Standing.State.FULL);
        clock.advance(Duration.ofSeconds(40));
        assertThat(state()).isEqualTo(Standing.State.HEALTHY);
    }

    @Test
    void onlyAPaidCallProvesThatASickGatewayTakesOrdersAgain() {
        fail(ErrorKind.UPSTREAM, 3);
        clock.advance(Breaker.FIRST_REST);

        book.asked("ark", clock.instant());

        assertThat(state()).isEqualTo(Standing.State.TRIAL);
    }

    @Test
    void questionsThatNobodyAnswersKeepOrdersAwayUnlessOnlySamplesAreMade() {
        for (int times = 0; times < 3; times++) {
            book.unanswered("ark", clock.instant(), new ProviderException(ErrorKind.UPSTREAM, "refused"), true);
            book.unanswered("box", clock.instant(), new ProviderException(ErrorKind.UPSTREAM, "told to"), false);
        }

        assertThat(state()).isEqualTo(Standing.State.RESTING);
        assertThat(book.standing("box")).isEqualTo(Standing.HEALTHY);
    }

    @Test
    void whatAnOwnerSwitchedOffStaysOffOverARestart() {
        book.switchOff("ark", "ada", "too dear");

        HealthBook afterRestart = book();
        assertThat(afterRestart.standing("ark").state()).isEqualTo(Standing.State.OFF);
        assertThat(afterRestart.standing("ark").by()).isEqualTo("ada: too dear");
        afterRestart.switchOn("ark", "ada");
        assertThat(book().standing("ark").state()).isEqualTo(Standing.State.HEALTHY);
    }

    @Test
    void switchingOnForgetsThatItWasSick() {
        fail(ErrorKind.AUTH, 1);

        book.switchOn("ark", "ada");

        assertThat(state()).isEqualTo(Standing.State.HEALTHY);
    }

    @Test
    void noMoreOrdersThanTheGatewayTakes() {
        GatewayHealth health = new GatewayHealth();
        GatewayLimits two = new GatewayLimits(2, 1, 1, 1);

        assertThat(health.admits(two, clock.instant())).isTrue();
        health.entered();
        health.ordering();
        assertThat(health.admits(two, clock.instant())).as("one a second").isFalse();
        assertThat(health.nextChange(two, clock.instant())).contains(clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(health.admits(two, clock.instant())).isTrue();
        health.entered();
        clock.advance(Duration.ofSeconds(5));
        assertThat(health.admits(two, clock.instant())).as("two at once").isFalse();
        health.left();
        assertThat(health.admits(two, clock.instant())).isTrue();
    }

    @Test
    void whatIsRememberedIsBoundedAndFreeOfLineBreaks() {
        for (int times = 0; times < 50; times++) {
            submit(new SubmitOutcome.Refused(ErrorKind.INVALID_PARAMS, "line\nbreak " + "x".repeat(500), Optional.empty()));
        }

        assertThat(book.vitals("ark").incidents()).hasSize(10).allSatisfy(incident -> assertThat(incident.detail())
                .startsWith("line break")
                .hasSize(200));
    }

    private Standing.State state() {
        return book.standing("ark").state();
    }

    private void accept() {
        submit(new SubmitOutcome.Accepted("task", Optional.empty()));
    }

    private void fail(ErrorKind kind, int times) {
        for (int time = 0; time < times; time++) {
            submit(new SubmitOutcome.Refused(kind, "no", Optional.empty()));
        }
    }

    private void submit(SubmitOutcome outcome) {
        book.submitted("ark", "j1", clock.instant(), outcome);
    }

    private HealthBook book() {
        return new HealthBook(new Switches(texts), clock, meters);
    }
}
