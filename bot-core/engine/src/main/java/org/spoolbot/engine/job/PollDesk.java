package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Alarm;

/** Asks gateways how their tasks are: one line of waiting jobs and one asking thread per gateway. */
final class PollDesk implements Startable {
    private final Map<String, PollLine> lines = new ConcurrentHashMap<>();
    private final Map<JobId, PollTicket> tickets = new ConcurrentHashMap<>();
    private final ProviderDirectory providers;
    private final ExecutorService executor;
    private final Alarm alarm;
    private final InstantSource clock;
    private final PollPlan plan;
    private final Eta eta;
    private final PollJournal journal;

    @Inject
    PollDesk(
            ProviderDirectory providers,
            ExecutorService executor,
            Alarm alarm,
            InstantSource clock,
            ServerSettings settings,
            Eta eta,
            PollJournal journal) {
        this.providers = providers;
        this.executor = executor;
        this.alarm = alarm;
        this.clock = clock;
        this.plan = PollPlan.of(settings.jobs());
        this.eta = eta;
        this.journal = journal;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        lines.values().forEach(PollLine::stop);
        lines.clear();
    }

    /** Parks until the gateway is done with the job: ready or failed; empty if nobody waits for it any more. */
    Optional<TaskState> await(Job job) throws InterruptedException {
        String taskId = job.work().taskId().orElseThrow(() -> new IllegalStateException("job " + job.id() + " has no task"));
        Instant submittedAt = job.work().submittedAt().orElse(job.state().changedAt());
        PollTicket ticket = new PollTicket(job, taskId, submittedAt, firstDue(job, submittedAt));
        tickets.put(job.id(), ticket);
        try {
            lines.computeIfAbsent(job.plan().provider(), this::open).add(ticket);
            return ticket.await();
        } finally {
            tickets.remove(job.id(), ticket);
        }
    }

    /** Lets the one who waits for the job go on. */
    void abandon(JobId id) {
        PollTicket ticket = tickets.get(id);
        if (ticket != null) {
            ticket.abandon();
        }
    }

    /** Asks about the job now; a gateway's callback is only this hint. */
    void hint(Job job) {
        PollTicket ticket = tickets.get(job.id());
        PollLine line = lines.get(job.plan().provider());
        if (ticket != null && line != null) {
            line.hurry(ticket);
        }
    }

    private PollLine open(String providerId) {
        PollLine line = new PollLine(() -> providers.find(providerId), plan, journal, executor, alarm, clock);
        Future<?> asking = executor.submit(line::work);
        line.workedBy(asking);
        return line;
    }

    private Instant firstDue(Job job, Instant submittedAt) {
        Instant now = clock.instant();
        if (job.status() != JobStatus.RUNNING) {
            return now;
        }
        Instant first = plan.first(submittedAt, eta.expected(job), job.plan().sample());
        return first.isBefore(now) ? now : first;
    }
}
