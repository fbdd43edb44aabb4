package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.video.VideoRequest;

/** Where commands and plugins come with jobs: checks who asks, and passes on. */
final class JobCounter implements JobService {
    private final Orders orders;
    private final JobArchive archive;
    private final JobRights rights;
    private final JobActs acts;
    private final ClipRemoval removal;
    private final LastFrames frames;

    @Inject
    JobCounter(
            Orders orders,
            JobArchive archive,
            JobRights rights,
            JobActs acts,
            ClipRemoval removal,
            LastFrames frames) {
        this.orders = orders;
        this.archive = archive;
        this.rights = rights;
        this.acts = acts;
        this.removal = removal;
        this.frames = frames;
    }

    @Override
    public Quote quote(Sender sender, VideoRequest request, Destination destination) {
        return orders.quotes().quote(sender, request, destination);
    }

    @Override
    public Admission order(JobOrder order) {
        return orders.desk().order(order);
    }

    @Override
    public Optional<JobSnapshot> orderedBy(String once, Sender sender) {
        return archive.orderedBy(once, sender).map(Snapshots::of);
    }

    @Override
    public void answered(JobId id, Sender sender, MessageRef message, String remarks) {
        archive.row(id, sender)
                .filter(job -> job.owner().member().equals(sender.member()))
                .ifPresent(job -> orders.faces().answered(id, new JobFace.Answer(message, remarks)));
    }

    @Override
    public Optional<JobSnapshot> find(JobId id, Sender viewer) {
        return archive.row(id, viewer).map(Snapshots::of);
    }

    @Override
    public Optional<JobSnapshot> endedWith(MessageRef message, Sender viewer) {
        return archive.endedWith(message, viewer).map(Snapshots::of);
    }

    @Override
    public List<JobSnapshot> unfinished(Sender viewer, boolean all, int limit) {
        return archive.unfinished(viewer, all, limit);
    }

    @Override
    public List<JobSnapshot> history(Sender viewer, int limit, int offset) {
        return archive.history(viewer, limit, offset);
    }

    @Override
    public Optional<Progress> progress(JobId id, Sender viewer) {
        return archive.progress(id, viewer);
    }

    @Override
    public Outcome cancel(JobId id, Sender actor) {
        Optional<Job> job = archive.row(id, actor);
        if (job.isEmpty()) {
            return unknown();
        }
        if (!rights.mayCancel(job.get(), actor)) {
            return new Outcome(false, Phrase.of("job.cancel.not-yours"));
        }
        return uninterrupted(() -> acts.cancel(job.get()));
    }

    @Override
    public Outcome resolve(JobId id, Resolution resolution, Sender actor) {
        if (!rights.mayResolve(actor)) {
            return new Outcome(false, Phrase.of("job.resolve.owners-only"));
        }
        return archive.row(id, actor)
                .map(job -> uninterrupted(() -> acts.resolve(job, resolution)))
                .orElseGet(JobCounter::unknown);
    }

    @Override
    public Outcome releaseHeld(Sender actor) {
        return rights.mayResolve(actor) ? acts.release(actor.member()) : new Outcome(false, Phrase.of("job.release.owners-only"));
    }

    @Override
    public Outcome resend(JobId id, Sender viewer, Destination destination) {
        return archive.row(id, viewer)
                .map(job -> uninterrupted(() -> acts.resend(job, destination)))
                .orElseGet(JobCounter::unknown);
    }

    @Override
    public Optional<Phrase> hinderedFromDeleting(JobId id, Sender actor) {
        Optional<Job> job = archive.row(id, actor);
        if (job.isEmpty()) {
            return Optional.of(unknown().sentence());
        }
        return rights.mayDelete(job.get(), actor)
                ? ClipRemoval.hindrance(job.get())
                : Optional.of(Phrase.of("job.delete.not-yours"));
    }

    @Override
    public Outcome delete(JobId id, Sender actor) {
        Optional<Phrase> hindrance = hinderedFromDeleting(id, actor);
        return hindrance
                .map(reason -> new Outcome(false, reason))
                .orElseGet(() -> uninterrupted(() -> removal.remove(archive.row(id, actor).orElseThrow())));
    }

    @Override
    public LastFrame lastFrame(JobId id, Sender viewer) {
        return archive.row(id, viewer)
                .map(frames::find)
                .orElseGet(() -> new LastFrame.Missing(unknown().sentence()));
    }

    /** The same answer whether there is no such job or the asker may not know of it. */
    private static Outcome unknown() {
        return new Outcome(false, Phrase.of("job.unknown"));
    }

    private static Outcome uninterrupted(Act act) {
        try {
            return act.perform();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome(false, Phrase.of("job.stopping"));
        }
    }

    /** What becomes of an order: its price, the job, and the message that tells of it. */
    record Orders(Quotes quotes, OrderDesk desk, JobFaces faces) {
        @Inject
        Orders {}
    }

    private interface Act {
        Outcome perform() throws InterruptedException;
    }
}
