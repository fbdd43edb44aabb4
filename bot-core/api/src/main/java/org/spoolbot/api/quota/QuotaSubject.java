package org.spoolbot.api.quota;

import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;

/** Whom a rule is about. */
public sealed interface QuotaSubject {
    /** The whole server: a cap on what the operator spends. */
    record Global() implements QuotaSubject {}

    /** Everybody without a rule of their own. */
    record Default() implements QuotaSubject {}

    /**
     * A permission group.
     *
     * @param name its name in {@code permissions.yml}
     */
    record Group(String name) implements QuotaSubject {}

    /**
     * A community: a cap on what it spends together.
     *
     * @param community which
     */
    record Place(Community community) implements QuotaSubject {}

    /**
     * One person.
     *
     * @param member who
     */
    record Person(MemberId member) implements QuotaSubject {}
}
