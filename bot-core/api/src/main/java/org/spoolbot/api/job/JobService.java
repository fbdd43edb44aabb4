package org.spoolbot.api.job;

import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.video.VideoRequest;
import java.util.List;
import java.util.Optional;

/** Jobs, for commands. Every method checks what the viewer may see and do. Thread-safe; methods block on the database. */
public interface JobService {
    /** What it would cost and whether it would be accepted and could arrive there, starting nothing. */
    Quote quote(Sender sender, VideoRequest request, Destination destination);

    /** Orders a clip: quota, hold, job and draft in one transaction. */
    Admission order(JobOrder order);

    /** The job that the sender's order of that made, if there was one: what {@link JobOrder#once} said. */
    Optional<JobSnapshot> orderedBy(String once, Sender sender);

    /**
     * Names the message that answers an order, so that not two messages tell of one job: if it stands where the clip goes to, it shows from
     * now on how far the job is, and goes when the job has ended; if others read it and the clip is for one person alone, it goes at
     * once. What the asker alone sees stays as it is. To be called soon after the order; a job that was answered nowhere shows its progress in a message of its own.
     *
     * @param remarks what the message says while it stands, besides how far the job is; may be empty
     */
    void answered(JobId id, Sender sender, MessageRef message, String remarks);

    /** The job, if the viewer may see it. */
    Optional<JobSnapshot> find(JobId id, Sender viewer);

    /** The job that ended with that message of the bot, if the viewer may see it: with its clip, or with why there is none. */
    Optional<JobSnapshot> endedWith(MessageRef message, Sender viewer);

    /** Unfinished jobs in the order they are taken: the viewer's own, or all the viewer may see. */
    List<JobSnapshot> unfinished(Sender viewer, boolean all, int limit);

    /** Finished jobs of the viewer, newest first. */
    List<JobSnapshot> history(Sender viewer, int limit, int offset);

    /** How far an unfinished job is, in the viewer's language. */
    Optional<Progress> progress(JobId id, Sender viewer);

    /** Withdraws a job; the sentence says what that means for the price. */
    Outcome cancel(JobId id, Sender actor);

    /** Settles a job whose paid call had no clear outcome. Owners and the console only. */
    Outcome resolve(JobId id, Resolution resolution, Sender actor);

    /**
     * Lets the waiting jobs go on that are held back: at the start, because the database was not fresh (an old copy was put back, or nobody
     * used it for hours), or all that cost something, because another process used the same token. Only owners and the console may.
     */
    Outcome releaseHeld(Sender actor);

    /** Sends a finished clip again to where the viewer asks from. */
    Outcome resend(JobId id, Sender viewer, Destination destination);

    /** What keeps the actor from deleting that clip: the sentence says it; empty if nothing does. */
    Optional<Phrase> hinderedFromDeleting(JobId id, Sender actor);

    /**
     * Deletes a finished clip for good, for its author, the community's moderators and the owners: the message in the chat, the stored
     * files and all links. The job and what it cost stay.
     */
    Outcome delete(JobId id, Sender actor);

    /** The picture that a finished clip ends with: what the next clip can begin with. */
    LastFrame lastFrame(JobId id, Sender viewer);

    /** The picture that a clip ends with, if it can be had. */
    sealed interface LastFrame {
        /**
         * Here it is.
         *
         * @param file kept as the files that members hand in are
         */
        record Found(MediaFile file) implements LastFrame {}

        /**
         * There is none.
         *
         * @param reason a sentence for the one who asked
         */
        record Missing(Phrase reason) implements LastFrame {}
    }

    /** What an operator found out about an unclear paid call. */
    enum Resolution {
        /** The gateway made and billed it: the hold is charged. */
        BILLED,
        /** The gateway has no such task: the hold is given back. */
        NOT_BILLED
    }

    /**
     * How something asked for ended.
     *
     * @param done whether it was done
     * @param sentence for the one who asked
     */
    record Outcome(boolean done, Phrase sentence) {}
}
