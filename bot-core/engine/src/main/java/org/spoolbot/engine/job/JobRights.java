package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.permission.Permissions;

/** Who may see a job and who may act on it. An id is never a right. */
final class JobRights {
    static final PermissionNode MODERATE = new PermissionNode("spoolbot.admin.jobs");

    private final Permissions permissions;

    @Inject
    JobRights(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Seen where it was posted, by its author, and by the owners; one asked for in private by author and owners only. */
    boolean maySee(Job job, Sender viewer) {
        return isAuthor(job, viewer) || permissions.isOwner(viewer) || isPostedWhere(job, viewer);
    }

    /** Author, owners, and the moderators of the community where it was posted. */
    boolean mayCancel(Job job, Sender actor) {
        return isAuthor(job, actor)
                || permissions.isOwner(actor)
                || isPostedWhere(job, actor) && permissions.has(actor, MODERATE);
    }

    /** A clip is deleted by those who may cancel it while it is made. */
    boolean mayDelete(Job job, Sender actor) {
        return mayCancel(job, actor);
    }

    /** An unclear bill is the owners' to settle. */
    boolean mayResolve(Sender actor) {
        return permissions.isOwner(actor);
    }

    /** Whether the viewer may ask for other people's jobs at all. */
    boolean mayListOthers(Sender viewer) {
        return permissions.isOwner(viewer) || viewer.community().isPresent() && permissions.has(viewer, MODERATE);
    }

    private static boolean isAuthor(Job job, Sender viewer) {
        return job.owner().member().equals(viewer.member());
    }

    private static boolean isPostedWhere(Job job, Sender viewer) {
        Optional<Community> posted = job.owner().destination().community();
        return posted.isPresent() && posted.equals(viewer.community());
    }
}
