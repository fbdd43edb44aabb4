package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.event.VideoRequestEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

@Timeout(20)
class JobServiceTest {
    private static final Sender STRANGER = World.person("eve", Optional.of(new Community("chat", "elsewhere")));

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;
    private JobService jobs;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
        jobs = world.get(JobService.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatBecameDearerDoesNotStart() {
        Admission answer = world.tryOrder(order(World.request("a kite"), Optional.of(new Money(499_999))));

        assertThat(answer).isInstanceOf(Admission.Dearer.class);
        assertThat(outside.books.counts()).isEmpty();
        assertThat(world.tryOrder(order(World.request("a kite"), Optional.of(new Money(500_000)))))
                .isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void aListenerSaysNoAndNothingIsSpent() {
        world.events.subscribe(VideoRequestEvent.class, Subscribe.Priority.NORMAL, event -> event.deny("The studio sleeps."));

        assertThat(world.tryOrder(order(World.request("a kite"), Optional.empty())))
                .isEqualTo(new Admission.Refused(List.of(Phrase.literal("The studio sleeps."))));
        assertThat(outside.books.counts()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Prompt prompt = new Prompt(List.of(new Prompt.Text("x".repeat(101)), new Prompt.Tag(MediaKind.IMAGE, 1)));
        VideoRequest wrong = World.request("").withPrompt(prompt)
                .withFormat(new Format(7, Ratio.SQUARE_1_1, Resolution.P1080, true));

        Quote quote = jobs.quote(World.ADA, wrong, World.inTown());

        assertThat(quote.faults()).extracting(Phrase::key).containsExactlyInAnyOrder(
                "job.fault.tag-without-file", "job.fault.prompt-too-long", "job.fault.length", "job.fault.ratio", "job.fault.resolution");
        assertThat(world.tryOrder(order(wrong, Optional.empty()))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void anEmptyPromptBuysNothing() {
        assertThat(world.tryOrder(order(World.request("  "), Optional.empty())))
                .isEqualTo(new Admission.Refused(List.of(Phrase.of("job.fault.prompt-empty"))));
    }

    @Test
    void aLimitThatIsUsedUpIsSeenOnTheCard() {
        outside.rules.files.put(new QuotaSubject.Default(), List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 3)));
        assertThat(jobs.quote(World.ADA, World.request("a kite"), World.inTown()).faults()).isEmpty();

        outside.rules.used = 3;

        assertThat(jobs.quote(World.ADA, World.request("a kite"), World.inTown()).faults())
                .extracting(Phrase::key).containsExactly("quota.over.member.clips-per-day");
        assertThat(jobs.quote(World.OWNER, World.request("a kite"), World.inTown()).faults()).isEmpty();
    }

    @Test
    void theBooksHaveTheLastWordOnLimits() {
        QuotaLimit cap = MemoryRules.limit(Measure.COST_PER_DAY, 100);
        outside.books.breaches = List.of(new JobBooks.Breach(new QuotaSubject.Global(), cap, 100, 5, Optional.of(outside.clock.instant())));

        Admission answer = world.tryOrder(order(World.request("a kite"), Optional.empty()));

        assertThat(((Admission.Refused) answer).reasons()).extracting(Phrase::key).containsExactly("quota.over.global.cost-per-day");
        world.tryOrder(order(World.request("a kite"), Optional.empty()));
        assertThat(world.events.alerts).as("told to the owners once").containsExactly("cap-day-refuses");
    }

    @Test
    void busyBooksAndAFullDiskAreSaidBeforeAnythingIsWritten() {
        outside.books.busyFor = 1;
        assertThat(world.tryOrder(order(World.request("a kite"), Optional.empty()))).isInstanceOf(Admission.Busy.class);
        outside.cabinet.room = false;
        assertThat(world.tryOrder(order(World.request("a kite"), Optional.empty()))).isInstanceOf(Admission.Busy.class);
        assertThat(outside.books.counts()).isEmpty();
    }

    @Test
    void whatWaitsIsWithdrawnFreeOfCharge() {
        JobId id = world.order();

        assertThat(jobs.cancel(id, World.ADA).done()).isTrue();
        assertThat(world.job(id).receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(jobs.cancel(id, World.ADA).done()).isFalse();
    }

    @Test
    void whatIsBeingMadeIsBilledUnlessTheGatewayTakesItBack() throws InterruptedException {
        JobId billed = running();
        assertThat(jobs.cancel(billed, World.ADA).sentence().key()).isEqualTo("job.cancel.billed");
        assertThat(world.job(billed).receipt().standing()).isEqualTo(Receipt.Standing.CHARGED);

        JobId withdrawn = running();
        outside.gateway.withdrawal = VideoProvider.Withdrawal.WITHDRAWN;
        assertThat(jobs.cancel(withdrawn, World.ADA).sentence().key()).isEqualTo("job.cancel.withdrawn");
        assertThat(world.job(withdrawn).receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
    }

    @Test
    void whoCancelsWhileTheBooksAreBusyIsToldSoInsteadOfWaiting() {
        JobId id = world.order();
        outside.books.busyFor = 1;
        assertThatThrownBy(() -> jobs.cancel(id, World.ADA)).isInstanceOf(JobBooks.BooksBusyException.class);
        assertThat(jobs.cancel(id, World.ADA).done()).as("a moment later").isTrue();
    }

    @Test
    void aTaskTakenBackAtTheGatewayIsWrittenDownHoweverBusyTheBooksAre() throws InterruptedException {
        JobId withdrawn = running();
        outside.gateway.withdrawal = VideoProvider.Withdrawal.WITHDRAWN;
        outside.books.busyFor = 3;
        assertThat(jobs.cancel(withdrawn, World.ADA).done()).isTrue();
        assertThat(world.job(withdrawn).receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
    }

    @Test
    void otherPeopleCannotCancelButModeratorsOfThePlaceCan() {
        JobId id = world.order();

        assertThat(jobs.cancel(id, World.BOB).sentence().key()).isEqualTo("job.cancel.not-yours");
        assertThat(jobs.cancel(id, STRANGER).sentence().key()).isEqualTo("job.unknown");
        assertThat(jobs.cancel(id, World.MODERATOR).done()).isTrue();
    }

    @Test
    void aPrivateJobIsSeenByItsAuthorAndTheOwnersAlone() {
        JobId id = world.order(new Destination("chat", Optional.empty(), "dm", Optional.empty(), Optional.empty()));

        assertThat(jobs.find(id, World.ADA)).isPresent();
        assertThat(jobs.find(id, World.OWNER)).isPresent();
        assertThat(jobs.find(id, World.BOB)).isEmpty();
        assertThat(jobs.find(id, World.MODERATOR)).isEmpty();
        assertThat(jobs.find(world.order(), World.BOB)).isPresent();
    }

    @Test
    void aReplyInAnotherChatFindsNobodysPrivateClip() throws InterruptedException {
        JobId id = world.order(new Destination("chat", Optional.empty(), "dm", Optional.empty(), Optional.empty()));
        Job failed = outside.books.apply(id, world.job(id).version(), new JobSignal.Failed(ErrorKind.UPSTREAM)).orElseThrow();
        MessageRef told = new MessageRef("chat", "dm", "m7");
        outside.books.apply(id, failed.version(), new JobSignal.Told(Job.Delivery.DONE, Optional.of(told)));

        assertThat(jobs.endedWith(told, World.ADA).map(JobSnapshot::id)).contains(id);
        assertThat(jobs.endedWith(told, World.BOB)).isEmpty();
        assertThat(jobs.endedWith(told, World.MODERATOR)).isEmpty();
        assertThat(jobs.endedWith(new MessageRef("chat", "dm", "m8"), World.ADA)).isEmpty();
    }

    @Test
    void othersJobsAreListedForThoseWhoModerateAlone() {
        world.order();

        assertThat(jobs.unfinished(World.ADA, false, 10)).hasSize(1);
        assertThat(jobs.unfinished(World.BOB, true, 10)).isEmpty();
        assertThat(jobs.unfinished(World.MODERATOR, true, 10)).hasSize(1);
        assertThat(jobs.unfinished(World.person("mod", Optional.of(new Community("chat", "elsewhere"))), true, 10)).isEmpty();
    }

    @Test
    void anUnclearBillIsSettledByOwnersOnce() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Unknown("reset"));
        Job job = world.liveThrough();

        assertThat(jobs.resolve(job.id(), JobService.Resolution.NOT_BILLED, World.MODERATOR).done()).isFalse();
        assertThat(jobs.resolve(job.id(), JobService.Resolution.NOT_BILLED, World.OWNER).done()).isTrue();
        assertThat(world.job(job.id()).receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(jobs.resolve(job.id(), JobService.Resolution.BILLED, World.OWNER).done()).isFalse();
    }

    @Test
    void jobsOfARestoredDatabaseGoOnWhenAnOwnerSaysSoAndNobodyElse() {
        assertThat(jobs.releaseHeld(World.MODERATOR).done()).isFalse();
        assertThat(outside.storage.held()).isEqualTo(2);

        assertThat(jobs.releaseHeld(World.OWNER).done()).isTrue();
        assertThat(outside.storage.held()).isZero();
        assertThat(jobs.releaseHeld(World.OWNER).done()).as("nothing is left to release").isFalse();
    }

    @Test
    void moneyFlowsDownwardsOnly() {
        QuotaService quotas = world.get(QuotaService.class);
        QuotaSubject town = new QuotaSubject.Place(World.TOWN);
        outside.rules.files.put(town, List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 10)));

        assertThat(quotas.set(town, MemoryRules.limit(Measure.CLIPS_PER_DAY, 5), World.BOB).done()).isFalse();
        assertThat(quotas.set(town, MemoryRules.limit(Measure.CLIPS_PER_DAY, 11), World.MODERATOR).done()).isFalse();
        assertThat(quotas.set(town, new QuotaLimit(Measure.CLIPS_PER_DAY, OptionalLong.empty()), World.MODERATOR).done()).isFalse();
        assertThat(quotas.set(new QuotaSubject.Global(), MemoryRules.limit(Measure.CLIPS_PER_DAY, 1), World.MODERATOR).done()).isFalse();
        assertThat(quotas.set(town, MemoryRules.limit(Measure.CLIPS_PER_DAY, 5), World.MODERATOR).done()).isTrue();
        assertThat(quotas.set(town, MemoryRules.limit(Measure.CLIPS_PER_DAY, 50), World.OWNER).done()).isTrue();
    }

    @Test
    void theMostSpecificRuleDecidesAndWhatWasSetFromChatWins() {
        QuotaService quotas = world.get(QuotaService.class);
        outside.rules.files.put(new QuotaSubject.Default(), List.of(
                MemoryRules.limit(Measure.CLIPS_PER_DAY, 3), MemoryRules.limit(Measure.LENGTH, 5)));
        outside.rules.files.put(new QuotaSubject.Group("member"), List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 4)));
        outside.rules.chat.put(new QuotaSubject.Group("member"), List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 6)));
        outside.rules.files.put(new QuotaSubject.Global(), List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 100)));

        assertThat(quotas.report(World.ADA).lines())
                .extracting(line -> line.decidedBy().getClass().getSimpleName() + " " + line.limit().measure() + " " + line.limit().amount().orElse(-1))
                .containsExactlyInAnyOrder("Group CLIPS_PER_DAY 6", "Default LENGTH 5", "Global CLIPS_PER_DAY 100");
    }

    @Test
    void whoSetsALimitThatOnlyPaidClipsCountAgainstIsTold() {
        QuotaService quotas = world.get(QuotaService.class);
        QuotaLimit limit = MemoryRules.limit(Measure.CLIPS_PER_DAY, 5);

        assertThat(quotas.set(new QuotaSubject.Default(), limit, World.OWNER).sentence().key()).isEqualTo("quota.set.done");
        outside.gateway.sample = true;
        assertThat(quotas.set(new QuotaSubject.Default(), limit, World.OWNER).sentence().key()).isEqualTo("quota.set.done-sandbox");
    }

    @Test
    void samplesCountAgainstRunningAndWaitingAlone() {
        outside.gateway.sample = true;
        outside.rules.files.put(new QuotaSubject.Default(), List.of(MemoryRules.limit(Measure.CLIPS_PER_DAY, 0)));

        Quote quote = jobs.quote(World.ADA, World.request("a kite"), World.inTown());

        assertThat(quote.faults()).isEmpty();
        assertThat(quote.offer().orElseThrow().price()).isEqualTo(Money.ZERO);
    }

    private JobId running() throws InterruptedException {
        JobId id = world.order();
        Job claimed = outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        Job running = world.get(Submission.class).submit(claimed);
        assertThat(running.status()).isEqualTo(JobStatus.RUNNING);
        return id;
    }

    private static JobOrder order(VideoRequest request, Optional<Money> agreed) {
        return new JobOrder(World.ADA, World.origin(World.ADA, World.inTown()), World.inTown(), request, agreed, Optional.empty());
    }
}
