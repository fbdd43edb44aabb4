package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.TaskState;

class PollPlanTest {
    private static final PollPlan PLAN = new PollPlan(Duration.ofSeconds(10), Duration.ofMinutes(20), Duration.ofHours(24));
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void aClipIsFirstAskedForALittleBeforeItIsExpected() {
        assertThat(PLAN.first(START, about(50), false)).isEqualTo(START.plusSeconds(40));
        assertThat(PLAN.first(START, about(3600), false)).isEqualTo(START.plusSeconds(300));
        assertThat(PLAN.first(START, about(0), false)).isEqualTo(START.plusSeconds(1));
        assertThat(PLAN.first(START, Optional.empty(), false)).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void aSampleIsBroughtAtOnce() {
        assertThat(PLAN.first(START, Optional.empty(), true)).isBefore(START.plusSeconds(1));
        assertThat(PLAN.step(Duration.ofSeconds(3), Optional.empty(), true)).isLessThan(Duration.ofSeconds(1));
    }

    @Property
    void noClipWaitsLongerThanFiveMinutesForAQuestion(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seconds, @ForAll @LongRange(min = 0, max = 5_000) long expected) {
        Duration elapsed = Duration.ofSeconds(seconds);
        Duration step = PLAN.step(elapsed, expected == 0 ? Optional.empty() : about(expected), false);

        assertThat(step).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        if (seconds < 1200 && seconds >= expected) {
            assertThat(step).isLessThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Property
    void aGatewayInTroubleIsLeftInPeaceButNotForgotten(
            @ForAll @IntRange(min = 0, max = 10_000) int failures, @ForAll @IntRange(min = 0, max = 3_600) int wanted) {
        Duration pause = PLAN.pauseAfterFailure(failures, Optional.of(Duration.ofSeconds(wanted)));

        assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(wanted));
        assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(Math.max(60, wanted)));
    }

    @Test
    void aTaskThatIsMissingIsGivenUpOnlyAfterAMinuteAndThreeAnswers() {
        TaskState missing = new TaskState.Missing();

        assertThat(PLAN.verdict(missing, course(Duration.ofSeconds(59), 30))).isEmpty();
        assertThat(PLAN.verdict(missing, course(Duration.ofMinutes(5), 2))).isEmpty();
        assertThat(PLAN.verdict(missing, course(Duration.ofMinutes(5), 3)))
                .hasValueSatisfying(end -> assertThat(((TaskState.Failed) end).kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void aLateClipIsStillTaken() {
        assertThat(PLAN.verdict(ScriptedGateway.ready(), course(Duration.ofDays(9), 0))).contains(ScriptedGateway.ready());
        assertThat(PLAN.verdict(ScriptedGateway.running(0.5), course(Duration.ofHours(23), 0))).isEmpty();
        assertThat(PLAN.verdict(ScriptedGateway.running(0.5), course(Duration.ofHours(24), 0))).isPresent();
    }

    @Test
    void aClipThatIsMadeButHasNoAddressIsGivenUpAfterFiveMinutesHoweverLongItTook() {
        TaskState finalizing = new TaskState.Finalizing();
        Duration anHour = Duration.ofHours(1);

        assertThat(PLAN.verdict(finalizing, new PollPlan.Course(anHour, 0, Duration.ofSeconds(299)))).isEmpty();
        assertThat(PLAN.verdict(finalizing, new PollPlan.Course(anHour, 0, Duration.ofMinutes(5))))
                .hasValueSatisfying(end -> assertThat(((TaskState.Failed) end).kind()).isEqualTo(ErrorKind.PROTOCOL));
        assertThat(PLAN.step(finalizing, new PollPlan.Course(anHour, 0, Duration.ZERO), Optional.empty(), false)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void clipsThatAllTakeAlikeAreAskedAboutAtTheirTimeAndBroughtWithinSeconds() {
        Optional<Eta.Range> alike = Eta.range(java.util.stream.IntStream.range(0, 50).mapToObj(i -> Duration.ofMillis(300_000 + 40 * i)).toList());

        assertThat(PLAN.first(START, alike, false)).isBetween(START.plusSeconds(298), START.plusSeconds(301));
        assertThat(PLAN.step(Duration.ofSeconds(301), alike, false)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PLAN.step(Duration.ofSeconds(330), alike, false)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
    }

    @Property
    void whateverIsKnownAClipIsBroughtSoonWithFewQuestions(
            @ForAll @IntRange(min = 20, max = 120) int typical, @ForAll @IntRange(min = 0, max = 40) int spread, @ForAll @IntRange(min = -40, max = 40) int off) {
        Duration made = Duration.ofMillis(typical * (1_000L + 10L * off * spread / 40));
        Duration wide = Duration.ofMillis(typical * 10L * spread);
        Eta.Range known = new Eta.Range(Duration.ofSeconds(typical).minus(wide), Duration.ofSeconds(typical), Duration.ofSeconds(typical).plus(wide));
        Duration asked = Duration.between(START, PLAN.first(START, Optional.of(known), false));
        int questions = 1;
        while (asked.compareTo(made) < 0) {
            asked = asked.plus(PLAN.step(asked, Optional.of(known), false));
            questions++;
        }

        assertThat(questions).isLessThanOrEqualTo(15);
        if (off >= -20) {
            assertThat(asked.minus(made)).isLessThanOrEqualTo(Duration.ofSeconds(1).plus(made.dividedBy(20)));
        }
    }

    private static Optional<Eta.Range> about(long seconds) {
        return Optional.of(Eta.Range.around(Duration.ofSeconds(seconds)));
    }

    private static PollPlan.Course course(Duration elapsed, int missingInARow) {
        return new PollPlan.Course(elapsed, missingInARow, Duration.ZERO);
    }
}
