package org.spoolbot.engine.identity;

import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The port to members. Methods block. */
public interface MemberBooks {
    /** The member of that account, made with a random id at first sight. */
    Known seen(Account account, String name);

    /** The member of that account, if ever seen. */
    Optional<Known> find(Account account);

    /** The name last seen of a member. */
    Optional<String> name(MemberId member);

    /** The member's stored preferences. */
    Map<String, String> preferences(MemberId member);

    /** Stores or, with an empty value, removes a preference. */
    void prefer(MemberId member, String key, String value);

    /**
     * A member.
     *
     * @param member the id
     * @param name the last name seen
     * @param firstSeen when
     */
    record Known(MemberId member, String name, Instant firstSeen) {}
}
