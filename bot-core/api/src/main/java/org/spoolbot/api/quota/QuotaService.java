package org.spoolbot.api.quota;

import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobService.Outcome;
import java.util.Optional;

/** Limits, for commands. Thread-safe; methods block on the database. */
public interface QuotaService {
    /** What the asker has left here, with the rule that decides each limit. */
    QuotaReport report(Sender sender);

    /** What somebody else has left; empty if nobody of that account was ever seen, or the viewer may not know. */
    Optional<QuotaReport> reportOf(Account account, Sender viewer);

    /** Sets one limit. Money flows downwards only: owners and the console set anything, a community's admins lower what it was given. */
    Outcome set(QuotaSubject subject, QuotaLimit limit, Sender actor);

    /** The subject that a text names: {@code default}, {@code global}, {@code group:x}, {@code platform:id} of a person, a mention. */
    Optional<QuotaSubject> subject(String text, Sender actor);
}
