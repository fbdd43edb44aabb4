package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;

@Timeout(20)
class JobLifeTest {
    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aClipIsMadeAndBroughtToTheOneWhoAsked() throws InterruptedException {
        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.work().delivery()).isEqualTo(Job.Delivery.DONE);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.CHARGED);
        assertThat(outside.chat.last().envelope().mention()).contains(World.ADA.account());
        assertThat(outside.chat.last().attachments()).hasSize(1);
        assertThat(outside.chat.last().text()).contains("job.receipt.charged", "0.50, USD");
    }

    @Test
    void aLostAnswerToThePaidCallNeverBuysASecondClip() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Unknown("connection reset"));

        Job job = world.liveThrough();

        assertThat(outside.gateway.orders).hasSize(1);
        assertThat(job.state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.HELD);
        assertThat(world.events.alerts).contains("submit-ambiguous");
        assertThat(outside.chat.last().text()).contains("error.submit-ambiguous").contains("job.receipt.held");
        assertThat(ScriptedChat.buttons(outside.chat.last())).isEmpty();
    }

    @Test
    void aBusyGatewayCostsAWaitAndNotTheClip() throws InterruptedException {
        Instant start = outside.clock.instant();
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.RATE_LIMIT, "429", Optional.of(Duration.ofMinutes(2))));
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.UPSTREAM, "connect refused", Optional.empty()));

        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outside.gateway.orders).hasSize(3);
        assertThat(outside.clock.instant()).isAfter(start.plus(Duration.ofMinutes(2)));
    }

    @Test
    void aGatewayThatStaysBusyGivesTheMoneyBackInTheEnd() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.RATE_LIMIT, "429", Optional.empty()));
        }

        Job job = world.liveThrough();

        assertThat(job.state().failure()).contains(ErrorKind.RATE_LIMIT);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(outside.gateway.orders).hasSize(Submission.MOST_ATTEMPTS + 1);
        assertThat(ScriptedChat.buttons(outside.chat.last())).containsExactly("v1:retry:j1");
    }

    @Test
    void aRefusedPromptIsToldInPlainWordsAndCostsNothing() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.CONTENT_POLICY, "code 4711", Optional.empty()));

        Job job = world.liveThrough();

        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(outside.chat.last().text()).contains("error.content-policy").contains("job.receipt.refunded").doesNotContain("4711");
        assertThat(ScriptedChat.buttons(outside.chat.last())).containsExactly("v1:repair:j1:words");
    }

    @Test
    void aProviderThatBreaksInThePaidCallIsNotAskedAgain() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Unknown("broke"));

        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        assertThat(outside.gateway.orders).hasSize(1);
    }

    @Test
    void booksThatAreBusyAfterThePaidCallLoseNoTask() throws InterruptedException {
        JobId id = world.order();
        Job claimed = outside.books.claim(java.util.Set.of("studio"), java.util.Set.of("chat"), outside.clock.instant()).orElseThrow();
        outside.books.busyFor = 30;

        world.get(JobLife.class).live(claimed, () -> {});

        assertThat(world.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outside.gateway.orders).hasSize(1);
    }

    @Test
    void aGatewayThatCannotBeAskedForAWhileLosesNoClip() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            outside.gateway.polls.add(ScriptedGateway.down());
        }
        outside.gateway.polls.add(ScriptedGateway.running(0.4));

        assertThat(world.liveThrough().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outside.gateway.orders).hasSize(1);
    }

    @Test
    void aTaskTheGatewayDoesNotKnowYetIsNotGivenUp() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            outside.gateway.polls.add(new TaskState.Missing());
        }

        assertThat(world.liveThrough().status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aTaskTheGatewayNeverFinishesIsGivenUpWithTheMoneyBack() throws InterruptedException {
        for (int i = 0; i < 5_000; i++) {
            outside.gateway.polls.add(ScriptedGateway.running(0.9));
        }

        Job job = world.liveThrough();

        assertThat(job.state().failure()).contains(ErrorKind.TIMEOUT);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
    }

    @Test
    void aFailedDownloadIsTriedAgainWithAFreshAddress() throws InterruptedException {
        outside.gateway.downloads.add(new ProviderException(ErrorKind.UPSTREAM, "reset"));
        outside.gateway.downloads.add(new ProviderException(ErrorKind.NOT_FOUND, "expired"));

        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outside.gateway.asked).hasSize(3);
        assertThat(outside.gateway.orders).hasSize(1);
    }

    @Test
    void aClipThatCannotBeFetchedForHoursIsToldToTheOperator() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            outside.gateway.downloads.add(new ProviderException(ErrorKind.UPSTREAM, "reset"));
        }

        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(world.events.alerts).contains("clip-lost");
    }

    @Test
    void aClipTooLargeForTheChatComesSmaller() throws InterruptedException {
        outside.chat.maxBytes = 100;
        outside.cabinet.shrinks = true;

        world.liveThrough();

        assertThat(outside.chat.last().attachments().getFirst().file().info().bytes()).isLessThanOrEqualTo(100);
        assertThat(outside.chat.last().text()).startsWith("job.delivered-smaller");
    }

    @Test
    void aClipThatCannotBeMadeSmallerComesAsALink() throws InterruptedException {
        outside.chat.maxBytes = 100;
        outside.link = Optional.of(URI.create("https://bot.test/media/x"));

        world.liveThrough();

        assertThat(outside.chat.last().attachments()).isEmpty();
        assertThat(outside.chat.last().text()).contains("https://bot.test/media/x");
    }

    @Test
    void aClipThatFitsNowhereSaysHowToGetIt() throws InterruptedException {
        outside.chat.answers.add(new SendResult.TooLarge(1_000_000));

        Job job = world.liveThrough();

        assertThat(job.work().delivery()).isEqualTo(Job.Delivery.DONE);
        assertThat(outside.chat.last().text()).startsWith("job.delivered-too-large[j1");
    }

    @Test
    void aChatThatIsAwayForHoursStillGetsItsClip() throws InterruptedException {
        outside.chat.answers.add(new SendResult.SlowDown(Duration.ofMinutes(30)));
        for (int i = 0; i < 20; i++) {
            outside.chat.answers.add(new SendResult.Unreachable("offline"));
        }

        assertThat(world.liveThrough().work().delivery()).isEqualTo(Job.Delivery.DONE);
        assertThat(outside.chat.clips()).isEqualTo(1);
    }

    @Test
    void aClipThatMayHaveArrivedIsOfferedAgainAndNotSentAgain() throws InterruptedException {
        outside.chat.answers.add(new SendResult.UnknownOutcome("timeout"));

        Job job = world.liveThrough();

        assertThat(job.work().delivery()).isEqualTo(Job.Delivery.UNKNOWN);
        assertThat(outside.chat.clips()).isZero();
        assertThat(ScriptedChat.buttons(outside.chat.last())).containsExactly("v1:resend:j1");
        assertThat(world.get(JobService.class).resend(job.id(), World.ADA, World.inTown()).done()).isTrue();
        assertThat(outside.chat.clips()).isEqualTo(1);
    }

    @Test
    void aClipThatIsWantedOnceMoreIsNotTakenForTheOneThatStandsThere() throws InterruptedException {
        Job job = world.liveThrough();
        assertThat(outside.chat.last().envelope().nonce()).contains("j1");

        world.get(JobService.class).resend(job.id(), World.ADA, World.inTown());

        assertThat(outside.chat.last().attachments()).hasSize(1);
        assertThat(outside.chat.last().envelope().nonce()).isEmpty();
    }

    @Test
    void aClipForAPlaceThatIsGoneIsKeptAndCharged() throws InterruptedException {
        outside.chat.answers.add(new SendResult.Gone("deleted"));

        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.work().delivery()).isEqualTo(Job.Delivery.IMPOSSIBLE);
        assertThat(job.work().clip()).contains(MemoryCabinet.CLIP);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.CHARGED);
    }

    @Test
    void theOwnersHearOnceWhenHalfOfTheDaysMoneyIsGone() {
        outside.rules.files.put(
                new QuotaSubject.Global(), List.of(MemoryRules.limit(QuotaLimit.Measure.COST_PER_DAY, 10_000_000)));
        SpendWatch watch = world.get(SpendWatch.class);
        for (long spent : new long[] {4_999_999, 5_000_000, 6_000_000, 8_000_000, 11_000_000}) {
            outside.books.spent = new Money(spent);
            watch.look();
        }
        assertThat(world.events.alerts).containsExactly("cap-day-50", "cap-day-80", "cap-day-100");

        outside.clock.advance(Duration.ofDays(1));
        watch.look();
        assertThat(world.events.alerts).hasSize(4);
    }

    @Test
    void theOwnersAreNotToldAgainByARestartWhatTheyKnow() throws InterruptedException {
        outside.rules.files.put(
                new QuotaSubject.Global(), List.of(MemoryRules.limit(QuotaLimit.Measure.COST_PER_DAY, 10_000_000)));
        outside.books.spent = new Money(6_000_000);
        SpendWatch watch = world.get(SpendWatch.class);
        watch.start();
        world.liveThrough();
        assertThat(world.events.alerts).isEmpty();

        outside.books.spent = new Money(9_000_000);
        world.liveThrough();
        assertThat(world.events.alerts).containsExactly("cap-day-80");
    }

    @Test
    void aFaultOfOursNeitherPaysTwiceNorLosesTheClip() throws InterruptedException {
        JobId id = world.order();
        outside.books.brokenFor = 2;
        CountDownLatch over = world.untilOver(id);
        world.get(JobRunner.class).claimAll();

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(outside.gateway.orders).hasSize(1);
        assertThat(world.job(id).state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
    }

    @Test
    void anUnclearBillGivesTheMemberTheMoneyBackAfterADay() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Unknown("reset"));
        Job job = world.liveThrough();
        UnclearSweeper sweeper = world.get(UnclearSweeper.class);

        outside.clock.advance(Duration.ofHours(23));
        sweeper.sweep();
        assertThat(world.job(job.id()).receipt().standing()).isEqualTo(Receipt.Standing.HELD);

        outside.clock.advance(Duration.ofHours(2));
        sweeper.sweep();
        sweeper.sweep();
        assertThat(world.job(job.id()).receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(outside.books.spendOf(job.id()).standing()).isEqualTo(Spend.Standing.PRESUMED);
    }
}
