package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobService.Outcome;
import org.spoolbot.api.job.JobService.Resolution;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.provider.VideoProvider.Withdrawal;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.provider.ProviderDirectory;

/** What people do with a job they may act on: withdraw it, settle it, have it sent again. */
final class JobActs {
    private static final Logger LOG = LoggerFactory.getLogger(JobActs.class);

    private final JobWriter writer;
    private final ProviderDirectory providers;
    private final PlatformDirectory platforms;
    private final MediaCabinet cabinet;
    private final Delivery delivery;
    private final JobWords words;
    private final HeldWork held;

    @Inject
    JobActs(
            JobWriter writer,
            ProviderDirectory providers,
            PlatformDirectory platforms,
            MediaCabinet cabinet,
            Delivery delivery,
            JobWords words,
            HeldWork held) {
        this.writer = writer;
        this.providers = providers;
        this.platforms = platforms;
        this.cabinet = cabinet;
        this.delivery = delivery;
        this.words = words;
        this.held = held;
    }

    Outcome cancel(Job job) throws InterruptedException {
        return switch (job.status()) {
            case QUEUED -> cancelled(writer.applyNow(job, new JobSignal.Cancelled(true)), "job.cancel.free");
            case SUBMITTING -> no("job.cancel.submitting");
            case RUNNING -> withdraw(job);
            case FETCHING, DELIVERING -> no("job.cancel.made");
            case SUCCEEDED, FAILED, CANCELLED -> no("job.cancel.over");
        };
    }

    Outcome resolve(Job job, Resolution resolution) throws InterruptedException {
        boolean unclear = job.status() == JobStatus.FAILED
                && job.state().failure().equals(Optional.of(ErrorKind.SUBMIT_AMBIGUOUS));
        if (!unclear) {
            return no("job.resolve.not-unclear");
        }
        boolean billed = resolution == Resolution.BILLED;
        try {
            writer.applyNow(job, new JobSignal.Settled(billed, false));
        } catch (IllegalStateException settledBefore) {
            return no("job.resolve.settled-before");
        }
        return new Outcome(true, Phrase.of(billed ? "job.resolve.billed" : "job.resolve.not-billed", job.id().value()));
    }

    Outcome release(MemberId by) {
        HeldWork.Released released = held.release(by);
        if (released.jobs() > 0) {
            return new Outcome(true, Phrase.of("job.release.done", released.jobs()));
        }
        return released.paid() ? new Outcome(true, Phrase.of("job.release.paid")) : no("job.release.none");
    }

    Outcome resend(Job job, Destination destination) throws InterruptedException {
        if (ClipRemoval.isDeleted(job)) {
            return no("job.clip-deleted");
        }
        Optional<MediaFile> clip = job.work().clip().flatMap(cabinet::find);
        if (clip.isEmpty()) {
            return no("job.resend.no-clip");
        }
        Optional<ChatPlatform> platform = platforms.find(destination.platform());
        if (platform.isEmpty()) {
            return no("job.resend.not-now");
        }
        SendResult result = delivery.send(new Parcels.Place(platform.get(), destination, true), job, clip.get());
        if (!(result instanceof SendResult.Sent(MessageRef message))) {
            return no("job.resend.not-now");
        }
        writer.note(job, new JobSignal.Resent(message));
        return new Outcome(true, Phrase.of("job.resend.done"));
    }

    private Outcome withdraw(Job job) throws InterruptedException {
        Optional<VideoProvider> provider = providers.find(job.plan().provider());
        try {
            Withdrawal withdrawal = provider.isPresent()
                    ? provider.get().withdraw(job.work().taskId().orElse(""))
                    : Withdrawal.NOT_OFFERED;
            return switch (withdrawal) {
                // The task is gone at the gateway: that is written however long the books are busy.
                case WITHDRAWN -> cancelled(writer.apply(job, new JobSignal.Cancelled(true)), "job.cancel.withdrawn");
                case TOO_LATE, NOT_OFFERED -> cancelled(writer.applyNow(job, new JobSignal.Cancelled(false)), "job.cancel.billed");
            };
        } catch (ProviderException unreachable) {
            LOG.info("Job {} could not be withdrawn: {} {}", job.id(), unreachable.kind(), unreachable.getMessage());
            return no("job.cancel.not-now");
        }
    }

    private Outcome cancelled(Job now, String key) {
        if (now.status() != JobStatus.CANCELLED) {
            return no("job.cancel.moved");
        }
        return new Outcome(true, Phrase.of(key, words.receipt(now)));
    }

    private static Outcome no(String key) {
        return new Outcome(false, Phrase.of(key));
    }
}
