package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;

/** Shows jobs to those who may see them. */
final class JobArchive {
    private static final int MOST = 100;
    private static final int MOST_LOOKED_AT = 2_000;

    private final JobBooks books;
    private final JobRights rights;
    private final ProgressReader progress;

    @Inject
    JobArchive(JobBooks books, JobRights rights, ProgressReader progress) {
        this.books = books;
        this.rights = rights;
        this.progress = progress;
    }

    /** The row, if the viewer may see it. */
    Optional<Job> row(JobId id, Sender viewer) {
        return books.find(id).filter(job -> rights.maySee(job, viewer));
    }

    Optional<Job> orderedBy(String once, Sender sender) {
        return books.orderedBy(sender.member(), once);
    }

    Optional<Job> endedWith(MessageRef message, Sender viewer) {
        return books.byMessage(message).filter(job -> rights.maySee(job, viewer));
    }

    List<JobSnapshot> unfinished(Sender viewer, boolean all, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        if (all && rights.mayListOthers(viewer)) {
            return everybodys(viewer, most);
        }
        return books.ofMember(viewer.member(), false, most, 0).stream().map(Snapshots::of).toList();
    }

    List<JobSnapshot> history(Sender viewer, int limit, int offset) {
        return books.ofMember(viewer.member(), true, Math.clamp(limit, 1, MOST), Math.max(0, offset)).stream()
                .map(Snapshots::of)
                .toList();
    }

    Optional<Progress> progress(JobId id, Sender viewer) {
        return row(id, viewer).filter(job -> !job.status().isFinal()).map(job -> progress.read(job, viewer.language()));
    }

    /** A moderator of one community among many looks through a bounded part of the queue. */
    private List<JobSnapshot> everybodys(Sender viewer, int most) {
        EnumSet<JobStatus> unfinished = EnumSet.allOf(JobStatus.class);
        unfinished.removeIf(JobStatus::isFinal);
        List<JobSnapshot> seen = new ArrayList<>();
        Optional<Job> after = Optional.empty();
        for (int looked = 0; looked < MOST_LOOKED_AT && seen.size() < most; looked += MOST) {
            List<Job> page = books.inStatus(unfinished, after, MOST);
            page.stream().filter(job -> rights.maySee(job, viewer)).map(Snapshots::of).forEach(seen::add);
            if (page.size() < MOST) {
                break;
            }
            after = Optional.of(page.getLast());
        }
        return seen.stream().limit(most).toList();
    }
}
