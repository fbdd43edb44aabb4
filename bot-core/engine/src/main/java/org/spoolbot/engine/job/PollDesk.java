package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Alarm;

/** Asks gateways how their tasks are: one line of waiting jobs and one asking thread per gateway. */
final class PollDesk implements Startable {
    private final Map<String, PollLine> lines = new ConcurrentHashMap<>();
    private final Map<JobId, PollTicket> tickets = new ConcurrentHashMap<>();
    private final Map<EarlyHints.Task, PollTicket> tasks = new ConcurrentHashMap<>();
    private final EarlyHints early = new EarlyHints();
    private final ProviderDirectory providers;
    private final ExecutorService executor;
    private final Alarm alarm;
    private final InstantSource clock;
    private final PollPlan plan;
    private final PollJournal journal;
    private @Nullable Registration listening;

    @Inject
    PollDesk(
            ProviderDirectory providers,
            ExecutorService executor,
            Alarm alarm,
            InstantSource clock,
            ServerSettings settings,
            PollJournal journal) {
        this.providers = providers;
        this.executor = executor;
        this.alarm = alarm;
        this.clock = clock;
        this.plan = PollPlan.of(settings.jobs());
        this.journal = journal;
    }

    @Override
    public void start() {
        listening = providers.hints().listen(this::hint);
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
        lines.values().forEach(PollLine::stop);
        lines.clear();
    }

    /** Parks until the gateway is done with the job: ready or failed; empty if nobody waits for it any more. */
    Optional<TaskState> await(Job job) throws InterruptedException {
        String taskId = job.work().taskId().orElseThrow(() -> new IllegalStateException("job " + job.id() + " has no task"));
        Instant submittedAt = job.work().submittedAt().orElse(job.state().changedAt());
        EarlyHints.Task task = new EarlyHints.Task(job.plan().provider(), taskId);
        PollTicket ticket = new PollTicket(job, taskId, submittedAt, submittedAt);
        ticket.dueAt(firstDue(job, ticket));
        tickets.put(job.id(), ticket);
        tasks.put(task, ticket);
        try {
            PollLine line = lines.computeIfAbsent(task.provider(), this::open);
            line.add(ticket);
            if (early.take(task, clock.instant())) {
                line.hurry(ticket);
            }
            return ticket.await();
        } finally {
            tickets.remove(job.id(), ticket);
            tasks.remove(task, ticket);
        }
    }

    /** Lets the one who waits for the job go on. */
    void abandon(JobId id) {
        PollTicket ticket = tickets.get(id);
        if (ticket != null) {
            ticket.abandon();
        }
    }

    /** Asks about a task now; a gateway's callback is only this hint. One that nobody waits for yet is remembered for a while. */
    private void hint(String provider, String taskId) {
        EarlyHints.Task task = new EarlyHints.Task(provider, taskId);
        if (!hurry(task)) {
            early.remember(task, clock.instant());
            hurry(task); // somebody may have begun to wait since the first look
        }
    }

    private boolean hurry(EarlyHints.Task task) {
        PollTicket ticket = tasks.get(task);
        PollLine line = lines.get(task.provider());
        if (ticket == null || line == null) {
            return false;
        }
        line.hurry(ticket);
        return true;
    }

    private PollLine open(String providerId) {
        PollLine line = new PollLine(() -> providers.find(providerId), plan, journal, executor, alarm, clock);
        Future<?> asking = executor.submit(line::work);
        line.workedBy(asking);
        return line;
    }

    private Instant firstDue(Job job, PollTicket ticket) {
        Instant now = clock.instant();
        if (job.status() != JobStatus.RUNNING) {
            return now;
        }
        Instant first = plan.first(ticket.submittedAt(), journal.expected(ticket), ticket.sample());
        return first.isBefore(now) ? now : first;
    }
}
