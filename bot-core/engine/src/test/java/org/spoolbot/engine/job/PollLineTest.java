package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;
import org.spoolbot.testkit.SettableClock;

/** The line asked by hand, on the test's own thread, at times that the test sets. */
class PollLineTest {
    private final SettableClock clock = SettableClock.atTen();
    private final Fuse fuse = new Fuse();
    private final MemoryBooks books = new MemoryBooks(clock, fuse);
    private final ScriptedGateway gateway = new ScriptedGateway(fuse);
    private final LiveNotes notes = new LiveNotes();
    private final Instant start = clock.instant();
    private final PollLine line = line(gateway);

    @Test
    void noGatewayIsAskedMoreOftenThanItAllows() throws Exception {
        gateway.limits = new GatewayLimits(9, 9, 5, 9);
        stillRunning();
        for (int i = 0; i < 50; i++) {
            line.add(ticket("t" + i, start));
        }

        runUntil(start.plusMillis(3_900));

        assertThat(gateway.asked).hasSize(20);
    }

    @Test
    void whoWaitsLongestIsAskedAboutFirst() throws Exception {
        gateway.limits = new GatewayLimits(9, 9, 1, 9);
        stillRunning();
        line.add(ticket("late", start.minusSeconds(1)));
        line.add(ticket("latest", start.minusSeconds(9)));
        line.add(ticket("just", start));

        runUntil(start.plusMillis(2_000));

        assertThat(gateway.asked).containsExactly(Set.of("latest"), Set.of("late"), Set.of("just"));
    }

    @Test
    void aScarceListTakesAlongWhatIsDueInAMoment() throws Exception {
        gateway.batch = 10;
        gateway.limits = new GatewayLimits(9, 9, 0.001, 1);
        stillRunning();
        for (int i = 0; i < 5; i++) {
            line.add(ticket("t" + i, start.plusMillis(i * 300)));
        }

        line.askDue();

        assertThat(gateway.asked).singleElement().satisfies(tasks -> assertThat(tasks).containsExactlyInAnyOrder("t0", "t1", "t2", "t3"));
    }

    @Test
    void whereListsAreFreeNobodyIsAskedAboutBeforeTheTime() throws Exception {
        gateway.batch = 10;
        stillRunning();
        line.add(ticket("due", start));
        line.add(ticket("soon", start.plusMillis(300)));

        assertThat(line.askDue()).isEqualTo(start.plusMillis(300));
        assertThat(gateway.asked).containsExactly(Set.of("due"));
    }

    @Test
    void whileNoListMayBeAskedForTheMostOverdueAreAskedAboutOneByOne() throws Exception {
        gateway.batch = 2;
        gateway.limits = new GatewayLimits(9, 9, 4, 1);
        stillRunning();
        for (int i = 0; i < 12; i++) {
            line.add(ticket("t" + i, start.minusSeconds(12 - i)));
        }

        runUntil(start.plusMillis(900));

        assertThat(gateway.asked).containsExactly(Set.of("t0", "t1"), Set.of("t2"), Set.of("t3"), Set.of("t4"), Set.of("t5"));
    }

    @Test
    void aCallbackBringsTheQuestionForwardAndAHundredBringOne() throws Exception {
        PollTicket ticket = ticket("t", start.plusSeconds(60));
        line.add(ticket);
        gateway.polls.add(ScriptedGateway.running(0.5));
        for (int i = 0; i < 100; i++) {
            line.hurry(ticket);
        }
        line.askDue();
        for (int i = 0; i < 100; i++) {
            line.hurry(ticket);
        }
        Instant next = line.askDue();

        assertThat(gateway.asked).hasSize(1);
        assertThat(next).isEqualTo(start.plusSeconds(1));
        clock.set(next);
        line.askDue();
        assertThat(ticket.await()).contains(ScriptedGateway.ready());
    }

    @Test
    void aCallbackThatComesWhileItsTaskIsAskedAboutIsNotLost() throws Exception {
        AtomicReference<PollTicket> asked = new AtomicReference<>();
        AtomicReference<PollLine> here = new AtomicReference<>();
        PollLine hinted = line(new OnPoll(() -> here.get().hurry(asked.get())));
        here.set(hinted);
        asked.set(ticket("t", start));
        hinted.add(asked.get());

        assertThat(hinted.askDue()).isEqualTo(start.plusSeconds(1));
    }

    @Test
    void trap15ATaskThatIsUnknownInItsFirstMinuteIsNotGivenUp() throws Exception {
        for (int i = 0; i < 4; i++) {
            gateway.polls.add(new TaskState.Missing());
        }
        PollTicket ticket = ticket("t", start.plusSeconds(1));
        line.add(ticket);

        runUntil(start.plusSeconds(59));

        assertThat(gateway.asked).hasSizeGreaterThan(4);
        assertThat(ticket.await()).contains(ScriptedGateway.ready());
    }

