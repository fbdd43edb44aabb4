package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.engine.command.builtin.GatewayDesk;
import org.spoolbot.engine.command.builtin.JobTales;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Standing;

/** Two gateways, the first of which does not make the clip. */
class FailoverTest {
    @TempDir
    Path folder;

    private World world;
    private ScriptedGateway first;
    private ScriptedGateway second;

    @BeforeEach
    void openTwo() {
        World.Outside outside = new World.Outside(folder);
        world = new World(outside);
        first = outside.gateway;
        second = new ScriptedGateway("second", outside.fuse);
        world.get(ProviderDirectory.class).add("providers", second);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPSTREAM", "AUTH", "NO_CREDIT", "ROUTE_MISCONFIGURED", "RATE_LIMIT", "NO_ROUTE", "MEDIA_UNFETCHABLE"})
    void whatTheFirstSurelyDidNotTakeTheSecondMakesAndNobodyPaysTwice(ErrorKind kind) throws Exception {
        first.submits.add(refused(kind));

        Job job = live(world.order());

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.plan().provider()).isEqualTo("second");
        assertThat(first.orders).hasSize(1);
        assertThat(second.orders).hasSize(1);
        assertThat(job.receipt().charged()).isEqualTo(first.price);
        assertThat(world.outside.books.history(job.id()))
                .anySatisfy(event -> {
                    assertThat(event.failure()).contains(kind);
                    assertThat(event.note()).startsWith("studio/clips > second/clips: " + kind);
                });
        assertThat(world.get(HealthBook.class).vitals("studio").incidents())
                .anySatisfy(incident -> assertThat(incident.what()).isEqualTo(kind.name()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FACE_REJECTED", "CONTENT_POLICY", "COPYRIGHT", "INVALID_PARAMS"})
    void whatIsRefusedForWhatItShowsIsTriedNowhereElse(ErrorKind kind) throws Exception {
        first.submits.add(refused(kind));

        Job job = live(world.order());

        assertThat(job.state().failure()).contains(kind);
        assertThat(second.orders).isEmpty();
        assertThat(world.get(HealthBook.class).standing("studio").state()).isEqualTo(Standing.State.HEALTHY);
    }

    @Test
    void aCallWhoseOutcomeNobodyKnowsIsNeverMadeElsewhere() throws Exception {
        first.submits.add(new SubmitOutcome.Unknown("hung"));

        Job job = live(world.order());

        assertThat(job.state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        assertThat(second.orders).isEmpty();
    }

    @Test
    void aMemberPaysWhatWasShownEvenWhereTheOtherIsDearer() throws Exception {
        second.price = new Money(2 * first.price.micros());
        first.submits.add(refused(ErrorKind.AUTH));

        Job job = live(world.order());

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.receipt().charged()).isEqualTo(first.price);
        assertThat(world.outside.books.spendOf(job.id()).micros()).isGreaterThanOrEqualTo(first.price.micros());
    }

    @Test
    void whoIsDearerThanTheOperatorAllowsIsNotAsked() throws Exception {
        second.price = new Money(2 * first.price.micros() + 1);
        first.submits.add(refused(ErrorKind.AUTH));

        assertThat(live(world.order()).state().failure()).contains(ErrorKind.AUTH);
        assertThat(second.orders).isEmpty();
    }

    @Test
    void aSampleNeverTakesThePlaceOfAClip() throws Exception {
        second.sample = true;
        first.submits.add(refused(ErrorKind.NO_CREDIT));

        assertThat(live(world.order()).state().failure()).contains(ErrorKind.NO_CREDIT);
        assertThat(second.orders).isEmpty();
    }

    @Test
    void eachGatewayIsAskedOnceBeforeTheMemberIsTold() throws Exception {
        first.submits.add(refused(ErrorKind.AUTH));
        second.submits.add(refused(ErrorKind.NO_CREDIT));

        assertThat(live(world.order()).state().failure()).contains(ErrorKind.NO_CREDIT);
        assertThat(first.orders).hasSize(1);
        assertThat(second.orders).hasSize(1);
        assertThat(world.events.alerts).contains("provider-studio-auth", "provider-second-no_credit");
    }

    @Test
    void whoAsksForASecondOfPeaceIsWaitedFor() throws Exception {
        first.submits.add(new SubmitOutcome.Refused(ErrorKind.RATE_LIMIT, "429", Optional.of(Duration.ofSeconds(1))));

        assertThat(live(world.order()).plan().provider()).isEqualTo("studio");
        assertThat(second.orders).isEmpty();
    }

    @Test
    void aJobThatWaitsForAGatewayThatWasSwitchedOffGoesElsewhere() throws Exception {
        JobId id = world.order();
        world.get(HealthBook.class).switchOff("studio", "ada", "too slow");

        world.get(Stranded.class).look();

        assertThat(world.job(id).plan().provider()).isEqualTo("second");
        assertThat(live(id).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(first.orders).isEmpty();
    }

    @Test
    void aJobWhoseGatewayIsUnpluggedForLongGoesElsewhereAndOneThatIsReloadedIsWaitedFor() throws Exception {
        ScriptedGateway third = new ScriptedGateway("third", world.outside.fuse);
        ProviderDirectory directory = world.get(ProviderDirectory.class);
        world.get(HealthBook.class).switchOff("studio", "ada", "");
        world.get(HealthBook.class).switchOff("second", "ada", "");
        try (var plugged = directory.add("other", third)) {
            world.order();
        }
        JobId id = new JobId("j1");
        world.get(HealthBook.class).switchOn("second", "ada");

        world.get(Stranded.class).look();
        assertThat(world.job(id).plan().provider()).isEqualTo("third");
        world.outside.clock.advance(Duration.ofMinutes(3));
        world.get(Stranded.class).look();
        assertThat(world.job(id).plan().provider()).isEqualTo("second");
    }

    @Test
    void theNextOrderGoesToTheOtherAtOnceAndSaysWhyInItsHistory() throws Exception {
        first.submits.add(refused(ErrorKind.AUTH));
        live(world.order());

        Job next = world.job(world.order());

        assertThat(next.plan().provider()).isEqualTo("second");
        assertThat(world.outside.books.history(next.id()).getFirst().note()).isEqualTo("skipped studio/clips resting AUTH");
    }

    @Test
    void theRunnerClaimsNothingForAGatewayThatRestsAndOneTrialWhenItIsTriedAgain() throws Exception {
        second.sample = true;
        JobRunner runner = world.get(JobRunner.class);
        JobRunner.Homes homes = world.get(JobRunner.Homes.class);
        first.submits.addAll(List.of(refused(ErrorKind.AUTH)));
        live(world.order());

        assertThat(homes.willing()).containsExactly("second");
        runner.claimAll();
        world.outside.clock.advance(Duration.ofMinutes(15));
        assertThat(homes.willing()).contains("studio");
        world.get(HealthBook.class).ordering("studio");
        assertThat(homes.willing()).doesNotContain("studio");
    }

    @Test
    void aSandboxThatWasToldToMisbehaveMakesTheNextSample() throws Exception {
        first.sample = true;
        second.sample = true;
        first.submits.add(refused(ErrorKind.CONTENT_POLICY));
        for (int times = 0; times < 4; times++) {
            first.submits.add(new SubmitOutcome.Unknown("told to drop it"));
            live(world.order());
        }

        assertThat(live(world.order()).plan().provider()).isEqualTo("studio");
        assertThat(world.get(HealthBook.class).vitals("studio").incidents()).isNotEmpty();
    }

    @Test
    void theOwnerSeesWhatTheGatewaysDidAndOthersSeeOnlyWhereTheJobStands() throws Exception {
        first.submits.add(refused(ErrorKind.AUTH));
        JobId id = live(world.order()).id();
        Instant began = world.job(id).work().submittedAt().orElseThrow();
        GatewayDesk desk = world.get(GatewayDesk.class);
        JobTales tales = world.get(JobTales.class);

        assertThat(desk.find("studio").orElseThrow().condition())
                .isEqualTo(new GatewayDesk.Condition(GatewayDesk.State.RESTING, Optional.of(began.plus(Duration.ofMinutes(15))), "AUTH"));
        assertThat(desk.gateways()).extracting(GatewayDesk.Gateway::id).containsExactly("studio", "second");
        assertThat(desk.isFor(World.OWNER)).isTrue();
        assertThat(desk.isFor(World.MODERATOR)).isFalse();
        assertThat(tales.of(id, World.OWNER).orElseThrow()).anySatisfy(event -> assertThat(event.note()).contains("studio/clips > second/clips"));
        assertThat(tales.of(id, World.MODERATOR).orElseThrow()).isNotEmpty().allSatisfy(event -> assertThat(event.note()).isEmpty());
    }

    private Job live(JobId id) throws InterruptedException {
        while (!world.status(id).isFinal()) {
            world.outside.books.nextClaim().filter(next -> next.isAfter(world.outside.clock.instant())).ifPresent(world.outside.clock::set);
            Job claimed = world.outside.books
                    .claim(Set.of("studio", "second"), Set.of("chat"), world.outside.clock.instant())
                    .orElseThrow();
            world.get(JobLife.class).live(claimed, () -> {});
        }
        return world.job(id);
    }

    private static SubmitOutcome refused(ErrorKind kind) {
        return new SubmitOutcome.Refused(kind, "no", Optional.empty());
    }
}
