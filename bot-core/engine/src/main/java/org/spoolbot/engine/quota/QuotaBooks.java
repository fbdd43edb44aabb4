package org.spoolbot.engine.quota;

import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import java.util.List;
import java.util.Optional;

/** The port to rules set from chat, and to what is used. Methods block. */
public interface QuotaBooks {
    /** The limits stored for a subject; those of the files are not here. */
    List<QuotaLimit> rules(QuotaSubject subject);

    /** Stores a limit with who set it. */
    void set(QuotaSubject subject, QuotaLimit limit, MemberId actor);

    /** What is used of each limit now, for a member in a community. */
    QuotaReport report(MemberId member, Optional<Community> community, EffectiveLimits limits);
}