    @Test
    void trap19ATaskThatIsInProgressForEverEndsByOurOwnDeadline() throws Exception {
        stillRunning();
        PollTicket ticket = ticket("t", start.plusSeconds(1));
        line.add(ticket);

        runUntil(start.plus(Duration.ofHours(23)));
        assertThat(ticket.isOver()).isFalse();
        int askedSlowly = gateway.asked.size();
        runUntil(start.plus(Duration.ofHours(25)));

        assertThat(ticket.await().orElseThrow()).isInstanceOfSatisfying(
                TaskState.Failed.class,
                end -> assertThat(end.kind()).isEqualTo(org.spoolbot.api.error.ErrorKind.TIMEOUT));
        assertThat(askedSlowly).isLessThan(800);
    }

    @Test
    void aClipThatNeverGetsItsAddressEndsAfterFiveMinutesAndAWordOfRunningDoesNotStartThemOver() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            gateway.polls.add(i % 2 == 0 ? new TaskState.Finalizing() : ScriptedGateway.running(0.9));
        }
        PollTicket ticket = ticket("t", start);
        line.add(ticket);

        runUntil(start.plusSeconds(299));
        assertThat(ticket.isOver()).isFalse();
        runUntil(start.plusSeconds(330));

        assertThat(ticket.await().orElseThrow()).isInstanceOfSatisfying(
                TaskState.Failed.class,
                end -> assertThat(end.kind()).isEqualTo(org.spoolbot.api.error.ErrorKind.PROTOCOL));
    }

    @Test
    void progressNeverGoesBack() throws Exception {
        gateway.polls.addAll(List.of(
                ScriptedGateway.running(0.6), new TaskState.Waiting(), ScriptedGateway.running(0.2), ScriptedGateway.down()));
        line.add(ticket("t", start));

        runUntil(start.plusSeconds(2));

        assertThat(notes.of(new JobId("job1")).fraction()).contains(0.6);
    }

    @Test
    void theFirstEndOfATaskStands() throws Exception {
        PollTicket ticket = ticket("t", start);
        ticket.end(ScriptedGateway.ready());
        ticket.end(new TaskState.Failed(org.spoolbot.api.error.ErrorKind.UPSTREAM, "late"));

        assertThat(ticket.await()).contains(ScriptedGateway.ready());
    }

    @Test
    void aClipThatTakesAsLongAsOthersDidIsBroughtSoonWithFewQuestionsEvenIfThatIsLearnedOnlyWhileItIsMade() throws Exception {
        stillRunning();
        PollTicket ticket = ticket("t", start.plusSeconds(10));
        line.add(ticket);
        runUntil(start.plusSeconds(30));
        int blind = gateway.asked.size();
        books.durations = java.util.Collections.nCopies(5, Duration.ofSeconds(100));
        clock.advance(Duration.ofSeconds(3));
        runUntil(start.plusSeconds(98));
        int learned = gateway.asked.size();
        runUntil(start.plusSeconds(102));

        assertThat(blind).isLessThanOrEqualTo(6);
        assertThat(learned - blind).isLessThanOrEqualTo(1);
        assertThat(gateway.asked.size() - learned).isBetween(3, 4);
    }

    /** Lets the clock run to that instant as the line's own thread would. */
    private void runUntil(Instant end) throws InterruptedException {
        Instant next = line.askDue();
        while (!next.isAfter(end)) {
            clock.set(next);
            next = line.askDue();
        }
        clock.set(end);
    }

    private void stillRunning() {
        for (int i = 0; i < 2_000; i++) {
            gateway.polls.add(ScriptedGateway.running(0.1));
        }
    }

    private PollTicket ticket(String task, Instant due) {
        return new PollTicket(TestJobs.job(JobStatus.RUNNING), task, start, due);
    }

    private PollLine line(VideoProvider provider) {
        PollPlan plan = new PollPlan(Duration.ofSeconds(10), Duration.ofMinutes(20), Duration.ofHours(24));
        JobMetrics metrics = new JobMetrics(new SimpleMeterRegistry(), books, notes, clock);
        return new PollLine(
                () -> Optional.of(provider), plan, new PollJournal(new Eta(books, clock, notes), notes, metrics), Runnable::run, new Unused(), clock);
    }

    private record Unused() implements Alarm {
        @Override
        public void until(Instant due, Bell bell) {
            throw new AssertionError("the test asks");
        }

        @Override
        public void until(Instant due) {
            throw new AssertionError("the test asks");
        }
    }

    /** A gateway during whose answers something happens. */
    private record OnPoll(Runnable meanwhile) implements VideoProvider {
        @Override
        public String id() {
            return "studio";
        }

        @Override
        public List<org.spoolbot.api.provider.Model> models() {
            return new ArrayList<>();
        }

        @Override
        public Optional<org.spoolbot.api.provider.Money> price(
                org.spoolbot.api.provider.Model model, org.spoolbot.api.video.VideoRequest request) {
            return Optional.empty();
        }

        @Override
        public org.spoolbot.api.provider.SubmitOutcome submit(org.spoolbot.api.provider.GenerationOrder order) {
            throw new AssertionError("nothing is ordered");
        }

        @Override
        public java.util.Map<String, TaskState> poll(Set<String> taskIds) {
            meanwhile.run();
            return java.util.Map.of(taskIds.iterator().next(), ScriptedGateway.running(0.5));
        }

        @Override
        public void download(java.net.URI source, java.nio.file.Path target, long maxBytes) throws ProviderException {
            throw new AssertionError("nothing is downloaded");
        }
    }
}
